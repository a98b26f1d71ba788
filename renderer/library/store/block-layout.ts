import type { BriefingId } from "../../model/ids.ts";
import { compareOrder, type OrderKey } from "../catalogue/briefing-record.ts";

/** Some neighbours in the list's order, kept in one sealed row. */
interface Block {
  readonly id: string;
  readonly ids: readonly BriefingId[];
  /** Nothing older is put into it, unless it is the last block. */
  readonly oldest: OrderKey;
}

/** Which briefing is kept in which block; newest block first. */
export interface BlockLayout {
  readonly blocks: readonly Block[];
  readonly blockOf: ReadonlyMap<BriefingId, string>;
}

const briefingsPerBlock = 256;
/** A block is split when it outgrows this, so that one new briefing rewrites one block only. */
const mostPerBlock = 512;

export interface Placed {
  readonly id: BriefingId;
  readonly key: OrderKey;
}

/** A layout from the start: `newestFirst` in blocks of 256. */
export function layOut(newestFirst: readonly Placed[], makeId: () => string): BlockLayout {
  const blocks = cut(newestFirst, makeId);
  const blockOf = new Map<BriefingId, string>();
  for (const block of blocks) for (const id of block.ids) blockOf.set(id, block.id);
  return { blocks, blockOf };
}

export interface Placement {
  readonly blocks: readonly Block[];
  /** Blocks that hold something else than before. */
  readonly touched: ReadonlySet<string>;
  readonly dropped: readonly string[];
  /** What is in another block than before, or new. */
  readonly moves: ReadonlyMap<BriefingId, string>;
}

/** Places what is new or has moved. The given layout stays as it is: what couldn't be written must not be believed. */
export function placeInBlocks(
  layout: BlockLayout,
  placed: readonly Placed[],
  keyOf: (id: BriefingId) => OrderKey,
  makeId: () => string,
): Placement {
  const touched = new Set<string>();
  const gained = new Map<string, BriefingId[]>();
  const moved = new Set<BriefingId>();
  for (const { id, key } of placed) {
    const from = layout.blockOf.get(id);
    if (from !== undefined) {
      touched.add(from);
      moved.add(id);
    }
    const block = layout.blocks.find(({ oldest }) => compareOrder(key, oldest) <= 0) ?? layout.blocks.at(-1);
    const to = block?.id ?? "";
    const ids = gained.get(to);
    if (ids === undefined) gained.set(to, [id]);
    else ids.push(id);
  }
  const blocks: Block[] = [];
  const dropped: string[] = [];
  for (const block of layout.blocks.length === 0 ? [noBlock] : layout.blocks) {
    const more = gained.get(block.id) ?? [];
    if (more.length === 0 && !touched.has(block.id)) {
      blocks.push(block);
      continue;
    }
    const ids = [...block.ids.filter((id) => !moved.has(id)), ...more];
    const next = withIds(block, ids, keyOf, makeId);
    for (const { id } of next) touched.add(id);
    if (next.every(({ id }) => id !== block.id)) {
      touched.delete(block.id);
      dropped.push(block.id);
    }
    blocks.push(...next);
  }
  const moves = new Map<BriefingId, string>();
  for (const block of blocks) {
    if (touched.has(block.id)) for (const id of block.ids) moves.set(id, block.id);
  }
  return { blocks, touched, dropped: dropped.filter((id) => id !== noBlock.id), moves };
}

const noBlock: Block = { id: "", ids: [], oldest: { time: 0, tie: 0 } };

function withIds(
  block: Block,
  ids: readonly BriefingId[],
  keyOf: (id: BriefingId) => OrderKey,
  makeId: () => string,
): Block[] {
  const sorted = ids.map((id) => ({ id, key: keyOf(id) })).sort((left, right) => compareOrder(left.key, right.key));
  const last = sorted.at(-1);
  if (last === undefined) return [];
  if (block.id === "" || sorted.length > mostPerBlock) return cut(sorted, makeId);
  return [{ id: block.id, ids: sorted.map(({ id }) => id), oldest: last.key }];
}

function cut(newestFirst: readonly Placed[], makeId: () => string): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < newestFirst.length; at += briefingsPerBlock) {
    const part = newestFirst.slice(at, at + briefingsPerBlock);
    const oldest = part.at(-1)?.key ?? noBlock.oldest;
    blocks.push({ id: makeId(), ids: part.map(({ id }) => id), oldest });
  }
  return blocks;
}
