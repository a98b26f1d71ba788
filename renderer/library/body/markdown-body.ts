import { Marked } from "marked";

const marked = new Marked({ gfm: true, breaks: false, async: false });
const frontMatter = /^\s*---\r?\n(?:.*\r?\n){0,60}?---\r?\n/;

const longest = 3_000_000;
const deepestIndent = 80;
const mostQuoteMarks = 20;
const mostMarksInParagraph = 400;

/**
 * Markdown as HTML, which then goes the same way as any other HTML: raw tags inside it are cleaned there. null = read
 * it as plain text: no person wrote this much markup, and reading it as Markdown could take minutes.
 */
export function htmlOfMarkdown(markdown: string): string | null {
  const text = markdown.replace(frontMatter, "");
  if (!isWrittenByHand(text)) return null;
  try {
    return marked.parse(text, { async: false });
  } catch {
    // It recurses: what is nested too deep for it runs out of stack.
    return null;
  }
}

const indent = new RegExp(`^[ \\t]{${deepestIndent}}`);
const quotes = new RegExp(`^(?:[ \\t]*>){${mostQuoteMarks}}`);
const listSigns = new RegExp(`^[ \\t]*(?:(?:[-*+]|\\d+[.)])[ \\t]+){${mostQuoteMarks}}`);
const startsAnew = /^\s*(?:$|[-*+|#]\s|\||\d+[.)]\s)/;

/** Deep nesting and paragraphs full of marks cost the parser quadratic time. */
function isWrittenByHand(text: string): boolean {
  if (text.length > longest) return false;
  let marks = 0;
  for (const line of text.split("\n")) {
    if (indent.test(line) || quotes.test(line) || listSigns.test(line)) return false;
    if (startsAnew.test(line)) marks = 0;
    for (let at = 0; at < line.length; at++) if (isMark(line.charCodeAt(at))) marks += 1;
    if (marks > mostMarksInParagraph) return false;
  }
  return true;
}

/** Asterisk, less-than, bracket, underscore, backtick, bar, tilde. */
function isMark(code: number): boolean {
  return (
    code === 0x2a || code === 0x3c || code === 0x5b || code === 0x5f || code === 0x60 || code === 0x7c || code === 0x7e
  );
}
