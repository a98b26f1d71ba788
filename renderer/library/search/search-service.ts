import type { CancelSignal } from "../../contracts/calls.ts";
import type { BodyMatch, BriefingRow, RevisionContent } from "../../model/briefing.ts";
import type { Changed } from "../../model/changes.ts";
import { type BriefingId, brandId } from "../../model/ids.ts";
import { type Filters, noFilters, type SearchAnswer, type SearchHit } from "../../model/view.ts";
import { markTexts, rangesOf } from "./highlight.ts";
import { IndexKeeper, type KeepIndexOptions } from "./keep-index.ts";
import { NearestNames } from "./nearest-names.ts";
import { parseQuery, type Query } from "./parse-query.ts";
import { holdsPhrases } from "./phrases.ts";
import { type PlainTexts, plainTextsOf, RecentTexts } from "./plain-texts.ts";
import type { IndexAnswer, WordAnswer } from "./search-index.ts";
import { bestSnippet, cutSnippet, type Snippet } from "./snippet.ts";
import { spellAsIn } from "./spelling.ts";

export interface SearchService {
  /** Loads or builds the index in the background: call it once the first list page is out. */
  start(): Promise<void>;
  stop(): void;
  /** Call with every applied batch. */
  follow(changed: Changed): void;
  /** A newer search makes the running one answer with what it has: it is no longer looked at. */
  search(
    asked: { readonly query: string; readonly filters: Filters; readonly limit: number },
    signal?: CancelSignal,
  ): Promise<Omit<SearchAnswer, "copies">>;
  /** How many briefings have every word of a query; `among` = only of these. */
  countHits(asked: {
    readonly query: string;
    readonly filters: Filters;
    readonly among: ReadonlySet<string> | null;
  }): Promise<number>;
  /** Where a query's words stand in an opened briefing, in reading order. */
  matchesIn(content: RevisionContent, query: string): readonly BodyMatch[];
  readonly isComplete: boolean;
}

/** Rows on screen at once: their passages come from the whole text, those further down from what the list has. */
const rowsWithPassages = 16;
const recentTextLength = 3_000_000;
/** A phrase is looked up in the texts themselves, best hits first. */
const maxPhraseCandidates = 400;
const textsPerRead = 20;
const maxBodyMatches = 2_000;

interface FindHow {
  readonly limit: number;
  readonly among?: ReadonlySet<string> | null;
  readonly needsAll?: boolean;
}

