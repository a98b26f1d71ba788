import type { Block, BodyTree } from "../../model/body.ts";
import type { BodyMatch } from "../../model/briefing.ts";
import { textRunsOf } from "../../model/reading-order.ts";

/** One match with its number among all matches of the briefing, title and key points included. */
export interface NumberedMatch {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

export interface MatchPlaces {
  readonly title: readonly NumberedMatch[];
  readonly keyPoints: ReadonlyMap<number, readonly NumberedMatch[]>;
  readonly runs: ReadonlyMap<number, readonly NumberedMatch[]>;
  readonly count: number;
}

const partOrder = { title: 0, "key-point": 1, body: 2 } as const;

/** Sorts matches into the places that show them and numbers them in reading order. */
export function placeMatches(matches: readonly BodyMatch[]): MatchPlaces {
  const inOrder = [...matches].sort(
    (a, b) => partOrder[a.part] - partOrder[b.part] || a.index - b.index || a.start - b.start,
  );
  const title: NumberedMatch[] = [];
  const keyPoints = new Map<number, NumberedMatch[]>();
  const runs = new Map<number, NumberedMatch[]>();
  inOrder.forEach(({ part, index, start, end }, number) => {
    const match = { start, end, number };
    if (part === "title") title.push(match);
    else {
      const places = part === "body" ? runs : keyPoints;
      places.set(index, [...(places.get(index) ?? []), match]);
    }
  });
  return { title, keyPoints, runs, count: inOrder.length };
}

/** The number of each block's first text run, by the one reading order that matches are counted in. */
export function firstRunsOf(body: BodyTree): ReadonlyMap<Block, number> {
  const first = new Map<Block, number>();
  textRunsOf(body).forEach(({ block }, run) => {
    if (!first.has(block)) first.set(block, run);
  });
  return first;
}
