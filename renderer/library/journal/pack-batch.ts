import { encode } from "cborg";
import type { Change } from "../../model/changes.ts";
import type { BriefingId, DeviceId, ReaderId } from "../../model/ids.ts";
import type { Bytes } from "../../model/measure.ts";
import type { Instant } from "../../model/time.ts";
import { joinBytes, type OwnBytes } from "../crypto/byte-arrays.ts";
import { type ChangeGroup, encodeGroup } from "./change-group.ts";
import { entryOverheadBytes } from "./entry-format.ts";

/** How an entry's payload begins: a group too large for one entry goes on in the next ones. */
export const fragment = { whole: 0, first: 1, middle: 2, last: 3 } as const;

/** A group with the entries that carry it. */
export interface PackedGroup {
  readonly group: ChangeGroup;
  readonly payloads: readonly OwnBytes[];
}

const idsPerChange = 5_000;

/** Splits what names very many briefings, so that no single change outgrows an entry. */
export function splitLongChanges(changes: readonly Change[]): Change[] {
  return changes.flatMap((change): Change[] => {
    if (!("ids" in change) || change.ids.length <= idsPerChange) return [change];
    return chunksOf(change.ids).map((ids) => ({ ...change, ids }));
  });
}

/** Spreads a batch over as few entries as hold it, in its order: the last change rides in the last entry. */
export async function packBatch(batch: {
  readonly deviceId: DeviceId;
  readonly readerId: ReaderId;
  readonly at: Instant;
  readonly firstSeq: number;
  readonly firstLamport: number;
  readonly changes: readonly Change[];
  readonly entryBytes: Bytes;
}): Promise<PackedGroup[]> {
  const { changes, entryBytes, ...stamp } = batch;
  const room = entryBytes - entryOverheadBytes - 1;
  const packed: PackedGroup[] = [];
  let counted = 0;
  for (const part of fillEntries(changes, room)) {
    const group: ChangeGroup = {
      ...stamp,
      firstSeq: batch.firstSeq + counted,
      firstLamport: batch.firstLamport + counted,
      changes: part,
    };
    counted += part.length;
    packed.push({ group, payloads: intoPayloads(await encodeGroup(group), room) });
  }
  return packed;
}

function* fillEntries(changes: readonly Change[], room: Bytes): Generator<Change[]> {
  let part: Change[] = [];
  let filled = 0;
  for (const change of changes) {
    const size = sizeOf(change);
    if (part.length > 0 && filled + size > room) {
      yield part;
      part = [];
      filled = 0;
    }
    part.push(change);
    filled += size;
  }
  yield part;
}

/** Before deflating, so it errs on the large side. */
function sizeOf(change: Change): Bytes {
  const slackBytes = 64;
  if (change.kind !== "revision-arrived") return encode(change).length + slackBytes;
  return encode({ ...change, body: 0 }).length + change.body.length + slackBytes;
}

function intoPayloads(plain: OwnBytes, room: Bytes): OwnBytes[] {
  if (plain.length <= room) return [joinBytes([new Uint8Array([fragment.whole]), plain])];
  const payloads: OwnBytes[] = [];
  for (let at = 0; at < plain.length; at += room) {
    const isLast = at + room >= plain.length;
    const kind = at === 0 ? fragment.first : isLast ? fragment.last : fragment.middle;
    payloads.push(joinBytes([new Uint8Array([kind]), plain.subarray(at, at + room)]));
  }
  return payloads;
}

function chunksOf(ids: readonly BriefingId[]): BriefingId[][] {
  const chunks: BriefingId[][] = [];
  for (let at = 0; at < ids.length; at += idsPerChange) chunks.push(ids.slice(at, at + idsPerChange));
  return chunks;
}
