import type { Block, ListItem } from "../../model/body.ts";
import { cleanLine } from "../../model/plain-characters.ts";
import { plainTextOf } from "../../model/reading-order.ts";

const maxKeyPointLength = 180;
const mostKeyPoints = 5;
const fewestKeyPoints = 2;
/** A heading further down belongs to a part of the text, not to the whole. */
const lookAtBlocks = 30;

const keyPointHeading =
  /^(?:\d+[.)]\s*)?(?:key (?:points|messages|facts|takeaways|highlights|developments)|highlights|main points|in brief|at a glance|(?:les )?(?:points|messages|faits|éléments)[- ]cl(?:é|e)s|faits (?:saillants|marquants)|points saillants|points essentiels|l['’]essentiel|en bref|à retenir|mambo makuu|mambo muhimu|hoja kuu|ujumbe muhimu|kwa ufupi)\s*[:.]?$/i;

export interface KeyPointsTaken {
  readonly keyPoints: readonly string[];
  readonly blocks: readonly Block[];
}

/**
 * Takes the key points out of a text that has them: the list under a heading that says so, or a list that opens the
 * text. What is too long to be one stays in the body, whole. None given = none.
 */
export function takeKeyPoints(blocks: readonly Block[]): KeyPointsTaken {
  const heading = blocks.findIndex((block, at) => at < lookAtBlocks && isKeyPointHeading(block));
  const list = heading < 0 ? undefined : blocks[heading + 1];
  if (list?.kind === "list") return takeFrom(blocks, heading, list);
  const first = blocks.findIndex((block) => block.kind !== "figure");
  const leading = blocks[first];
  if (leading?.kind === "list" && isLeadingSummary(leading, blocks.slice(first + 1))) {
    return { keyPoints: pointsOf(leading), blocks: [...blocks.slice(0, first), ...blocks.slice(first + 1)] };
  }
  return { keyPoints: [], blocks };
}

function isKeyPointHeading(block: Block): boolean {
  if (block.kind !== "heading" && block.kind !== "paragraph") return false;
  if (block.inlines.length > 4) return false;
  const text = plainTextOf(block.inlines);
  return text.length < 60 && keyPointHeading.test(cleanLine(text));
}

/** An item's words as a key point, or null where it is too long or more than one plain sentence block. */
function pointOf(item: ListItem): string | null {
  const [only, ...others] = item.blocks;
  if (only?.kind !== "paragraph" || others.length > 0) return null;
  const text = cleanLine(plainTextOf(only.inlines));
  return text === "" || text.length > maxKeyPointLength ? null : text;
}

function pointsOf(list: Extract<Block, { kind: "list" }>): readonly string[] {
  return list.items.map(pointOf).filter((point) => point !== null);
}

function takeFrom(blocks: readonly Block[], heading: number, list: Extract<Block, { kind: "list" }>): KeyPointsTaken {
  const keyPoints: string[] = [];
  const left: ListItem[] = [];
  for (const item of list.items) {
    const point = keyPoints.length < mostKeyPoints ? pointOf(item) : null;
    if (point === null) left.push(item);
    else keyPoints.push(point);
  }
  if (keyPoints.length < fewestKeyPoints) return { keyPoints: [], blocks };
  const rest = left.length === 0 ? [] : [blocks[heading] as Block, { ...list, items: left }];
  return { keyPoints, blocks: [...blocks.slice(0, heading), ...rest, ...blocks.slice(heading + 2)] };
}

/** Menus and tables of contents also open pages as lists: those are made of links or of bare names. */
function isLeadingSummary(list: Extract<Block, { kind: "list" }>, rest: readonly Block[]): boolean {
  if (list.ordered || list.items.length < fewestKeyPoints || list.items.length > mostKeyPoints) return false;
  const points = pointsOf(list);
  if (points.length < list.items.length) return false;
  const isLinked = list.items.some((item) =>
    item.blocks.some(
      (block) => block.kind === "paragraph" && block.inlines.every((inline) => inline.kind === "text" && inline.href),
    ),
  );
  const wordCount = points.join(" ").split(" ").length;
  const hasText = rest.some((block) => block.kind === "paragraph" && plainTextOf(block.inlines).length > 80);
  return !isLinked && hasText && wordCount >= points.length * 4;
}
