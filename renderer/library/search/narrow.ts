import type { BriefingHead, ReadingState } from "../../model/briefing.ts";
import { foldText } from "../../model/fold-text.ts";
import type { PlaceName, Territory } from "../../model/names.ts";
import { withoutQuotes } from "../../model/query/edit-query.ts";
import { dateStart } from "../../model/query/query-dates.ts";
import type { QueryHint } from "../../model/query/query-hints.ts";
import { type ClosedKey, closedValueOf } from "../../model/query/query-operators.ts";
import { type Instant, orderTimeOf } from "../../model/time.ts";
import { type NameLookUp, territoryOf } from "./names/look-up-name.ts";
import { type CurrentNames, placeAt } from "./names/names-in-briefings.ts";
import type { AnyOf, Condition, Phrase, TextSide } from "./parse-query.ts";

export type BriefingTest = (head: BriefingHead, state: ReadingState) => boolean;

/** What the operators of a query leave of the briefings. */
export interface Narrowing {
  /** All must hold. */
  readonly tests: readonly BriefingTest[];
  /** The words must stand in the title, or (false) must not; null = wherever they stand. */
  readonly inTitle: boolean | null;
  readonly hints: readonly QueryHint[];
  /** Places asked for, as rows of the table. */
  readonly places: readonly number[];
  /** Values that mean nothing here: they are searched as words. */
  readonly asWords: readonly string[];
  /** What an OR joins to phrases: whether it holds can only be said from the text. */
  readonly withPhrases: readonly OrPhrases[];
}

/** It holds otherwise, or one of the phrases stands in the text. */
export interface OrPhrases {
  readonly otherwise: BriefingTest;
  readonly phrases: readonly Phrase[];
}

export interface NarrowingNeeds {
  readonly names: CurrentNames & { readonly lookUp: NameLookUp };
  /** Of the feeds, and of what was imported. */
  readonly sourceNames: () => readonly string[];
  /** Names like this one, the nearest first. */
  readonly placesLike: (typed: string) => readonly PlaceName[];
  readonly sourcesLike: (typed: string) => readonly string[];
  /** Briefings that have every word of a side. */
  readonly idsHolding: (side: TextSide) => ReadonlySet<string>;
  readonly textSideOf: (value: string) => TextSide;
  readonly now: Instant;
  readonly timeZone: string;
}

interface Readable {
  readonly test: BriefingTest;
  readonly hints?: readonly QueryHint[];
  readonly places?: readonly number[];
  readonly territory?: Territory;
}

type Read = Readable | { readonly inTitle: true } | { readonly hints: readonly QueryHint[] };

/** Reads `key:value` conditions; what can't be read is a hint and a word, never an error. */
export function readConditions(rows: readonly AnyOf[], needs: NarrowingNeeds): Narrowing {
  const tests: BriefingTest[] = [];
  const hints: QueryHint[] = [];
  const places: number[] = [];
  const asWords: string[] = [];
  const withPhrases: OrPhrases[] = [];
  const lying: Lying = { places: [], territories: [] };
  let inTitle: boolean | null = null;
  for (const row of rows) {
    const alternatives: BriefingTest[] = [];
    const texts = [...row.texts];
    for (const condition of row.conditions) {
      const read = readCondition(condition, needs);
      if ("inTitle" in read) {
        inTitle = !condition.negated;
        continue;
      }
      hints.push(...(read.hints ?? []));
      if (!("test" in read)) {
        if (condition.negated) continue;
        if (row.conditions.length + row.texts.length === 1) asWords.push(condition.value);
        else texts.push(needs.textSideOf(condition.value));
        continue;
      }
      if (!condition.negated) places.push(...(read.places ?? []));
      if (!condition.negated && row.conditions.length + row.texts.length === 1) noteLying(lying, condition.value, read);
      const { test } = read;
      alternatives.push(condition.negated ? (head, state) => !test(head, state) : test);
    }
    const phrases = texts.flatMap(({ phrase }) => (phrase === null ? [] : [phrase]));
    if (phrases.length > 0) {
      const otherwise = texts.filter(({ phrase }) => phrase === null).map((side) => holds(side, needs));
      withPhrases.push({ otherwise: anyOf([...alternatives, ...otherwise]), phrases });
    }
    alternatives.push(...texts.map((side) => holds(side, needs)));
    if (alternatives.length > 0) tests.push(anyOf(alternatives));
  }
  hints.push(...placesOutside(lying, needs));
  return { tests, inTitle, hints, places, asWords, withPhrases };
}

/** Places and territories that a query wants both. */
interface Lying {
  readonly places: { readonly value: string; readonly rows: readonly number[] }[];
  readonly territories: { readonly value: string; readonly territory: Territory }[];
}

function noteLying({ places, territories }: Lying, value: string, { places: rows, territory }: Readable): void {
  if (rows !== undefined) places.push({ value, rows });
  if (territory !== undefined) territories.push({ value, territory });
}

/** A report may tell of both, so nothing is filtered by it; but a place that doesn't lie there is soon a wrong one. */
function placesOutside({ places, territories }: Lying, { names: { tables }, placesLike }: NarrowingNeeds): QueryHint[] {
  return places.flatMap(({ value, rows }) =>
    territories.flatMap(({ value: typed, territory }): QueryHint[] => {
      const liesThere = (place: { readonly territories: readonly Territory[] }) =>
        place.territories.includes(territory);
      const is = rows.flatMap((row) => placeAt(tables, row));
      if (is.some(liesThere)) return [];
      return [
        {
          kind: "place-outside",
          value,
          territory: typed,
          said: territory,
          is,
          near: placesLike(value).filter(liesThere),
        },
      ];
    }),
  );
}

