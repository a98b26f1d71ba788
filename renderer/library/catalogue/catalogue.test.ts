import { describe, expect, test } from "vitest";
import type { BriefingHead } from "../../model/briefing.ts";
import type { Change } from "../../model/changes.ts";
import { type BriefingId, brandId, type DeviceId, type ReaderId, type SourceId } from "../../model/ids.ts";
import { dayMs } from "../../model/time.ts";
import { type Filters, noFilters, type View } from "../../model/view.ts";
import { sampleDelivery, sampleEpoch, sampleHead, sampleId, sampleSource } from "../journal/sample-changes.suite.ts";
import { seededRandom } from "../journal/sample-vault.suite.ts";
import { MemoryCatalogue } from "./catalogue.ts";
import { LibraryState } from "./library-state.ts";
import { planChanges } from "./plan-changes.ts";

const reader = brandId<ReaderId>("a".repeat(32));
const device = brandId<DeviceId>("1".repeat(32));
const other = sampleId<SourceId>(0xbeef);

function shelf() {
  const state = new LibraryState(device);
  const catalogue = new MemoryCatalogue(state);
  let sequence = 0;
  const apply = (...changes: Change[]) => {
    sequence++;
    const stamped = changes.map((change, index) => ({
      stamp: { deviceId: device, seq: index, lamport: sequence, readerId: reader, at: sampleEpoch },
      change,
    }));
    state.apply(planChanges(state, [{ sequence, place: { offset: 0, bytes: 1 }, changes: stamped }], device));
  };
  apply({ kind: "reader-added", readerId: reader, name: "Amani" });
  const list = (view: View["kind"] | View = "all", filters: Partial<Filters> = {}) =>
    numbers(
      catalogue.idsOf({
        view: typeof view === "string" ? ({ kind: view } as View) : view,
        filters: { ...noFilters, ...filters },
        notNewerThan: null,
      }),
    );
  return { state, catalogue, apply, list };
}

const numbers = (ids: readonly BriefingId[]) => ids.map((id) => Number.parseInt(id, 16));
const ids = (...of: number[]) => of.map((number) => sampleId<BriefingId>(number));

function arrival(number: number, but: Partial<BriefingHead> = {}): Change {
  const head = sampleHead(number, but);
  return {
    kind: "revision-arrived",
    signature: null,
    head,
    contentDigest: "0".repeat(32),
    marksUnread: false,
    body: new Uint8Array(),
  };
}

test("the list is in the order of the source's own time, whatever came when", () => {
  const { apply, list } = shelf();
  apply(arrival(2), arrival(9));
  apply(arrival(5));
  expect(list()).toEqual([9, 5, 2]);
});

test("what has no time of its own stands by its day, else by the sync that brought it; equal times by arrival", () => {
  const { apply, list } = shelf();
  const times = { asOf: null, published: null, posted: null, fetched: sampleEpoch };
  apply(arrival(1, { times }), arrival(2, { times }));
  apply(arrival(3, { times }));
  apply(arrival(4, { times: { ...times, asOf: "2026-10-09" } }), arrival(5, { times: { ...times, posted: 5 } }));
  expect(list()).toEqual([4, 3, 1, 2, 5]);
});

test("a briefing moves when a revision has another time", () => {
  const { apply, list } = shelf();
  apply(...[1, 2, 3].map((number) => arrival(number)));
  const times = { ...sampleHead(1).times, published: sampleEpoch + 90 * dayMs };
  apply(arrival(1, { revision: 2, times }));
  expect(list()).toEqual([1, 3, 2]);
});

