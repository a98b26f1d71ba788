import { dot, expanded, firstLetter, meanings, separator, thousands } from "./fold.ts";
import { isDigit, JoinedWordReader, maxTermLength, type TokeniseOptions } from "./joined-words.ts";
import { TermRows } from "./term-rows.ts";
import { checkFactor, checkSeed, hashFactor, hashSeed } from "./word-hash.ts";

/** Units read between two looks at whether there is room. */
const stretch = 4_096;

/**
 * Cuts a text into folded terms. Nearly all words are ordinary letters with nothing joined to them: those are read
 * right here, unit by unit; all others are left to `JoinedWordReader`. One instance per user: it keeps its own rows.
 * Measured and no faster: the bytes of UTF-8 instead of units (each accent is a branch guessed wrongly), and rounds
 * without such branches (edges of words, running hashes, rows), which do more for every letter; nor what was made of each
 * word between spaces before, in a `Map` or by a hash of four bytes at a time: every fourth is a rare one, and to look it
 * up is a jump in memory that takes as long as reading its letters.
 */
export class Tokeniser {
  readonly #rows = new TermRows();
  readonly #joined: JoinedWordReader;

  constructor(options: TokeniseOptions = { wholeElisions: false }) {
    this.#joined = new JoinedWordReader(this.#rows, options);
  }

  /** The rows are valid until the next call. */
  read(text: string): TermRows {
    this.#rows.clear();
    for (let at = 0; at < text.length; ) {
      at = this.#readPlainWords(text, at);
      if (at < text.length) at = this.#joined.read(text, at);
    }
    return this.#rows;
  }

  /** Answers where the first word starts that isn't plain. Reads one stretch at most, so that there is room for it. */
  #readPlainWords(text: string, start: number): number {
    const rows = this.#rows;
    const until = Math.min(text.length, start + stretch);
    rows.makeRoom(until - start + maxTermLength);
    const { letters, from, to, start: starts, end: ends, hash: hashes, check: checks, whole } = rows;
    const { length } = text;
    let row = rows.size;
    let used = rows.lettersUsed;
    let at = start;
    while (at < until) {
      let meaning = meanings[text.charCodeAt(at)] as number;
      if (meaning < expanded) {
        at++;
        continue;
      }
      if (meaning < firstLetter) break;
      const wordStart = at;
      const longest = used + maxTermLength;
      let last = used;
      let hash = hashSeed;
      let check = checkSeed;
      do {
        letters[last++] = meaning;
        hash = Math.imul(hash ^ meaning, hashFactor);
        check = Math.imul(check ^ meaning, checkFactor);
        at++;
        if (at === length) break;
        meaning = meanings[text.charCodeAt(at)] as number;
      } while (meaning >= firstLetter && last < longest);
      if (meaning !== separator && at < length) {
        if (!endsPlainly(text, at, meaning, letters[last - 1] as number, last - used)) {
          at = wordStart;
          break;
        }
      }
      from[row] = used;
      to[row] = last;
      starts[row] = wordStart;
      ends[row] = at;
      hashes[row] = hash;
      checks[row] = check;
      whole[row] = 0;
      row++;
      used = last;
    }
    rows.size = row;
    rows.lettersUsed = used;
    return at;
  }
}

/**
 * Whether a word surely isn't joined to what stands at its end: "35 000", "O.N.U." and "l'eau" go on. When in doubt it is: it
 * is then read thoroughly.
 */
function endsPlainly(text: string, at: number, meaning: number, lastLetter: number, letters: number): boolean {
  if (meaning !== thousands && (meaning !== dot || letters === 1)) return false;
  return !isDigit(lastLetter) || at + 1 === text.length || !isDigit(text.charCodeAt(at + 1));
}

export interface Term {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly whole: boolean;
}

const tokeniser = new Tokeniser();
const elisionTokeniser = new Tokeniser({ wholeElisions: true });

/** The terms of a short text, as values. */
export function termsOf(text: string, { wholeElisions }: TokeniseOptions = { wholeElisions: false }): Term[] {
  const rows = (wholeElisions ? elisionTokeniser : tokeniser).read(text);
  const { size, letters, from, to, start, end, whole } = rows;
  return Array.from({ length: size }, (_, row) => ({
    text: String.fromCharCode(...letters.subarray(from[row], to[row])),
    start: start[row] as number,
    end: end[row] as number,
    whole: whole[row] === 1,
  }));
}
