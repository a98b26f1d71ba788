import uFuzzy from "@leeoniya/ufuzzy";
import { Charset, Document as FlexDocument } from "flexsearch";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { type SearchDocument, SearchIndex } from "../../renderer/library/search/search-index.ts";
import { type CorpusBriefing, generateBriefings } from "./corpus.ts";
import { documentOf } from "./given-corpus.ts";
import { seededRandom } from "./random.ts";

export const engineNames = ["field-reader", "minisearch", "flexsearch", "ufuzzy", "fuse"] as const;
export type EngineName = (typeof engineNames)[number];

/** What all of them can do, each with the settings that its own documentation gives for long texts with typos. */
export interface SearchEngine {
  add(documents: readonly SearchDocument[]): void;
  /** What it would do once it has been left alone. */
  finish(): void;
  /** Ids, best first. */
  search(query: string, limit: number): readonly string[];
  remove(id: string): void;
  /** Kept and read again; null = it can't, or has no form of its own for it. */
  readonly keep: (() => { readonly bytes: number; readonly load: () => unknown }) | null;
  /** Makes its dictionary this large; null = it has none that is global. */
  readonly fillDictionary: ((terms: number) => void) | null;
}

export function createEngine(name: EngineName): SearchEngine {
  switch (name) {
    case "field-reader":
      return fieldReader();
    case "minisearch":
      return miniSearch();
    case "flexsearch":
      return flexSearch();
    case "ufuzzy":
      return microFuzzy();
    case "fuse":
      return fuseTokens();
  }
}

function fieldReader(): SearchEngine {
  const index = new SearchIndex();
  const finish = (): void => {
    index.serialise();
    for (const _step of index.tidy());
  };
  return {
    add: (documents) => index.add(documents),
    finish,
    search: (query, limit) => index.search({ query, limit }).hits.map((hit) => hit.id),
    remove: (id) => index.remove([id]),
    keep() {
      const { parts } = index.serialise();
      const bytes = parts.reduce((sum, part) => sum + part.bytes.length, 0);
      return {
        bytes,
        load() {
          const loaded = SearchIndex.load(parts);
          if (loaded?.size !== index.size) throw new Error("the kept index can't be read");
        },
      };
    },
    fillDictionary(terms) {
      for (const briefing of briefingsOfNewWords()) {
        if (index.termCount >= terms) break;
        index.add([documentOf(briefing, 0)]);
      }
      finish();
    },
  };
}

/** Words nobody wrote before, four hundred to a briefing. */
function* briefingsOfNewWords(): Generator<CorpusBriefing> {
  const random = seededRandom(9);
  const syllables = "ba ke mi no ru sa te lo vu pra ndi tion ment eur ka bo shi ge za fre".split(" ");
  const word = (): string => Array.from({ length: 3 + random.below(3) }, () => random.pick(syllables)).join("");
  for (let number = 0; ; number++) {
    const body = [Array.from({ length: 400 }, word).join(" ")];
    yield { id: `words-${number}`, title: word(), keyPoints: [], body, lang: "fr" };
  }
}

const withoutAccents = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Its guide: `fuzzy: 0.2`, prefixes for the word still being typed, boosts by field, terms folded by `processTerm`. */
function miniSearch(): SearchEngine {
  const options = {
    fields: ["title", "keyPoints", "body"],
    processTerm: withoutAccents,
    searchOptions: {
      boost: { title: 6, keyPoints: 3 },
      fuzzy: 0.2,
      prefix: (_term: string, at: number, terms: string[]) => at === terms.length - 1,
    },
  };
  const index = new MiniSearch<FlatText>(options);
  return {
    add: (documents) => index.addAll(documents.map(flat)),
    finish() {},
    search: (query, limit) =>
      index
        .search(query)
        .slice(0, limit)
        .map((hit) => String(hit.id)),
    remove: (id) => index.discard(id),
    keep() {
      const json = JSON.stringify(index);
      return { bytes: json.length, load: () => MiniSearch.loadJSON(json, options) };
    },
    fillDictionary: null,
  };
}

/**
 * Its guide: a document index with settings by field, a balanced Latin encoder, suggestions where a word is missing.
 * `tolerant` is its way with typos; for whole bodies that takes 75 s and 1.4 GB a thousand briefings, so that they
 * get `forward`, its way with half-typed words.
 */
function flexSearch(): SearchEngine {
  const encoder = Charset.LatinBalance;
  const index = new FlexDocument({
    document: {
      id: "id",
      index: [
        { field: "title", tokenize: "tolerant", encoder },
        { field: "keyPoints", tokenize: "tolerant", encoder },
        { field: "body", tokenize: "forward", encoder },
      ],
    },
  });
  return {
    add(documents) {
      for (const document of documents) index.add(flat(document));
    },
    finish() {},
    search: (query, limit) =>
      index.search(query, { limit, suggest: true, merge: true }).map((hit: { id: unknown }) => String(hit.id)),
    remove: (id) => void index.remove(id),
    keep: null,
    fillDictionary: null,
  };
}

/** Its guide: one error a term, terms in any order, accents taken off both sides. */
function microFuzzy(): SearchEngine {
  const matcher = new uFuzzy({ intraMode: 1 });
  const ids: string[] = [];
  const haystack: string[] = [];
  return {
    add(documents) {
      for (const { id, title, keyPoints, body } of documents) {
        ids.push(id);
        haystack.push(uFuzzy.latinize([title, ...keyPoints, ...body].join(" ")));
      }
    },
    finish() {},
    search(query, limit) {
      const [found, , order] = matcher.search(haystack, uFuzzy.latinize(query.trim()), 1);
      const best = order === null ? (found ?? []) : order.map((at) => (found ?? [])[at] as number);
      return Array.from(best.slice(0, limit), (at) => ids[at] as string);
    },
    remove(id) {
      const at = ids.indexOf(id);
      ids.splice(at, 1);
      haystack.splice(at, 1);
    },
    keep: null,
    fillDictionary: null,
  };
}

/** Its guide: `useTokenSearch`, matches anywhere in the text, accents aside, weights by field. */
function fuseTokens(): SearchEngine {
  const fuse = new Fuse<FlatText>([], {
    keys: [
      { name: "title", weight: 6 },
      { name: "keyPoints", weight: 3 },
      { name: "body", weight: 1 },
    ],
    useTokenSearch: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
  });
  return {
    add(documents) {
      for (const document of documents) fuse.add(flat(document));
    },
    finish() {},
    search: (query, limit) => fuse.search(query, { limit }).map(({ item }) => item.id),
    remove: (id) => void fuse.remove((item) => item.id === id),
    keep: null,
    fillDictionary: null,
  };
}

type FlatText = Record<"id" | "title" | "keyPoints" | "body", string>;

function flat({ id, title, keyPoints, body }: SearchDocument): FlatText {
  return { id, title, keyPoints: keyPoints.join("\n"), body: body.join("\n") };
}

/** Thirty and a hundred that weren't there before. */
export function freshDocuments(): SearchDocument[] {
  return [...generateBriefings({ count: 130, seed: 6 })].map((briefing, number) => ({
    ...documentOf(briefing, 1e9 + number),
    id: `new-${number}`,
  }));
}
