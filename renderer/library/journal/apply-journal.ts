import type { Host } from "../../contracts/host.ts";
import type { DeviceId } from "../../model/ids.ts";
import type { DamageNote } from "../../model/library-status.ts";
import type { Bytes } from "../../model/measure.ts";
import type { Patch } from "../catalogue/library-patch.ts";
import type { LibraryState } from "../catalogue/library-state.ts";
import { planChanges } from "../catalogue/plan-changes.ts";
import type { VaultKeys } from "../crypto/keys.ts";
import type { JournalHead } from "./journal-head.ts";
import type { JournalEnd } from "./read-journal.ts";
import { type Damage, type ReplayedGroup, replayJournal } from "./replay.ts";

/** Reads the journal from a place on and hands each stretch over as a patch, with the place it reaches. */
export async function applyJournal(options: {
  readonly host: Host;
  readonly keys: VaultKeys;
  readonly deviceId: DeviceId;
  readonly state: LibraryState;
  readonly from: JournalHead;
  /** Has to apply the patch to the state before it answers. */
  readonly take: (patch: Patch, cursor: JournalHead) => Promise<void>;
  readonly onRead: (readTo: Bytes) => void;
}): Promise<JournalEnd> {
  const { host, keys, deviceId, state, from, take, onRead } = options;
  let waiting: ReplayedGroup[] = [];
  let damaged: DamageNote[] = [];
  const takeWaiting = async (cursor: JournalHead) => {
    const patch = planChanges(state, waiting, deviceId);
    patch.damage.push(...damaged);
    waiting = [];
    damaged = [];
    patch.sequence = cursor.sequence;
    await take(patch, cursor);
  };
  const pieces = replayJournal(host, keys, from);
  let next = await pieces.next();
  while (next.done !== true) {
    const { groups, damage, cursor, readTo } = next.value;
    for (const part of damage) damaged.push(...damageNotes(part, []));
    for (const group of groups) waiting.push(group);
    // A cursor never stands inside a group: what began there would be lost.
    if (cursor !== null) await takeWaiting(cursor);
    onRead(readTo);
    next = await pieces.next();
  }
  const end = next.value;
  const isBehind = waiting.length > 0 || damaged.length > 0;
  if (end.ended === "read" && (isBehind || state.sequence < end.end.sequence)) await takeWaiting(end.end);
  return end;
}

/** One note an entry, so that each lost sequence is named. */
export function damageNotes({ sequences, bytes }: Damage, titles: readonly string[]): DamageNote[] {
  return sequences.map((sequence) => ({ sequence, bytes: Math.round(bytes / sequences.length), titles }));
}
