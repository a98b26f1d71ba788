import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom/worker";

export interface ExtractedArticle {
  /** For the block builder only; it never leaves the worker. */
  readonly html: string;
  /** What the page's relative links start from, as it says itself. */
  readonly base: string | null;
}

/** Pages of one article hold far less; Readability takes minutes over what is deeper or wider than any of them. */
const mostCharacters = 3_000_000;
const mostElements = 20_000;
const deepest = 300;
/** Of a text's letters. */
const mostLinked = 0.6;

/** The main text of a page by Readability's algorithm, over a document that no browser draws. null = it finds none. */
export function extractArticle(html: string): ExtractedArticle | null {
  if (html.length > mostCharacters || isTooComplex(html)) return null;
  try {
    const { document } = parseHTML(html);
    const base = document.querySelector("base")?.getAttribute("href") ?? null;
    const article = new Readability(document, { maxElemsToParse: mostElements, disableJSONLD: true }).parse();
    return article?.content && !isMostlyLinks(article.content) ? { html: article.content, base } : null;
  } catch {
    // Readability throws for pages past its limit, and for a few that it stumbles over.
    return null;
  }
}

/** Without an article Readability answers with the best that there is, and that is a menu. */
function isMostlyLinks(html: string): boolean {
  const linked = [...html.matchAll(/<a\b[^>]*>([\s\S]*?)<\/a>/gi)].reduce((sum, link) => sum + inkOf(link[1] ?? ""), 0);
  return linked > inkOf(html) * mostLinked;
}

function inkOf(html: string): number {
  return html.replace(/<[^>]*>|\s+/g, "").length;
}

const neverClosed = /^(?:area|base|br|col|embed|hr|img|input|link|meta|p|li|source|td|th|tr|track|wbr)$/;

function isTooComplex(html: string): boolean {
  let elements = 0;
  let depth = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z\d]*)\b/gi)) {
    elements += 1;
    if (!neverClosed.test((match[2] as string).toLowerCase())) depth = Math.max(0, depth + (match[1] === "" ? 1 : -1));
    if (depth > deepest || elements > 2 * mostElements) return true;
  }
  return false;
}
