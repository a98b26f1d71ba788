import { WordMatcher } from "./edit-distance.ts";
import { maxTermLength } from "./joined-words.ts";
import { headLength, signatureBit, type TermDictionary } from "./term-dictionary.ts";

/** How many are thought of for one word; beyond that the commonest win. */
const maxNearTerms = 96;
const maxPrefixedTerms = 160;
/** By letters typed: one or two tell so little that the commonest few say as much, in a fraction of the time. */
const maxPrefixedTermsOf: readonly number[] = [32, 32, 80];

// 28 + 22 + 2 bits: exact in one number.
const mostTerms = 2 ** 28;
const mostDocuments = 2 ** 22;

export interface NearTerm {
  readonly term: number;
  readonly edits: number;
}

/** Terms within 1 to `maxEdits` edits of a word, nearest first, then commonest first. */
export function findNearTerms(dictionary: TermDictionary, word: string, maxEdits: number): NearTerm[] {
  if (maxEdits === 0) return [];
  const { documentCounts } = dictionary;
  const matcher = new WordMatcher(word);
  const signature = signatureOf(word);
  // Edits move a letter by one each: what a term's head has must stand a little way into the word, and the reverse.
  const innerHead = signatureOf(word.slice(0, headLength - maxEdits));
  const outerHead = signatureOf(word.slice(0, headLength + maxEdits));
  const found = new FoundTerms(maxNearTerms);
  const longest = Math.min(maxTermLength, word.length + maxEdits);
  for (let length = Math.max(1, word.length - maxEdits); length <= longest; length++) {
    const { size, terms, signatures, heads, letters } = dictionary.groupOf(length);
    for (let row = 0; row < size; row++) {
      const other = signatures[row] as number;
      if (hasMoreBits(signature & ~other, maxEdits) || hasMoreBits(other & ~signature, maxEdits)) continue;
      const head = heads[row] as number;
      if (hasMoreBits(innerHead & ~head, maxEdits) || hasMoreBits(head & ~outerHead, maxEdits)) continue;
      const from = row * length;
      const edits = matcher.distance(letters, from, from + length, maxEdits);
      if (edits === 0 || edits > maxEdits) continue;
      const term = terms[row] as number;
      const documentCount = documentCounts[term] as number;
      if (documentCount > 0) found.add(term, edits, documentCount);
    }
  }
  return found.best();
}

/** Terms that a half-typed word is the very beginning of, the commonest first. */
export function findBegunTerms(dictionary: TermDictionary, word: string): NearTerm[] {
  const { documentCounts } = dictionary;
  const found = new FoundTerms(maxPrefixedTermsOf[word.length] ?? maxPrefixedTerms);
  dictionary.beginnings.each(word, (term) => {
    const documentCount = documentCounts[term] as number;
    if (documentCount > 0) found.add(term, 0, documentCount);
  });
  return found.best();
}

/** The same, and those that begin so but for at most `maxEdits` typos: exact beginnings first, then commonest. */
export function findPrefixedTerms(dictionary: TermDictionary, word: string, maxEdits: number): NearTerm[] {
  const { documentCounts } = dictionary;
  const matcher = new WordMatcher(word);
  const signature = signatureOf(word);
  const innerHead = signatureOf(word.slice(0, headLength - maxEdits));
  const first = word.charCodeAt(0);
  const second = word.charCodeAt(1);
  const found = new FoundTerms(maxPrefixedTermsOf[word.length] ?? maxPrefixedTerms);
  for (let length = Math.max(1, word.length - maxEdits); length <= maxTermLength; length++) {
    const { size, terms, signatures, heads, letters } = dictionary.groupOf(length);
    for (let row = 0; row < size; row++) {
      if (hasMoreBits(innerHead & ~(heads[row] as number), maxEdits)) continue;
      if (hasMoreBits(signature & ~(signatures[row] as number), maxEdits)) continue;
      const from = row * length;
      // Two typos in the first two letters of a word that isn't even whole: too little to go by.
      const one = letters[from];
      const two = letters[from + 1];
      if (one !== first && one !== second && two !== second && two !== first) continue;
      const edits = matcher.prefixDistance(letters, from, from + length, maxEdits);
      if (edits > maxEdits) continue;
      const term = terms[row] as number;
      const documentCount = documentCounts[term] as number;
      if (documentCount > 0) found.add(term, edits, documentCount);
    }
  }
  return found.best();
}

/** Found terms as single numbers that sort by edits, then by how common they are: thousands may begin alike. */
class FoundTerms {
  readonly #limit: number;
  readonly #keys: Float64Array;
  #size = 0;
  /** Past this nothing gets among the best any more. */
  #worst = Number.POSITIVE_INFINITY;

  constructor(limit: number) {
    this.#limit = limit;
    this.#keys = new Float64Array(limit * 8);
  }

  add(term: number, edits: number, documentCount: number): void {
    const key =
      (edits * mostDocuments + (mostDocuments - 1 - Math.min(documentCount, mostDocuments - 1))) * mostTerms + term;
    if (key > this.#worst) return;
    if (this.#size === this.#keys.length) this.#keepBest();
    this.#keys[this.#size++] = key;
  }

  best(): NearTerm[] {
    this.#keepBest();
    return Array.from(this.#keys.subarray(0, this.#size), (key) => ({
      term: key % mostTerms,
      edits: Math.floor(key / mostTerms / mostDocuments),
    }));
  }

  #keepBest(): void {
    this.#keys.subarray(0, this.#size).sort();
    if (this.#size <= this.#limit) return;
    this.#size = this.#limit;
    this.#worst = this.#keys[this.#limit - 1] as number;
  }
}

function signatureOf(word: string): number {
  let signature = 0;
  for (let i = 0; i < word.length; i++) signature |= signatureBit(word.charCodeAt(i));
  return signature;
}

/** Whether more than 0, 1 or 2 bits are set; cheaper than counting them. */
function hasMoreBits(bits: number, limit: number): boolean {
  let left = bits;
  for (let taken = 0; taken < limit; taken++) left &= left - 1;
  return left !== 0;
}
