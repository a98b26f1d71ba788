import type { PlainTexts } from "./plain-texts.ts";
import { termsOf } from "./tokenise.ts";

/** Whether every phrase stands in one of the texts, word by word, accents and capitals aside. */
export function holdsPhrases(texts: PlainTexts | null, phrases: readonly (readonly string[])[]): boolean {
  if (texts === null) return false;
  const rows = [texts.title, ...texts.keyPoints, ...texts.runs].map((text) => {
    const words = termsOf(text).filter((term) => !term.whole);
    return ` ${words.map((word) => word.text).join(" ")} `;
  });
  return phrases.every((phrase) => rows.some((row) => row.includes(` ${phrase.join(" ")} `)));
}
