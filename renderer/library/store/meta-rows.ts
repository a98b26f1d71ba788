import type { BriefingId, DeviceId, ReaderId, SavedSearchId, SourceId } from "../../model/ids.ts";
import type { DamageNote } from "../../model/library-status.ts";
import type { AddedName } from "../../model/names.ts";
import type { Source, SourceCursor } from "../../model/source.ts";
import type { Instant } from "../../model/time.ts";
import type { TrafficCount } from "../../model/traffic.ts";
import type { Delivery } from "../../model/view.ts";
import type { ReferenceMarks } from "../catalogue/briefing-record.ts";
import type {
  Patch,
  StampedChoice,
  StampedGettingRules,
  StampedLook,
  StampedSearch,
  StampedSettings,
} from "../catalogue/library-patch.ts";
import type { LibraryState } from "../catalogue/library-state.ts";
import { addCounts, takeCounts } from "../catalogue/traffic-tally.ts";
import { fromHex, toHex } from "../crypto/byte-arrays.ts";
import type { JournalHead } from "../journal/journal-head.ts";
import type { GettingNotes } from "../vault.ts";

/** Everything of the library but briefings and deliveries: few and small, so one row holds them. */
interface SmallRow {
  readonly sources: readonly Source[];
  readonly cursors: readonly (readonly [SourceId, SourceCursor])[];
  readonly readers: readonly (readonly [ReaderId, string | null])[];
  readonly settings: readonly (readonly [ReaderId, StampedSettings])[];
  readonly names: readonly (readonly [AddedName["id"], AddedName])[];
  readonly gettingRules: StampedGettingRules | null;
  readonly traffic: readonly TrafficCount[];
  readonly savedSearches: readonly (readonly [SavedSearchId, StampedSearch])[];
  readonly chosen: readonly (readonly [DeviceId, StampedChoice])[];
  readonly looked: readonly (readonly [ReaderId, StampedLook])[];
  readonly references: readonly (readonly [BriefingId, ReferenceMarks])[];
  readonly damage: readonly DamageNote[];
}

/** What the journal doesn't know (yet). */
interface GettingRow extends GettingNotes {
  readonly uncounted: readonly TrafficCount[];
}

interface CursorRow {
  readonly cursor: JournalHead;
  readonly lamport: number;
  readonly seq: number;
  readonly deliveryCount: number;
}

export interface MetaRows extends CursorRow {
  readonly blockIds: readonly string[];
  readonly small: SmallRow;
  readonly lastChecked: readonly (readonly [SourceId, Instant])[];
  readonly getting: GettingRow;
}

export const deliveryChunk = 256;

export function writeCursor(
  cursor: JournalHead,
  { lamport, seq }: { readonly lamport: number; readonly seq: number },
  deliveryCount: number,
): string {
  return JSON.stringify({ ...cursor, hash: toHex(cursor.hash), lamport, seq, deliveryCount });
}

export function readCursor(text: string): CursorRow {
  const { generation, sequence, hash, offset, lamport, seq, deliveryCount } = JSON.parse(text) as Omit<
    JournalHead,
    "hash"
  > & { hash: string } & Omit<CursorRow, "cursor">;
  return { cursor: { generation, sequence, hash: fromHex(hash), offset }, lamport, seq, deliveryCount };
}

/** Names and texts of the rows that a patch changes; without a patch all of them. */
export function writeSmall(state: LibraryState, patch: Patch | null): [name: string, text: string][] {
  const texts: [string, string][] = [];
  const isTouched =
    patch === null ||
    patch.damage.length > 0 ||
    patch.gettingRules !== null ||
    patch.traffic.length > 0 ||
    [patch.sources, patch.cursors, patch.readers, patch.settings].some((map) => map.size > 0) ||
    [patch.savedSearches, patch.chosen, patch.looked, patch.names, patch.references].some((map) => map.size > 0);
  if (isTouched) {
    const row: SmallRow = {
      sources: [...joined(state.sources, patch?.sources).values()],
      cursors: [...joined(state.cursors, patch?.cursors)],
      readers: [...joined(state.readers, patch?.readers)],
      settings: [...joined(state.settings, patch?.settings)],
      names: [...joined(state.names, patch?.names)],
      gettingRules: patch?.gettingRules ?? state.gettingRules,
      traffic: addCounts(state.traffic, patch?.traffic ?? []),
      savedSearches: [...joined(state.savedSearches, patch?.savedSearches)],
      chosen: [...joined(state.chosen, patch?.chosen)],
      looked: [...joined(state.looked, patch?.looked)],
      references: [...joined(state.references, patch?.references)],
      damage: [...state.damage, ...(patch?.damage ?? [])],
    };
    texts.push(["small", JSON.stringify(row)]);
  }
  if (patch === null || patch.ownTraffic.length > 0) texts.push(["getting", writeGetting(state, patch?.ownTraffic)]);
  if (patch === null || patch.deliveries.size > 0) texts.push(...writeDeliveries(state, patch));
  return texts;
}

export function readSmall(text: string): SmallRow {
  return JSON.parse(text) as SmallRow;
}

/** `counted` has just become part of the journal. */
export function writeGetting(state: LibraryState, counted: readonly TrafficCount[] = []): string {
  const row: GettingRow = { ...state.gettingNotes, uncounted: takeCounts(state.uncounted, counted) };
  return JSON.stringify(row);
}

export function readGetting(text: string | null): GettingRow {
  return text === null ? { pace: null, dismissedAt: null, uncounted: [] } : (JSON.parse(text) as GettingRow);
}

function writeDeliveries(state: LibraryState, patch: Patch | null): [string, string][] {
  const all = [...joined(state.deliveries, patch?.deliveries).values()];
  const texts: [string, string][] = [];
  for (let at = 0; at < all.length; at += deliveryChunk) {
    const chunk = all.slice(at, at + deliveryChunk);
    const isTouched = patch === null || chunk.some(({ id }) => patch.deliveries.has(id));
    if (isTouched) texts.push([`deliveries ${at / deliveryChunk}`, JSON.stringify(chunk)]);
  }
  return texts;
}

export function readDeliveries(text: string): readonly Delivery[] {
  return JSON.parse(text) as readonly Delivery[];
}

function joined<Key, Value>(
  before: ReadonlyMap<Key, Value>,
  changes: ReadonlyMap<Key, Value | null> | undefined,
): Map<Key, Value> {
  const after = new Map(before);
  for (const [key, value] of changes ?? []) {
    if (value === null) after.delete(key);
    else after.set(key, value);
  }
  return after;
}
