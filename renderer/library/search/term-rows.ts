import { grown } from "./grown.ts";
import { checkFactor, checkSeed, hashFactor, hashSeed } from "./word-hash.ts";

/**
 * The terms of a text in columns, one row each, so that no object is made for a word. `letters[from..to)` is the folded
 * word, [start, end) where it stands in the text (UTF-16 units); `hash` and `check` are its two hashes (word-hash.ts).
 * A compound written as one ("afcm23") comes after its parts, with `whole` 1.
 */
export class TermRows {
  size = 0;
  letters = new Uint16Array(1 << 12);
  lettersUsed = 0;
  from = new Int32Array(1 << 9);
  to = new Int32Array(1 << 9);
  start = new Int32Array(1 << 9);
  end = new Int32Array(1 << 9);
  hash = new Int32Array(1 << 9);
  check = new Int32Array(1 << 9);
  whole = new Uint8Array(1 << 9);

  clear(): void {
    this.size = 0;
    this.lettersUsed = 0;
  }

  /** Room for so many more letters, and as many rows as could be made of them. */
  makeRoom(letters: number): void {
    while (this.lettersUsed + letters > this.letters.length) this.letters = grown(this.letters, Uint16Array);
    while (this.size + letters / 2 + 1 > this.from.length) {
      this.from = grown(this.from, Int32Array);
      this.to = grown(this.to, Int32Array);
      this.start = grown(this.start, Int32Array);
      this.end = grown(this.end, Int32Array);
      this.hash = grown(this.hash, Int32Array);
      this.check = grown(this.check, Int32Array);
      this.whole = grown(this.whole, Uint8Array);
    }
  }

  /** A term whose hashes are yet to be made. */
  add(from: number, to: number, start: number, end: number, whole: boolean): void {
    let hash = hashSeed;
    let check = checkSeed;
    for (let at = from; at < to; at++) {
      const letter = this.letters[at] as number;
      hash = Math.imul(hash ^ letter, hashFactor);
      check = Math.imul(check ^ letter, checkFactor);
    }
    const row = this.size++;
    this.from[row] = from;
    this.to[row] = to;
    this.start[row] = start;
    this.end[row] = end;
    this.hash[row] = hash;
    this.check[row] = check;
    this.whole[row] = whole ? 1 : 0;
  }
}
