import type { ArticleFailure } from "../../model/failure.ts";

export interface TextAndCount {
  readonly text: string;
  readonly wordCount: number;
}

/** Less is a caption, a notice about cookies or an invitation to subscribe. */
const fewestWords = 50;
/** What a page has to add to be worth more than the extract. */
const leastGrowth = 1.2;
/** Of the extract's own words; a page about something else shares few. */
const leastShared = 0.35;
const wordsCompared = 60;
const fewestToCompare = 4;

/** Whether a page's main text is the article that the extract was taken from; null = it is. */
export function judgeArticle(
  article: TextAndCount,
  { extract, title }: { readonly extract: TextAndCount; readonly title: string },
): ArticleFailure | null {
  const told = keywordsOf(`${title} ${extract.text}`);
  const found = new Set(wordsOf(article.text));
  const shared = told.filter((word) => found.has(word)).length;
  if (told.length >= fewestToCompare && shared < told.length * leastShared) return { kind: "article-other" };
  const isTooShort = article.wordCount < fewestWords || article.wordCount < extract.wordCount * leastGrowth;
  return isTooShort ? { kind: "article-too-short" } : null;
}

/** Longer words carry what a text is about, in each of our languages. */
function keywordsOf(text: string): readonly string[] {
  return [...new Set(wordsOf(text).filter((word) => word.length >= 5))].slice(0, wordsCompared);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
