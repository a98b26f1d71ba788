import { escapeHtml } from "./html-writer.ts";
import type { PdfLine } from "./pdf-lines.ts";

/** A heading's letters are this much larger than the text's. */
const headingRatio = 1.12;
const longestHeading = 220;
const mostLevels = 3;
/** The distance of two lines of one paragraph, in parts of the letters' size. */
const lineDistance = 1.75;
/** A line that ends this far from the others' end was ended on purpose. */
const fullShare = 0.86;
const bullet = /^[•▪‣●◦■□–*·\uf0b7\uf0a7]\s*(?=\S)/;
const startsOwn = /^(?:[•▪‣●◦■□–*·\uf0b7\uf0a7]|\d{1,3}[.)]\s|[a-z]\)\s)/;

/** The size in which most letters are set. */
function textSizeOf(pages: readonly (readonly PdfLine[])[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}

/** Headings are guessed by the size of their letters, tables by gaps that stand under one another. */
export function pdfHtml(pages: readonly (readonly PdfLine[])[]): string {
  const textSize = textSizeOf(pages);
  const isLarge = ({ size, text }: PdfLine) =>
    size >= textSize * headingRatio && text.length <= longestHeading && /\p{L}/u.test(text);
  const sizes = [
    ...new Set(
      pages
        .flat()
        .filter(isLarge)
        .map(({ size }) => Math.round(size)),
    ),
  ].sort((a, b) => b - a);
  const parts: string[] = [];
  let paragraph: PdfLine[] = [];
  const flush = () => {
    if (paragraph.length === 0) return;
    const [first] = paragraph as [PdfLine];
    const text = escapeHtml(joinLines(paragraph)).replace(bullet, "• ");
    const level = Math.min(sizes.indexOf(Math.round(first.size)) + 1, mostLevels);
    parts.push(isLarge(first) ? `<h${level}>${text}</h${level}>` : `<p>${text}</p>`);
    paragraph = [];
  };
  for (const lines of pages) {
    const right = rightEdgeOf(lines);
    for (let at = 0; at < lines.length; ) {
      const rows = tableRows(lines, at);
      if (rows > 0) {
        flush();
        parts.push(tableHtml(lines.slice(at, at + rows)));
        at += rows;
        continue;
      }
      const line = lines[at] as PdfLine;
      const last = paragraph.at(-1);
      if (last !== undefined && !goesOn(last, line, right)) flush();
      paragraph.push(line);
      at += 1;
    }
  }
  flush();
  return parts.join("\n");
}

function rightEdgeOf(lines: readonly PdfLine[]): number {
  return lines.reduce((edge, { right }) => Math.max(edge, right), 0);
}

function goesOn(last: PdfLine, next: PdfLine, edge: number): boolean {
  if (Math.abs(last.size - next.size) > 0.6 || startsOwn.test(next.text)) return false;
  const isOnNextPage = next.y > last.y;
  if (!isOnNextPage && last.y - next.y > Math.max(last.size, 1) * lineDistance) return false;
  const isFull = last.right - last.x > (edge - last.x) * fullShare;
  const startsSmall = /^[\p{Ll}\d(«"“]/u.test(next.text);
  if (isOnNextPage) return startsSmall && !/[.!?:]$/.test(last.text);
  return isFull || startsSmall || /[,;-]$/.test(last.text);
}

function joinLines(lines: readonly PdfLine[]): string {
  let text = "";
  for (const line of lines) {
    // "accessi-" and "bilité" are one word; "nord-" and "Kivu" keep their hyphen.
    if (/\p{L}[-\u00ad\u2010]$/u.test(text)) {
      text = /^\p{Ll}/u.test(line.text) ? text.slice(0, -1) + line.text : text + line.text;
    } else text += (text === "" ? "" : " ") + line.text;
  }
  return text;
}

const alignedWithin = 6;
const fewestRows = 2;

/** How many lines from here on are rows of one table; 0 = none. */
function tableRows(lines: readonly PdfLine[], from: number): number {
  const first = lines[from];
  if (first === undefined || first.cells.length < 2) return 0;
  let end = from;
  let full = 0;
  for (let line = lines[end]; line !== undefined && isRowOf(first, line); line = lines[end]) {
    if (line.cells.length >= 2) full += 1;
    end += 1;
  }
  // A last line with a single cell is the paragraph below.
  while (end > from && (lines[end - 1]?.cells.length ?? 0) < 2) end -= 1;
  return full >= fewestRows ? end - from : 0;
}

function isRowOf(first: PdfLine, line: PdfLine): boolean {
  if (Math.abs(line.size - first.size) > first.size * 0.35) return false;
  const aligned = line.cells.filter(({ x }) => first.cells.some((cell) => Math.abs(cell.x - x) <= alignedWithin));
  if (line.cells.length >= 2) return aligned.length >= 1;
  // A cell of several lines goes on alone, under its column.
  return aligned.length === 1 && line.x > first.x + alignedWithin;
}

function tableHtml(lines: readonly PdfLine[]): string {
  const columns = columnsOf(lines);
  const rows: string[][] = [];
  for (const line of lines) {
    const cells = columns.map(() => "");
    for (const { text, x } of line.cells) {
      const column = nearest(columns, x);
      cells[column] = `${cells[column]} ${text}`.trim();
    }
    const above = rows.at(-1);
    if (line.cells.length === 1 && above !== undefined) {
      cells.forEach((text, column) => {
        above[column] = `${above[column]} ${text}`.trim();
      });
    } else rows.push(cells);
  }
  const html = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`);
  return `<table>${html.join("")}</table>`;
}

/** Where cells begin, by the row that has most of them. */
function columnsOf(lines: readonly PdfLine[]): number[] {
  const widest = lines.reduce((most, line) => (line.cells.length > most.cells.length ? line : most));
  return widest.cells.map(({ x }) => x);
}

function nearest(columns: readonly number[], x: number): number {
  let best = 0;
  columns.forEach((column, at) => {
    if (Math.abs(column - x) < Math.abs((columns[best] ?? 0) - x)) best = at;
  });
  return best;
}
