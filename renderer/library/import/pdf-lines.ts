import type { PdfFragment, PdfPageText } from "../../contracts/pdf-reader.ts";

/** What stands beside one another at one height, with the gaps that are too wide for a space as borders of cells. */
export interface PdfLine {
  readonly cells: readonly { readonly text: string; readonly x: number }[];
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** From 0 at the page's foot to 1 at its head. */
  readonly height: number;
}

/** In parts of the letters' size. */
const sameHeight = 0.45;
const spaceGap = 0.15;
const cellGap = 1.4;

/** Lines in the order in which the document draws them, which is the reading order of nearly all of them. */
export function linesOf(page: PdfPageText): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let run: PdfFragment[] = [];
  const flush = () => {
    const line = lineOf(run, page.height);
    if (line !== null) lines.push(line);
    run = [];
  };
  for (const fragment of page.fragments) {
    if (fragment.text.trim() === "") continue;
    const last = run.at(-1);
    if (last !== undefined && !goesOn(last, fragment)) flush();
    run.push(fragment);
  }
  flush();
  return lines;
}

function goesOn(last: PdfFragment, next: PdfFragment): boolean {
  const size = Math.max(last.size, next.size, 1);
  return Math.abs(next.y - last.y) <= size * sameHeight && next.x >= last.x + last.width - size * 2;
}

function lineOf(run: readonly PdfFragment[], pageHeight: number): PdfLine | null {
  const [first] = run;
  if (first === undefined) return null;
  const cells: { text: string; x: number }[] = [];
  let right = first.x;
  let size = 0;
  for (const fragment of run) {
    const gap = fragment.x - right;
    const cell = cells.at(-1);
    if (cell === undefined || gap > fragment.size * cellGap) cells.push({ text: fragment.text, x: fragment.x });
    else cell.text += (gap > fragment.size * spaceGap ? " " : "") + fragment.text;
    right = Math.max(right, fragment.x + fragment.width);
    size = Math.max(size, fragment.size);
  }
  const tidy = cells.map(({ text, x }) => ({ text: text.replace(/\s+/g, " ").trim(), x }));
  const height = pageHeight > 0 ? first.y / pageHeight : 0.5;
  return { cells: tidy, text: tidy.map(({ text }) => text).join(" "), x: first.x, right, y: first.y, size, height };
}
