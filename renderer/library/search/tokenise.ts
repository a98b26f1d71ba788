import {
  apostrophe,
  dot,
  dropped,
  expanded,
  expansionOf,
  firstLetter,
  highSurrogate,
  hyphen,
  learnMeaning,
  meaningOf,
  meanings,
  separator,
  slash,
  thousands,
  unknown,
} from "./fold.ts";
import { checkFactor, checkSeed, hashFactor, hashSeed } from "./word-hash.ts";

/** Longer words count by their first letters: 32 of them fit the bits of one number in the edit distance. */
export const maxTermLength = 32;

/**
 * Told of every term: `letters[from..to)` is the folded word, [start, end) where it stands in the text (UTF-16 units).
 * The letters are only valid during the call. `whole` = a compound written as one ("afcm23"), told after its parts.
 * `hash` and `check` are the word's two hashes (word-hash.ts), made while its letters were at hand anyway.
 */
export type TermSink = (
  letters: Uint16Array,
  from: number,
  to: number,
  start: number,
  end: number,
  whole: boolean,
  hash: number,
  check: number,
) => void;

export interface TokeniseOptions {
  /** A query's "n'djamena" may be N'Djaména: also tell the whole of small-letter elisions. */
  readonly wholeElisions: boolean;
}

// Twice the longest term: a compound's parts stand one after another, so that its whole is one stretch of letters.
const maxChunkLetters = 256;
const maxParts = 16;

const elided = new Set(["l", "d", "j", "m", "t", "s", "n", "c", "qu", "lorsqu", "puisqu", "jusqu", "quoiqu", "quelqu"]);
const possessive = "s".charCodeAt(0);

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Cuts a text into folded terms. One instance per user: it keeps its own scratch space. */
export class Tokeniser {
  readonly #sink: TermSink;
  readonly #wholeElisions: boolean;
  readonly #letters = new Uint16Array(maxChunkLetters);
  readonly #from = new Int32Array(maxParts + 1);
  readonly #to = new Int32Array(maxParts + 1);
  readonly #start = new Int32Array(maxParts + 1);
  readonly #end = new Int32Array(maxParts + 1);
  readonly #hash = new Int32Array(maxParts + 1);
  readonly #check = new Int32Array(maxParts + 1);
  /** Where the letters end that a part's hashes are of. */
  readonly #hashedTo = new Int32Array(maxParts + 1);
  /** What stands before a part. */
  readonly #joint = new Uint8Array(maxParts + 1);
  #text = "";

  constructor(sink: TermSink, options: TokeniseOptions = { wholeElisions: false }) {
    this.#sink = sink;
    this.#wholeElisions = options.wholeElisions;
  }

  run(text: string): void {
    this.#text = text;
    const length = text.length;
    let parts = 0;
    let used = 0;
    let at = 0;
    while (at < length) {
      const meaning = meaningOf(text.charCodeAt(at));
      if (meaning >= expanded) {
        if (parts === maxParts || used >= maxChunkLetters - maxTermLength) {
          this.#tell(parts);
          parts = 0;
          used = 0;
        }
        const end = this.#readWord(at, used, parts);
        if (end > at) {
          used = this.#to[parts++] as number;
          at = end;
          if (at < length && this.#joins(at, parts - 1)) {
            const joiner = meaningOf(text.charCodeAt(at));
            this.#joint[parts] = joiner === dot && isDigit(text.charCodeAt(at - 1)) ? thousands : joiner;
            at++;
            continue;
          }
        } else at += 2;
      } else at++;
      if (parts > 0) {
        this.#tell(parts);
        parts = 0;
        used = 0;
      }
    }
    this.#text = "";
  }

