import type { ResolvedWord, WeightedTerm } from "./resolve-words.ts";
import { maxSegmentSize, type SearchableSegment } from "./segment.ts";

export interface Hit {
  readonly id: string;
  readonly score: number;
}

export interface Ranking {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** Words, as they are looked for, of which something nearly so was taken for them too. */
  readonly forgiven: ReadonlySet<string>;
}

const nothingForgiven: ReadonlySet<string> = new Set();

export interface RankOptions {
  readonly limit: number;
  readonly allow: ((id: string) => boolean) | null;
  /** Of all living briefings. */
  readonly averageLength: number;
  readonly documentCount: number;
  /** Every word must stand in it; nothing is made up for by others. */
  readonly needsAll: boolean;
}

// BM25's usual values: how soon a repeated word stops counting, and how much a long text is held back.
const saturation = 1.2;
const lengthPenalty = 0.6;
// A briefing with two of three words stands after every one with all three, whatever its title says.
const coverageExponent = 3;
/** So many full answers are enough: typos and partial answers are only looked for below that. */
const enoughHits = 20;
/** With too few full answers, those with at least half of the query's weight come after them. */
const leastCoverage = 0.5;

/** A briefing that says a word by another name says it nearly as well. */
const namedQuality = 0.9;

interface WordTerms {
  readonly terms: readonly WeightedTerm[];
  readonly named: ResolvedWord["named"];
  /** Rare words weigh more. */
  readonly weight: number;
  readonly bestQuality: number;
}

/** Ranks in two passes: first only what was typed; what it may have meant only when that gives too little. */
export function rank(
  words: readonly ResolvedWord[],
  segments: readonly SearchableSegment[],
  options: RankOptions,
): Ranking {
  const typed = words.map((word) => termsOf(word, { withTypos: false }, options)).filter(hasTerms);
  const nothing = { hits: [], total: 0, forgiven: nothingForgiven };
  if (typed.length === 0) return nothing;
  const full = { ...new Scan(typed, segments, options, 1).run(), forgiven: nothingForgiven };
  if (options.needsAll) return typed.length === words.length ? full : nothing;
  if (full.total >= Math.min(options.limit, enoughHits)) return full;
  const forgiven = new Set(words.filter((word) => isForgiven(word, { withTypos: true })).map(({ word }) => word.text));
  const forgiving = words.map((word) => termsOf(word, { withTypos: true }, options)).filter(hasTerms);
  const wide = new Scan(forgiving, segments, options, leastCoverage).run();
  const found = wide.total > 0 ? wide : new Scan(forgiving, segments, options, 0).run();
  return { ...found, forgiven };
}

function hasTerms(word: WordTerms): boolean {
  return word.terms.length > 0 || word.named.size > 0;
}

/** A word that stands in many briefings is spelt right; a rare one may be a typo of theirs. */
function isForgiven(word: ResolvedWord, { withTypos }: { withTypos: boolean }): boolean {
  if (word.word.isName) return false;
  return !isKnown(word) || (withTypos && word.documentCount < enoughHits);
}

function isKnown({ strict, named }: ResolvedWord): boolean {
  return strict.length > 0 || named.size > 0;
}

function termsOf(word: ResolvedWord, how: { withTypos: boolean }, { documentCount }: RankOptions): WordTerms {
  const { named } = word;
  const near = isForgiven(word, how) ? word.near() : null;
  const terms = near === null ? word.strict : [...word.strict, ...near.terms];
  const inBriefings = Math.min(documentCount, isKnown(word) || near === null ? word.documentCount : near.documentCount);
  let mostNamed = 0;
  for (const ofSegment of named.values()) mostNamed += ofSegment.length;
  const most = Math.max(inBriefings, mostNamed);
  return {
    // The best first: the first term that a briefing has then tells how well it has the word.
    terms: [...terms].sort((a, b) => b.quality - a.quality),
    named,
    weight: Math.log(1 + (documentCount - most + 0.5) / (most + 0.5)),
    bestQuality: terms.reduce((best, { quality }) => Math.max(best, quality), named.size > 0 ? namedQuality : 0),
  };
}

/** Sums in 32 bits over thousands of words stay within that of the true ones. */
const roundingRoom = 1.001;

const places = new Uint16Array(maxSegmentSize);
const counts = new Uint8Array(maxSegmentSize);
/** By place: the best of one word's terms in this briefing. */
const wordScore = new Float32Array(maxSegmentSize);
const wordQuality = new Float32Array(maxSegmentSize);
const touched = new Uint16Array(maxSegmentSize);
/** By place: over all words so far. */
const score = new Float32Array(maxSegmentSize);
const coverage = new Float32Array(maxSegmentSize);
const presence = new Float32Array(maxSegmentSize);

class Scan {
  readonly #words: readonly WordTerms[];
  readonly #segments: readonly SearchableSegment[];
  readonly #options: RankOptions;
  readonly #weight: number;
  readonly #leastPresence: number;
  readonly #top: TopHits;
  #total = 0;