export function createSearchService(options: KeepIndexOptions): SearchService {
  const keeper = new IndexKeeper(options);
  const { vault } = options;
  const recent = new RecentTexts(recentTextLength);
  const names = new NearestNames(vault.catalogue);
  let newest = 0;

  /** In the order asked; null = damaged. */
  async function readTexts(ids: readonly BriefingId[]): Promise<(PlainTexts | null)[]> {
    const texts = ids.map((id) => recent.get(id, vault.catalogue.head(id)?.revision ?? 0));
    const missing = ids.filter((_, at) => texts[at] === null);
    if (missing.length === 0) return texts;
    const contents = await vault.readRevisions(missing);
    missing.forEach((id, at) => {
      const content = contents[at];
      if (content === null || content === undefined) return;
      const read = plainTextsOf(content);
      recent.keep(id, vault.catalogue.head(id)?.revision ?? 0, read);
      texts[ids.indexOf(id)] = read;
    });
    return texts;
  }

  function find(query: Query, filters: Filters, { among = null, ...how }: FindHow): IndexAnswer {
    const { catalogue } = vault;
    const isMeant = (id: string): boolean => among === null || among.has(id);
    if (isUnfiltered(filters)) {
      const isThere = (id: string): boolean => isMeant(id) && !catalogue.isDeleted(id as BriefingId);
      return keeper.index.search({ query, ...how, allow: isThere });
    }
    const allowed = new Set<string>(catalogue.idsOf({ view: { kind: "all" }, filters, notNewerThan: null }));
    return keeper.index.search({ query, ...how, allow: (id) => isMeant(id) && allowed.has(id) });
  }

  async function keepPhrases(query: Query, found: IndexAnswer, limit: number, isOver: () => boolean) {
    const hits: IndexAnswer["hits"][number][] = [];
    for (let from = 0; from < found.hits.length && !isOver(); from += textsPerRead) {
      const candidates = found.hits.slice(from, from + textsPerRead);
      const texts = await readTexts(candidates.map((hit) => brandId<BriefingId>(hit.id)));
      hits.push(...candidates.filter((_, at) => holdsPhrases(texts[at] ?? null, query.phrases)));
    }
    return { ...found, hits: hits.slice(0, limit), total: hits.length };
  }

  async function present(rows: readonly BriefingRow[], words: readonly WordAnswer[], isOver: () => boolean) {
    const hits = rows.map((row) => presentRow(row, words));
    const thin = hits.slice(0, rowsWithPassages).filter((hit) => hit.wordsShown < words.length);
    if (thin.length === 0 || isOver()) return hits.map(({ hit }) => hit);
    const texts = await readTexts(thin.map(({ hit }) => hit.row.head.id));
    const passages = new Map(thin.map(({ hit }, at) => [hit.row.head.id, passageOf(texts[at] ?? null, words)]));
    return hits.map(({ hit }) => {
      const passage = passages.get(hit.row.head.id) ?? null;
      return passage === null ? hit : { ...hit, snippet: passage.text, snippetRanges: passage.ranges };
    });
  }

  /** The nearest words, as the hits write them: with accents and capitals. */
  function spellNearest(unmatched: SearchAnswer["unmatched"], rows: readonly BriefingRow[]): SearchAnswer["unmatched"] {
    if (unmatched.length === 0) return unmatched;
    const texts = rows.slice(0, rowsWithPassages).flatMap(({ head }) => {
      const read = recent.get(head.id, head.revision);
      return [head.title, ...head.keyPoints, head.lead, ...(read?.runs ?? [])];
    });
    return unmatched.map(({ word, nearest }) => ({
      word,
      nearest: nearest.length > 0 ? spellAsIn(texts, nearest) : names.find(word),
    }));
  }

  return {
    start: () => keeper.start(),
    stop: () => keeper.stop(),
    follow: (changed) => keeper.follow(changed),
    get isComplete() {
      return keeper.isComplete;
    },

    async search({ query: typed, filters, limit }, signal) {
      const turn = ++newest;
      const isOver = (): boolean => turn !== newest || signal?.aborted === true;
      await keeper.start();
      const query = parseQuery(typed);
      const hasPhrases = query.phrases.length > 0;
      let found = find(query, filters, { limit: hasPhrases ? maxPhraseCandidates : limit });
      if (hasPhrases) found = await keepPhrases(query, found, limit, isOver);
      const { catalogue } = vault;
      const rows = found.hits.flatMap(({ id }) => {
        const head = catalogue.head(id as BriefingId);
        return head === null ? [] : [{ head, state: catalogue.state(head.id) }];
      });
      const sequence = catalogue.sequence;
      const searched = keeper.index.size;
      const hits = await present(rows, keeper.index.explain(query), isOver);
      return {
        sequence,
        hits,
        total: found.total,
        searched,
        outOf: keeper.isComplete ? searched : Math.max(searched, catalogue.counts().all ?? catalogue.allIds().length),
        unmatched: spellNearest(found.unmatched, rows),
      };
    },

    async countHits({ query: typed, filters, among }) {
      await keeper.start();
      // A space after it: the last word is whole, and nothing longer is meant.
      const query = parseQuery(`${typed} `);
      const limit = query.phrases.length > 0 ? maxPhraseCandidates : 1;
      const found = find(query, filters, { limit, among, needsAll: true });
      if (query.phrases.length === 0) return found.total;
      return (await keepPhrases(query, found, limit, () => false)).total;
    },

    matchesIn(content, query) {
      const { title, keyPoints, runs } = plainTextsOf(content);
      const texts = [title, ...keyPoints, ...runs];
      const marks = markTexts(texts, keeper.index.explain(query));
      return marks
        .flatMap((ofText, at) => rangesOf(ofText).map((range) => ({ ...partAt(at, keyPoints.length), ...range })))
        .slice(0, maxBodyMatches);
    },
  };
}

function isUnfiltered(filters: Filters): boolean {
  return (Object.keys(noFilters) as (keyof Filters)[]).every((name) => filters[name] === noFilters[name]);
}

function partAt(at: number, keyPoints: number): Pick<BodyMatch, "part" | "index"> {
  if (at === 0) return { part: "title", index: 0 };
  return at <= keyPoints ? { part: "key-point", index: at - 1 } : { part: "body", index: at - 1 - keyPoints };
}

/** What the list's own texts show of the match, and how many of the words that is. */
function presentRow(row: BriefingRow, words: readonly WordAnswer[]): { hit: SearchHit; wordsShown: number } {
  const { title, keyPoints, lead } = row.head;
  const passages = [...keyPoints, lead];
  const [inTitle = [], ...inPassages] = markTexts([title, ...passages], words);
  const snippet = bestSnippet(passages, inPassages) ?? cutSnippet(lead, 0, []);
  const shown = new Set([...inTitle, ...inPassages.flat()].map((mark) => mark.word));
  return {
    hit: { row, titleRanges: rangesOf(inTitle), snippet: snippet.text, snippetRanges: snippet.ranges },
    wordsShown: shown.size,
  };
}

function passageOf(texts: PlainTexts | null, words: readonly WordAnswer[]): Snippet | null {
  if (texts === null) return null;
  const passages = [...texts.keyPoints, ...texts.runs];
  const marks = markTexts([texts.title, ...passages], words).slice(1);
  return bestSnippet(passages, marks);
}
