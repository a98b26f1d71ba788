import { canonicalLink } from "../../model/canonical-link.ts";
import type { BriefingId, DeliveryId, DeviceId, ReaderId, SavedSearchId, SourceId } from "../../model/ids.ts";
import type { DamageNote } from "../../model/library-status.ts";
import type { AddedName } from "../../model/names.ts";
import type { Source, SourceCursor } from "../../model/source.ts";
import { type Instant, orderTimeOf } from "../../model/time.ts";
import type { TrafficCount } from "../../model/traffic.ts";
import type { Delivery } from "../../model/view.ts";
import { CopyGroups } from "../copies/copy-groups.ts";
import type { GettingNotes } from "../vault.ts";
import {
  type BriefingRecord,
  compareOrder,
  idOf,
  isDeletedRecord,
  orderKeyOf,
  type ReferenceMarks,
  readingStateOf,
} from "./briefing-record.ts";
import type {
  Patch,
  PlannedFrom,
  StampedChoice,
  StampedGettingRules,
  StampedLook,
  StampedSearch,
  StampedSettings,
} from "./library-patch.ts";
import { addCounts, takeCounts } from "./traffic-tally.ts";

/** A briefing's place in memory: stays the same while its record is replaced. Its fields repeat what lists ask most. */
export interface Cell {
  record: BriefingRecord;
  time: Instant;
  tie: number;
  isRead: boolean;
  isSaved: boolean;
  isDeleted: boolean;
}

/** More changed places than this are sorted anew instead of moved one by one. */
const movesOneByOne = 64;

/** The library in memory. Changes come in as patches and show at once, or not at all. */
export class LibraryState implements PlannedFrom {
  readonly sources = new Map<SourceId, Source>();
  readonly cursors = new Map<SourceId, SourceCursor>();
  readonly lastChecked = new Map<SourceId, Instant>();
  readonly deliveries = new Map<DeliveryId, Delivery>();
  /** null = removed. */
  readonly readers = new Map<ReaderId, string | null>();
  readonly settings = new Map<ReaderId, StampedSettings>();
  readonly names = new Map<AddedName["id"], AddedName>();
  gettingRules: StampedGettingRules | null = null;
  gettingNotes: GettingNotes = { pace: null, dismissedAt: null };
  /** What the journal knows of. */
  traffic: readonly TrafficCount[] = [];
  /** What came since this device last wrote to the journal. */
  uncounted: readonly TrafficCount[] = [];
  readonly savedSearches = new Map<SavedSearchId, StampedSearch>();
  readonly chosen = new Map<DeviceId, StampedChoice>();
  readonly looked = new Map<ReaderId, StampedLook>();
  readonly references = new Map<BriefingId, ReferenceMarks>();
  readonly damage: DamageNote[] = [];
  sequence = 0;
  lamport = 0;
  seq = 0;
  /** Counts every change of the memory, so that lists made before it can be dropped. */
  version = 0;
  readonly #ownDevice: DeviceId;
  readonly #cells = new Map<BriefingId, Cell>();
  #newestFirst: Cell[] = [];
  #isSorted = true;
  /** Made at the first question: reading the addresses of 50,000 briefings takes a fifth of a second. */
  #byLink: Map<string, BriefingId> | null = null;

  constructor(ownDevice: DeviceId) {
    this.#ownDevice = ownDevice;
  }

  #copies: CopyGroups | null = null;

  get size(): number {
    return this.#cells.size;
  }

  /** Whom this device chose, else the first one that was added and is still there. */
  get currentReader(): ReaderId | null {
    const chosen = this.chosen.get(this.#ownDevice)?.readerId;
    if (chosen !== undefined && (this.readers.get(chosen) ?? null) !== null) return chosen;
    return this.readersNow().next().value?.[0] ?? null;
  }

  *readersNow(): Generator<[ReaderId, string]> {
    for (const [id, name] of this.readers) if (name !== null) yield [id, name];
  }

  record(id: BriefingId): BriefingRecord | null {
    return this.#cells.get(id)?.record ?? null;
  }

  cell(id: BriefingId): Cell | null {
    return this.#cells.get(id) ?? null;
  }

  savedSearch(id: SavedSearchId): StampedSearch | null {
    return this.savedSearches.get(id) ?? null;
  }

  settingsOf(readerId: ReaderId): StampedSettings | null {
    return this.settings.get(readerId) ?? null;
  }

  choiceOn(deviceId: DeviceId): StampedChoice | null {
    return this.chosen.get(deviceId) ?? null;
  }

  lookOf(readerId: ReaderId): StampedLook | null {
    return this.looked.get(readerId) ?? null;
  }

  /** When who reads here looked last. */
  get ownLook(): StampedLook | null {
    return this.currentReader === null ? null : this.lookOf(this.currentReader);
  }

  referenceMarks(id: BriefingId): ReferenceMarks | null {
    return this.references.get(id) ?? null;
  }

  /** Deleted ones too: what was deleted isn't new when it comes again. */
  idByLink(link: string): BriefingId | null {
    if (this.#byLink === null) {
      this.#byLink = new Map();
      for (const { record } of this.newestFirst()) this.#addLink(this.#byLink, record);
    }
    return this.#byLink.get(link) ?? null;
  }

  /** Deleted ones too: who shows them leaves those out. */
  copyGroupOf(id: BriefingId): readonly BriefingId[] {
    if (this.#copies === null) {
      this.#copies = new CopyGroups();
      for (const { record } of this.newestFirst()) this.#addToCopies(record);
    }
    return this.#copies.of(id);
  }

  #addToCopies(record: BriefingRecord): void {
    const { signature, head } = record;
    const { id, sourceId, sourceName } = head;
    if (signature === null) {
      this.#copies?.remove(id);
      return;
    }
    // Imports without a source's name count as one source: a team's own bulletins are alike, and no copies.
    const source = sourceId ?? sourceName.toLowerCase();
    this.#copies?.add({ id, signature, time: orderTimeOf(head.times), source });
  }

