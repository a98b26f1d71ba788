import { isOutsideAreas } from "../../model/areas.ts";
import type { BriefingRow } from "../../model/briefing.ts";
import type { BriefingId } from "../../model/ids.ts";
import type { QueryHint } from "../../model/query/query-hints.ts";
import { type Filters, isFiltered } from "../../model/view.ts";
import type { Catalogue } from "../vault.ts";
import { namedThing } from "./names/named-thing.ts";
import { territoriesOf } from "./names/names-in-briefings.ts";
import { type Narrowing, type NarrowingNeeds, readConditions } from "./narrow.ts";
import { type ParseOptions, parseQuery, type Query, type QueryWord, textSideOf, withSideWords } from "./parse-query.ts";
import type { IndexAnswer, SearchIndex } from "./search-index.ts";
import { standsInTitle } from "./title-words.ts";

export interface Asked {
  readonly query: string;
  readonly filters: Filters;
}

const nothingAsked = parseQuery("");

/** A query as it will be searched: its words, and which briefings may be hits at all. */
export interface PreparedSearch {
  readonly query: Query;
  readonly narrowing: Narrowing;
  readonly hints: readonly QueryHint[];
  readonly allow: (id: string) => boolean;
  readonly allowRow: (row: BriefingRow) => boolean;
  /** `allow` refuses only what is deleted, and the index has none of that: it needn't be asked for every hit. */
  readonly allowsAll: boolean;
  /** Hits that `allow` refused only because they lie outside the reader's areas. */
  readonly outside: ReadonlySet<string>;
  /** Whether it was typed as a word, not as the value of a condition that can't be read. */
  readonly isTyped: (word: string) => boolean;
  /** Words that an OR joins to a condition and that stand nowhere. */
  readonly unmatched: IndexAnswer["unmatched"];
}

export function prepareSearch(
  { query: typed, filters }: Asked,
  {
    catalogue,
    index,
    needs,
  }: {
    readonly catalogue: Catalogue;
    readonly index: SearchIndex;
    readonly needs: Omit<NarrowingNeeds, "idsHolding" | "textSideOf">;
  },
): PreparedSearch {
  const { names } = needs;
  const options = namingOf(names);
  const parsed = parseQuery(typed, options);
  const unmatched: IndexAnswer["unmatched"][number][] = [];
  const narrowing = readConditions(parsed.conditions, {
    ...needs,
    textSideOf: (value) => textSideOf(value, { ...options, isQuoted: false, isLast: false }),
    idsHolding: ({ words }) => {
      const found = idsHoldingAll(index, words);
      unmatched.push(...found.unmatched);
      return found.ids;
    },
  });
  const query = withWords(
    parsed,
    narrowing.asWords.length === 0 ? null : parseQuery(narrowing.asWords.join(" "), options),
  );

  const { areas } = filters;
  const passing = isFiltered(filters)
    ? new Set<string>(
        catalogue.idsOf({ view: { kind: "all" }, filters: { ...filters, areas: [] }, notNewerThan: null }),
      )
    : null;
  const excluded = idsHolding(index, query.excluded.filter((phrase) => phrase.length === 1).flat());
  const { inTitle } = narrowing;
  const titleWords = inTitle === null || query.words.length === 0 ? null : index.explain(query);
  const outside = new Set<string>();

  const passes = ({ head, state }: BriefingRow): boolean => {
    if (passing?.has(head.id) === false || excluded?.has(head.id) === true) return false;
    for (const test of narrowing.tests) if (!test(head, state)) return false;
    // Reading a title is what costs most.
    return titleWords === null || standsInTitle(head, titleWords) === inTitle;
  };
  const allowRow = (row: BriefingRow): boolean => {
    if (!passes(row)) return false;
    const { id } = row.head;
    if (areas.length === 0 || !isOutsideAreas(territoriesOf(names, id), areas)) return true;
    outside.add(id);
    return false;
  };
  const allow = (id: string): boolean => {
    const row = catalogue.row(id as BriefingId);
    return row !== null && allowRow(row);
  };
  return {
    query,
    narrowing,
    hints: [...query.hints, ...narrowing.hints],
    allow,
    allowRow,
    allowsAll:
      passing === null &&
      excluded === null &&
      titleWords === null &&
      narrowing.tests.length === 0 &&
      areas.length === 0,
    outside,
    unmatched,
    isTyped: (word) => withSideWords(parsed).words.some(({ typed: one }) => one === word),
  };
}

/** How the words of a query are read with the names that are known here. */
export function namingOf(names: NarrowingNeeds["names"]): ParseOptions {
  return {
    spellingsOf: (word) => names.lookUp.spellingsOf(word),
    namedThing: (stretch) => namedThing(stretch, names),
    isName: (word) => names.lookUp.isName(word),
  };
}

/** Every briefing that an index search would call a hit, without ranking them. */
export function collectHits(index: SearchIndex, { query, allow }: PreparedSearch): ReadonlySet<string> {
  const ids = new Set<string>();
  index.search({
    query,
    // As in a search of the list: whether the words are taken more loosely hangs on how many hits they have.
    limit: 200,
    allow(id) {
      if (!allow(id)) return false;
      ids.add(id);
      return true;
    },
  });
  return ids;
}

/** null = none asked for. */
function idsHolding(index: SearchIndex, words: readonly string[]): ReadonlySet<string> | null {
  if (words.length === 0) return null;
  const ids = new Set<string>();
  for (const word of words) {
    for (const id of idsHoldingAll(index, parseQuery(`"${word}"`).words).ids) ids.add(id);
  }
  return ids;
}

function idsHoldingAll(index: SearchIndex, words: readonly QueryWord[]) {
  const ids = new Set<string>();
  const { total, unmatched } = index.search({
    query: { ...nothingAsked, words },
    limit: 1,
    needsAll: true,
    allow(id) {
      ids.add(id);
      return true;
    },
  });
  // With a word that stands nowhere the others were looked for all the same.
  return { ids: total === 0 ? new Set<string>() : ids, unmatched };
}

function withWords(query: Query, more: Query | null): Query {
  if (more === null) return query;
  const known = new Set(query.words.map(({ text }) => text));
  return { ...query, words: [...query.words, ...more.words.filter(({ text }) => !known.has(text))] };
}