function anyOf(tests: readonly BriefingTest[]): BriefingTest {
  const [only, ...others] = tests;
  return only !== undefined && others.length === 0 ? only : (head, state) => tests.some((test) => test(head, state));
}

function holds(side: TextSide, { idsHolding }: NarrowingNeeds): BriefingTest {
  const ids = idsHolding(side);
  return ({ id }) => ids.has(id);
}

function readCondition({ key, value, isQuoted }: Condition, needs: NarrowingNeeds): Read {
  switch (key) {
    case "place":
      return readPlace(value, needs);
    case "territory":
      return readTerritory(value, needs);
    case "actor":
      return readActor(value, needs);
    case "source":
      return readSource(value, { isQuoted }, needs);
    case "before":
    case "after": {
      const start = dateStart(value, needs);
      if (start === null) return { hints: [{ kind: "date-unknown", key, value }] };
      const isAfter = key === "after";
      return { test: ({ times }) => orderTimeOf(times) >= start === isAfter };
    }
    case "lang":
      return readClosed(key, value, (meant) => ({ test: ({ language }) => language === meant }));
    case "in":
      return readClosed(key, value, () => ({ inTitle: true }));
    case "has":
      return readClosed(key, value, () => ({ test: hasAttachment }));
    case "is":
      return readClosed(key, value, (meant) => ({ test: isInState[meant as keyof typeof isInState] }));
  }
}

export const isInState: Readonly<Record<"unread" | "saved" | "reference", BriefingTest>> = {
  unread: (_head, { read }) => !read,
  saved: (_head, { saved }) => saved,
  reference: ({ kind }) => kind === "reference",
};

export const hasAttachment: BriefingTest = ({ attachments, kept }) => attachments.length + kept.length > 0;

function readClosed(key: ClosedKey, value: string, read: (meant: string) => Read): Read {
  const meant = closedValueOf(key, value);
  return meant === null ? { hints: [{ kind: "value-unknown", key, value }] } : read(meant);
}

function readPlace(value: string, needs: NarrowingNeeds): Read {
  const { names, placesLike } = needs;
  const shown = (rows: readonly number[]) => rows.flatMap((row) => placeAt(names.tables, row));
  const found = names.lookUp.place(value);
  if (found.kind === "wrong-territory") {
    const near = placesLike(value).filter(({ territories }) => territories.includes(found.said));
    return { hints: [{ kind: "place-elsewhere", value, said: found.said, is: shown(found.rows), near }] };
  }
  if (found.kind === "unknown") {
    if (territoryOf(value) !== null) return readTerritory(value, needs);
    return { hints: [{ kind: "place-unknown", value, near: placesLike(value) }] };
  }
  const places = shown(found.rows);
  const areDifferent = new Set(places.map(({ territories }) => territories.join())).size > 1;
  const territory = territoryOf(value);
  const hints: QueryHint[] = [];
  if (areDifferent) hints.push({ kind: "place-several", value, places });
  else if (territory !== null && places.some(({ type }) => type === "territory-seat")) {
    hints.push({ kind: "territory-too", value, territory });
  }
  return { test: namesRow(names, "place", found.rows), hints, places: found.rows };
}

function readTerritory(value: string, { names }: NarrowingNeeds): Read {
  const territory = territoryOf(value);
  if (territory === null) return { hints: [{ kind: "territory-unknown", value }] };
  const { tables, facets } = names;
  const liesThere = (row: number) => tables.places[row]?.territories.includes(territory) === true;
  return {
    territory,
    test({ id }) {
      const found = facets.get(id);
      return found !== null && (found.places.some(liesThere) || found.doubtful.some(liesThere));
    },
  };
}

function readActor(value: string, { names }: NarrowingNeeds): Read {
  const rows = names.lookUp.actor(value);
  if (rows.length === 0) return { hints: [{ kind: "actor-unknown", value }] };
  return { test: namesRow(names, "actor", rows) };
}

/** A doubtful place counts for each place of its name: whoever asks for one must not miss it. */
function namesRow({ facets }: CurrentNames, table: "place" | "actor", rows: readonly number[]): BriefingTest {
  return ({ id }) => {
    const found = facets.get(id);
    if (found === null) return false;
    if (table === "actor") return rows.some((row) => found.actors.includes(row));
    return rows.some((row) => found.places.includes(row) || found.doubtful.includes(row));
  };
}

/** In quotation marks the whole name, else a part of it. */
function readSource(
  value: string,
  { isQuoted }: { readonly isQuoted: boolean },
  { sourceNames, sourcesLike }: NarrowingNeeds,
): Read {
  const names = sourceNames();
  const meant = new Set(isQuoted ? namesCalled(value, names) : names.filter((name) => holdsPart(name, value)));
  const hints: readonly QueryHint[] =
    meant.size > 0 ? [] : [{ kind: "source-unknown", value, near: sourcesLike(value) }];
  return { test: ({ sourceName }) => meant.has(sourceName), hints };
}

/** The very name; without one, whoever is called so but for accents and capitals. */
function namesCalled(value: string, names: readonly string[]): readonly string[] {
  const exact = names.filter((name) => withoutQuotes(name) === value);
  return exact.length > 0 ? exact : names.filter((name) => foldText(withoutQuotes(name)) === foldText(value));
}

function holdsPart(name: string, part: string): boolean {
  return foldText(name).includes(foldText(part));
}
