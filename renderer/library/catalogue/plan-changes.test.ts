import { expect, test } from "vitest";
import type { Change, Stamp } from "../../model/changes.ts";
import { brandId, type DeliveryId, type DeviceId, type ReaderId, type SavedSearchId } from "../../model/ids.ts";
import { defaultSettings } from "../../model/settings.ts";
import { noFilters } from "../../model/view.ts";
import { sampleEpoch, sampleHead, sampleId } from "../journal/sample-changes.suite.ts";
import { LibraryState } from "./library-state.ts";
import { planChanges } from "./plan-changes.ts";

const amani = brandId<ReaderId>("a".repeat(32));
const furaha = brandId<ReaderId>("f".repeat(32));
const goma = brandId<DeviceId>("1".repeat(32));
const beni = brandId<DeviceId>("2".repeat(32));

/** Applies changes in the order given, each with the count of the device that made it. */
function library() {
  const state = new LibraryState(goma);
  let sequence = 0;
  const apply = (change: Change, stamp: Partial<Stamp> = {}) => {
    const full = { deviceId: goma, seq: 0, lamport: ++sequence, readerId: amani, at: sampleEpoch, ...stamp };
    const group = { sequence, place: { offset: 0, bytes: 1 }, changes: [{ stamp: full, change }] };
    state.apply(planChanges(state, [group], goma));
  };
  apply({ kind: "reader-added", readerId: amani, name: "Amani" });
  apply({ kind: "reader-added", readerId: furaha, name: "Furaha" });
  const isRead = () => state.cell(sampleId(1))?.isRead;
  return { state, apply, isRead };
}

function arrival(number: number, but: { revision?: number; marksUnread?: boolean; title?: string } = {}): Change {
  const { revision = 1, marksUnread = false } = but;
  const head = sampleHead(number, { revision, ...(but.title === undefined ? {} : { title: but.title }) });
  const contentDigest = `${revision}`.repeat(32);
  return {
    kind: "revision-arrived",
    signature: null,
    head,
    contentDigest,
    marksUnread,
    body: new Uint8Array([revision]),
  };
}

const readOne: Change = { kind: "read-set", ids: [sampleId(1)], read: true };
const unreadOne: Change = { kind: "read-set", ids: [sampleId(1)], read: false };

test("of two devices' marks the later one holds, in whichever order they come here", () => {
  for (const order of [
    [readOne, unreadOne],
    [unreadOne, readOne],
  ] as const) {
    const { apply, isRead } = library();
    apply(arrival(1));
    for (const change of order) {
      apply(change, { lamport: change === readOne ? 90 : 80, deviceId: change === readOne ? beni : goma });
    }
    expect(isRead()).toBe(true);
  }
});

test("of two marks made at the same count the greater device's holds, in whichever order they come here", () => {
  for (const order of [
    [readOne, unreadOne],
    [unreadOne, readOne],
  ] as const) {
    const { apply, isRead } = library();
    apply(arrival(1));
    for (const change of order) apply(change, { lamport: 90, deviceId: change === readOne ? beni : goma });
    expect(isRead()).toBe(true);
  }
});

test("a revision with something new to say is unread again for every reader; one without stays read", () => {
  const { state, apply, isRead } = library();
  apply(arrival(1));
  apply(readOne);
  apply(readOne, { readerId: furaha });
  apply(arrival(1, { revision: 2 }));
  expect(isRead()).toBe(true);
  apply(arrival(1, { revision: 3, marksUnread: true }));
  expect(isRead()).toBe(false);
  apply(readOne);
  expect(isRead()).toBe(true);
  expect(state.record(sampleId(1))?.revisions.map(({ revision }) => revision)).toEqual([1, 2, 3]);
});

test("a mark made before the revision that came since doesn't hide it", () => {
  const { apply, isRead } = library();
  apply(arrival(1));
  apply(arrival(1, { revision: 2, marksUnread: true }), { lamport: 50 });
  apply(readOne, { lamport: 40, deviceId: beni });
  expect(isRead()).toBe(false);
});

test("each reader has marks and settings of their own", () => {
  const { state, apply } = library();
  apply(arrival(1));
  apply({ kind: "saved-set", ids: [sampleId(1)], saved: true }, { readerId: furaha });
  apply({ kind: "settings-changed", settings: { ...defaultSettings, theme: "dark" } }, { readerId: furaha });
  expect(state.cell(sampleId(1))?.isSaved).toBe(false);
  expect(state.settingsOf(amani)).toBeNull();
  expect(state.settingsOf(furaha)?.settings.theme).toBe("dark");
});

