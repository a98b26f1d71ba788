import type { Block, Inline } from "../../model/body.ts";

/** Blocks as short lines, so that a test shows what a person would see. */
export function outlineOf(blocks: readonly Block[]): string[] {
  return blocks.map(lineOf);
}

function lineOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `h${block.level} ${textOf(block.inlines)}`;
    case "paragraph":
      return `p ${textOf(block.inlines)}`;
    case "list":
      return `${block.ordered ? `ol${block.start}` : "ul"} [${block.items
        .map((item) => outlineOf(item.blocks).join("; ").replace(/^p /, "").replaceAll("; p ", "; "))
        .join("; ")}]`;
    case "quote":
      return `quote [${outlineOf(block.blocks).join("; ")}]`;
    case "table":
      return `table [${block.rows.map((row) => row.cells.map((cell) => textOf(cell.inlines)).join(", ")).join(" | ")}]`;
    case "preformatted":
      return `pre ${block.text}`;
    case "figure":
      return block.media;
  }
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === "line-break") return "⏎";
      const { text, marks } = inline;
      if (marks.includes("strong")) return `*${text}*`;
      return marks.includes("emphasis") ? `_${text}_` : text;
    })
    .join("");
}