test("views and filters show what they say, and counts agree with them", () => {
  const { catalogue, apply, list } = shelf();
  catalogue.markComplete();
  apply(...[1, 2, 3, 4, 5].map((number) => arrival(number)));
  apply(arrival(6, { sourceId: other, language: "fr" }), arrival(7, { sourceId: null }));
  apply({ kind: "read-set", ids: ids(1, 6), read: true });
  apply({ kind: "saved-set", ids: ids(2, 6), saved: true });
  apply({ kind: "briefings-deleted", ids: ids(3) });
  expect(list("all")).toEqual([7, 6, 5, 4, 2, 1]);
  expect(list("unread")).toEqual([7, 5, 4, 2]);
  expect(list("saved")).toEqual([6, 2]);
  expect(list("deleted")).toEqual([3]);
  expect(list({ kind: "source", sourceId: other })).toEqual([6]);
  expect(list("all", { unreadOnly: true })).toEqual([7, 5, 4, 2]);
  expect(list("unread", { savedOnly: true })).toEqual([2]);
  expect(list("all", { language: "fr" })).toEqual([6]);
  expect(list("all", { sourceId: sampleSource.id })).toEqual([5, 4, 2, 1]);
  const at = (number: number) => sampleHead(number).times.published;
  expect(list("all", { from: at(2), until: at(5) })).toEqual([5, 4, 2]);
  expect(catalogue.counts()).toMatchObject({ all: 6, unread: 4, saved: 2, arrivals: 6, deleted: 1 });
  expect(catalogue.sourceCounts(sampleSource.id)).toEqual({ total: 4, unread: 3 });
  expect(catalogue.sourceCounts(sampleId(0xabc))).toEqual({ total: 0, unread: 0 });
  expect(catalogue.newestItem(null)).toBe(at(7));
  expect(catalogue.newestItem(sampleSource.id)).toBe(at(5));
  expect(catalogue.newestItem(sampleId(0xabc))).toBeNull();
});

test("with areas, what comes in by itself is counted as its list shows it", () => {
  const { catalogue, apply, list } = shelf();
  catalogue.markComplete();
  apply(...[1, 2, 3].map((number) => arrival(number)));
  apply({ kind: "read-set", ids: ids(1), read: true }, { kind: "saved-set", ids: ids(2), saved: true });
  const inMasisi = new Set<string>(ids(1, 3));
  catalogue.nameTerritories({ version: 1, territoriesOf: (id) => [inMasisi.has(id) ? "masisi" : "walikale"] });
  const areas = ["masisi"] as const;
  expect(list("all", { areas })).toEqual([3, 1]);
  expect(catalogue.counts(areas)).toMatchObject({ all: 2, unread: 1, saved: 1 });
  expect(catalogue.counts()).toMatchObject({ all: 3, unread: 2, saved: 1 });
});

test("arrivals stand by delivery, the newest delivery first, and inside one by their own time", () => {
  const { apply, list } = shelf();
  const [first, second] = [sampleDelivery(1), sampleDelivery(2)];
  apply(
    { kind: "delivery-made", delivery: first },
    arrival(8, { delivery: first.id }),
    arrival(2, { delivery: first.id }),
  );
  apply({ kind: "delivery-made", delivery: second }, arrival(5, { delivery: second.id }));
  expect(list("arrivals")).toEqual([5, 8, 2]);
  apply(arrival(2, { revision: 2, delivery: second.id }));
  expect(list("arrivals")).toEqual([5, 2, 8]);
});

test("everything as old as one briefing or older leaves out what stands above it, in each view's own order", () => {
  const { catalogue, apply } = shelf();
  const [first, second] = [sampleDelivery(1), sampleDelivery(2)];
  apply(
    { kind: "delivery-made", delivery: first },
    arrival(8, { delivery: first.id }),
    arrival(2, { delivery: first.id }),
  );
  apply({ kind: "delivery-made", delivery: second }, arrival(5, { delivery: second.id }));
  apply({ kind: "read-set", ids: ids(5), read: true });
  const older = (view: View["kind"], number: number) =>
    numbers(catalogue.idsOf({ view: { kind: view } as View, filters: noFilters, notNewerThan: sampleId(number) }));
  expect(older("all", 5)).toEqual([5, 2]);
  expect(older("arrivals", 8)).toEqual([8, 2]);
  // The one clicked needn't be in the view itself.
  expect(older("unread", 5)).toEqual([2]);
  expect(older("all", 99)).toEqual([]);
});

