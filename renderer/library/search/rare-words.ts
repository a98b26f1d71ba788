import type { QueryWord } from "./parse-query.ts";
import { oneTypoQuality, type WordTerms } from "./resolve-words.ts";
import type { TermDictionary } from "./term-dictionary.ts";

/** In more briefings than that a word is a word. */
const mostOfRare = 3;
/** So much more often the near one must stand there to be the likelier. */
const timesCommoner = 10;
const fewestOfCommon = 10;
/** Of shorter words another is a letter away too often. */
const shortestRare = 5;

/** For a word that hardly any briefing has: those one letter away that many have, the commonest first. */
export function commonInPlaceOf(
  word: QueryWord,
  { strict, near }: WordTerms,
  dictionary: TermDictionary,
): readonly string[] {
  if (word.isQuoted || word.isName || word.named !== null || word.text.length < shortestRare) return [];
  const countOf = (term: number): number => dictionary.documentCounts[term] ?? 0;
  const standsIn = strict.reduce((sum, { term }) => sum + countOf(term), 0);
  if (standsIn === 0 || standsIn > mostOfRare || /\d/u.test(word.text)) return [];
  const least = Math.max(fewestOfCommon, standsIn * timesCommoner);
  return near()
    .terms.filter(({ term, quality }) => quality >= oneTypoQuality && countOf(term) >= least)
    .sort((a, b) => countOf(b.term) - countOf(a.term))
    .map(({ term }) => dictionary.textOf(term));
}
