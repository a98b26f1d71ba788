import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { brandId, type SourceId } from "../model/ids.ts";
import { sampleArrival, sampleSource } from "./journal/sample-changes.suite.ts";
import { SampleLaptop } from "./journal/sample-vault.suite.ts";
import { trafficReport } from "./traffic-report.ts";

const october = Date.UTC(2026, 9, 19, 12);
const november = Date.UTC(2026, 10, 2, 12);
const { id } = sampleSource;

async function laptopWithSource() {
  const laptop = new SampleLaptop();
  const vault = await laptop.open();
  await vault.commit([{ kind: "source-added", source: sampleSource }]);
  return { laptop, vault };
}

test("what an unchanged source costs is remembered over a restart without a write to the journal", async () => {
  const { laptop, vault } = await laptopWithSource();
  const { journalBytes } = vault;
  await vault.noteTraffic(id, 400, october);
  await vault.noteTraffic(id, 500, october);
  await vault.noteTraffic(id, 70, november);
  const counted = [
    { sourceId: id, month: "2026-10", received: 900 },
    { sourceId: id, month: "2026-11", received: 70 },
  ];
  expect(vault.catalogue.traffic()).toEqual(counted);
  expect(vault.journalBytes).toBe(journalBytes);
  await vault.close();
  const again = await laptop.open();
  expect(again.catalogue.traffic()).toEqual(counted);
  expect(again.journalBytes).toBe(journalBytes);
});

test("the next change takes it along, once: a lost browser profile only loses what came after that", async () => {
  const { laptop, vault } = await laptopWithSource();
  await vault.noteTraffic(id, 400, october);
  await vault.commit([await sampleArrival(vault, 1)]);
  await vault.commit([await sampleArrival(vault, 2)]);
  expect(vault.catalogue.traffic()).toEqual([{ sourceId: id, month: "2026-10", received: 400 }]);
  await vault.noteTraffic(id, 30, october);
  expect(vault.catalogue.traffic()).toEqual([{ sourceId: id, month: "2026-10", received: 430 }]);
  await vault.close();
  const again = await laptop.open();
  expect(again.catalogue.traffic()).toEqual([{ sourceId: id, month: "2026-10", received: 430 }]);
  await again.close();
  laptop.profile = new IDBFactory();
  expect((await laptop.open()).catalogue.traffic()).toEqual([{ sourceId: id, month: "2026-10", received: 400 }]);
});

test("a power cut after the journal has it and before the working copy knows counts it once", async () => {
  const { laptop, vault } = await laptopWithSource();
  await vault.noteTraffic(id, 400, october);
  await vault.close();
  const before = await copyOf(laptop.profile);
  const second = await laptop.open();
  await second.commit([await sampleArrival(second, 1)]);
  await second.close();
  laptop.profile = before;
  expect((await laptop.open()).catalogue.traffic()).toEqual([{ sourceId: id, month: "2026-10", received: 400 }]);
});

test("when to get is kept for the whole library, and taking a choice back brings the former one", async () => {
  const { laptop, vault } = await laptopWithSource();
  expect(vault.catalogue.gettingRules()).toEqual({ mode: "ask", onMeteredLink: false });
  const rules = { mode: "every-6-hours", onMeteredLink: true } as const;
  await vault.commit([{ kind: "getting-rules-changed", rules }]);
  await vault.close();
  const again = await laptop.open();
  expect(again.catalogue.gettingRules()).toEqual(rules);
  await again.close();
  laptop.profile = new IDBFactory();
  expect((await laptop.open()).catalogue.gettingRules()).toEqual(rules);
});

test("the report is about this month and last, the dearest source first, removed ones in one line", () => {
  const gone = brandId<SourceId>("9".repeat(32));
  const goneToo = brandId<SourceId>("8".repeat(32));
  const counts = [
    { sourceId: gone, month: "2026-11", received: 5 },
    { sourceId: goneToo, month: "2026-10", received: 7 },
    { sourceId: null, month: "2026-11", received: 90 },
    { sourceId: id, month: "2026-11", received: 1_000 },
    { sourceId: id, month: "2026-10", received: 2_000 },
    { sourceId: id, month: "2026-09", received: 4_000 },
  ];
  const report = trafficReport(counts, { sources: [sampleSource], timeZone: "Africa/Lubumbashi", now: november });
  expect(report).toEqual({
    thisMonth: 1_095,
    lastMonth: 2_007,
    sources: [
      { sourceId: id, name: sampleSource.name, thisMonth: 1_000, lastMonth: 2_000 },
      { sourceId: null, name: null, thisMonth: 90, lastMonth: 0 },
      { sourceId: gone, name: null, thisMonth: 5, lastMonth: 7 },
    ],
  });
});

/** The profile as it is now, for a power cut that comes later. */
async function copyOf(profile: IDBFactory): Promise<IDBFactory> {
  const copy = new IDBFactory();
  for (const { name = "", version = 1 } of await profile.databases()) {
    const from = await opened(profile.open(name));
    const stores = [...from.objectStoreNames];
    const request = copy.open(name, version);
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store);
    };
    const to = await opened(request);
    for (const store of stores) {
      const reading = from.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([opened(reading.getAllKeys()), opened(reading.getAll())]);
      const writing = to.transaction(store, "readwrite").objectStore(store);
      await Promise.all(keys.map((key, place) => opened(writing.put(values[place], key))));
    }
    from.close();
    to.close();
  }
  return copy;
}

function opened<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