test("until all is read in, rows are shown and totals are not", () => {
  const { catalogue, apply } = shelf();
  apply(arrival(1));
  const ask = () => catalogue.page({ view: { kind: "all" }, filters: noFilters, offset: 0, limit: 5 });
  expect(ask()).toMatchObject({ rows: [{ state: { read: false, saved: false } }], total: null });
  expect(catalogue.counts().all).toBeNull();
  catalogue.markComplete();
  expect(ask().total).toBe(1);
});

test("a page past the end is empty", () => {
  const { catalogue, apply } = shelf();
  apply(arrival(1), arrival(2), arrival(3));
  const page = (offset: number) =>
    catalogue.page({ view: { kind: "all" }, filters: noFilters, offset, limit: 2 }).rows.map(({ head }) => head.id);
  expect([page(0), page(2), page(4)].map(numbers)).toEqual([[3, 2], [1], []]);
});

test("a briefing is found by its link however it is spelled, also when it was deleted", () => {
  const { catalogue, apply } = shelf();
  apply(arrival(1, { link: "https://News.example/items/1/?utm_source=mail" }));
  apply({ kind: "briefings-deleted", ids: ids(1) });
  expect(catalogue.findByLink("https://news.example/items/1")).toBe(sampleId(1));
  apply(arrival(2));
  expect(catalogue.findByLink("https://news.example/items/2")).toBe(sampleId(2));
  expect(catalogue.findByLink("https://news.example/items/3")).toBeNull();
});

test("after many single changes the order is the same as sorted anew", () => {
  const random = seededRandom(21);
  const { apply, list } = shelf();
  const published = new Map<number, number>();
  for (let round = 0; round < 300; round++) {
    const number = Math.floor(random() * 120);
    const time = sampleEpoch + Math.floor(random() * 50);
    published.set(number, time);
    apply(arrival(number, { revision: round + 1, times: { ...sampleHead(number).times, published: time } }));
  }
  const listed = list();
  expect(listed).toHaveLength(published.size);
  const times = listed.map((number) => published.get(number) ?? 0);
  expect(times).toEqual(times.toSorted((left, right) => right - left));
});

test("since a reader last looked: alerts first, then security and access, then the rest in the list's order", () => {
  const { catalogue, apply, list } = shelf();
  catalogue.markComplete();
  apply(arrival(1, { kind: "sitrep" }), arrival(2, { kind: "alert" }));
  apply({ kind: "looked-set", upTo: catalogue.upTo, at: sampleEpoch });
  expect(list("since-looked")).toEqual([]);
  apply(
    arrival(3, { kind: "alert" }),
    arrival(4, { kind: "security" }),
    arrival(5, { kind: "access", sourceId: other, sourceName: "Lake Radio" }),
    arrival(6, { kind: "unknown" }),
    arrival(7, { kind: "sitrep", sourceId: null }),
  );
  apply(arrival(1, { revision: 2, kind: "sitrep" }), { kind: "briefing-withdrawn", id: sampleId(2), at: 5 });
  apply({ kind: "briefings-deleted", ids: ids(7) }, { kind: "read-set", ids: ids(6), read: true });
  expect(list("since-looked")).toEqual([3, 2, 5, 4, 6, 1]);
  expect(catalogue.counts()["since-looked"]).toBe(6);
  expect(catalogue.sinceLooked()).toMatchObject({
    lookedAt: sampleEpoch,
    alerts: 2,
    sources: [
      { sourceId: sampleSource.id, name: sampleSource.name, count: 5 },
      { sourceId: other, name: "Lake Radio", count: 1 },
    ],
  });
  const below = catalogue.idsOf({ view: { kind: "since-looked" }, filters: noFilters, notNewerThan: sampleId(4) });
  expect(numbers(below)).toEqual([4, 6, 1]);
});

