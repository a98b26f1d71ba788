import type { Block, Inline, ListItem } from "../../model/body.ts";
import { plainTextOf } from "../../model/reading-order.ts";

const bullet = /^\s*[•·▪●◦‣■□–—*-][\s\u00a0]+/;
const sentenceEnd = /[.!…;,]["”»’)]*$/;
const maxHeadingLength = 90;

/** Sets right what many editors write by look alone: bullets typed into paragraphs, headings that are only bold. */
export function refineBlocks(blocks: readonly Block[]): readonly Block[] {
  return levelHeadings(restoreHeadings(restoreLists(blocks)));
}

function isBulleted(block: Block): block is Extract<Block, { kind: "paragraph" }> {
  return block.kind === "paragraph" && linesOf(block.inlines).every((line) => bullet.test(plainTextOf(line)));
}

function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind === "line-break") lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines;
}

function itemOf(line: readonly Inline[]): ListItem {
  const [first, ...rest] = line;
  const inlines =
    first?.kind === "text"
      ? [{ ...first, text: first.text.replace(bullet, "") }, ...rest].filter(
          (inline) => inline.kind !== "text" || inline.text !== "",
        )
      : line;
  return { blocks: [{ kind: "paragraph", inlines }] };
}

/** Two or more lines in a row that begin with a bullet are a list. One alone may be a dash of speech. */
function restoreLists(blocks: readonly Block[]): readonly Block[] {
  const restored: Block[] = [];
  let lines: Inline[][] = [];
  let waiting: Block[] = [];
  const flush = () => {
    if (lines.length >= 2) restored.push({ kind: "list", ordered: false, start: 1, items: lines.map(itemOf) });
    else for (const block of waiting) restored.push(block);
    lines = [];
    waiting = [];
  };
  for (const block of blocks) {
    if (isBulleted(block)) {
      for (const line of linesOf(block.inlines)) lines.push(line);
      waiting.push(block);
    } else {
      flush();
      restored.push(block);
    }
  }
  flush();
  return restored;
}

function isBoldLine(block: Block | undefined): boolean {
  if (block?.kind !== "paragraph") return false;
  const text = plainTextOf(block.inlines);
  return (
    text.length <= maxHeadingLength &&
    /\p{L}/u.test(text) &&
    !text.includes("\n") &&
    !sentenceEnd.test(text) &&
    block.inlines.every(
      (inline) => inline.kind === "text" && (inline.text.trim() === "" || inline.marks.includes("strong")),
    )
  );
}

/** A short bold line above other text is a heading, one level below the real ones. */
function restoreHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, at) => {
    const next = blocks[at + 1];
    if (block.kind !== "paragraph" || !isBoldLine(block)) return block;
    if (next === undefined || next.kind === "heading" || isBoldLine(next)) return block;
    const inlines = block.inlines.map((inline) =>
      inline.kind === "text" ? { ...inline, marks: inline.marks.filter((mark) => mark !== "strong") } : inline,
    );
    return { kind: "heading", level: 4, inlines };
  });
}

/** The levels that are used become 1, 2, 3, 4 without gaps, so that an outline can be drawn from them. */
function levelHeadings(blocks: readonly Block[]): readonly Block[] {
  const used = [...new Set(blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : [])))].sort();
  return blocks.map((block) =>
    block.kind === "heading" ? { ...block, level: (used.indexOf(block.level) + 1) as 1 | 2 | 3 | 4 } : block,
  );
}
