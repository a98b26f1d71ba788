import { expect, test } from "vitest";
import { mebibyte } from "../model/measure.ts";
import { sampleArrival, sampleId } from "./journal/sample-changes.suite.ts";
import { listedIds, SampleLaptop } from "./journal/sample-vault.suite.ts";
import { expectBothThere, laptopWithTwo } from "./journal/two-briefings.suite.ts";

test("a first start makes an empty library that is ready at once", async () => {
  const laptop = new SampleLaptop();
  const vault = await laptop.open();
  expect(vault.told.statuses.at(-1)).toEqual({ at: "ready" });
  expect(vault.catalogue.counts()).toEqual({
    "since-looked": 0,
    sequence: 0,
    all: 0,
    unread: 0,
    saved: 0,
    arrivals: 0,
    deleted: 0,
  });
  expect(vault.catalogue.settings().timeZone).toBe("Africa/Lubumbashi");
});

test("nothing of a briefing stands readable on the disk or in the browser's profile", async () => {
  const laptop = await laptopWithTwo();
  expect(Buffer.from(laptop.journal()).includes("landing")).toBe(false);
  const [name = ""] = await laptop.databaseNames();
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = laptop.profile.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  for (const table of db.objectStoreNames) {
    const store = db.transaction(table).objectStore(table);
    for (const request of [store.getAll(), store.getAllKeys()]) {
      const rows = await new Promise<unknown[]>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
      for (const row of rows) expect(Buffer.from(row as Uint8Array).includes("landing")).toBe(false);
    }
  }
  db.close();
});

test("a second window sees that the library is open elsewhere, and can take it", async () => {
  const laptop = await laptopWithTwo();
  const first = await laptop.open();
  const refused = await laptop.tryOpen();
  expect(refused.result).toEqual({ ok: false, failure: { kind: "open-elsewhere" } });
  expect(refused.statuses.at(-1)).toEqual({ at: "open-elsewhere" });
  const second = await laptop.open({ takeOver: true });
  expect(first.told.statuses.at(-1)).toEqual({ at: "open-elsewhere" });
  expect(await first.commit([{ kind: "read-set", ids: [sampleId(2)], read: true }])).toEqual({
    ok: false,
    failure: { kind: "open-elsewhere" },
  });
  expect(await second.commit([await sampleArrival(second, 3)])).toMatchObject({ ok: true });
  expect(listedIds(second)).toHaveLength(3);
});

test("with the disk full a change is refused, what was there stays, and the next one goes when there is room", async () => {
  const laptop = await laptopWithTwo();
  const vault = await laptop.open();
  laptop.machine.fateOf = () => ({ ends: "disk-full" });
  const refused = await vault.commit([await sampleArrival(vault, 3)]);
  expect(refused).toEqual({ ok: false, failure: { kind: "disk-full" } });
  expect(vault.status).toEqual({ at: "read-only", why: { kind: "disk-full" } });
  expect(listedIds(vault)).toEqual([sampleId(2), sampleId(1)]);
  laptop.machine.fateOf = () => ({ ends: "kept" });
  expect(await vault.commit([await sampleArrival(vault, 3)])).toMatchObject({ ok: true });
  expect(vault.status).toEqual({ at: "ready" });
  await vault.close();
  expect(listedIds(await laptop.open())).toHaveLength(3);
});

test("with little room the library opens for reading only, and says how little", async () => {
  const laptop = await laptopWithTwo();
  laptop.machine.freeBytes = 40 * mebibyte;
  const vault = await expectBothThere(laptop);
  const why = { kind: "disk-low", freeBytes: 40 * mebibyte };
  expect(vault.status).toEqual({ at: "read-only", why });
  expect(await vault.commit([{ kind: "read-set", ids: [sampleId(2)], read: true }])).toEqual({
    ok: false,
    failure: why,
  });
  laptop.machine.freeBytes = 900 * mebibyte;
  await vault.recheckDisk();
  expect(vault.status).toEqual({ at: "ready" });
});

test("with almost no room the browser's database isn't touched and everything is read from the journal", async () => {
  const laptop = await laptopWithTwo();
  laptop.machine.freeBytes = 8 * mebibyte;
  laptop.profile.open = () => {
    throw new Error("the database was opened");
  };
  const vault = await expectBothThere(laptop);
  expect(vault.status.at).toBe("read-only");
});

test("a header slot that is damaged, or torn in a power cut, leaves the library open by the other one", async () => {
  for (const slot of [0, 1] as const) {
    const laptop = await laptopWithTwo();
    const header = laptop.machine.disk.headers[slot];
    laptop.machine.disk.headers[slot] = header?.subarray(0, header.length - 9) ?? null;
    await expectBothThere(laptop);
  }
});

test("a journal without a header is never taken for a first start", async () => {
  const laptop = await laptopWithTwo();
  laptop.machine.disk.headers[0] = null;
  laptop.machine.disk.headers[1] = null;
  const before = laptop.journal();
  expect((await laptop.tryOpen()).result).toEqual({ ok: false, failure: { kind: "damaged-header" } });
  expect(laptop.machine.disk.headers).toEqual([null, null]);
  expect(laptop.journal()).toEqual(before);
});

test("a journal that went missing is a loss that is said, never an empty library in its place", async () => {
  const laptop = await laptopWithTwo();
  laptop.machine.disk.replaceJournal(1, null);
  expect((await laptop.tryOpen()).result).toEqual({
    ok: false,
    failure: { kind: "read-failed", code: "journal-missing" },
  });
  expect(laptop.machine.disk.journalLength(1)).toBeNull();
});