describe("copies of one text by several sources", () => {
  const wire = "ab".repeat(32);
  const dispatch = (number: number, source: string, but: Partial<BriefingHead> = {}): Change => ({
    ...arrival(number, { sourceId: sampleId<SourceId>(Number.parseInt(source, 16)), sourceName: source, ...but }),
    ...{ signature: wire },
  });
  const source = (id: string, rank: 1 | 2 | 3): Change => ({
    kind: "source-added",
    source: { ...sampleSource, id: sampleId<SourceId>(Number.parseInt(id, 16)), name: id, rank },
  });

  function shelfWithCopies() {
    const made = shelf();
    made.catalogue.markComplete();
    made.apply(source("aa", 2), source("bb", 1), source("cc", 2));
    made.apply(dispatch(1, "aa"), dispatch(2, "bb"), dispatch(3, "cc"), arrival(4));
    const page = (view: View["kind"], opened: number[] = [], filters: Partial<Filters> = {}) => {
      const answer = made.catalogue.page({
        view: { kind: view } as View,
        filters: { ...noFilters, ...filters },
        offset: 0,
        limit: 20,
        opened: ids(...opened),
      });
      return { ...answer, rows: numbers(answer.rows.map(({ head }) => head.id)) };
    };
    return { ...made, page };
  }

  test("the highest ranked stands for the others in its own place; counts still count each of them", () => {
    const { catalogue, page, list } = shelfWithCopies();
    expect(page("all")).toMatchObject({
      rows: [4, 2],
      total: 2,
      hiddenCopies: 2,
      copies: [{ role: "stands-for", id: sampleId(2), others: 2, unreadOthers: 2 }],
    });
    expect(catalogue.counts()).toMatchObject({ all: 4, unread: 4 });
    expect(list()).toEqual([4, 3, 2, 1]);
  });

  test("opened, the others stand below it in the list's order", () => {
    const { page } = shelfWithCopies();
    expect(page("all", [2])).toMatchObject({ rows: [4, 2, 3, 1], total: 4, hiddenCopies: 0 });
    expect(page("all", [2]).copies.slice(1)).toEqual([
      { role: "copy", id: sampleId(3), of: sampleId(2) },
      { role: "copy", id: sampleId(1), of: sampleId(2) },
    ]);
    expect(page("all", [4])).toMatchObject({ rows: [4, 2] });
  });

  test("what is read stays out of the unread ones, and an unread copy stands there in its place", () => {
    const { apply, page } = shelfWithCopies();
    apply({ kind: "read-set", ids: ids(2), read: true });
    expect(page("all").copies).toMatchObject([{ others: 2, unreadOthers: 2 }]);
    expect(page("unread")).toMatchObject({ rows: [4, 1], hiddenCopies: 1 });
  });

  test("an alert stands before everything else", () => {
    const { apply, page } = shelfWithCopies();
    apply(dispatch(5, "dd", { kind: "alert" }));
    expect(page("all").rows).toEqual([5, 4]);
  });

  test("a deleted copy is no longer among them, and a revised text leaves its group", () => {
    const { apply, page } = shelfWithCopies();
    apply({ kind: "briefings-deleted", ids: ids(2) });
    expect(page("all")).toMatchObject({ rows: [4, 1], hiddenCopies: 1 });
    apply({ ...dispatch(1, "aa", { revision: 2 }), ...{ signature: "cd".repeat(32) } });
    expect(page("all")).toMatchObject({ rows: [4, 3, 1], hiddenCopies: 0, copies: [] });
  });

  test("what one source sent, how things came and what was saved is shown piece by piece", () => {
    const { apply, page } = shelfWithCopies();
    apply({ kind: "saved-set", ids: ids(1, 2), saved: true });
    expect(page("saved").rows).toEqual([2, 1]);
    expect(page("arrivals").rows).toHaveLength(4);
  });
});
