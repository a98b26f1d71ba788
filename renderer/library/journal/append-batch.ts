import type { Change, StampedChange } from "../../model/changes.ts";
import type { DeviceId, ReaderId } from "../../model/ids.ts";
import type { Bytes } from "../../model/measure.ts";
import type { Instant } from "../../model/time.ts";
import { type OwnBytes, ownBytes } from "../crypto/byte-arrays.ts";
import type { VaultKeys } from "../crypto/keys.ts";
import { hashBytes, sealEntry } from "./entry-format.ts";
import type { JournalHead } from "./journal-head.ts";
import { packBatch, splitLongChanges } from "./pack-batch.ts";
import type { ReplayedGroup } from "./replay.ts";
import { changeFormat } from "./upcasters.ts";

/** A batch ready to be appended, and what it will be once it stands in the journal. */
export interface SealedBatch {
  readonly entries: readonly { readonly bytes: OwnBytes; readonly end: JournalHead }[];
  readonly end: JournalHead;
  readonly groups: readonly ReplayedGroup[];
}

/** Each entry names the hash of the one before, so they are sealed one after another. */
export async function sealBatch(
  keys: VaultKeys,
  batch: {
    readonly head: JournalHead;
    readonly deviceId: DeviceId;
    readonly readerId: ReaderId;
    readonly at: Instant;
    readonly firstSeq: number;
    readonly firstLamport: number;
    readonly changes: readonly Change[];
    readonly entryBytes: Bytes;
  },
  randomBytes: (count: number) => OwnBytes,
): Promise<SealedBatch> {
  const { deviceId, readerId, at, firstSeq, firstLamport, entryBytes } = batch;
  const changes = splitLongChanges(batch.changes);
  const packed = await packBatch({ deviceId, readerId, at, firstSeq, firstLamport, changes, entryBytes });
  const entries: { bytes: OwnBytes; end: JournalHead }[] = [];
  const groups: ReplayedGroup[] = [];
  let head = batch.head;
  for (const { group, payloads } of packed) {
    const start = head.offset;
    for (const payload of payloads) {
      const entry = await sealEntry(keys.journal, {
        sequence: head.sequence + 1,
        previousHash: head.hash,
        changeFormat,
        iv: randomBytes(12),
        payload,
      });
      head = {
        generation: head.generation,
        sequence: head.sequence + 1,
        hash: ownBytes(entry.slice(entry.length - hashBytes)),
        offset: head.offset + entry.length,
      };
      entries.push({ bytes: entry, end: head });
    }
    const stamped = group.changes.map(
      (change, index): StampedChange => ({
        stamp: { deviceId, readerId, at, seq: group.firstSeq + index, lamport: group.firstLamport + index },
        change,
      }),
    );
    groups.push({ sequence: head.sequence, place: { offset: start, bytes: head.offset - start }, changes: stamped });
  }
  return { entries, end: head, groups };
}
