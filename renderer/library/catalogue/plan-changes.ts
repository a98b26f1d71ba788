import type { Change, Stamp } from "../../model/changes.ts";
import type { GettingRules } from "../../model/getting.ts";
import type { BriefingId, DeviceId, ReaderId, SavedSearchId, SourceId } from "../../model/ids.ts";
import type { DamageNote } from "../../model/library-status.ts";
import type { AddedName } from "../../model/names.ts";
import { nameApart } from "../../model/reader.ts";
import type { SavedSearch } from "../../model/saved-search.ts";
import type { Settings } from "../../model/settings.ts";
import type { Source, SourceCursor } from "../../model/source.ts";
import type { Instant } from "../../model/time.ts";
import type { TrafficCount } from "../../model/traffic.ts";
import type { Delivery } from "../../model/view.ts";
import type { ReplayedGroup } from "../journal/replay.ts";
import {
  type BodyPlace,
  type BriefingRecord,
  isLaterStamp,
  type OrderStamp,
  type ReferenceMarks,
} from "./briefing-record.ts";
import {
  bodyPlaceOf,
  type ChangePlace,
  joinKept,
  joinProvenances,
  laterSwitch,
  withHead,
  withMark,
  withRevision,
  withSaved,
} from "./revise-record.ts";

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

