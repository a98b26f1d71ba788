import { IDBFactory } from "fake-indexeddb";
import { expect, test, vi } from "vitest";
import { mebibyte } from "../model/measure.ts";
import {
  sampleArrival,
  sampleContent,
  sampleDelivery,
  sampleId,
  sampleSource,
} from "./journal/sample-changes.suite.ts";
import { listedIds, SampleLaptop, sampleGeneration } from "./journal/sample-vault.suite.ts";

const cursor = { etag: '"7"', lastModified: null, documentDigest: "d7", newestItem: 5, lastBytes: 900 };

/** A laptop with two briefings, the first of them read and the second saved. */
async function laptopWithTwo() {
  const laptop = new SampleLaptop();
  const vault = await laptop.open({ readerName: "Amani" });
  await vault.commit([
    { kind: "source-added", source: sampleSource },
    { kind: "delivery-made", delivery: sampleDelivery(0) },
    await sampleArrival(vault, 1),
    await sampleArrival(vault, 2),
    { kind: "cursor-moved", sourceId: sampleSource.id, cursor },
  ]);
  await vault.commit([{ kind: "read-set", ids: [sampleId(1)], read: true }]);
  await vault.commit([{ kind: "saved-set", ids: [sampleId(2)], saved: true }]);
  await vault.close();
  return laptop;
}

async function expectBothThere(laptop: SampleLaptop) {
  const vault = await laptop.open();
  const { catalogue } = vault;
  expect(listedIds(vault)).toEqual([sampleId(2), sampleId(1)]);
  expect(catalogue.state(sampleId(1))).toEqual({ read: true, saved: false });
  expect(catalogue.state(sampleId(2))).toEqual({ read: false, saved: true });
  expect(catalogue.sources()).toEqual([sampleSource]);
  expect(catalogue.cursor(sampleSource.id)).toEqual(cursor);
  expect(catalogue.deliveries()).toEqual([sampleDelivery(0)]);
  expect(await vault.readRevision(sampleId(1), null)).toEqual(sampleContent(1));
  expect(await vault.readRevision(sampleId(2), 1)).toEqual(sampleContent(2));
  expect(await vault.readRevisions([sampleId(2), sampleId(9), sampleId(1)])).toEqual([
    sampleContent(2),
    null,
    sampleContent(1),
  ]);
  return vault;
}

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