  constructor(
    words: readonly WordTerms[],
    segments: readonly SearchableSegment[],
    options: RankOptions,
    leastCoverage: number,
  ) {
    this.#words = words;
    this.#segments = segments;
    this.#options = options;
    this.#weight = words.reduce((sum, word) => sum + word.weight, 0);
    // Sums kept in 32 bits differ in their last ones.
    this.#leastPresence = leastCoverage * this.#weight * (1 - 1e-5);
    this.#top = new TopHits(options.limit);
  }

  run(): Omit<Ranking, "forgiven"> {
    for (const segment of this.#segments) this.#scan(segment);
    return { hits: this.#top.sorted(), total: this.#total };
  }

  #scan(segment: SearchableSegment): void {
    score.fill(0, 0, segment.size);
    coverage.fill(0, 0, segment.size);
    presence.fill(0, 0, segment.size);
    const norms = normsOf(segment, this.#options.averageLength);
    for (const word of this.#words) this.#addWord(segment, norms, word);
    const { allow } = this.#options;
    const { size, alive } = segment;
    for (let place = 0; place < size; place++) {
      const present = presence[place] as number;
      if (present === 0 || present < this.#leastPresence || alive[place] === 0) continue;
      if (allow !== null && !allow(segment.idAt(place))) continue;
      this.#total++;
      const most = score[place] as number;
      // A power for each of 50,000 hits would take longer than all the rest; the best are few.
      if (most * roundingRoom < this.#top.least) continue;
      const share = (coverage[place] as number) / this.#weight;
      this.#top.offer(segment, place, most * share ** coverageExponent);
    }
  }

  #addWord(segment: SearchableSegment, norms: Float64Array, { terms, named, weight, bestQuality }: WordTerms): void {
    let touchedCount = 0;
    for (const { term, quality } of terms) {
      const found = segment.read(term, places, counts);
      for (let i = 0; i < found; i++) {
        const place = places[i] as number;
        const count = counts[i] as number;
        const most = quality * count * (saturation + 1);
        const held = count + (norms[place] as number);
        const before = wordScore[place] as number;
        if (before === 0) {
          touched[touchedCount++] = place;
          wordScore[place] = most / held;
          wordQuality[place] = quality;
        } else if (most > before * held) wordScore[place] = most / held;
      }
    }
    for (const place of named.get(segment) ?? []) {
      if (wordScore[place] === 0) {
        touched[touchedCount++] = place;
        wordScore[place] = namedQuality;
      }
      wordQuality[place] = Math.max(namedQuality, wordQuality[place] as number);
    }
    for (let i = 0; i < touchedCount; i++) {
      const place = touched[i] as number;
      score[place] = (score[place] as number) + weight * (wordScore[place] as number);
      coverage[place] = (coverage[place] as number) + (weight * (wordQuality[place] as number)) / bestQuality;
      presence[place] = (presence[place] as number) + weight;
      wordScore[place] = 0;
      wordQuality[place] = 0;
    }
  }
}

const knownNorms = new WeakMap<SearchableSegment, { readonly averageLength: number; readonly norms: Float64Array }>();

/** By place: how often a word must stand there to count for half of what it can. Asked for with every letter. */
function normsOf(segment: SearchableSegment, averageLength: number): Float64Array {
  const { lengths, size } = segment;
  const known = knownNorms.get(segment);
  if (known?.averageLength === averageLength && known.norms.length === size) return known.norms;
  const norms = new Float64Array(size);
  for (let place = 0; place < size; place++) {
    norms[place] = saturation * (1 - lengthPenalty + (lengthPenalty * (lengths[place] as number)) / averageLength);
  }
  knownNorms.set(segment, { averageLength, norms });
  return norms;
}

interface Candidate {
  readonly id: string;
  readonly score: number;
  readonly time: number;
}

/** The best so many, the worst of them on top of the heap. */
class TopHits {
  readonly #limit: number;
  readonly #heap: Candidate[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** With fewer points nothing gets among them any more. */
  get least(): number {
    return this.#heap.length < this.#limit ? 0 : (this.#heap[0]?.score ?? 0);
  }

  offer(segment: SearchableSegment, place: number, points: number): void {
    const worst = this.#heap[0];
    const isFull = this.#heap.length >= this.#limit;
    if (worst === undefined ? isFull : isFull && points < worst.score) return;
    const candidate = { id: segment.idAt(place), score: points, time: segment.times[place] as number };
    if (!isFull) {
      this.#heap.push(candidate);
      this.#rise(this.#heap.length - 1);
    } else if (worst !== undefined && byRank(candidate, worst) < 0) {
      this.#heap[0] = candidate;
      this.#sink();
    }
  }

  sorted(): Hit[] {
    return [...this.#heap].sort(byRank).map(({ id, score: points }) => ({ id, score: points }));
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (byRank(this.#at(at), this.#at(parent)) <= 0) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.#heap.length && byRank(this.#at(child), this.#at(worst)) > 0) worst = child;
      }
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #at(index: number): Candidate {
    return this.#heap[index] as Candidate;
  }

  #swap(a: number, b: number): void {
    const kept = this.#at(a);
    this.#heap[a] = this.#at(b);
    this.#heap[b] = kept;
  }
}

// The same question gives the same order whatever was merged meanwhile.
function byRank(a: Candidate, b: Candidate): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.time !== b.time) return b.time - a.time;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
