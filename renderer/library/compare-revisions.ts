import type { Block } from "../model/body.ts";
import type { RevisionContent } from "../model/briefing.ts";
import { collapseSpaces } from "../model/plain-characters.ts";
import type { BlockChange, RevisionDiff } from "../model/revision-diff.ts";

/** Above this many pairs the middle is told as removed and added whole: a comparison must not take seconds. */
const mostPairs = 4_000_000;

/** What changed between two revisions, block by block, in the newer one's order. */
export function compareRevisions(
  before: { readonly number: number; readonly content: RevisionContent },
  after: { readonly number: number; readonly content: RevisionContent },
): RevisionDiff {
  const [old, fresh] = [before.content, after.content];
  return {
    from: before.number,
    to: after.number,
    title: old.title === fresh.title ? null : { before: old.title, after: fresh.title },
    keyPoints: compareParts(old.keyPoints, fresh.keyPoints, (point) => collapseSpaces(point).trim()),
    blocks: compareParts(old.body.blocks, fresh.body.blocks, blockKey),
  };
}

/** Two blocks that read the same are the same, wherever their pictures are kept. */
function blockKey(block: Block): string {
  return JSON.stringify(block, (key, value: unknown) =>
    key === "bytes" || (key === "address" && typeof value === "string") ? undefined : value,
  ).replace(/\s+/g, " ");
}

/** The longest common row of parts stays; around it the older ones are removed, then the newer ones added. */
export function compareParts<Part>(
  before: readonly Part[],
  after: readonly Part[],
  keyOf: (part: Part) => string,
): readonly BlockChange<Part>[] {
  const old = before.map(keyOf);
  const fresh = after.map(keyOf);
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const middle = commonRow(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end));
  const changes: BlockChange<Part>[] = after.slice(0, start).map((part) => ({ change: "same", part }));
  let [oldAt, freshAt] = [start, start];
  for (const [oldPlace, freshPlace] of [...middle, [old.length - end - start, fresh.length - end - start] as const]) {
    while (oldAt < start + oldPlace) changes.push({ change: "removed", part: before[oldAt++] as Part });
    while (freshAt < start + freshPlace) changes.push({ change: "added", part: after[freshAt++] as Part });
    if (freshAt < fresh.length - end) {
      changes.push({ change: "same", part: after[freshAt++] as Part });
      oldAt += 1;
    }
  }
  for (const part of after.slice(fresh.length - end)) changes.push({ change: "same", part });
  return changes;
}

/** Places of the longest common subsequence in both rows. */
function commonRow(old: readonly string[], fresh: readonly string[]): (readonly [number, number])[] {
  if (old.length * fresh.length > mostPairs) return [];
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let o = old.length - 1; o >= 0; o--) {
    for (let f = fresh.length - 1; f >= 0; f--) {
      lengths[o * width + f] =
        old[o] === fresh[f]
          ? (lengths[(o + 1) * width + f + 1] as number) + 1
          : Math.max(lengths[(o + 1) * width + f] as number, lengths[o * width + f + 1] as number);
    }
  }
  const row: (readonly [number, number])[] = [];
  let [o, f] = [0, 0];
  while (o < old.length && f < fresh.length) {
    if (old[o] === fresh[f]) row.push([o++, f++]);
    else if ((lengths[(o + 1) * width + f] as number) >= (lengths[o * width + f + 1] as number)) o += 1;
    else f += 1;
  }
  return row;
}
