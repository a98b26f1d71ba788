import { editsAllowed } from "./edit-distance.ts";
import { findBegunTerms, findNearTerms, findPrefixedTerms } from "./near-terms.ts";
import type { Query, QueryWord } from "./parse-query.ts";
import type { SearchableSegment } from "./segment.ts";
import type { TermDictionary } from "./term-dictionary.ts";

/** A term that answers a word of the query: 1 = the very word, less the farther it is from it. */
export interface WeightedTerm {
  readonly term: number;
  readonly quality: number;
}

/** What the dictionary has for a word. */
export interface WordTerms {
  /** The word, its plural, its other spellings, and what it may be the beginning of. */
  readonly strict: readonly WeightedTerm[];
  /** In how many briefings the word stands as typed, or completed. */
  readonly documentCount: number;
  /** Within the typos allowed; of a name only to be offered. Looked for only when it is needed. */
  readonly near: () => NearAnswer;
}

export interface ResolvedWord extends WordTerms {
  readonly word: QueryWord;
  /** Places of briefings that say it by another name, in each segment. */
  readonly named: ReadonlyMap<SearchableSegment, readonly number[]>;
}

export interface NearAnswer {
  readonly terms: readonly WeightedTerm[];
  readonly documentCount: number;
}

const nowhere: ResolvedWord["named"] = new Map();

const joinedQuality = 0.98;
const otherFormQuality = 0.9;
/** Of a whole word; of a half-typed one it is less. */
export const oneTypoQuality = 0.6;
const typoQuality = [1, oneTypoQuality, 0.36] as const;
const beginningQuality = 0.85;

/** Says for each word of a query which terms of the dictionary answer it. */
export function resolveWords(
  query: Query,
  termsOf: (word: QueryWord) => WordTerms,
  namedPlaces: (word: QueryWord) => ResolvedWord["named"] = () => nowhere,
): ResolvedWord[] {
  return query.words.map((word) => ({ word, named: namedPlaces(word), ...termsOf(word) }));
}

const mostRemembered = 64;

/** Terms of the words asked last: with each further letter all the others are asked again, and each hit is marked. */
export class RecentWords {
  readonly #known = new Map<string, WordTerms>();

  termsOf(word: QueryWord, dictionary: TermDictionary): WordTerms {
    const key = JSON.stringify([word.text, word.joined, word.isQuoted, word.isUnfinished]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size === mostRemembered) this.#known.clear();
    const terms = termsOfWord(word, dictionary);
    this.#known.set(key, terms);
    return terms;
  }

  /** With every change of what can be found. */
  forget(): void {
    this.#known.clear();
  }
}

function termsOfWord(word: QueryWord, dictionary: TermDictionary): WordTerms {
  const strict = new Map<number, number>();
  const countOf = (term: number): number => dictionary.documentCounts[term] as number;
  const take = (text: string, quality: number): void => {
    const term = dictionary.find(text);
    if (term >= 0 && countOf(term) > 0 && !strict.has(term)) strict.set(term, quality);
  };
  take(word.text, 1);
  for (const joined of word.joined) take(joined, joinedQuality);
  if (!word.isQuoted) for (const form of otherForms(word.text)) take(form, otherFormQuality);

  let documentCount = 0;
  for (const term of strict.keys()) documentCount += countOf(term);
  if (word.isUnfinished) {
    const isWord = strict.size > 0;
    for (const { term } of findBegunTerms(dictionary, word.text)) {
      if (strict.has(term)) continue;
      if (!isWord) documentCount += countOf(term);
      strict.set(term, completionQuality(word.text.length, dictionary.lengthOf(term)));
    }
  }

  let near: NearAnswer | null = null;
  return {
    strict: [...strict].map(([term, quality]) => ({ term, quality })),
    documentCount,
    near: () => {
      if (near === null) {
        const terms = nearTermsOf(word, dictionary).filter(({ term }) => !strict.has(term));
        near = { terms, documentCount: terms.reduce((sum, { term }) => sum + countOf(term), 0) };
      }
      return near;
    },
  };
}

function nearTermsOf(word: QueryWord, dictionary: TermDictionary): WeightedTerm[] {
  const edits = word.isQuoted ? 0 : editsAllowed(word.text);
  if (edits === 0) return [];
  const near = new Map<number, number>();
  for (const found of findNearTerms(dictionary, word.text, edits)) near.set(found.term, typoQuality[found.edits] ?? 0);
  if (word.isUnfinished) {
    for (const found of findPrefixedTerms(dictionary, word.text, edits)) {
      const completion = completionQuality(word.text.length, dictionary.lengthOf(found.term));
      const quality = (typoQuality[found.edits] ?? 0) * completion;
      if (quality > (near.get(found.term) ?? 0)) near.set(found.term, quality);
    }
  }
  return [...near].map(([term, quality]) => ({ term, quality })).sort((a, b) => b.quality - a.quality);
}

/** The more of the word has been typed, the surer. */
function completionQuality(typed: number, whole: number): number {
  return beginningQuality * (0.6 + 0.4 * Math.min(1, typed / whole));
}

/** Plurals of French and English, in both directions. */
function otherForms(word: string): string[] {
  if (word.length < 4 || /\d/.test(word)) return [];
  const forms = [`${word}s`, `${word}x`, `${word}es`];
  if (word.endsWith("es")) forms.push(word.slice(0, -2));
  if (word.endsWith("s") || word.endsWith("x")) forms.push(word.slice(0, -1));
  return forms;
}
