import type { Host } from "../../contracts/host.ts";
import type { StampedChange } from "../../model/changes.ts";
import { type Bytes, mebibyte } from "../../model/measure.ts";
import { joinBytes, type OwnBytes } from "../crypto/byte-arrays.ts";
import type { VaultKeys } from "../crypto/keys.ts";
import { decodeGroup } from "./change-group.ts";
import { isWhole, lookAtFrame, unsealEntry } from "./entry-format.ts";
import type { JournalHead } from "./journal-head.ts";
import { fragment } from "./pack-batch.ts";
import { type JournalEnd, type ReadEntry, readJournal } from "./read-journal.ts";
import { signOldRevisions } from "./sign-old-revisions.ts";

/** Where the entries of a group lie in the journal. */
export interface GroupPlace {
  readonly offset: Bytes;
  readonly bytes: Bytes;
}

export interface ReplayedGroup {
  /** Of its last entry. */
  readonly sequence: number;
  readonly place: GroupPlace;
  readonly changes: readonly StampedChange[];
}

export interface Damage {
  readonly sequences: readonly number[];
  readonly offset: Bytes;
  readonly bytes: Bytes;
}

export interface ReplayPiece {
  readonly groups: readonly ReplayedGroup[];
  readonly damage: readonly Damage[];
  /** All up to here is in the groups; null while a group that began isn't at its end. */
  readonly cursor: JournalHead | null;
  readonly readTo: Bytes;
}

interface OpenGroup {
  readonly offset: Bytes;
  readonly parts: readonly OwnBytes[];
}

interface WholeGroup {
  readonly sequence: number;
  readonly place: GroupPlace;
  readonly format: number;
  readonly plain: OwnBytes;
}

/** Reads the journal from a place on, as changes. */
export async function* replayJournal(
  host: Host,
  keys: VaultKeys,
  from: JournalHead,
): AsyncGenerator<ReplayPiece, JournalEnd> {
  const pieces = readJournal(host, from);
  let open: OpenGroup | null = null;
  let next = await pieces.next();
  while (next.done !== true) {
    const piece = next.value;
    if (piece.piece === "damage") {
      open = null;
      yield { groups: [], damage: [piece], cursor: null, readTo: piece.offset + piece.bytes };
    } else {
      const joined = await joinGroups(keys, piece.entries, open);
      open = joined.open;
      const groups = await inTurns(joined.groups, async ({ sequence, place, format, plain }) => ({
        sequence,
        place,
        changes:
          format === 1
            ? await signOldRevisions(keys, await decodeGroup(plain, format))
            : await decodeGroup(plain, format),
      }));
      const end = piece.entries.at(-1)?.end ?? from;
      yield { groups, damage: joined.damage, cursor: open === null ? end : null, readTo: end.offset };
    }
    next = await pieces.next();
  }
  return next.value;
}

async function joinGroups(
  keys: VaultKeys,
  entries: readonly ReadEntry[],
  before: OpenGroup | null,
): Promise<{ groups: WholeGroup[]; damage: Damage[]; open: OpenGroup | null }> {
  const groups: WholeGroup[] = [];
  const damage: Damage[] = [];
  let open = before;
  const payloads = await inTurns(entries, ({ frame }) => unsealEntry(keys.journal, frame));
  for (const [index, { frame, offset, end }] of entries.entries()) {
    const payload = payloads[index] ?? null;
    if (payload === null) {
      damage.push({ sequences: [frame.sequence], offset, bytes: frame.bytes.length });
      open = null;
      continue;
    }
    const kind = payload[0];
    const part = payload.subarray(1);
    // A cut can leave the first parts of a group that never came to its end: the next group's start drops them.
    if (kind === fragment.first) {
      open = { offset, parts: [part] };
      continue;
    }
    if (kind === fragment.whole) {
      groups.push({
        sequence: frame.sequence,
        place: { offset, bytes: frame.bytes.length },
        format: frame.changeFormat,
        plain: part,
      });
      open = null;
      continue;
    }
    if (open === null) {
      damage.push({ sequences: [frame.sequence], offset, bytes: frame.bytes.length });
      continue;
    }
    const parts: readonly OwnBytes[] = [...open.parts, part];
    if (kind === fragment.middle) {
      open = { offset: open.offset, parts };
      continue;
    }
    groups.push({
      sequence: frame.sequence,
      place: { offset: open.offset, bytes: end.offset - open.offset },
      format: frame.changeFormat,
      plain: joinBytes(parts),
    });
    open = null;
  }
  return { groups, damage, open };
}

/** Reads one group again, for a body that the working copy doesn't have. null = damaged meanwhile. */
export async function readGroup(
  host: Host,
  keys: VaultKeys,
  generation: number,
  place: GroupPlace,
): Promise<readonly StampedChange[] | null> {
  const bytes = await readPlace(host, generation, place);
  if (bytes === null) return null;
  const parts: OwnBytes[] = [];
  let format = 0;
  for (let at = 0; at < bytes.length; ) {
    const look = lookAtFrame(bytes, at);
    if (look.is !== "frame" || !(await isWhole(look.frame))) return null;
    const payload = await unsealEntry(keys.journal, look.frame);
    if (payload === null) return null;
    parts.push(payload.subarray(1));
    format = look.frame.changeFormat;
    at += look.frame.bytes.length;
  }
  return parts.length === 0 ? null : decodeGroup(joinBytes(parts), format);
}

async function readPlace(host: Host, generation: number, place: GroupPlace): Promise<OwnBytes | null> {
  const parts: Uint8Array[] = [];
  for (let read = 0; read < place.bytes; ) {
    const maxBytes = Math.min(4 * mebibyte, place.bytes - read);
    const answer = await host.readJournal({ generation, offset: place.offset + read, maxBytes });
    if (!answer.ok || answer.value.length === 0) return null;
    parts.push(answer.value);
    read += answer.value.length;
  }
  return joinBytes(parts);
}

const atOnce = 64;

/** A few at a time: ten thousand streams opened together cost more than they save. */
export async function inTurns<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let at = 0; at < items.length; at += atOnce) {
    made.push(...(await Promise.all(items.slice(at, at + atOnce).map((item) => make(item)))));
  }
  return made;
}
