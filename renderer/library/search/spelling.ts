import { termsOf } from "./tokenise.ts";

/** How folded words are written in some texts ("deplacement" there as "déplacement"); as they are where they don't stand. */
export function spellAsIn(texts: readonly string[], folded: readonly string[]): string[] {
  const missing = new Set(folded);
  const written = new Map<string, string>();
  for (const text of texts) {
    if (missing.size === 0) break;
    for (const term of termsOf(text)) {
      if (missing.delete(term.text)) written.set(term.text, text.slice(term.start, term.end));
    }
  }
  return folded.map((word) => written.get(word) ?? word);
}
