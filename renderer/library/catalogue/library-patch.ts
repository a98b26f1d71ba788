import type { GettingRules } from "../../model/getting.ts";
import type { BriefingId, DeviceId, ReaderId, SavedSearchId, SourceId } from "../../model/ids.ts";
import type { DamageNote } from "../../model/library-status.ts";
import type { AddedName } from "../../model/names.ts";
import type { SavedSearch } from "../../model/saved-search.ts";
import type { Settings } from "../../model/settings.ts";
import type { Source, SourceCursor } from "../../model/source.ts";
import type { Instant } from "../../model/time.ts";
import type { TrafficCount } from "../../model/traffic.ts";
import type { Delivery } from "../../model/view.ts";
import type { BodyPlace, BriefingRecord, OrderStamp, ReferenceMarks } from "./briefing-record.ts";

export interface StampedSettings {
  readonly settings: Settings;
  readonly stamp: OrderStamp;
}

export interface StampedGettingRules {
  readonly rules: GettingRules;
  readonly stamp: OrderStamp;
}

/** null search = removed: an older change of it that comes later doesn't bring it back. */
export interface StampedSearch {
  readonly readerId: ReaderId;
  readonly search: SavedSearch | null;
  readonly stamp: OrderStamp;
}

export interface StampedChoice {
  readonly readerId: ReaderId;
  readonly stamp: OrderStamp;
}

export interface StampedLook {
  readonly upTo: number;
  readonly at: Instant | null;
  readonly stamp: OrderStamp;
}

/** What a batch makes of the library; nothing is changed until it is applied. null in a map = gone. */
export interface Patch {
  readonly records: Map<BriefingId, BriefingRecord>;
  readonly bodies: { readonly place: BodyPlace; readonly sealed: Uint8Array }[];
  readonly sources: Map<SourceId, Source | null>;
  readonly cursors: Map<SourceId, SourceCursor | null>;
  readonly deliveries: Map<Delivery["id"], Delivery>;
  /** null = removed; their place in the order stays. */
  readonly readers: Map<ReaderId, string | null>;
  readonly settings: Map<ReaderId, StampedSettings>;
  readonly names: Map<AddedName["id"], AddedName | null>;
  /** null = as they were. */
  gettingRules: StampedGettingRules | null;
  readonly traffic: TrafficCount[];
  /** Of that, what this device had noted before: it isn't waiting any more. */
  readonly ownTraffic: TrafficCount[];
  readonly savedSearches: Map<SavedSearchId, StampedSearch>;
  /** Who reads on which device. */
  readonly chosen: Map<DeviceId, StampedChoice>;
  readonly looked: Map<ReaderId, StampedLook>;
  readonly references: Map<BriefingId, ReferenceMarks>;
  /** Found while the journal was read. */
  readonly damage: DamageNote[];
  sequence: number;
  lamport: number;
  /** This device's count of its own changes. */
  seq: number;
}

/** What planning reads of the library as it is. */
export interface PlannedFrom {
  readonly readers: ReadonlyMap<ReaderId, string | null>;
  record(id: BriefingId): BriefingRecord | null;
  settingsOf(readerId: ReaderId): StampedSettings | null;
  readonly gettingRules: StampedGettingRules | null;
  savedSearch(id: SavedSearchId): StampedSearch | null;
  choiceOn(deviceId: DeviceId): StampedChoice | null;
  lookOf(readerId: ReaderId): StampedLook | null;
  referenceMarks(id: BriefingId): ReferenceMarks | null;
  readonly sequence: number;
  readonly lamport: number;
  readonly seq: number;
}

export function emptyPatch(before: Pick<PlannedFrom, "sequence" | "lamport" | "seq">): Patch {
  return {
    records: new Map(),
    bodies: [],
    sources: new Map(),
    cursors: new Map(),
    deliveries: new Map(),
    readers: new Map(),
    settings: new Map(),
    names: new Map(),
    gettingRules: null,
    traffic: [],
    ownTraffic: [],
    savedSearches: new Map(),
    chosen: new Map(),
    looked: new Map(),
    references: new Map(),
    damage: [],
    sequence: before.sequence,
    lamport: before.lamport,
    seq: before.seq,
  };
}
