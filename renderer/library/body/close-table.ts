import type { Block, Inline, TableRow } from "../../model/body.ts";

export interface DraftCell {
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly blocks: Block[];
}

export interface DraftTable {
  readonly forLayout: boolean;
  caption: readonly Inline[];
  readonly rows: DraftCell[][];
}

const lineBreak: Inline = { kind: "line-break" };
const plain = (text: string): Inline => ({ kind: "text", text, marks: [], href: null });

/** One line of inlines per block: what a table's cell or a caption can hold. Depth is bounded by the writer. */
export function inlinesOf(blocks: readonly Block[]): readonly Inline[] {
  const inlines: Inline[] = [];
  for (const block of blocks) {
    for (const line of linesOf(block)) {
      if (line.length === 0) continue;
      if (inlines.length > 0) inlines.push(lineBreak);
      for (const inline of line) inlines.push(inline);
    }
  }
  return inlines;
}

function linesOf(block: Block): (readonly Inline[])[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [block.inlines];
    case "preformatted":
      return block.text.split("\n").map((line) => (line === "" ? [] : [plain(line)]));
    case "quote":
      return [inlinesOf(block.blocks)];
    case "list":
      return block.items.map((item, at) => [
        plain(block.ordered ? `${block.start + at}. ` : "• "),
        ...inlinesOf(item.blocks),
      ]);
    case "figure":
      return [block.caption.length > 0 ? block.caption : block.alt === "" ? [] : [plain(block.alt)]];
    case "table":
      return block.rows.map((row) =>
        row.cells.flatMap((cell, at) => (at === 0 ? cell.inlines : [plain(" · "), ...cell.inlines])),
      );
  }
}

/** Old pages and newsletters put whole articles into one-celled tables: those are taken apart again. */
function isForLayout({ forLayout, rows }: DraftTable): boolean {
  const cells = rows.flat();
  if (cells.some((cell) => cell.header)) return false;
  return (
    forLayout ||
    rows.every((row) => row.length <= 1) ||
    cells.some((cell) => cell.blocks.some((block) => block.kind === "table" || block.kind === "heading"))
  );
}

export function closeTable(table: DraftTable): readonly Block[] {
  if (isForLayout(table)) {
    const blocks = table.rows.flatMap((row) => row.flatMap((cell) => cell.blocks));
    return table.caption.length === 0 ? blocks : [{ kind: "paragraph", inlines: table.caption }, ...blocks];
  }
  const rows: TableRow[] = table.rows
    .map((row) => ({
      cells: row.map(({ header, columns, rows, blocks }) => ({ header, columns, rows, inlines: inlinesOf(blocks) })),
    }))
    .filter((row) => row.cells.some((cell) => cell.inlines.length > 0));
  return rows.length === 0 ? [] : [{ kind: "table", caption: table.caption, rows }];
}
