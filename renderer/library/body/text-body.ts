import type { Block, Inline, ListItem } from "../../model/body.ts";
import { collapseSpaces, withoutInvisible } from "../../model/plain-characters.ts";
import { cleanAddress } from "./clean-address.ts";
import { wrapWidthOf } from "./wrapped-lines.ts";

const bulleted = /^\s*[•·▪●◦‣■*–—-][ \t\u00a0]+(?=\S)/;
const numbered = /^\s*(\d{1,3})[.)][ \t\u00a0]+(?=\S)/;
const sentenceEnd = /[.!?…:;,]["”»’)\]]*$/;
const maxHeadingLength = 90;
const maxHeadingWords = 14;
const link = /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]}'’”]/g;

type Line =
  | { readonly kind: "blank" }
  | { readonly kind: "item"; readonly ordered: boolean; readonly start: number; readonly text: string }
  | { readonly kind: "text"; readonly text: string; readonly indented: boolean };

function lineOf(written: string): Line {
  const text = written.trim();
  if (text === "" || /^[-=_*~ ]{3,}$/.test(text)) return { kind: "blank" };
  if (bulleted.test(written)) {
    return { kind: "item", ordered: false, start: 1, text: written.replace(bulleted, "").trim() };
  }
  const number = numbered.exec(written)?.[1];
  if (number !== undefined) {
    return { kind: "item", ordered: true, start: Number(number), text: written.replace(numbered, "").trim() };
  }
  return { kind: "text", text, indented: /^[ \t]/.test(written) };
}

/** Plain text as people send it: a line or a run of wrapped lines is a paragraph, lists by their signs. */
export function readTextBody(text: string): readonly Block[] {
  const written = withoutInvisible(text.replace(/\r\n?|[\f\v\u2028\u2029]/g, "\n")).split("\n");
  const lines = written.map(lineOf);
  const width = wrapWidthOf(lines.flatMap((line) => (line.kind === "text" ? [line.text] : [])));
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    if (line.kind === "blank") at += 1;
    else if (line.kind === "item") at = readList(lines, at, blocks);
    else at = readParagraph(lines, at, width, blocks);
  }
  return blocks;
}

function readParagraph(lines: readonly Line[], from: number, width: number | null, blocks: Block[]): number {
  const parts: string[] = [];
  let at = from;
  for (let line = lines[at]; line?.kind === "text"; line = lines[at]) {
    parts.push(line.text);
    at += 1;
    const next = lines[at];
    if (width === null || next?.kind !== "text" || !isWrapped(line.text, next.text, width)) break;
  }
  const text = parts.join(" ");
  if (parts.length === 1 && isHeading(lines, from, text))
    blocks.push({ kind: "heading", level: 1, inlines: inlinesOf(text) });
  else blocks.push({ kind: "paragraph", inlines: inlinesOf(text) });
  return at;
}

/** A line was broken for want of room if the next line's first word had not fitted into it. */
function isWrapped(line: string, next: string, width: number): boolean {
  return line.length + 1 + (next.split(/\s/, 1)[0]?.length ?? 0) > width;
}

/**
 * A short line that ends like no sentence, with real text below it. Above it stands nothing, a blank line, a list or a
 * finished sentence: the end of an address or a signature isn't followed by text.
 */
function isHeading(lines: readonly Line[], at: number, text: string): boolean {
  if (text.length > maxHeadingLength || text.split(/\s+/).length > maxHeadingWords) return false;
  if (/https?:|@/.test(text) || !/^["“«(]?[\p{Lu}\p{N}]/u.test(text) || !/\p{L}{2}/u.test(text)) return false;
  if (sentenceEnd.test(text) && !/^[^.!?…;,]{2,60}[:?]$/.test(text)) return false;
  const before = lines[at - 1];
  if (before?.kind === "text" && !sentenceEnd.test(before.text)) return false;
  let below = at + 1;
  while (lines[below]?.kind === "blank") below += 1;
  const next = lines[below];
  if (next === undefined || next.kind === "blank") return false;
  if (next.kind === "item") return true;
  return next.text.length > text.length && (next.text.length > maxHeadingLength || sentenceEnd.test(next.text));
}

function readList(lines: readonly Line[], from: number, blocks: Block[]): number {
  const first = lines[from] as Extract<Line, { kind: "item" }>;
  const items: ListItem[] = [];
  let at = from;
  for (let line = lines[at]; line?.kind === "item" && line.ordered === first.ordered; line = lines[at]) {
    let text = line.text;
    at += 1;
    // A wrapped item goes on in indented lines.
    for (let more = lines[at]; more?.kind === "text" && more.indented; more = lines[at]) {
      text += ` ${more.text}`;
      at += 1;
    }
    items.push({ blocks: [{ kind: "paragraph", inlines: inlinesOf(text) }] });
    if (lines[at]?.kind === "blank" && lines[at + 1]?.kind === "item") at += 1;
  }
  blocks.push({ kind: "list", ordered: first.ordered, start: first.ordered ? first.start : 1, items });
  return at;
}

function inlinesOf(text: string): readonly Inline[] {
  const clean = collapseSpaces(text);
  const inlines: Inline[] = [];
  let done = 0;
  const add = (from: number, to: number, href: string | null) => {
    if (to > from) inlines.push({ kind: "text", text: clean.slice(from, to), marks: [], href });
  };
  for (const match of clean.matchAll(link)) {
    const href = cleanAddress(match[0], null);
    if (href === null) continue;
    add(done, match.index, null);
    done = match.index + match[0].length;
    add(match.index, done, href);
  }
  add(done, clean.length, null);
  return inlines;
}
