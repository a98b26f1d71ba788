import { Tokeniser } from "./tokenise.ts";
import { hashesOf } from "./word-hash.ts";

interface Missing {
  readonly word: string;
  readonly hash: number;
  readonly check: number;
}

const tokeniser = new Tokeniser();

/** How folded words are written in some texts ("deplacement" there as "déplacement"); as they are where they don't stand. */
export function spellAsIn(texts: readonly string[], folded: readonly string[]): string[] {
  const written = new Map<string, string>();
  let missing: readonly Missing[] = [...new Set(folded)].map((word) => ({ word, ...hashesOf(word) }));
  for (const text of texts) {
    if (missing.length === 0) break;
    for (const { word, start, end } of firstOf(missing, text)) written.set(word, text.slice(start, end));
    missing = missing.filter(({ word }) => !written.has(word));
  }
  return folded.map((word) => written.get(word) ?? word);
}

/** Where words stand first in a text. Whole texts are read with every letter typed: nothing is made for their words. */
function firstOf(wanted: readonly Missing[], text: string) {
  const { size, letters, from, to, start, end, hash, check } = tokeniser.read(text);
  const found = new Map<string, { readonly word: string; readonly start: number; readonly end: number }>();
  for (let row = 0; row < size; row++) {
    for (const { word, hash: itsHash, check: itsCheck } of wanted) {
      if (hash[row] !== itsHash || check[row] !== itsCheck || found.has(word)) continue;
      const isSame = word === String.fromCharCode(...letters.subarray(from[row], to[row]));
      if (isSame) found.set(word, { word, start: start[row] as number, end: end[row] as number });
    }
  }
  return found.values();
}
