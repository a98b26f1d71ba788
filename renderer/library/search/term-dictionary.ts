import type { CountedTerms } from "./count-terms.ts";
import { grown } from "./grown.ts";
import { maxTermLength } from "./joined-words.ts";
import { TermBeginnings } from "./term-beginnings.ts";
import type { TermRows } from "./term-rows.ts";
import { checkFactor, checkSeed, hashesOf, hashFactor, hashSeed, spread } from "./word-hash.ts";

/** Letters of words, one unit each. */
export type Letters = Uint16Array;

/** Terms of one length, row by row: what a scan for near words runs over, without a jump in memory. */
export interface LengthGroup {
  readonly length: number;
  readonly size: number;
  /** By row: the term's number. */
  readonly terms: Uint32Array;
  /** By row: which letters the term has, one bit each. Words that differ in too many can't be near. */
  readonly signatures: Int32Array;
  /** By row: the same of its first `headLength` letters. */
  readonly heads: Int32Array;
  /** All rows' letters, `length` each. */
  readonly letters: Letters;
}

type Growing<Group> = { -readonly [Field in keyof Group]: Group[Field] };

export const headLength = 7;

/** Letters a–z have a bit of their own; digits and other scripts share the six that are left. */
export function signatureBit(unit: number): number {
  if (unit >= 97 && unit <= 122) return 1 << (unit - 97);
  return 1 << (26 + (unit % 6));
}

// A term's place in one number: row in its group, and the group's length in the low bits.
const lengthBits = 6;
const lengthMask = (1 << lengthBits) - 1;

const recentMask = (1 << 13) - 2;

export interface DictionaryColumns {
  /** By term. */
  readonly lengths: Uint8Array;
  readonly documentCounts: Uint32Array;
  /** All terms' letters, in order of terms. */
  readonly letters: Letters;
}

/**
 * Every term that was ever seen, once for the whole index; only ever added to, so a term's number stays valid for as
 * long as the index lives.
 */
