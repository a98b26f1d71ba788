import type { KeptAttachment } from "../../model/attachment.ts";
import type { BriefingHead, Provenance } from "../../model/briefing.ts";
import type { Change } from "../../model/changes.ts";
import type { ReaderId } from "../../model/ids.ts";
import type { ReplayedGroup } from "../journal/replay.ts";
import {
  type BodyPlace,
  type BriefingRecord,
  isLaterStamp,
  type OrderStamp,
  type ReaderMarks,
  type ReferenceMarks,
  type StampedSwitch,
  type StoredRevision,
  tieOf,
} from "./briefing-record.ts";

/** Which change of which group of the journal it is. */
export interface ChangePlace {
  readonly group: ReplayedGroup;
  readonly index: number;
}

export function withRevision(
  known: BriefingRecord | null,
  change: Extract<Change, { kind: "revision-arrived" }>,
  made: OrderStamp,
  changePlace: ChangePlace,
): BriefingRecord {
  const { head } = change;
  const revision: StoredRevision = {
    revision: head.revision,
    // The head's own time stays the first arrival's.
    fetched: head.revisedAt ?? head.times.fetched,
    title: head.title,
    digest: change.contentDigest,
    place: bodyPlaceOf(changePlace),
  };
  if (known === null) {
    return {
      head,
      tie: tieOf(changePlace.group.sequence, changePlace.index),
      revisions: [revision],
      correctedLanguage: null,
      deletion: null,
      unreadSince: change.marksUnread ? made : null,
      changed: made.lamport,
      signature: change.signature,
      marks: [],
    };
  }
  const isNewest = head.revision >= known.head.revision;
  const newest = isNewest ? head : known.head;
  return {
    ...known,
    head: {
      ...newest,
      provenances: joinProvenances(known.head, head.provenances),
      kept: known.head.kept,
      // A reader's correction outlives what the source says of its next revision.
      language: known.correctedLanguage?.language ?? newest.language,
    },
    revisions: [...known.revisions.filter((other) => other.revision !== head.revision), revision].sort(
      (left, right) => left.revision - right.revision,
    ),
    unreadSince: change.marksUnread && isLaterStamp(made, known.unreadSince) ? made : known.unreadSince,
    changed: Math.max(known.changed, made.lamport),
    signature: isNewest ? change.signature : known.signature,
  };
}

export function bodyPlaceOf({ group, index }: ChangePlace): BodyPlace {
  return { ...group.place, index };
}

export function withHead(record: BriefingRecord, changed: Partial<BriefingHead>): BriefingRecord {
  return { ...record, head: { ...record.head, ...changed } };
}

export function withMark(
  record: BriefingRecord,
  readerId: ReaderId,
  changed: { readonly read: StampedSwitch } | { readonly saved: StampedSwitch },
): BriefingRecord {
  const known = record.marks.find((marks) => marks.readerId === readerId) ?? { readerId, read: null, saved: null };
  const marks: ReaderMarks =
    "read" in changed
      ? { ...known, read: laterSwitch(known.read, changed.read) }
      : { ...known, saved: laterSwitch(known.saved, changed.saved) };
  return { ...record, marks: [...record.marks.filter((other) => other.readerId !== readerId), marks] };
}

export function withSaved(marks: ReferenceMarks, readerId: ReaderId, next: StampedSwitch): ReferenceMarks {
  const known = marks.saved.find((saved) => saved.readerId === readerId)?.mark ?? null;
  const others = marks.saved.filter((saved) => saved.readerId !== readerId);
  return { ...marks, saved: [...others, { readerId, mark: laterSwitch(known, next) }] };
}

export function laterSwitch(known: StampedSwitch | null, next: StampedSwitch): StampedSwitch {
  return known === null || isLaterStamp(next.stamp, known.stamp) ? next : known;
}

/** What comes again takes its old place, with the blob that was written last: the older one may have been damaged. */
export function joinKept(known: readonly KeptAttachment[], more: readonly KeptAttachment[]): readonly KeptAttachment[] {
  const byId = new Map(known.map((attachment) => [attachment.id, attachment]));
  for (const attachment of more) byId.set(attachment.id, attachment);
  return [...byId.values()];
}

export function joinProvenances(head: BriefingHead, more: readonly Provenance[]): readonly Provenance[] {
  const isKnown = (provenance: Provenance) =>
    head.provenances.some(
      (known) =>
        known.way === provenance.way &&
        known.sourceId === provenance.sourceId &&
        known.delivery === provenance.delivery &&
        known.label === provenance.label,
    );
  return [...head.provenances, ...more.filter((provenance) => !isKnown(provenance))];
}
