import type { CancelSignal } from "../../contracts/calls.ts";
import type { BodyMatch, BriefingRow, RevisionContent } from "../../model/briefing.ts";
import type { Changed } from "../../model/changes.ts";
import type { FacetCounts } from "../../model/facets.ts";
import type { BriefingId } from "../../model/ids.ts";
import { widerQueries } from "../../model/query/wider-queries.ts";
import { noFilters, type SearchAnswer, type WiderSearch } from "../../model/view.ts";
import { bodyMatches } from "./body-matches.ts";
import { conditionNames } from "./condition-names.ts";
import { countFacets } from "./count-facets.ts";
import { explainUnmatched, offered } from "./explain-unmatched.ts";
import { TextMarker } from "./highlight.ts";
import { IndexKeeper, type KeepIndexOptions } from "./keep-index.ts";
import { asksTexts, keepPhrases, maxPhraseCandidates } from "./keep-phrases.ts";
import type { NamesKeeper } from "./names/keep-facets.ts";
import { placeAt } from "./names/names-in-briefings.ts";
import { NearestNames } from "./nearest-names.ts";
import { parseQuery, type Query, withSideWords } from "./parse-query.ts";
import { needsTexts } from "./phrases.ts";
import { type PlainTexts, plainTextsOf, RecentTexts } from "./plain-texts.ts";
import { type Asked, collectHits, namingOf, type PreparedSearch, prepareSearch } from "./prepare-search.ts";
import { type PresentedRow, passageOf, presentRow } from "./present-row.ts";
import type { IndexAnswer, WordAnswer } from "./search-index.ts";
import { silenceOn } from "./silence.ts";
import type { Snippet } from "./snippet.ts";

export type UngroupedAnswer = Omit<SearchAnswer, "copies">;

export interface SearchHow {
  readonly signal?: CancelSignal;
  /** Told of what fits on a screen, before any text is read for its best passage. Not told of nothing found. */
  readonly onFirst?: (answer: UngroupedAnswer) => void;
}

export interface SearchService {
  /** Loads or builds the index in the background: call it once the first list page is out. */
  start(): Promise<void>;
  stop(): void;
  /** Call with every applied batch. */
  follow(changed: Changed): void;
  /** A newer search makes the running one answer with what it has: it is no longer looked at. */
  search(asked: Asked & { readonly limit: number }, how?: SearchHow): Promise<UngroupedAnswer>;
  /** How the hits of a query divide. null = cancelled meanwhile. */
  countFacets(asked: Asked, signal?: CancelSignal): Promise<FacetCounts | null>;
  /** How many briefings have every word of a query; `among` = only of these. */
  countHits(asked: Asked & { readonly among: ReadonlySet<string> | null }): Promise<number>;
  /** Where a query's words stand in an opened briefing, in reading order. */
  matchesIn(content: RevisionContent, query: string): readonly BodyMatch[];
  readonly isComplete: boolean;
}

/** Rows on screen at once: their passages come from the whole text, those further down from what the list has. */
const rowsWithPassages = 16;
const recentTextLength = 3_000_000;
/** So long the first answer is being drawn: texts that were read meanwhile would take the page's processor. */
const drawingMs = 24;
/** Two milliseconds: so long the next letter waits at most. */
const rowsPerTurn = 24;
const textsPerTurn = 2;

const mostRare = 2;
/** What is wrong with a pasted text is said by the first of it. */
const mostHints = 6;

interface FindHow {
  readonly limit: number;
  readonly among?: ReadonlySet<string> | null;
  readonly needsAll?: boolean;
}

interface FoundHits extends IndexAnswer {
  readonly isAtLeast: boolean;
}

export interface SearchServiceOptions extends KeepIndexOptions {
  readonly names: NamesKeeper;
}