  /** Deleted ones too. */
  newestFirst(): readonly Cell[] {
    if (!this.#isSorted) {
      this.#newestFirst.sort(compareOrder);
      this.#isSorted = true;
    }
    return this.#newestFirst;
  }

  apply(patch: Patch): void {
    const readerBefore = this.currentReader;
    setOrDelete(this.sources, patch.sources);
    setOrDelete(this.cursors, patch.cursors);
    setOrDelete(this.names, patch.names);
    for (const [id, delivery] of patch.deliveries) this.deliveries.set(id, delivery);
    for (const [id, name] of patch.readers) this.readers.set(id, name);
    for (const [id, settings] of patch.settings) this.settings.set(id, settings);
    this.gettingRules = patch.gettingRules ?? this.gettingRules;
    this.traffic = addCounts(this.traffic, patch.traffic);
    this.uncounted = takeCounts(this.uncounted, patch.ownTraffic);
    for (const [id, search] of patch.savedSearches) this.savedSearches.set(id, search);
    for (const [id, choice] of patch.chosen) this.chosen.set(id, choice);
    for (const [id, look] of patch.looked) this.looked.set(id, look);
    for (const [id, marks] of patch.references) this.references.set(id, marks);
    this.damage.push(...patch.damage);
    this.sequence = patch.sequence;
    this.lamport = patch.lamport;
    this.seq = patch.seq;
    this.put([...patch.records.values()]);
    if (this.currentReader !== readerBefore) this.#showStatesAnew();
  }

  /** Takes records in as they are: from a patch, or read from the working copy. */
  put(records: readonly BriefingRecord[]): void {
    this.version++;
    const moved: Cell[] = [];
    for (const record of records) {
      if (this.#byLink !== null) this.#addLink(this.#byLink, record);
      this.#addToCopies(record);
      const known = this.#cells.get(idOf(record));
      const { time, tie } = orderKeyOf(record);
      if (known !== undefined && known.time === time && known.tie === tie) {
        known.record = record;
        this.#showState(known);
        continue;
      }
      if (known !== undefined) this.#takeOut(known);
      const cell: Cell = { record, time, tie, isRead: false, isSaved: false, isDeleted: false };
      this.#showState(cell);
      this.#cells.set(idOf(record), cell);
      moved.push(cell);
    }
    if (moved.length > movesOneByOne || !this.#isSorted) {
      for (const cell of moved) this.#newestFirst.push(cell);
      this.#isSorted = this.#isSorted && moved.length === 0;
    } else {
      for (const cell of moved) this.#newestFirst.splice(placeFor(this.#newestFirst, cell), 0, cell);
    }
  }

  #addLink(byLink: Map<string, BriefingId>, record: BriefingRecord): void {
    const link = record.head.link === null ? null : canonicalLink(record.head.link);
    if (link !== null && !byLink.has(link)) byLink.set(link, idOf(record));
  }

  clear(): void {
    this.gettingRules = null;
    this.traffic = [];
    const { sources, cursors, deliveries, readers, settings, savedSearches, chosen, looked, references } = this;
    const few = [sources, cursors, deliveries, readers, settings, savedSearches, chosen, looked, references];
    for (const map of [...few, this.#cells]) map.clear();
    this.names.clear();
    this.damage.length = 0;
    this.#newestFirst = [];
    this.#isSorted = true;
    this.#byLink = null;
    this.#copies = null;
    this.sequence = 0;
    this.lamport = 0;
    this.seq = 0;
    this.version++;
  }

  #showStatesAnew(): void {
    for (const cell of this.#cells.values()) this.#showState(cell);
  }

  #showState(cell: Cell): void {
    const { read, saved } = readingStateOf(cell.record, this.currentReader);
    cell.isRead = read;
    cell.isSaved = saved;
    cell.isDeleted = isDeletedRecord(cell.record);
  }

  #takeOut(cell: Cell): void {
    const at = this.#isSorted ? placeFor(this.#newestFirst, cell) : this.#newestFirst.indexOf(cell);
    this.#newestFirst.splice(at, 1);
  }
}

/** The first place whose cell doesn't stand before this one. */
function placeFor(newestFirst: readonly Cell[], cell: Cell): number {
  let low = 0;
  let high = newestFirst.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = newestFirst[middle];
    if (other !== undefined && compareOrder(other, cell) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function setOrDelete<Key, Value>(map: Map<Key, Value>, changes: ReadonlyMap<Key, Value | null>): void {
  for (const [key, value] of changes) {
    if (value === null) map.delete(key);
    else map.set(key, value);
  }
}