export class TermDictionary {
  #size = 0;
  #rows = new Uint32Array(1 << 11);
  #documentCounts = new Uint32Array(1 << 11);
  /** By term: its first hash. Made again from the letters, 200,000 of them would stop everything for a tenth of a second. */
  #hashes = new Int32Array(1 << 11);
  /**
   * Open addressing in pairs: a second hash, then term + 1 and length in one number (0 = free). Words whose place,
   * second hash and length agree are taken for the same: comparing letters would be two more jumps in memory for each
   * word of every text, and among 400,000 terms two different ones agree once in some ten thousand libraries.
   */
  #slots = new Int32Array(1 << 13);
  /** Slots of the words met last. The commonest stay in it, and it in the processor's own memory. */
  readonly #recent = new Int32Array(recentMask + 2);
  readonly #groups: Growing<LengthGroup>[] = Array.from({ length: maxTermLength + 1 }, (_, length) => ({
    length,
    size: 0,
    terms: new Uint32Array(16),
    signatures: new Int32Array(16),
    heads: new Int32Array(16),
    letters: new Uint16Array(16 * length),
  }));

  get size(): number {
    return this.#size;
  }
  /** By term: in how many briefings it stands. Deleted ones count until their segment is merged. */
  get documentCounts(): Uint32Array {
    return this.#documentCounts;
  }
  /** For half-typed words. */
  readonly beginnings = new TermBeginnings(this.#groups);

  groupOf(length: number): LengthGroup {
    return this.#groups[length] as LengthGroup;
  }

  get memoryBytes(): number {
    let bytes = this.#rows.byteLength + this.#documentCounts.byteLength;
    bytes += this.#hashes.byteLength + this.#slots.byteLength + this.beginnings.memoryBytes;
    for (const { terms, signatures, heads, letters } of this.#groups) {
      bytes += terms.byteLength + signatures.byteLength + heads.byteLength + letters.byteLength;
    }
    return bytes;
  }

  /** Every row's term: one after another in a small loop, so that many jumps in memory are under way at once. */
  internAll({ size, letters, from, to, hash, check }: TermRows, terms: Uint32Array): void {
    const recent = this.#recent;
    let slots = this.#slots;
    let mask = slots.length - 2;
    for (let row = 0; row < size; row++) {
      const wanted = check[row] as number;
      const start = from[row] as number;
      const length = (to[row] as number) - start;
      const place = spread(hash[row] as number) << 1;
      const near = place & recentMask;
      let found = recent[near + 1] as number;
      if (recent[near] !== wanted || (found & lengthMask) !== length) {
        let slot = place & mask;
        found = slots[slot + 1] as number;
        while (found !== 0 && (slots[slot] !== wanted || (found & lengthMask) !== length)) {
          slot = (slot + 2) & mask;
          found = slots[slot + 1] as number;
        }
        if (found === 0) {
          const term = this.intern(letters, start, start + length, hash[row] as number, wanted);
          found = ((term + 1) << lengthBits) | length;
          slots = this.#slots;
          mask = slots.length - 2;
        }
        recent[near] = wanted;
        recent[near + 1] = found;
      }
      terms[row] = (found >>> lengthBits) - 1;
    }
  }

  /** The term's number; a new one for a word that wasn't seen before. */
  intern(letters: Letters, from: number, to: number, hash: number, check: number): number {
    const length = to - from;
    const slots = this.#slots;
    const mask = slots.length - 2;
    let slot = (spread(hash) << 1) & mask;
    for (let found = slots[slot + 1] as number; found !== 0; found = slots[slot + 1] as number) {
      if (slots[slot] === check && (found & lengthMask) === length) return (found >>> lengthBits) - 1;
      slot = (slot + 2) & mask;
    }
    slots[slot] = check;
    slots[slot + 1] = ((this.#size + 1) << lengthBits) | length;
    return this.#append(letters, from, length, hash);
  }

  /** One more briefing has these terms. */
  countBriefing({ size, terms }: CountedTerms): void {
    const documentCounts = this.#documentCounts;
    for (let at = 0; at < size; at++) {
      const term = terms[at] as number;
      documentCounts[term] = (documentCounts[term] as number) + 1;
    }
  }

  /** The same for a word whose hashes are yet to be made. */
  internWord(letters: Letters, from: number, to: number): number {
    let hash = hashSeed;
    let check = checkSeed;
    for (let at = from; at < to; at++) {
      const unit = letters[at] as number;
      hash = Math.imul(hash ^ unit, hashFactor);
      check = Math.imul(check ^ unit, checkFactor);
    }
    return this.intern(letters, from, to, hash, check);
  }

  /** -1 = never seen. */
  find(word: string): number {
    if (word.length === 0 || word.length > maxTermLength) return -1;
    const { hash, check } = hashesOf(word);
    const mask = this.#slots.length - 2;
    let slot = (spread(hash) << 1) & mask;
    for (let found = this.#slots[slot + 1] as number; found !== 0; found = this.#slots[slot + 1] as number) {
      if (this.#slots[slot] === check && (found & lengthMask) === word.length) return (found >>> lengthBits) - 1;
      slot = (slot + 2) & mask;
    }
    return -1;
  }

  lengthOf(term: number): number {
    return (this.#rows[term] as number) & lengthMask;
  }

  textOf(term: number): string {
    const place = this.#rows[term] as number;
    const length = place & lengthMask;
    const start = (place >>> lengthBits) * length;
    return String.fromCharCode(...this.groupOf(length).letters.subarray(start, start + length));
  }

  columns(): DictionaryColumns {
    const lengths = new Uint8Array(this.#size);
    let total = 0;
    for (let term = 0; term < this.#size; term++) {
      lengths[term] = this.lengthOf(term);
      total += this.lengthOf(term);
    }
    const letters = new Uint16Array(total);
    let at = 0;
    for (let term = 0; term < this.#size; term++) {
      const place = this.#rows[term] as number;
      const length = place & lengthMask;
      const { letters: from } = this.#groups[length] as LengthGroup;
      // Letter by letter: a window for each term would be 200,000 objects with every save.
      const start = (place >>> lengthBits) * length;
      for (let letter = start; letter < start + length; letter++) letters[at++] = from[letter] as number;
    }
    return { lengths, documentCounts: this.#documentCounts.slice(0, this.#size), letters };
  }

  static fromColumns({ lengths, documentCounts, letters }: DictionaryColumns): TermDictionary {
    const dictionary = new TermDictionary();
    dictionary.#slots = new Int32Array(slotsFor(lengths.length));
    let at = 0;
    for (const length of lengths) {
      dictionary.internWord(letters, at, at + length);
      at += length;
    }
    dictionary.#documentCounts.set(documentCounts);
    return dictionary;
  }

  #append(letters: Letters, from: number, length: number, hash: number): number {
    const term = this.#size++;
    const group = this.#groups[length] as Growing<LengthGroup>;
    if (term === this.#rows.length) {
      this.#rows = grown(this.#rows, Uint32Array);
      this.#documentCounts = grown(this.#documentCounts, Uint32Array);
      this.#hashes = grown(this.#hashes, Int32Array);
    }
    if (group.size === group.terms.length) {
      group.terms = grown(group.terms, Uint32Array);
      group.signatures = grown(group.signatures, Int32Array);
      group.heads = grown(group.heads, Int32Array);
      group.letters = grown(group.letters, Uint16Array);
    }
    const row = group.size++;
    let signature = 0;
    for (let i = 0; i < length; i++) {
      const unit = letters[from + i] as number;
      group.letters[row * length + i] = unit;
      signature |= signatureBit(unit);
      if (i < headLength) group.heads[row] = signature;
    }
    group.signatures[row] = signature;
    group.terms[row] = term;
    this.#rows[term] = (row << lengthBits) | length;
    this.#hashes[term] = hash;
    if (slotsFor(this.#size) > this.#slots.length) this.#rehash();
    return term;
  }

  #rehash(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 2;
    const hashes = this.#hashes;
    for (let from = 0; from < old.length; from += 2) {
      const found = old[from + 1] as number;
      if (found === 0) continue;
      let slot = (spread(hashes[(found >>> lengthBits) - 1] as number) << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[from] as number;
      slots[slot + 1] = found;
    }
    this.#slots = slots;
  }
}

/** Two numbers a slot, at most two slots in three taken. */
function slotsFor(terms: number): number {
  let slots = 1 << 12;
  while (slots * 2 < terms * 3) slots *= 2;
  return slots * 2;
}
