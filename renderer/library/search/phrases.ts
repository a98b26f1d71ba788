import type { Phrase, Query } from "./parse-query.ts";
import type { PlainTexts } from "./plain-texts.ts";
import { termsOf } from "./tokenise.ts";

/** Whether a query can only be decided by reading the texts themselves. */
export function needsTexts({ phrases, eitherPhrases, excluded }: Query): boolean {
  return phrases.length > 0 || eitherPhrases.length > 0 || excluded.some((phrase) => phrase.length > 1);
}

/** Whether the phrases of a query stand in the texts, word by word, accents and capitals aside, and no excluded one. */
export function holdsPhrases(texts: PlainTexts | null, { phrases, eitherPhrases, excluded }: Query): boolean {
  if (texts === null) return false;
  const stands = phrasesIn(texts);
  return phrases.every(stands) && eitherPhrases.every((sides) => sides.some(stands)) && !excluded.some(stands);
}

export function phrasesIn(texts: PlainTexts): (phrase: Phrase) => boolean {
  const rows = [texts.title, ...texts.keyPoints, ...texts.runs].map((text) => {
    const words = termsOf(text).filter((term) => !term.whole);
    return ` ${words.map((word) => word.text).join(" ")} `;
  });
  return (phrase) => rows.some((row) => row.includes(` ${phrase.join(" ")} `));
}
