import { maxTermLength } from "./joined-words.ts";
import type { Letters } from "./term-dictionary.ts";

/**
 * Edit distance of one word to many (insert, delete, replace, swap of neighbours: one each; optimal string alignment),
 * with the whole column of the table in the bits of one number: Hyyrö, "A bit-vector algorithm for computing
 * Levenshtein and Damerau edit distances", 2003. At most 32 letters.
 */
export class WordMatcher {
  readonly length: number;
  readonly #ascii = new Int32Array(128);
  readonly #others: Map<number, number> | null = null;
  readonly #lastBit: number;

  constructor(word: string) {
    if (word.length === 0 || word.length > maxTermLength) throw new RangeError("a term has 1 to 32 letters");
    this.length = word.length;
    this.#lastBit = 1 << (word.length - 1);
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      if (unit < 128) this.#ascii[unit] = (this.#ascii[unit] as number) | (1 << i);
      else {
        this.#others ??= new Map();
        this.#others.set(unit, (this.#others.get(unit) ?? 0) | (1 << i));
      }
    }
  }

  /** The distance, or `limit + 1` as soon as it can't be within the limit. */
  distance(letters: Letters, from: number, to: number, limit: number): number {
    const lastBit = this.#lastBit;
    let plus = -1;
    let minus = 0;
    let diagonal = 0;
    let seenBefore = 0;
    let distance = this.length;
    for (let at = from; at < to; at++) {
      const unit = letters[at] as number;
      const seen = unit < 128 ? (this.#ascii[unit] as number) : (this.#others?.get(unit) ?? 0);
      const swapped = ((~diagonal & seen) << 1) & seenBefore;
      diagonal = ((((seen & plus) + plus) | 0) ^ plus) | seen | minus | swapped;
      const up = minus | ~(diagonal | plus);
      const down = diagonal & plus;
      if ((up & lastBit) !== 0) distance++;
      else if ((down & lastBit) !== 0) distance--;
      // Each letter that is left can bring it down by one.
      if (distance - (to - at - 1) > limit) return limit + 1;
      const shiftedUp = (up << 1) | 1;
      plus = (down << 1) | ~(diagonal | shiftedUp);
      minus = shiftedUp & diagonal;
      seenBefore = seen;
    }
    return distance;
  }

  /** The least distance to any beginning of the word, or `limit + 1`. */
  prefixDistance(letters: Letters, from: number, to: number, limit: number): number {
    const lastBit = this.#lastBit;
    const last = Math.min(to, from + this.length + limit);
    let plus = -1;
    let minus = 0;
    let diagonal = 0;
    let seenBefore = 0;
    let distance = this.length;
    let least = Math.min(distance, limit + 1);
    for (let at = from; at < last; at++) {
      const unit = letters[at] as number;
      const seen = unit < 128 ? (this.#ascii[unit] as number) : (this.#others?.get(unit) ?? 0);
      const swapped = ((~diagonal & seen) << 1) & seenBefore;
      diagonal = ((((seen & plus) + plus) | 0) ^ plus) | seen | minus | swapped;
      const up = minus | ~(diagonal | plus);
      const down = diagonal & plus;
      if ((up & lastBit) !== 0) distance++;
      else if ((down & lastBit) !== 0) distance--;
      if (distance < least) least = distance;
      if (distance - (last - at - 1) >= least) return least;
      const shiftedUp = (up << 1) | 1;
      plus = (down << 1) | ~(diagonal | shiftedUp);
      minus = shiftedUp & diagonal;
      seenBefore = seen;
    }
    return least;
  }
}

/** No typo in short words: one letter makes another word of them. */
export function editsAllowed(word: string): 0 | 1 | 2 {
  // Numbers, dates and names such as M23 are right or wrong, never nearly right.
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length < 6 ? 1 : 2;
}
