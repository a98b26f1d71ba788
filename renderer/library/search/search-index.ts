import { TermCounter } from "./count-terms.ts";
import { HeadSegment } from "./head-segment.ts";
import { type IndexPart, partsOf, stateOf } from "./index-parts.ts";
import { chooseMerge, mergeSegments } from "./merge-segments.ts";
import { type Phrase, parseQuery, type Query, type QueryWord } from "./parse-query.ts";
import { type Hit, type Ranking, rank } from "./rank.ts";
import { commonInPlaceOf } from "./rare-words.ts";
import { RecentWords, type ResolvedWord, resolveWords, type WeightedTerm } from "./resolve-words.ts";
import { maxSegmentSize, type Segment, type SegmentEntry } from "./segment.ts";
import { standingIn } from "./standing-terms.ts";
import { TermDictionary } from "./term-dictionary.ts";

/** What of a briefing can be found, as plain text. */
export interface SearchDocument {
  readonly id: string;
  readonly revision: number;
  /** Where it stands in the list; the newer of two equal hits comes first. */
  readonly time: number;
  readonly title: string;
  readonly keyPoints: readonly string[];
  readonly sourceName: string;
  readonly body: readonly string[];
}

export interface SearchOptions {
  readonly query: string | Query;
  /** Only these; without it, all. */
  readonly allow?: (id: string) => boolean;
  readonly limit: number;
  /** Every word must stand there, none is made up for by others. One that stands nowhere is taken for the nearest. */
  readonly needsAll?: boolean;
}

/** How a word of the query was understood; what `highlight.ts` marks. */
export interface WordAnswer {
  readonly typed: string;
  /** The word itself, its other forms and what it begins. */
  readonly strict: ReadonlySet<string>;
  /** Within the typos allowed. */
  readonly near: () => ReadonlySet<string>;
  /** Every longer word that begins so is meant too. */
  readonly beginning: string | null;
  /** Names of several words that say the same. */
  readonly names: readonly Phrase[];
}

export interface IndexAnswer {
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly forgiven: Ranking["forgiven"];
  /** Words that stand nowhere as typed, each with the nearest that do. */
  readonly unmatched: readonly { readonly word: string; readonly nearest: readonly string[] }[];
}

const fieldWeights = { title: 6, keyPoint: 3, sourceName: 2, body: 1 } as const;
/** Small enough to be written as a segment of its own within a few milliseconds. */
const sealHeadFrom = 256;
const maxNearest = 3;

/**
 * Full text of all briefings in two stages: words to terms (one dictionary for all), terms to briefings (segments).
 * Plain memory: it reads and writes nothing by itself.
 */
export class SearchIndex {
  #dictionary = new TermDictionary();
  #segments: Segment[] = [];
  #lastSerial = 1;
  #head = new HeadSegment();
  #headSerial = 1;
  /** By id: serial of the segment × 8,192 + place in it. */
  readonly #places = new Map<string, number>();
  #aliveWords = 0;

  readonly #counter = new TermCounter();
  readonly #recentWords = new RecentWords();
  readonly #termsOf = (word: QueryWord) => this.#recentWords.termsOf(word, this.#dictionary);

  /** null = these parts can't be used: build it anew. */
  static load(parts: readonly IndexPart[]): SearchIndex | null {
    const state = stateOf(parts);
    if (state === null) return null;
    const index = new SearchIndex();
    index.#dictionary = state.dictionary;
    index.#segments = [...state.segments];
    for (const segment of index.#segments) {
      index.#lastSerial = Math.max(index.#lastSerial, segment.serial);
      segment.columns.ids.forEach((id, place) => {
        if (segment.alive[place] === 0) return;
        index.#places.set(id, segment.serial * maxSegmentSize + place);
        index.#aliveWords += segment.lengths[place] as number;
      });
    }
    index.#startHead();
    return index;
  }

  get size(): number {
    return this.#places.size;
  }
  get termCount(): number {
    return this.#dictionary.size;
  }

