import type { Change, Stamp } from "../../model/changes.ts";
import type { BriefingId, DeviceId, ReaderId } from "../../model/ids.ts";
import { nameApart } from "../../model/reader.ts";
import type { ReplayedGroup } from "../journal/replay.ts";
import { type BriefingRecord, isLaterStamp, type OrderStamp, type ReferenceMarks } from "./briefing-record.ts";
import { emptyPatch, type Patch, type PlannedFrom } from "./library-patch.ts";
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

export function planChanges(before: PlannedFrom, groups: readonly ReplayedGroup[], ownDevice: DeviceId): Patch {
  const patch = emptyPatch(before);
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