test("after a restart everything is there again, out of the working copy", async () => {
  const laptop = await laptopWithTwo();
  const vault = await expectBothThere(laptop);
  expect(vault.told.statuses).toEqual([{ at: "opening" }, { at: "ready" }]);
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

test("a deleted browser profile costs a replay, nothing else", async () => {
  const laptop = await laptopWithTwo();
  laptop.profile = new IDBFactory();
  const vault = await expectBothThere(laptop);
  expect(vault.told.statuses.map(({ at }) => at)).toContain("rebuilding");
  await vault.close();
  const again = await expectBothThere(laptop);
  expect(again.told.statuses.map(({ at }) => at)).not.toContain("rebuilding");
});

test("a working copy that is behind is brought up from the journal", async () => {
  const laptop = await laptopWithTwo();
  const behind = laptop.profile;
  laptop.profile = new IDBFactory();
  const elsewhere = await laptop.open();
  await elsewhere.commit([await sampleArrival(elsewhere, 3)]);
  await elsewhere.close();
  laptop.profile = behind;
  const vault = await laptop.open();
  expect(listedIds(vault)).toEqual([sampleId(3), sampleId(2), sampleId(1)]);
  expect(vault.told.statuses.map(({ at }) => at)).not.toContain("rebuilding");
  expect(await vault.readRevision(sampleId(3), null)).toEqual(sampleContent(3));
});

test("a working copy that is ahead of a restored journal is made anew", async () => {
  const laptop = await laptopWithTwo();
  const backup = laptop.journal();
  const later = await laptop.open();
  await later.commit([await sampleArrival(later, 3)]);
  await later.close();
  laptop.machine.disk.replaceJournal(sampleGeneration, backup);
  const vault = await expectBothThere(laptop);
  expect(vault.told.statuses.map(({ at }) => at)).toContain("rebuilding");
});

test("a working copy of another branch is made anew, though both branches are equally long", async () => {
  const laptop = await laptopWithTwo();
  const backup = laptop.journal();
  const branch = await laptop.open();
  await branch.commit([await sampleArrival(branch, 3)]);
  await branch.close();
  laptop.machine.disk.replaceJournal(sampleGeneration, backup);
  const ofBranch = laptop.profile;
  laptop.profile = new IDBFactory();
  const other = await laptop.open();
  await other.commit([await sampleArrival(other, 4)]);
  await other.close();
  laptop.profile = ofBranch;
  const vault = await laptop.open();
  expect(listedIds(vault)).toEqual([sampleId(4), sampleId(2), sampleId(1)]);
  await vault.close();
  await vi.waitFor(async () => expect(await laptop.databaseNames()).toHaveLength(1));
});

test.each(["meta", "blocks"])("damage in the working copy's %s means a new one from the journal", async (table) => {
  const laptop = await laptopWithTwo();
  const [name = ""] = await laptop.databaseNames();
  await spoilRows(laptop.profile, name, table);
  await expectBothThere(laptop);
});

test("a body that is damaged or gone in the working copy is read from the journal", async () => {
  const laptop = await laptopWithTwo();
  const [name = ""] = await laptop.databaseNames();
  await spoilRows(laptop.profile, name, "bodies");
  const vault = await expectBothThere(laptop);
  expect(vault.told.statuses.map(({ at }) => at)).not.toContain("rebuilding");
});

test("a working copy of another schema is never opened, and is deleted", async () => {
  const laptop = await laptopWithTwo();
  const [name = ""] = await laptop.databaseNames();
  const ofAnotherSchema = name.replace("-s1-", "-s9-");
  (await openRaw(laptop.profile, ofAnotherSchema)).close();
  const vault = await expectBothThere(laptop);
  await vault.close();
  await vi.waitFor(async () => expect(await laptop.databaseNames()).toEqual([name]));
});

test("a browser without a working database is no hindrance: the library goes on from the journal", async () => {
  const laptop = await laptopWithTwo();
  const refusing = new IDBFactory();
  refusing.open = () => {
    throw new DOMException("no room", "QuotaExceededError");
  };
  laptop.profile = refusing;
  const vault = await expectBothThere(laptop);
  expect(await vault.commit([await sampleArrival(vault, 3)])).toMatchObject({ ok: true });
  expect(await vault.readRevision(sampleId(3), null)).toEqual(sampleContent(3));
  expect(vault.status).toEqual({ at: "ready" });
});

test("a database deleted under the open library is no loss", async () => {
  const laptop = await laptopWithTwo();
  const vault = await laptop.open();
  const [name = ""] = await laptop.databaseNames();
  await new Promise<void>((resolve) => {
    laptop.profile.deleteDatabase(name).onsuccess = () => resolve();
  });
  expect(await vault.readRevision(sampleId(1), null)).toEqual(sampleContent(1));
  expect(await vault.commit([await sampleArrival(vault, 3)])).toMatchObject({ ok: true });
  await vault.close();
  const again = await laptop.open();
  expect(listedIds(again)).toEqual([sampleId(3), sampleId(2), sampleId(1)]);
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

test("a library without this computer's key opens by its recovery code, and by itself from then on", async () => {
  const laptop = new SampleLaptop();
  const first = await laptop.open();
  const code = await first.getRecoveryCode();
  await first.commit([await sampleArrival(first, 1)]);
  await first.close();
  laptop.machine.disk.hostKey = null;
  const locked = await laptop.tryOpen();
  expect(locked.result).toEqual({ ok: false, failure: { kind: "key-missing" } });
  expect(locked.statuses.at(-1)).toEqual({ at: "locked" });
  const wrong = await laptop.tryOpen({ recoveryCode: "0000-0000-0000-0000-0000-0000-0000" });
  expect(wrong.result).toEqual({ ok: false, failure: { kind: "wrong-recovery-code" } });
  // The screen with the typed code stays.
  expect(wrong.statuses).toEqual([{ at: "locked" }]);
  const typed = (code ?? "").toLowerCase().replaceAll("-", " ").replaceAll("0", "o");
  const unlocked = await laptop.open({ recoveryCode: typed });
  expect(listedIds(unlocked)).toEqual([sampleId(1)]);
  await unlocked.close();
  expect(listedIds(await laptop.open())).toEqual([sampleId(1)]);
});

test("a recovery code that can't be used because the disk is full needn't be typed again", async () => {
  const laptop = new SampleLaptop();
  const first = await laptop.open();
  const code = (await first.getRecoveryCode()) ?? "";
  await first.close();
  laptop.machine.disk.hostKey = null;
  laptop.machine.freeBytes = 40 * mebibyte;
  const tried = await laptop.tryOpen({ recoveryCode: code });
  expect(tried.result).toMatchObject({ ok: false, failure: { kind: "disk-low" } });
  expect(tried.statuses).toEqual([{ at: "locked" }]);
});

test("the recovery code can be shown until it is written down", async () => {
  const laptop = new SampleLaptop();
  const vault = await laptop.open();
  const code = await vault.getRecoveryCode();
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  await vault.close();
  const again = await laptop.open();
  expect(await again.getRecoveryCode()).toBe(code);
  expect(await again.confirmRecoveryCodeWritten()).toMatchObject({ ok: true });
  await again.close();
  const later = await laptop.open();
  expect(later.recoveryCodeWrittenDown).toBe(true);
  expect(await later.getRecoveryCode()).toBeNull();
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

test("when an older block is damaged after the first page is shown, the library is read anew from the journal", async () => {
  const laptop = new SampleLaptop();
  const first = await laptop.open();
  const arrivals = await Promise.all(Array.from({ length: 600 }, (_, number) => sampleArrival(first, number)));
  await first.commit(arrivals);
  await first.close();
  const [name = ""] = await laptop.databaseNames();
  const { result, statuses } = await laptop.tryOpen();
  if (!result.ok) throw new Error("not opened");
  expect(result.value.catalogue.isComplete).toBe(false);
  expect(listedIds(result.value)[0]).toBe(sampleId(599));
  expect(result.value.catalogue.counts().all).toBeNull();
  await result.value.catalogue.whenComplete;
  expect(statuses.map(({ at }) => at)).not.toContain("rebuilding");
  await result.value.close();
  await spoilOldestBlock(laptop, name);
  const again = await laptop.open();
  expect(listedIds(again)).toHaveLength(600);
  expect(again.told.statuses.map(({ at }) => at)).toContain("rebuilding");
});

test("what was checked when is remembered without a write to the journal", async () => {
  const laptop = await laptopWithTwo();
  const vault = await laptop.open();
  const { journalBytes } = vault;
  await vault.noteChecked(sampleSource.id, 12_345);
  expect(vault.catalogue.lastCheckedAt(sampleSource.id)).toBe(12_345);
  expect(vault.journalBytes).toBe(journalBytes);
  await vault.close();
  expect((await laptop.open()).catalogue.lastCheckedAt(sampleSource.id)).toBe(12_345);
});

test("buffers of the search index are kept with the working copy and go with it", async () => {
  const laptop = await laptopWithTwo();
  const vault = await laptop.open();
  await vault.buffers.write(new Map([["segment 1", new Uint8Array([1, 2, 3])]]));
  await vault.close();
  const again = await laptop.open();
  expect(await again.buffers.read("segment 1")).toEqual(new Uint8Array([1, 2, 3]));
  expect(await again.buffers.read("segment 2")).toBeNull();
  await again.close();
  laptop.profile = new IDBFactory();
  expect(await (await laptop.open()).buffers.read("segment 1")).toBeNull();
});

function openRaw(profile: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve) => {
    const request = profile.open(name);
    request.onsuccess = () => resolve(request.result);
  });
}

/** Flips one bit in each row of a table. */
async function spoilRows(profile: IDBFactory, name: string, table: string, onlyNumber: number | null = null) {
  const db = await openRaw(profile, name);
  await new Promise<void>((resolve) => {
    const transaction = db.transaction(table, "readwrite");
    let number = 0;
    const request = transaction.objectStore(table).openCursor();
    request.onsuccess = () => {
      const { result: row } = request;
      if (row === null) return;
      if (onlyNumber === null || number === onlyNumber) {
        const bytes = (row.value as Uint8Array).slice();
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        row.update(bytes);
      }
      number++;
      row.continue();
    };
    transaction.oncomplete = () => resolve();
  });
  db.close();
}

/** Which row holds the oldest block can't be seen from outside, so the largest one but the newest is searched by trial. */
async function spoilOldestBlock(laptop: SampleLaptop, name: string) {
  const db = await openRaw(laptop.profile, name);
  const sizes = await new Promise<number[]>((resolve) => {
    const request = db.transaction("blocks").objectStore("blocks").getAll();
    request.onsuccess = () => resolve((request.result as Uint8Array[]).map(({ length }) => length));
  });
  db.close();
  // 600 briefings make blocks of 256, 256 and 88: the shortest heads row is the oldest block's.
  const heads = sizes.map((size, number) => ({ size, number })).filter(({ size }) => size > 10_000);
  const [oldest] = heads.sort((left, right) => left.size - right.size);
  await spoilRows(laptop.profile, name, "blocks", oldest?.number ?? 0);
}