export function planChanges(before: PlannedFrom, groups: readonly ReplayedGroup[], ownDevice: DeviceId): Patch {
  const patch: Patch = {
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
  for (const group of groups) {
    for (const [index, { stamp, change }] of group.changes.entries()) {
      planChange(before, patch, change, stamp, { group, index });
      if (change.kind === "traffic-counted" && stamp.deviceId === ownDevice) patch.ownTraffic.push(...change.counts);
      patch.lamport = Math.max(patch.lamport, stamp.lamport);
      if (stamp.deviceId === ownDevice) patch.seq = Math.max(patch.seq, stamp.seq);
    }
    patch.sequence = group.sequence;
  }
  return patch;
}

/** By an undo, or from another device, a name may come that somebody else has taken meanwhile. */
function nameReader(
  before: PlannedFrom,
  patch: Patch,
  { readerId, name }: { readonly readerId: ReaderId; readonly name: string },
): void {
  const others = [...new Map([...before.readers, ...patch.readers])].flatMap(([id, other]) =>
    id === readerId || other === null ? [] : [other],
  );
  patch.readers.set(readerId, nameApart(name, others));
}

function planChange(before: PlannedFrom, patch: Patch, change: Change, stamp: Stamp, place: ChangePlace): void {
  const made: OrderStamp = { lamport: stamp.lamport, deviceId: stamp.deviceId };
  const recordOf = (id: BriefingId) => patch.records.get(id) ?? before.record(id);
  // A change about a briefing whose own entry was lost has nothing to stand on.
  const revise = (ids: readonly BriefingId[], next: (record: BriefingRecord) => BriefingRecord) => {
    for (const id of ids) {
      const record = recordOf(id);
      if (record !== null) patch.records.set(id, next(record));
    }
  };
  const remark = (ids: readonly BriefingId[], next: (marks: ReferenceMarks) => ReferenceMarks) => {
    for (const id of ids) {
      const marks = patch.references.get(id) ?? before.referenceMarks(id) ?? { removal: null, saved: [] };
      patch.references.set(id, next(marks));
    }
  };
  switch (change.kind) {
    case "revision-arrived": {
      const { head } = change;
      patch.records.set(head.id, withRevision(recordOf(head.id), change, made, place));
      patch.bodies.push({ place: bodyPlaceOf(place), sealed: change.body });
      break;
    }
    case "provenance-added":
      revise([change.id], (record) =>
        withHead(record, { provenances: joinProvenances(record.head, [change.provenance]) }),
      );
      break;
    case "briefing-withdrawn":
      revise([change.id], (record) => ({
        ...withHead(record, { withdrawn: record.head.withdrawn ?? change.at }),
        changed: Math.max(record.changed, made.lamport),
      }));
      break;
    case "full-text-missed":
      revise([change.id], (record) =>
        // What came meanwhile is worth more than what didn't.
        record.head.extractOnly
          ? withHead(record, { fullText: { at: "missed", when: change.at, failure: change.failure } })
          : record,
      );
      break;
    case "language-corrected":
      revise([change.id], (record) => {
        if (!isLaterStamp(made, record.correctedLanguage?.stamp ?? null)) return record;
        const { language } = change;
        return { ...withHead(record, { language }), correctedLanguage: { language, stamp: made } };
      });
      break;
    case "briefings-deleted":
    case "briefings-restored": {
      const deletion = { on: change.kind === "briefings-deleted", stamp: made };
      revise(change.ids, (record) => ({ ...record, deletion: laterSwitch(record.deletion, deletion) }));
      break;
    }
    case "read-set": {
      const read = { on: change.read, stamp: made };
      revise(change.ids, (record) => withMark(record, stamp.readerId, { read }));
      break;
    }
    case "saved-set": {
      const saved = { on: change.saved, stamp: made };
      revise(change.ids, (record) => withMark(record, stamp.readerId, { saved }));
      break;
    }
    case "attachments-kept":
      revise([change.briefingId], (record) =>
        withHead(record, { kept: joinKept(record.head.kept, change.attachments) }),
      );
      break;
    case "attachment-removed":
      revise([change.briefingId], (record) =>
        withHead(record, { kept: record.head.kept.filter(({ id }) => id !== change.attachmentId) }),
      );
      break;
    case "references-saved":
      remark(change.ids, (marks) => withSaved(marks, stamp.readerId, { on: change.saved, stamp: made }));
      break;
    case "references-removed":
      remark(change.ids, (marks) => ({
        ...marks,
        removal: laterSwitch(marks.removal, { on: change.removed, stamp: made }),
      }));
      break;
    case "source-added":
    case "source-changed":
      patch.sources.set(change.source.id, change.source);
      break;
    case "source-removed":
      patch.sources.set(change.sourceId, null);
      patch.cursors.set(change.sourceId, null);
      break;
    case "cursor-moved":
      patch.cursors.set(change.sourceId, change.cursor);
      break;
    case "delivery-made":
      patch.deliveries.set(change.delivery.id, change.delivery);
      break;
    case "reader-added":
      nameReader(before, patch, change);
      break;
    case "reader-renamed": {
      // Who was removed doesn't come back by a new name.
      const known = patch.readers.has(change.readerId) ? patch.readers : before.readers;
      if (known.get(change.readerId) !== null) nameReader(before, patch, change);
      break;
    }
    case "reader-removed":
      patch.readers.set(change.readerId, null);
      break;
    case "search-saved":
    case "search-removed": {
      const id = change.kind === "search-saved" ? change.search.id : change.searchId;
      const known = patch.savedSearches.get(id) ?? before.savedSearch(id);
      if (isLaterStamp(made, known?.stamp ?? null)) {
        const search = change.kind === "search-saved" ? change.search : null;
        patch.savedSearches.set(id, { readerId: known?.readerId ?? stamp.readerId, search, stamp: made });
      }
      break;
    }
    case "reader-chosen": {
      const known = patch.chosen.get(stamp.deviceId) ?? before.choiceOn(stamp.deviceId);
      if (isLaterStamp(made, known?.stamp ?? null)) {
        patch.chosen.set(stamp.deviceId, { readerId: change.readerId, stamp: made });
      }
      break;
    }
    case "looked-set": {
      const known = patch.looked.get(stamp.readerId) ?? before.lookOf(stamp.readerId);
      if (isLaterStamp(made, known?.stamp ?? null)) {
        patch.looked.set(stamp.readerId, { upTo: change.upTo, at: change.at, stamp: made });
      }
      break;
    }
    case "settings-changed": {
      const known = patch.settings.get(stamp.readerId) ?? before.settingsOf(stamp.readerId);
      if (isLaterStamp(made, known?.stamp ?? null)) {
        patch.settings.set(stamp.readerId, { settings: change.settings, stamp: made });
      }
      break;
    }
    case "name-added":
      patch.names.set(change.name.id, change.name);
      break;
    case "name-removed":
      patch.names.set(change.id, null);
      break;
    case "getting-rules-changed": {
      const known = patch.gettingRules ?? before.gettingRules;
      if (isLaterStamp(made, known?.stamp ?? null)) patch.gettingRules = { rules: change.rules, stamp: made };
      break;
    }
    case "traffic-counted":
      patch.traffic.push(...change.counts);
      break;
  }
}