  /** null = not in the index. */
  revisionOf(id: string): number | null {
    const found = this.#places.get(id);
    if (found === undefined) return null;
    const place = found % maxSegmentSize;
    const segment = this.#segmentOf(found);
    return segment === null
      ? (this.#head.entries[place]?.revision ?? null)
      : (segment.columns.revisions[place] ?? null);
  }

  ids(): Iterable<string> {
    return this.#places.keys();
  }

  /** A briefing that is there already is replaced. */
  add(documents: readonly SearchDocument[]): void {
    for (const document of documents) this.#addOne(document);
    this.#recentWords.forget();
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      const found = this.#places.get(id);
      if (found === undefined) continue;
      this.#places.delete(id);
      const segment = this.#segmentOf(found) ?? this.#head;
      const place = found % maxSegmentSize;
      segment.alive[place] = 0;
      segment.aliveCount--;
      this.#aliveWords -= segment.lengths[place] as number;
    }
  }

  search({ query, allow, limit, needsAll = false }: SearchOptions): IndexAnswer {
    const parsed = typeof query === "string" ? parseQuery(query) : query;
    const words = resolveWords(parsed, this.#termsOf, (word) => this.#namedPlaces(word));
    const segments = this.#head.size > 0 ? [this.#head, ...this.#segments] : this.#segments;
    const ranking = rank(words, segments, {
      limit,
      allow: allow ?? null,
      averageLength: Math.max(1, this.#aliveWords / Math.max(1, this.size)),
      documentCount: this.size,
      needsAll: needsAll || parsed.phrases.length > 0,
    });
    return { ...ranking, unmatched: this.#unmatched(words, segments) };
  }

  /**
   * How each word of a query is understood here, for marking it in a text. `forgiven`: what is nearly a word counts for
   * it only with these words, and with one that stands nowhere; without it, with all.
   */
  explain(query: string | Query, forgiven: Ranking["forgiven"] | null = null): WordAnswer[] {
    const parsed = typeof query === "string" ? parseQuery(query) : query;
    return resolveWords(parsed, this.#termsOf).map(({ word, strict, near }) => {
      let nearTexts: ReadonlySet<string> | null = null;
      const isForgiven = !word.isName && (forgiven === null || strict.length === 0 || forgiven.has(word.text));
      return {
        typed: word.typed,
        strict: new Set([word.text, ...this.#textsOf(strict)]),
        near: () => {
          nearTexts ??= new Set(isForgiven ? this.#textsOf(near().terms) : []);
          return nearTexts;
        },
        beginning: word.isUnfinished ? word.text : null,
        names: word.named?.names ?? [],
      };
    });
  }

  /** Words that stand in a few briefings where a word one letter away stands in many, each with that. */
  rareWords(query: Query): readonly { readonly word: string; readonly nearest: readonly string[] }[] {
    return query.words.flatMap((word) => {
      const common = commonInPlaceOf(word, this.#termsOf(word), this.#dictionary);
      return common.length === 0 ? [] : [{ word: word.typed, nearest: common.slice(0, 1) }];
    });
  }

  #textsOf(terms: readonly WeightedTerm[]): string[] {
    return terms.map(({ term }) => this.#dictionary.textOf(term));
  }

  /** Writes the grown end down and joins small segments, in steps of about a millisecond. Run one at a time. */
  *tidy(): Generator<void, void> {
    if (this.#head.size >= sealHeadFrom) this.#sealHead();
    for (let chosen = chooseMerge(this.#segments); chosen !== null; chosen = chooseMerge(this.#segments)) {
      yield;
      const merged = yield* mergeSegments(++this.#lastSerial, chosen, this.#dictionary);
      this.#replace(chosen, merged);
      this.#recentWords.forget();
    }
  }

  /** Everything as parts to be sealed and kept; those whose names are in `kept` are named but not made again. */
  serialise(kept: ReadonlySet<string> = new Set()): { names: string[]; parts: IndexPart[] } {
    if (this.#head.size > 0) this.#sealHead();
    return partsOf({ dictionary: this.#dictionary, segments: this.#segments }, kept);
  }

  get memoryBytes(): number {
    let bytes = this.#dictionary.memoryBytes + this.#head.memoryBytes;
    for (const segment of this.#segments) bytes += segment.memoryBytes;
    return bytes + this.#places.size * 40;
  }

  #addOne(document: SearchDocument): void {
    this.remove([document.id]);
    const counter = this.#counter;
    const dictionary = this.#dictionary;
    counter.read(document.title, fieldWeights.title, dictionary);
    for (const keyPoint of document.keyPoints) counter.read(keyPoint, fieldWeights.keyPoint, dictionary);
    counter.read(document.sourceName, fieldWeights.sourceName, dictionary);
    for (const text of document.body) counter.read(text, fieldWeights.body, dictionary);

    if (this.#head.size === maxSegmentSize) this.#sealHead();
    const counted = counter.take();
    const length = Math.min(65_535, counted.words);
    const entry: SegmentEntry = { id: document.id, revision: document.revision, time: document.time, length };
    const place = this.#head.add(entry, counted);
    dictionary.countBriefing(counted);
    this.#places.set(document.id, this.#headSerial * maxSegmentSize + place);
    this.#aliveWords += length;
  }

  #segmentOf(found: number): Segment | null {
    const serial = Math.floor(found / maxSegmentSize);
    return this.#segments.find((segment) => segment.serial === serial) ?? null;
  }

  #startHead(): void {
    this.#head = new HeadSegment();
    this.#headSerial = ++this.#lastSerial;
  }

  #sealHead(): void {
    this.#segments.push(this.#head.seal(this.#headSerial, this.#dictionary.size));
    this.#startHead();
  }

  #replace(old: readonly Segment[], merged: Segment): void {
    this.#segments = [...this.#segments.filter((segment) => !old.includes(segment)), merged];
    const serials = new Set(old.map((segment) => segment.serial));
    merged.columns.ids.forEach((id, place) => {
      const found = this.#places.get(id);
      // Deleted or revised while the merge was under way.
      if (found === undefined || !serials.has(Math.floor(found / maxSegmentSize))) {
        merged.alive[place] = 0;
        merged.aliveCount--;
      } else this.#places.set(id, merged.serial * maxSegmentSize + place);
    });
  }

  /** Briefings that say a word by another name, as places in their segments. */
  #namedPlaces({ named }: QueryWord): ResolvedWord["named"] {
    const bySerial = new Map<number, number[]>();
    for (const id of named?.ids() ?? []) {
      const found = this.#places.get(id);
      if (found === undefined) continue;
      const serial = Math.floor(found / maxSegmentSize);
      const known = bySerial.get(serial);
      if (known === undefined) bySerial.set(serial, [found % maxSegmentSize]);
      else known.push(found % maxSegmentSize);
    }
    return new Map(
      [...bySerial].map(([serial, places]) => [this.#segmentOf(serial * maxSegmentSize) ?? this.#head, places]),
    );
  }

  #unmatched(words: readonly ResolvedWord[], segments: Parameters<typeof standingIn>[0]): IndexAnswer["unmatched"] {
    const stands = standingIn(segments, this.#dictionary);
    return words
      .filter(({ strict, named }) => named.size === 0 && !strict.some(({ term }) => stands(term)))
      .map(({ word, near }) => ({ word: word.typed, nearest: this.#textsOf(firstOf(near().terms, stands)) }));
  }
}

function firstOf(terms: readonly WeightedTerm[], stands: (term: number) => boolean): readonly WeightedTerm[] {
  const first: WeightedTerm[] = [];
  for (const one of terms) {
    if (first.length === maxNearest) break;
    if (stands(one.term)) first.push(one);
  }
  return first;
}
