import type { Phrase, Query } from "./parse-query.ts";
import type { PlainTexts } from "./plain-texts.ts";
import { Tokeniser } from "./tokenise.ts";
import { hashesOf } from "./word-hash.ts";

const tokeniser = new Tokeniser();
const noWord = 0;

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

/** Words are told apart by their two hashes, as in the dictionary: no string is made for a word of a text. */
export function phrasesIn(texts: PlainTexts): (phrase: Phrase) => boolean {
  const hashes: number[] = [];
  const checks: number[] = [];
  for (const text of [texts.title, ...texts.keyPoints, ...texts.runs]) {
    const { size, hash, check, whole } = tokeniser.read(text);
    for (let row = 0; row < size; row++) {
      if (whole[row] === 1) continue;
      hashes.push(hash[row] as number);
      checks.push(check[row] as number);
    }
    // No phrase goes from one text into the next.
    hashes.push(noWord);
    checks.push(noWord);
  }
  return (phrase) => {
    const wanted = phrase.map(hashesOf);
    const standsAt = (at: number) =>
      wanted.every(({ hash, check }, further) => hashes[at + further] === hash && checks[at + further] === check);
    for (let at = 0; at + wanted.length <= hashes.length; at++) if (standsAt(at)) return true;
    return false;
  };
}
