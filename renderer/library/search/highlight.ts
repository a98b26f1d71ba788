import type { TextRange } from "../../model/briefing.ts";
import { findNames } from "./mark-names.ts";
import type { WordAnswer } from "./search-index.ts";
import { Tokeniser } from "./tokenise.ts";

/** A stretch of the original text that answers a word of the query, by the word's number. */
export interface Mark extends TextRange {
  readonly word: number;
}

/**
 * Marks where the words of one query stand in the texts of many briefings. What was meant by a word is decided for a
 * briefing as a whole: its near-misses are marked only where the word itself stands nowhere in it.
 */
export class TextMarker {
  readonly #words: readonly WordAnswer[];
  readonly #strict: WordPatterns;
  readonly #named: readonly { readonly index: number; readonly names: WordAnswer["names"] }[];
  /** By the numbers of the words that are looked for. */
  readonly #near = new Map<string, WordPatterns>();

  constructor(words: readonly WordAnswer[]) {
    this.#words = words;
    this.#strict = wordPatterns(words.map(({ strict, beginning }, index) => ({ index, terms: strict, beginning })));
    this.#named = words.flatMap(({ names }, index) => (names.length === 0 ? [] : [{ index, names }]));
  }

  get wordCount(): number {
    return this.#words.length;
  }

  /** Text by text of one briefing. */
  mark(texts: readonly string[]): readonly (readonly Mark[])[] {
    const marks: Mark[][] = texts.map(() => []);
    const found = new Set<number>();
    const add = (text: number, word: number, start: number, end: number): void => {
      found.add(word);
      (marks[text] as Mark[]).push({ word, start, end });
    };
    scan(texts, this.#strict, add);
    if (this.#named.length > 0) {
      for (const [text, read] of texts.entries()) {
        findNames(read, this.#named, (word, start, end) => add(text, word, start, end));
      }
    }
    const missing = [...this.#words.keys()].filter((index) => !found.has(index));
    if (missing.length > 0) scan(texts, this.#nearPatterns(missing), add);
    for (const ofText of marks) ofText.sort((a, b) => a.start - b.start || b.end - a.end);
    return marks;
  }

  #nearPatterns(missing: readonly number[]): WordPatterns {
    const key = missing.join();
    const known = this.#near.get(key);
    if (known !== undefined) return known;
    const patterns = wordPatterns(
      missing.map((index) => ({ index, terms: (this.#words[index] as WordAnswer).near(), beginning: null })),
    );
    this.#near.set(key, patterns);
    return patterns;
  }
}

/** Marks as ranges to paint: in order, none overlapping another. */
export function rangesOf(marks: readonly Mark[]): TextRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of marks) {
    const last = ranges.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

interface WantedTerms {
  readonly index: number;
  readonly terms: ReadonlySet<string>;
  readonly beginning: string | null;
}

interface WordPatterns {
  readonly wordOf: ReadonlyMap<string, number>;
  readonly beginnings: readonly { readonly index: number; readonly text: string }[];
  /** Length and first letter of every wanted term: most words of a text are passed by without making a string. */
  readonly shapes: ReadonlySet<number>;
}

const tokeniser = new Tokeniser();

const shapeOf = (length: number, firstLetter: number): number => length * 65_536 + firstLetter;

function wordPatterns(wanted: readonly WantedTerms[]): WordPatterns {
  const wordOf = new Map<string, number>();
  const shapes = new Set<number>();
  for (const { index, terms } of wanted) {
    for (const term of terms) {
      if (!wordOf.has(term)) wordOf.set(term, index);
      shapes.add(shapeOf(term.length, term.charCodeAt(0)));
    }
  }
  const beginnings = wanted.flatMap(({ index, beginning }) => (beginning === null ? [] : [{ index, text: beginning }]));
  return { wordOf, beginnings, shapes };
}

function scan(
  texts: readonly string[],
  { wordOf, beginnings, shapes }: WordPatterns,
  add: (text: number, word: number, start: number, end: number) => void,
): void {
  for (const [index, text] of texts.entries()) {
    const { size, letters, from: froms, to: tos, start, end } = tokeniser.read(text);
    for (let row = 0; row < size; row++) {
      const from = froms[row] as number;
      const to = tos[row] as number;
      const known = shapes.has(shapeOf(to - from, letters[from] as number))
        ? wordOf.get(String.fromCharCode(...letters.subarray(from, to)))
        : undefined;
      const word = known ?? beginnings.find((beginning) => beginsWith(letters, from, to, beginning.text))?.index;
      if (word !== undefined) add(index, word, start[row] as number, end[row] as number);
    }
  }
}

function beginsWith(letters: Uint16Array, from: number, to: number, beginning: string): boolean {
  if (to - from < beginning.length) return false;
  for (let i = 0; i < beginning.length; i++) if (letters[from + i] !== beginning.charCodeAt(i)) return false;
  return true;
}