  /** Reads one word into the next part and answers where it ends: at its start, if that was no letter after all. */
  #readWord(start: number, used: number, part: number): number {
    const text = this.#text;
    const letters = this.#letters;
    const length = text.length;
    let at = start;
    let to = used;
    let hash = hashSeed;
    let check = checkSeed;
    for (;;) {
      // Almost every letter is one unit that folds to one: the other kinds are looked at outside this loop.
      let meaning = separator;
      for (; at < length; at++) {
        meaning = meanings[text.charCodeAt(at)] as number;
        if (meaning < firstLetter || to === maxChunkLetters) break;
        letters[to++] = meaning;
        hash = Math.imul(hash ^ meaning, hashFactor);
        check = Math.imul(check ^ meaning, checkFactor);
      }
      if (at >= length) break;
      if (meaning === unknown) {
        learnMeaning(text.charCodeAt(at));
        continue;
      }
      if (meaning >= firstLetter || meaning === dropped) {
        at++;
        continue;
      }
      if (meaning < expanded) break;
      const codePoint = text.codePointAt(at) as number;
      const expansion = codePoint > 0xffff || meaning === expanded ? expansionOf(codePoint) : "";
      if (expansion === "") break;
      for (let i = 0; i < expansion.length && to < maxChunkLetters; i++) {
        const letter = expansion.charCodeAt(i);
        letters[to++] = letter;
        hash = Math.imul(hash ^ letter, hashFactor);
        check = Math.imul(check ^ letter, checkFactor);
      }
      at += codePoint > 0xffff ? 2 : 1;
    }
    this.#from[part] = used;
    this.#to[part] = to;
    this.#start[part] = start;
    this.#end[part] = at;
    this.#hash[part] = hash;
    this.#check[part] = check;
    this.#hashedTo[part] = to;
    if (part === 0) this.#joint[0] = separator;
    return at;
  }

  /** Whether the joiner at `at` ties the word before it to the one after it. */
  #joins(at: number, part: number): boolean {
    const meaning = meaningOf(this.#text.charCodeAt(at));
    if (meaning < apostrophe || meaning > thousands) return false;
    if (meaning === thousands || meaning === dot) {
      if (isDigit(this.#text.charCodeAt(at - 1))) return this.#groupsThousands(at, part);
      if (meaning === thousands) return false;
    }
    const next = this.#text.charCodeAt(at + 1);
    if (Number.isNaN(next)) return false;
    const nextMeaning = meaningOf(next);
    const isLetterNext = nextMeaning >= expanded && nextMeaning !== highSurrogate;
    if (meaning === dot) return isLetterNext && (this.#to[part] as number) - (this.#from[part] as number) === 1;
    return isLetterNext;
  }

  /** "3,500", "1 250 000": one to three digits, then exactly three. */
  #groupsThousands(at: number, part: number): boolean {
    const from = this.#from[part] as number;
    const digits = (this.#to[part] as number) - from;
    if (digits > 3 || (this.#joint[part] === thousands && digits !== 3)) return false;
    for (let i = from; i < from + digits; i++) if (!isDigit(this.#letters[i] as number)) return false;
    const text = this.#text;
    for (let i = 1; i <= 3; i++) if (!isDigit(text.charCodeAt(at + i))) return false;
    return !(meaningOf(text.charCodeAt(at + 4) || 0) >= expanded);
  }

  #tell(parts: number): void {
    if (parts === 1) this.#emit(0, 0, false);
    else this.#tellCompound(parts);
  }

  /** Emits the stretch from one part to another as one term. */
  #emit(first: number, last: number, whole: boolean): void {
    const from = this.#from[first] as number;
    const to = Math.min(this.#to[last] as number, from + maxTermLength);
    if (first === last && this.#hashedTo[first] === to) {
      const hash = this.#hash[first] as number;
      const check = this.#check[first] as number;
      const start = this.#start[first] as number;
      this.#sink(this.#letters, from, to, start, this.#end[last] as number, whole, hash, check);
    } else this.#emitJoined(from, to, this.#start[first] as number, this.#end[last] as number, whole);
  }

  /** What wasn't read as one word: its hashes are yet to be made. */
  #emitJoined(from: number, to: number, start: number, end: number, whole: boolean): void {
    let hash = hashSeed;
    let check = checkSeed;
    for (let at = from; at < to; at++) {
      const letter = this.#letters[at] as number;
      hash = Math.imul(hash ^ letter, hashFactor);
      check = Math.imul(check ^ letter, checkFactor);
    }
    this.#sink(this.#letters, from, to, start, end, whole, hash, check);
  }

  #tellCompound(parts: number): void {
    const words = this.#mergeApostrophes(parts);
    for (let first = 0; first < words; ) {
      const joint = first + 1 < words ? this.#joint[first + 1] : separator;
      let last = first;
      while (last + 1 < words && this.#joint[last + 1] === joint) last++;
      const count = last - first + 1;
      const afterRun = last + 1 < words;
      if (joint === dot && this.#areSingleLetters(first, last)) {
        this.#emit(first, last, false);
        first = last + 1;
        continue;
      }
      // In Sud-Kivu/Nord-Kivu the slash parts two names: its neighbours belong to their hyphens.
      const isHyphenNext = afterRun && this.#joint[last + 1] === hyphen;
      const end = isHyphenNext && joint !== hyphen ? last - 1 : last;
      for (let word = first; word <= end; word++) this.#emit(word, word, false);
      const isName = (joint === hyphen && count <= 3) || (joint === slash && count === 2 && words === 2);
      if (count > 1 && (isName || joint === thousands) && end === last && this.#isOneStretch(first, last)) {
        if (joint === thousands || this.#hasLetter(first, last)) this.#emit(first, last, true);
      }
      first = end + 1;
    }
  }

  /** Drops l', d', qu' and 's, makes one word of ng'ombe; answers how many words are left. */
  #mergeApostrophes(parts: number): number {
    let words = 0;
    for (let part = 0; part < parts; part++) {
      const isTied = part > 0 && this.#joint[part] === apostrophe;
      if (!isTied) {
        this.#keep(part, words++);
        continue;
      }
      const before = words - 1;
      const startsPossessive =
        (this.#to[part] as number) - (this.#from[part] as number) === 1 &&
        this.#letters[this.#from[part] as number] === possessive;
      if (startsPossessive && !this.#isElided(before)) continue;
      if (this.#isElided(before)) {
        this.#tellElision(before, part);
        const joint = this.#joint[before] as number;
        this.#keep(part, before);
        this.#joint[before] = joint;
      } else {
        this.#to[before] = this.#to[part] as number;
        this.#end[before] = this.#end[part] as number;
      }
    }
    return words;
  }

  #keep(part: number, as: number): void {
    this.#from[as] = this.#from[part] as number;
    this.#to[as] = this.#to[part] as number;
    this.#start[as] = this.#start[part] as number;
    this.#end[as] = this.#end[part] as number;
    this.#joint[as] = this.#joint[part] as number;
    this.#hash[as] = this.#hash[part] as number;
    this.#check[as] = this.#check[part] as number;
    this.#hashedTo[as] = this.#hashedTo[part] as number;
  }

  /** N'Djaména is also written Ndjamena; l'attaque is never lattaque. */
  #tellElision(before: number, part: number): void {
    const isName = this.#isCapital(before) && this.#isCapital(part);
    if (!isName && !this.#wholeElisions) return;
    const from = this.#from[before] as number;
    const to = Math.min(this.#to[part] as number, from + maxTermLength);
    this.#emitJoined(from, to, this.#start[before] as number, this.#end[part] as number, true);
  }

  #isElided(word: number): boolean {
    const from = this.#from[word] as number;
    const to = this.#to[word] as number;
    if (to - from > 6) return false;
    let text = "";
    for (let i = from; i < to; i++) text += String.fromCharCode(this.#letters[i] as number);
    return elided.has(text);
  }

  #isCapital(word: number): boolean {
    const letter = this.#text.charAt(this.#start[word] as number);
    return letter !== letter.toLowerCase();
  }

  #areSingleLetters(first: number, last: number): boolean {
    for (let word = first; word <= last; word++) {
      if ((this.#to[word] as number) - (this.#from[word] as number) !== 1) return false;
    }
    return true;
  }

  #isOneStretch(first: number, last: number): boolean {
    for (let word = first; word < last; word++) if (this.#to[word] !== this.#from[word + 1]) return false;
    return (this.#to[last] as number) - (this.#from[first] as number) <= maxTermLength;
  }

  #hasLetter(first: number, last: number): boolean {
    for (let i = this.#from[first] as number; i < (this.#to[last] as number); i++) {
      if (!isDigit(this.#letters[i] as number)) return true;
    }
    return false;
  }
}

export interface Term {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly whole: boolean;
}

/** The terms of a short text, as values. */
export function termsOf(text: string, options?: TokeniseOptions): Term[] {
  const terms: Term[] = [];
  const tokeniser = new Tokeniser((letters, from, to, start, end, whole) => {
    terms.push({ text: String.fromCharCode(...letters.subarray(from, to)), start, end, whole });
  }, options);
  tokeniser.run(text);
  return terms;
}
