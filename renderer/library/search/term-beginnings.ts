import type { LengthGroup } from "./term-dictionary.ts";

// As in the dictionary itself: a term's row in the group of its length, and that length in the low bits.
const lengthBits = 6;
const lengthMask = (1 << lengthBits) - 1;

/** What a term of one letter has in second place. */
const nothing = 0;

/**
 * Terms by their first two letters, for half-typed words: of 200,000 terms a few hundred begin as a word does, and
 * looking the others over took as long as all the rest. Terms are only ever added, so each is put in its place once, at
 * the first question after it came.
 */
export class TermBeginnings {
  readonly #groups: readonly LengthGroup[];
  /** By length: rows that are in their places. */
  readonly #taken: number[];
  /** By first letter, then by second. */
  readonly #places = new Map<number, Map<number, number[]>>();

  constructor(groups: readonly LengthGroup[]) {
    this.#groups = groups;
    this.#taken = groups.map(() => 0);
  }

  /** Told of each term that begins with these letters, at least one of them. */
  each(letters: string, tell: (term: number) => void): void {
    this.#takeNew();
    const ofFirst = this.#places.get(letters.charCodeAt(0));
    if (ofFirst === undefined) return;
    if (letters.length > 1) this.#tellOf(ofFirst.get(letters.charCodeAt(1)) ?? [], letters, tell);
    else for (const places of ofFirst.values()) this.#tellOf(places, letters, tell);
  }

  get memoryBytes(): number {
    return this.#taken.reduce((sum, rows) => sum + rows * 8, 0);
  }

  #tellOf(places: readonly number[], wanted: string, tell: (term: number) => void): void {
    for (const place of places) {
      const length = place & lengthMask;
      if (length < wanted.length) continue;
      const { letters, terms } = this.#groups[length] as LengthGroup;
      const row = place >>> lengthBits;
      if (beginsWith(letters, row * length, wanted)) tell(terms[row] as number);
    }
  }

  #takeNew(): void {
    for (const { length, size, letters } of this.#groups) {
      for (let row = this.#taken[length] as number; row < size; row++) {
        const first = letters[row * length] as number;
        const second = length > 1 ? (letters[row * length + 1] as number) : nothing;
        this.#placesOf(first, second).push((row << lengthBits) | length);
      }
      this.#taken[length] = size;
    }
  }

  #placesOf(first: number, second: number): number[] {
    const ofFirst = this.#places.get(first) ?? new Map<number, number[]>();
    this.#places.set(first, ofFirst);
    const places = ofFirst.get(second) ?? [];
    ofFirst.set(second, places);
    return places;
  }
}

/** The first two letters are known to be the same. */
function beginsWith(letters: Uint16Array, from: number, wanted: string): boolean {
  for (let at = 2; at < wanted.length; at++) if (letters[from + at] !== wanted.charCodeAt(at)) return false;
  return true;
}
