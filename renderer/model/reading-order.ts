import type { Block, BodyTree, Inline } from "./body.ts";

/** A stretch of plain text in a body: one paragraph, heading, table cell, caption … in reading order. */
export interface TextRun {
  readonly block: Block;
  readonly text: string;
}

export function plainTextOf(inlines: readonly Inline[]): string {
  let text = "";
  for (const inline of inlines) text += inline.kind === "text" ? inline.text : "\n";
  return text;
}

/**
 * Every run of text in reading order. Search, highlights, copy and print all count runs in this one order, so a
 * match found in the worker lands on the same words on the page. Iterative: a body may be 256 levels deep.
 */
export function textRunsOf(body: BodyTree): TextRun[] {
  const runs: TextRun[] = [];
  const stack: Block[] = [...body.blocks].reverse();
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        runs.push({ block, text: plainTextOf(block.inlines) });
        break;
      case "preformatted":
        runs.push({ block, text: block.text });
        break;
      case "figure":
        runs.push({ block, text: plainTextOf(block.caption) });
        break;
      case "table":
        runs.push({ block, text: plainTextOf(block.caption) });
        for (const row of block.rows) {
          for (const cell of row.cells) runs.push({ block, text: plainTextOf(cell.inlines) });
        }
        break;
      case "quote":
        for (let at = block.blocks.length - 1; at >= 0; at--) stack.push(block.blocks[at] as Block);
        break;
      case "list":
        for (let item = block.items.length - 1; item >= 0; item--) {
          const blocks = block.items[item]?.blocks ?? [];
          for (let at = blocks.length - 1; at >= 0; at--) stack.push(blocks[at] as Block);
        }
        break;
    }
  }
  return runs;
}
