import { grown } from "./grown.ts";
import { maxCount } from "./postings.ts";
import type { TermDictionary } from "./term-dictionary.ts";
import { Tokeniser } from "./tokenise.ts";

/** The terms of one briefing, each with how often it stands there by the weight of where it stands. */
export interface CountedTerms {
  readonly size: number;
  readonly terms: Uint32Array;
  readonly counts: Uint8Array;
  /** Words, without the wholes of compounds. */
  readonly words: number;
}

/**
 * Counts the terms of one briefing at a time, in a table so small that it stays in the processor's own memory: with a
 * column by term, every other word would be a jump to somewhere else. Used again and again: nothing is made for a word.
 */
export class TermCounter {
  readonly #tokeniser = new Tokeniser();
  /** By row of a text: its term. */
  #termOfRow = new Uint32Array(1 << 9);
  /** By slot: term + 1, 0 = free. At most half of them are taken. */
  #keys = new Int32Array(1 << 12);
  #counts = new Int32Array(1 << 12);
  /** Slots taken, in the order they were. */
  #taken = new Int32Array(1 << 12);
  #size = 0;
  #words = 0;
  #terms = new Uint32Array(1 << 11);
  #cappedCounts = new Uint8Array(1 << 11);

  read(text: string, weight: number, dictionary: TermDictionary): void {
    const rows = this.#tokeniser.read(text);
    const { size, whole } = rows;
    while (size > this.#termOfRow.length) this.#termOfRow = grown(this.#termOfRow, Uint32Array);
    const termOfRow = this.#termOfRow;
    dictionary.internAll(rows, termOfRow);
    while ((this.#size + size) * 2 > this.#keys.length) this.#makeRoom();
    const keys = this.#keys;
    const counts = this.#counts;
    const taken = this.#taken;
    const mask = keys.length - 1;
    let sizeNow = this.#size;
    let words = this.#words;
    for (let row = 0; row < size; row++) {
      const key = (termOfRow[row] as number) + 1;
      let slot = placeOf(key) & mask;
      let found = keys[slot] as number;
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask;
        found = keys[slot] as number;
      }
      keys[slot] = key;
      counts[slot] = (counts[slot] as number) + weight;
      taken[sizeNow] = slot;
      // One further where the slot was free, without a branch: every other word is new to its briefing.
      sizeNow += (found - 1) >>> 31;
      words += 1 - (whole[row] as number);
    }
    this.#words = words;
    this.#size = sizeNow;
  }

  /** What was read since the last time. The columns are valid until the next time. */
  take(): CountedTerms {
    const size = this.#size;
    const words = this.#words;
    while (size > this.#terms.length) {
      this.#terms = grown(this.#terms, Uint32Array);
      this.#cappedCounts = grown(this.#cappedCounts, Uint8Array);
    }
    for (let at = 0; at < size; at++) {
      const slot = this.#taken[at] as number;
      this.#terms[at] = (this.#keys[slot] as number) - 1;
      this.#cappedCounts[at] = Math.min(maxCount, this.#counts[slot] as number);
      this.#keys[slot] = 0;
      this.#counts[slot] = 0;
    }
    this.#size = 0;
    this.#words = 0;
    return { size, terms: this.#terms, counts: this.#cappedCounts, words };
  }

  #makeRoom(): void {
    const keys = new Int32Array(this.#keys.length * 2);
    const counts = new Int32Array(keys.length);
    const taken = new Int32Array(keys.length);
    const mask = keys.length - 1;
    for (let at = 0; at < this.#size; at++) {
      const before = this.#taken[at] as number;
      const key = this.#keys[before] as number;
      let slot = placeOf(key) & mask;
      while (keys[slot] !== 0) slot = (slot + 1) & mask;
      keys[slot] = key;
      counts[slot] = this.#counts[before] as number;
      taken[at] = slot;
    }
    this.#keys = keys;
    this.#counts = counts;
    this.#taken = taken;
  }
}

function placeOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 12;
}
