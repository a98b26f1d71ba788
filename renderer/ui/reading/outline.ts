import type { Block, BodyTree } from "../../model/body.ts";
import { plainTextOf, textRunsOf } from "../../model/reading-order.ts";

export interface OutlineEntry {
  /** Number of the top-level block that the heading is. */
  readonly block: number;
  /** From 1; never more than one deeper than the heading before. */
  readonly depth: number;
  readonly title: string;
}

const longestTitle = 120;

/** The headings that stand at the top of the body, in order. */
export function outlineOf(body: BodyTree): OutlineEntry[] {
  const depths = headingDepthsOf(body);
  return body.blocks.flatMap((block, index) => {
    const title = block.kind === "heading" ? shorten(plainTextOf(block.inlines)) : "";
    return title === "" ? [] : [{ block: index, depth: depths.get(block) ?? 1, title }];
  });
}

/**
 * How deep each heading stands, quoted ones included. Sources skip levels ("h2, then h4") and start at any; on the page
 * the first stands at 1 and none jumps, or a screen reader's user looks for a section that isn't there.
 */
export function headingDepthsOf(body: BodyTree): ReadonlyMap<Block, number> {
  const depths = new Map<Block, number>();
  const open: { readonly level: number; readonly depth: number }[] = [];
  for (const { block } of textRunsOf(body)) {
    if (block.kind !== "heading") continue;
    while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
    const depth = (open.at(-1)?.depth ?? 0) + 1;
    open.push({ level: block.level, depth });
    depths.set(block, depth);
  }
  return depths;
}

function shorten(title: string): string {
  const line = title.replace(/\s+/g, " ").trim();
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1)}…`;
}
