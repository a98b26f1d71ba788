import type { BriefingHead, Language, ReadingState } from "../../model/briefing.ts";
import type { BriefingId, DeviceId, ReaderId } from "../../model/ids.ts";
import type { Bytes } from "../../model/measure.ts";
import { type Instant, orderTimeOf } from "../../model/time.ts";

/** When a change about one thing was made, by its device's own count. */
export interface OrderStamp {
  readonly lamport: number;
  readonly deviceId: DeviceId;
}

/** A switch that several devices may have set: the latest setting holds. */
export interface StampedSwitch {
  readonly on: boolean;
  readonly stamp: OrderStamp;
}

export interface ReaderMarks {
  readonly readerId: ReaderId;
  readonly read: StampedSwitch | null;
  readonly saved: StampedSwitch | null;
}

/** What was done with a reference; its text comes with the app. */
export interface ReferenceMarks {
  readonly removal: StampedSwitch | null;
  readonly saved: readonly { readonly readerId: ReaderId; readonly mark: StampedSwitch }[];
}

/** Where a body lies in the journal: in which group of entries, and which of its changes carries it. */
export interface BodyPlace {
  readonly offset: Bytes;
  readonly bytes: Bytes;
  readonly index: number;
}

export interface StoredRevision {
  readonly revision: number;
  readonly fetched: Instant;
  readonly title: string;
  readonly digest: string;
  readonly place: BodyPlace;
}

/** All the library knows of one briefing but its bodies. Never changed in place: a change makes a new one. */
export interface BriefingRecord {
  readonly head: BriefingHead;
  /** Settles the order of equal times: the later entry first, inside one the order its source gave. */
  readonly tie: number;
  /** Oldest first. */
  readonly revisions: readonly StoredRevision[];
  readonly correctedLanguage: { readonly language: Language; readonly stamp: OrderStamp } | null;
  readonly deletion: StampedSwitch | null;
  /** Marks as read made before this don't count any more: a revision said something new. */
  readonly unreadSince: OrderStamp | null;
  /** Lamport count of when it last said something else: it came, was revised or was withdrawn. */
  readonly changed: number;
  /** Of the newest revision's text; null = too short, or from before it was kept. */
  readonly signature: string | null;
  readonly marks: readonly ReaderMarks[];
}

export interface OrderKey {
  readonly time: Instant;
  readonly tie: number;
}

export function isLaterStamp(stamp: OrderStamp, than: OrderStamp | null): boolean {
  if (than === null || stamp.lamport !== than.lamport) return than === null || stamp.lamport > than.lamport;
  return stamp.deviceId > than.deviceId;
}

const changesPerSequence = 2 ** 20;

export function tieOf(sequence: number, index: number): number {
  return sequence * changesPerSequence - index;
}

export function orderKeyOf(record: BriefingRecord): OrderKey {
  return { time: orderTimeOf(record.head.times), tie: record.tie };
}

/** Newest first. */
export function compareOrder(left: OrderKey, right: OrderKey): number {
  return right.time - left.time || right.tie - left.tie;
}

export function isDeletedRecord(record: BriefingRecord): boolean {
  return record.deletion?.on === true;
}

export function readingStateOf(record: BriefingRecord, readerId: ReaderId | null): ReadingState {
  const marks = record.marks.find((mark) => mark.readerId === readerId);
  const read = marks?.read ?? null;
  return {
    read: read?.on === true && isLaterStamp(read.stamp, record.unreadSince),
    saved: marks?.saved?.on === true,
  };
}

export function idOf(record: BriefingRecord): BriefingId {
  return record.head.id;
}
