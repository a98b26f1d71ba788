import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { sampleArrival, sampleContent, sampleId, sampleSource } from "./journal/sample-changes.suite.ts";
import { listedIds, SampleLaptop, sampleGeneration } from "./journal/sample-vault.suite.ts";
import { expectBothThere, laptopWithTwo } from "./journal/two-briefings.suite.ts";

test("after a restart everything is there again, out of the working copy", async () => {
  const laptop = await laptopWithTwo();
  const vault = await expectBothThere(laptop);
  expect(vault.told.statuses).toEqual([{ at: "opening" }, { at: "ready" }]);
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
  await expect.poll(() => laptop.databaseNames()).toHaveLength(1);
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
  const ofAnotherSchema = name.replace(/-s\d+-/, "-s9-");
  (await openRaw(laptop.profile, ofAnotherSchema)).close();
  const vault = await expectBothThere(laptop);
  await vault.close();
  await expect.poll(() => laptop.databaseNames()).toEqual([name]);
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
