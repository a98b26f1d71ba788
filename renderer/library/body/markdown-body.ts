import { Marked } from "marked";

const marked = new Marked({ gfm: true, breaks: false, async: false });
const frontMatter = /^\s*---\r?\n(?:.*\r?\n){0,60}?---\r?\n/;

/** Markdown as HTML, which then goes the same way as any other HTML: raw tags inside it are cleaned there. */
export function htmlOfMarkdown(markdown: string): string {
  return marked.parse(markdown.replace(frontMatter, ""), { async: false });
}
