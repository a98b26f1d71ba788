import type { CancelSignal } from "../../contracts/calls.ts";
import type { CountedState, FacetCounts } from "../../model/facets.ts";
import type { BriefingId } from "../../model/ids.ts";
import { type Instant, orderTimeOf } from "../../model/time.ts";
import { startOfDay } from "../../model/zoned-days.ts";
import type { Catalogue } from "../vault.ts";
import { actorAt, type CurrentNames, placeAt, territoriesOf } from "./names/names-in-briefings.ts";
import { type BriefingTest, hasAttachment, isInState } from "./narrow.ts";
import type { WordAnswer } from "./search-index.ts";
import { standsInTitle } from "./title-words.ts";

/** A few milliseconds: the next letter waits no longer than that. */
const idsPerSlice = 400;
const mostOfAKind = 12;

const countedTests: readonly (readonly [CountedState, BriefingTest])[] = [
  ["unread", isInState.unread],
  ["saved", isInState.saved],
  ["reference", isInState.reference],
  ["attachment", hasAttachment],
];

export interface CountNeeds {
  readonly catalogue: Catalogue;
  readonly names: CurrentNames;
  readonly timeZone: string;
  readonly wait: (delayMs: number) => Promise<void>;
  /** The words asked for, as they may stand in a title. */
  readonly words: readonly WordAnswer[];
}

/** Counts hits by what can narrow them, in slices: the next letter must not wait for it. null = cancelled. */
export async function countFacets(
  ids: readonly string[],
  { catalogue, names, timeZone, wait, words }: CountNeeds,
  signal: CancelSignal | undefined,
): Promise<FacetCounts | null> {
  const sequence = catalogue.sequence;
  const bySource = new Map<string, number>();
  const byTerritory = new Map<ReturnType<typeof territoriesOf>[number], number>();
  const byPlace = new Map<number, number>();
  const byActor = new Map<number, number>();
  const byLanguage = new Map<FacetCounts["languages"][number]["language"], number>();
  const byMonth = new Map<string, number>();
  const byState = new Map<CountedState, number>();
  const monthOf = monthsIn(timeZone);
  for (const [at, id] of ids.entries()) {
    if (at % idsPerSlice === idsPerSlice - 1) await wait(0);
    if (signal?.aborted === true) return null;
    const head = catalogue.head(id as BriefingId);
    if (head === null) continue;
    if (head.sourceName !== "") add(bySource, head.sourceName);
    add(byLanguage, head.language);
    add(byMonth, monthOf(orderTimeOf(head.times)));
    for (const territory of territoriesOf(names, id)) add(byTerritory, territory);
    const found = names.facets.get(id);
    for (const row of found?.places ?? []) add(byPlace, row);
    for (const row of found?.doubtful ?? []) add(byPlace, row);
    for (const row of found?.actors ?? []) add(byActor, row);
    const state = catalogue.state(head.id);
    for (const [name, holds] of countedTests) if (holds(head, state)) add(byState, name);
    if (words.length > 0 && standsInTitle(head, words)) add(byState, "title");
  }
  return {
    sequence,
    total: ids.length,
    sources: most(bySource).map(([name, count]) => ({ name, count })),
    territories: most(byTerritory).map(([territory, count]) => ({ territory, count })),
    places: most(byPlace).flatMap(([row, count]) => placeAt(names.tables, row).map((place) => ({ place, count }))),
    actors: most(byActor).flatMap(([row, count]) => actorAt(names.tables, row).map((actor) => ({ actor, count }))),
    languages: most(byLanguage).map(([language, count]) => ({ language, count })),
    months: [...byMonth]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .slice(0, mostOfAKind)
      .map(([month, count]) => ({ month, count })),
    states: [...byState].map(([state, count]) => ({ state, count })),
  };
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function most<Key>(counts: ReadonlyMap<Key, number>): (readonly [Key, number])[] {
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, mostOfAKind);
}

/** Asking Intl for each briefing would take a second: a month's bounds are asked for once. */
function monthsIn(timeZone: string): (at: Instant) => string {
  const known: { readonly month: string; readonly from: Instant; readonly until: Instant }[] = [];
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit" });
  return (at) => {
    const found = known.find(({ from, until }) => at >= from && at < until);
    if (found !== undefined) return found.month;
    const month = format.format(at);
    const [year = 1970, number = 1] = month.split("-").map(Number);
    const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
    // A month at the edge of time, as a clock that was reset dates things, has a bound on one side only.
    const from = startOfDay(`${month}-01`, timeZone) ?? Number.NEGATIVE_INFINITY;
    known.push({ month, from, until: startOfDay(`${next}-01`, timeZone) ?? Number.POSITIVE_INFINITY });
    return month;
  };
}