export function createSearchService(options: SearchServiceOptions): SearchService {
  const keeper = new IndexKeeper(options);
  const { vault, names: named, clock, wait } = options;
  const recent = new RecentTexts(recentTextLength);
  const nearest = new NearestNames(vault.catalogue);
  let newest = 0;

  /** In the order asked; null = damaged. */
  async function readTexts(ids: readonly BriefingId[]): Promise<(PlainTexts | null)[]> {
    // As they are now: one that is revised while its text is read is read again.
    const revisions = ids.map((id) => vault.catalogue.head(id)?.revision ?? 0);
    const texts = ids.map((id, at) => recent.get(id, revisions[at] ?? 0));
    const missing = [...ids.keys()].filter((at) => texts[at] === null);
    if (missing.length === 0) return texts;
    const contents = await vault.readRevisions(missing.map((at) => ids[at] as BriefingId));
    missing.forEach((at, place) => {
      const content = contents[place];
      if (content === null || content === undefined) return;
      const read = plainTextsOf(content);
      recent.keep(ids[at] as BriefingId, revisions[at] ?? 0, read);
      texts[at] = read;
    });
    return texts;
  }

  function prepare(asked: Asked): PreparedSearch {
    const { catalogue } = vault;
    const { timeZone } = catalogue.settings();
    return prepareSearch(asked, {
      catalogue,
      index: keeper.index,
      needs: {
        names: named,
        sourceNames: () => nearest.sourceNames(),
        placesLike: (typed) => nearest.placesLike(typed, named.tables),
        sourcesLike: (typed) => nearest.sourcesLike(typed),
        now: clock(),
        timeZone,
      },
    });
  }

  /** Without words every briefing that passes is a hit, the newest first. */
  function find(prepared: PreparedSearch, { limit, among = null, ...how }: FindHow): IndexAnswer {
    const { query, allow, allowsAll } = prepared;
    if (query.words.length > 0) {
      const isMeant = among === null ? allow : (id: string) => among.has(id) && allow(id);
      const narrowed = allowsAll && among === null ? {} : { allow: isMeant };
      return keeper.index.search({ query, limit, ...how, ...narrowed });
    }
    const rows = rowsAllowed(prepared).filter(({ head }) => among === null || among.has(head.id));
    const hits = rows.slice(0, limit).map(({ head }) => ({ id: head.id, score: 0 }));
    return { hits, total: rows.length, unmatched: [], forgiven: new Set() };
  }

  function rowsAllowed({ query, allowRow }: PreparedSearch): BriefingRow[] {
    const rows: BriefingRow[] = [];
    if (query.conditions.length + query.excluded.length === 0) return rows;
    for (const row of vault.catalogue.allRows()) if (allowRow(row)) rows.push(row);
    return rows;
  }

  async function findAll(prepared: PreparedSearch, how: FindHow, isOver: () => boolean): Promise<FoundHits> {
    if (!asksTexts(prepared)) return { ...find(prepared, how), isAtLeast: false };
    const { catalogue } = vault;
    const limit = needsTexts(prepared.query) ? maxPhraseCandidates : catalogue.allIds().length;
    const found = find(prepared, { ...how, limit });
    const { hits, isWhole } = await keepPhrases(prepared, found.hits, { catalogue, readTexts, isOver });
    const isAtLeast = !isWhole || found.hits.length < found.total;
    return { ...found, hits: hits.slice(0, how.limit), total: hits.length, isAtLeast };
  }

  async function rowsToCount(prepared: PreparedSearch, isOver: () => boolean): Promise<readonly BriefingRow[]> {
    const { catalogue } = vault;
    if (asksTexts(prepared)) {
      const { hits } = await findAll(prepared, { limit: catalogue.allIds().length }, isOver);
      return hits.flatMap(({ id }) => catalogue.row(id as BriefingId) ?? []);
    }
    if (prepared.query.words.length === 0) return rowsAllowed(prepared);
    return [...collectHits(keeper.index, prepared)].flatMap((id) => catalogue.row(id as BriefingId) ?? []);
  }

  function hintsOf({ hints, narrowing }: PreparedSearch): SearchAnswer["hints"] {
    const outOf = vault.catalogue.allIds().length;
    const asksNames = narrowing.tests.length > 0 && !named.isComplete && named.facets.size < outOf;
    const first = hints.slice(0, mostHints);
    return asksNames ? [...first, { kind: "names-incomplete", done: named.facets.size, outOf }] : first;
  }

  /** With nothing found: what finds something in the same areas. */
  async function findWider({ query, filters, limit }: Asked & { readonly limit: number }, isOver: () => boolean) {
    const wider: WiderSearch[] = [];
    for (const one of widerQueries(query, filters)) {
      await wait(0);
      if (isOver()) break;
      const kept = one.keepsFilters ? filters : { ...noFilters, areas: filters.areas };
      const { total } = await findAll(prepare({ query: one.query, filters: kept }), { limit }, isOver);
      if (total > 0) wider.push({ ...one, total });
    }
    return wider;
  }

  /** The places that a query is about: those of `place:`, or the one that all its words name. */
  function placesAsked(typed: string, { narrowing, query }: PreparedSearch): readonly number[] {
    if (narrowing.places.length > 0) return narrowing.places;
    if (query.conditions.length > 0 || query.words.length > 3) return [];
    const found = named.lookUp.place(typed.replace(/["“”«»]/gu, ""));
    return found.kind === "found" ? found.rows : [];
  }

  async function addPassages(presented: readonly PresentedRow[], marker: TextMarker, isOver: () => boolean) {
    const thin = presented.filter((hit) => hit.wordsShown < marker.wordCount);
    if (thin.length === 0 || isOver()) return presented.map(({ hit }) => hit);
    const texts = await readTexts(thin.map(({ hit }) => hit.row.head.id));
    const passages = new Map<BriefingId, Snippet | null>();
    for (const [at, { hit }] of thin.entries()) {
      if (at % textsPerTurn === 0) await wait(0);
      if (isOver()) break;
      passages.set(hit.row.head.id, passageOf(texts[at] ?? null, marker));
    }
    return presented.map(({ hit }) => {
      const passage = passages.get(hit.row.head.id) ?? null;
      return passage === null ? hit : { ...hit, snippet: passage.text, snippetRanges: passage.ranges };
    });
  }

  function textsOf(rows: readonly BriefingRow[]): readonly string[] {
    return rows.slice(0, rowsWithPassages).flatMap(({ head }) => {
      const read = recent.get(head.id, head.revision);
      return [head.title, ...head.keyPoints, head.lead, ...(read?.runs ?? [])];
    });
  }

  /** Words that stand in a few texts where a near one stands in many: they may be typos there, and here. */
  function rareWords({ query, isTyped }: PreparedSearch, texts: readonly string[]): SearchAnswer["rare"] {
    const rare = keeper.index.rareWords(query).filter(({ word }) => isTyped(word));
    return rare.slice(0, mostRare).map(({ word, nearest: near }) => offered(word, near, { names: named, texts }));
  }

  /** What is marked: words, those that an OR joins to a condition, and the names that conditions ask for. */
  function answersTo(query: Query, forgiven: IndexAnswer["forgiven"] | null): readonly WordAnswer[] {
    return [...keeper.index.explain(withSideWords(query), forgiven), ...conditionNames(query, named)];
  }

  /** A question that is nothing but the name of several places: which are there. */
  function homonymsAsked(typed: string, prepared: PreparedSearch): SearchAnswer["hints"] {
    if (prepared.narrowing.places.length > 0) return [];
    const places = placesAsked(typed, prepared).flatMap((row) => placeAt(named.tables, row));
    const areDifferent = new Set(places.map(({ territories }) => territories.join())).size > 1;
    return areDifferent ? [{ kind: "place-several", value: typed.trim(), places }] : [];
  }

  return {
    start: () => keeper.start(),
    stop: () => keeper.stop(),
    follow: (changed) => keeper.follow(changed),
    get isComplete() {
      return keeper.isComplete;
    },

    async search({ limit, ...asked }, { signal, onFirst } = {}) {
      const turn = ++newest;
      const isOver = (): boolean => turn !== newest || signal?.aborted === true;
      await keeper.start();
      const prepared = prepare(asked);
      const { query, outside } = prepared;
      const found = await findAll(prepared, { limit }, isOver);
      const { catalogue } = vault;
      const rows = found.hits.flatMap(({ id }) => {
        const row = catalogue.row(id as BriefingId);
        return row === null ? [] : [row];
      });
      const marker = new TextMarker(answersTo(query, found.forgiven));
      const first = rows.slice(0, rowsWithPassages).map((row) => presentRow(row, marker));
      const unmatched = [...found.unmatched, ...prepared.unmatched].filter(({ word }) => prepared.isTyped(word));
      const searched = keeper.index.size;
      const answer = {
        sequence: catalogue.sequence,
        hits: first.map(({ hit }) => hit),
        total: found.total,
        isAtLeast: found.isAtLeast,
        searched,
        outOf: keeper.isComplete ? searched : Math.max(searched, catalogue.counts().all ?? catalogue.allIds().length),
        unmatched: explainUnmatched(unmatched, { nearest, names: named, texts: textsOf(rows) }),
        rare: rareWords(prepared, textsOf(rows)),
        hints: [...hintsOf(prepared), ...homonymsAsked(asked.query, prepared)],
        outsideAreas: outside.size,
        wider: [],
        silence: silenceOn(placesAsked(asked.query, prepared), { catalogue, names: named, now: clock() }),
      };
      const isTold = rows.length > 0 && onFirst !== undefined;
      if (isTold) onFirst(answer);
      // From here on the next letter may come at any moment, and then nobody looks at the rest.
      await wait(isTold ? drawingMs : 0);
      const hits = [...(await addPassages(first, marker, isOver))];
      for (let from = rowsWithPassages; from < rows.length && !isOver(); from += rowsPerTurn) {
        await wait(0);
        for (const row of rows.slice(from, from + rowsPerTurn)) hits.push(presentRow(row, marker).hit);
      }
      if (isOver()) return answer;
      return {
        ...answer,
        hits,
        unmatched: explainUnmatched(unmatched, { nearest, names: named, texts: textsOf(rows) }),
        rare: rareWords(prepared, textsOf(rows)),
        wider: found.total === 0 ? await findWider({ ...asked, limit }, isOver) : [],
      };
    },

    async countFacets(asked, signal) {
      await keeper.start();
      const prepared = prepare(asked);
      const { query } = prepared;
      const { catalogue } = vault;
      const { sequence } = catalogue;
      const words = keeper.index.explain(query);
      const needs = { sequence, names: named, timeZone: catalogue.settings().timeZone, wait, words };
      const rows = await rowsToCount(prepared, () => signal?.aborted === true);
      return countFacets(rows, needs, signal);
    },

    async countHits({ query: typed, filters, among }) {
      await keeper.start();
      // A space after it: the last word is whole, and nothing longer is meant.
      const prepared = prepare({ query: `${typed} `, filters });
      return (await findAll(prepared, { limit: 1, among, needsAll: true }, () => false)).total;
    },

    matchesIn(content, query) {
      return bodyMatches(content, answersTo(parseQuery(query, namingOf(named)), null));
    },
  };
}