test("settings of an earlier count don't overwrite later ones", () => {
  const { state, apply } = library();
  apply({ kind: "settings-changed", settings: { ...defaultSettings, theme: "dark" } }, { lamport: 60 });
  apply(
    { kind: "settings-changed", settings: { ...defaultSettings, theme: "light" } },
    { lamport: 50, deviceId: beni },
  );
  expect(state.settingsOf(amani)?.settings.theme).toBe("dark");
});

test("a language corrected by a reader outlives the source's next revision", () => {
  const { state, apply } = library();
  apply(arrival(1));
  apply({ kind: "language-corrected", id: sampleId(1), language: "sw" });
  apply(arrival(1, { revision: 2, title: "Another title" }));
  expect(state.record(sampleId(1))?.head).toMatchObject({ language: "sw", title: "Another title", revision: 2 });
});

test("an older revision that comes late doesn't replace a newer head", () => {
  const { state, apply } = library();
  apply(arrival(1, { revision: 2, title: "The newer title" }));
  apply(arrival(1, { revision: 1, title: "The older title" }));
  const record = state.record(sampleId(1));
  expect(record?.head).toMatchObject({ revision: 2, title: "The newer title" });
  expect(record?.revisions.map(({ title }) => title)).toEqual(["The older title", "The newer title"]);
});

test("the same item by another way is one briefing with two provenances, each once", () => {
  const { state, apply } = library();
  const provenance = {
    way: "file",
    sourceId: null,
    delivery: sampleId<DeliveryId>(7),
    label: "ferry.txt",
    at: sampleEpoch,
  } as const;
  apply(arrival(1));
  apply({ kind: "provenance-added", id: sampleId(1), provenance });
  apply({ kind: "provenance-added", id: sampleId(1), provenance });
  apply(arrival(1, { revision: 2 }));
  expect(state.record(sampleId(1))?.head.provenances.map(({ way }) => way)).toEqual(["feed", "file"]);
  expect(state.size).toBe(1);
});

test("a deleted briefing stays deleted when a revision of it comes", () => {
  const { state, apply } = library();
  apply(arrival(1));
  apply({ kind: "briefings-deleted", ids: [sampleId(1)] });
  apply(arrival(1, { revision: 2, marksUnread: true }));
  expect(state.cell(sampleId(1))?.isDeleted).toBe(true);
  apply({ kind: "briefings-restored", ids: [sampleId(1)] });
  expect(state.cell(sampleId(1))?.isDeleted).toBe(false);
});

test("a change about a briefing that isn't here changes nothing", () => {
  const { state, apply } = library();
  apply(readOne);
  apply({ kind: "briefing-withdrawn", id: sampleId(1), at: 5 });
  expect(state.size).toBe(0);
});

test("nothing shows before a plan is applied", () => {
  const { state, apply } = library();
  apply(arrival(1));
  const stamp = { deviceId: goma, seq: 9, lamport: 99, readerId: amani, at: sampleEpoch };
  const group = { sequence: 99, place: { offset: 0, bytes: 1 }, changes: [{ stamp, change: readOne }] };
  const patch = planChanges(state, [group], goma);
  expect(state.cell(sampleId(1))?.isRead).toBe(false);
  expect(state.sequence).not.toBe(99);
  state.apply(patch);
  expect(state.cell(sampleId(1))?.isRead).toBe(true);
  expect([state.sequence, state.lamport, state.seq]).toEqual([99, 99, 9]);
});

test("a search that one device removed isn't brought back by an older name from another", () => {
  const { state, apply } = library();
  const search = { id: brandId<SavedSearchId>("5".repeat(32)), name: "Sake", query: "sake", filters: noFilters };
  apply({ kind: "search-saved", search }, { lamport: 50 });
  apply({ kind: "search-removed", searchId: search.id }, { lamport: 90 });
  apply({ kind: "search-saved", search: { ...search, name: "Choléra" } }, { lamport: 80, deviceId: beni });
  expect(state.savedSearch(search.id)?.search).toBeNull();
  apply({ kind: "search-saved", search }, { lamport: 95, readerId: furaha });
  // Whoever made it keeps it.
  expect(state.savedSearch(search.id)).toMatchObject({ readerId: amani, search });
});
