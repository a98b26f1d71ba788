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
import type { TermRows } from "./term-rows.ts";

/** Longer words count by their first letters: 32 of them fit the bits of one number in the edit distance. */
export const maxTermLength = 32;

export interface TokeniseOptions {
  /** A query's "n'djamena" may be N'Djaména: also tell the whole of small-letter elisions. */
  readonly wholeElisions: boolean;
}

// Far more than the longest term: a compound's parts stand one after another, so that its whole is one stretch.
const maxJoinedLetters = 256;
const maxParts = 16;

const elided = new Set(["l", "d", "j", "m", "t", "s", "n", "c", "qu", "lorsqu", "puisqu", "jusqu", "quoiqu", "quelqu"]);
const possessive = "s".charCodeAt(0);

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Reads any word there is: with joints, marks, ligatures, letters of two units. One at a time, and thoroughly. */
export class JoinedWordReader {
  readonly #rows: TermRows;
  readonly #wholeElisions: boolean;
  readonly #from = new Int32Array(maxParts + 1);
  readonly #to = new Int32Array(maxParts + 1);
  readonly #start = new Int32Array(maxParts + 1);
  readonly #end = new Int32Array(maxParts + 1);
  /** What stands before a part. */
  readonly #joint = new Uint8Array(maxParts + 1);
  #text = "";

  constructor(rows: TermRows, { wholeElisions }: TokeniseOptions) {
    this.#rows = rows;
    this.#wholeElisions = wholeElisions;
  }

  /** Adds the terms of what stands at `from` and is joined to it; answers where that ends, always further on. */
  read(text: string, from: number): number {
    this.#text = text;
    const { length } = text;
    this.#rows.makeRoom(maxJoinedLetters);
    const first = this.#rows.lettersUsed;
    let used = first;
    let parts = 0;
    let at = from;
    while (at < length && parts < maxParts && used - first < maxJoinedLetters - maxTermLength) {
      const meaning = meaningOf(text.charCodeAt(at));
      if (meaning < expanded) {
        at++;
        break;
      }
      const end = this.#readWord(at, used, parts);
      if (end === at) {
        at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
        break;
      }
      used = this.#to[parts++] as number;
      at = end;
      if (at >= length || !this.#joins(at, parts - 1)) break;
      const joiner = meaningOf(text.charCodeAt(at));
      this.#joint[parts] = joiner === dot && isDigit(text.charCodeAt(at - 1)) ? thousands : joiner;
      at++;
    }
    this.#rows.lettersUsed = used;
    if (parts === 1) this.#tell(0, 0, false);
    else if (parts > 1) this.#tellCompound(parts);
    return at;
  }

  /** Reads one word into the next part and answers where it ends: at its start, if that was no letter after all. */
  #readWord(start: number, used: number, part: number): number {
    const text = this.#text;
    const { letters, lettersUsed } = this.#rows;
    const { length } = text;
    const limit = lettersUsed + maxJoinedLetters;
    let at = start;
    let to = used;
    while (at < length) {
      const unit = text.charCodeAt(at);
      let meaning = meanings[unit] as number;
      if (meaning === unknown) meaning = learnMeaning(unit);
      if (meaning >= firstLetter) {
        if (to < limit) letters[to++] = meaning;
        at++;
      } else if (meaning === dropped) at++;
      else if (meaning < expanded) break;
      else {
        const codePoint = text.codePointAt(at) as number;
        const expansion = codePoint > 0xffff || meaning === expanded ? expansionOf(codePoint) : "";
        if (expansion === "") break;
        for (let i = 0; i < expansion.length && to < limit; i++) letters[to++] = expansion.charCodeAt(i);
        at += codePoint > 0xffff ? 2 : 1;
      }
    }
    this.#from[part] = used;
    this.#to[part] = to;
    this.#start[part] = start;
    this.#end[part] = at;
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
    for (let i = from; i < from + digits; i++) if (!isDigit(this.#rows.letters[i] as number)) return false;
    const text = this.#text;
    for (let i = 1; i <= 3; i++) if (!isDigit(text.charCodeAt(at + i))) return false;
    return !(meaningOf(text.charCodeAt(at + 4) || 0) >= expanded);
  }

  /** The stretch from one part to another as one term. */
  #tell(first: number, last: number, whole: boolean): void {
    const from = this.#from[first] as number;
    const to = Math.min(this.#to[last] as number, from + maxTermLength);
    this.#rows.add(from, to, this.#start[first] as number, this.#end[last] as number, whole);
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
        this.#tell(first, last, false);
        first = last + 1;
        continue;
      }
      // In Sud-Kivu/Nord-Kivu the slash parts two names: its neighbours belong to their hyphens.
      const isHyphenNext = afterRun && this.#joint[last + 1] === hyphen;
      const end = isHyphenNext && joint !== hyphen ? last - 1 : last;
      for (let word = first; word <= end; word++) this.#tell(word, word, false);
      const isName = (joint === hyphen && count <= 3) || (joint === slash && count === 2 && words === 2);
      if (count > 1 && (isName || joint === thousands) && end === last && this.#isOneStretch(first, last)) {
        if (joint === thousands || this.#hasLetter(first, last)) this.#tell(first, last, true);
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
        this.#rows.letters[this.#from[part] as number] === possessive;
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
  }

  /** N'Djaména is also written Ndjamena; l'attaque is never lattaque. */
  #tellElision(before: number, part: number): void {
    const isName = this.#isCapital(before) && this.#isCapital(part);
    if (!isName && !this.#wholeElisions) return;
    const from = this.#from[before] as number;
    const to = Math.min(this.#to[part] as number, from + maxTermLength);
    this.#rows.add(from, to, this.#start[before] as number, this.#end[part] as number, true);
  }

  #isElided(word: number): boolean {
    const from = this.#from[word] as number;
    const to = this.#to[word] as number;
    if (to - from > 6) return false;
    let text = "";
    for (let i = from; i < to; i++) text += String.fromCharCode(this.#rows.letters[i] as number);
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
      if (!isDigit(this.#rows.letters[i] as number)) return true;
    }
    return false;
  }
}
