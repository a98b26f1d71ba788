import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import { mebibyte } from "../model/measure.ts";
import { areEqualBytes, joinBytes, sha256, viewOf } from "./crypto/byte-arrays.ts";
import { lookAtFrame } from "./journal/entry-format.ts";
import { sampleArrival, sampleHead, sampleId } from "./journal/sample-changes.suite.ts";
import { listedIds, SampleLaptop, sampleGeneration, seededRandom } from "./journal/sample-vault.suite.ts";
import { changeFormat } from "./journal/upcasters.ts";

const briefings = 24;

afterEach(() => {
  vi.restoreAllMocks();
});

/** A journal too long to be read at once, and a browser profile that was deleted. */
async function laptopWithLongJournal() {
  const laptop = new SampleLaptop();
  const vault = await laptop.open();
  const random = seededRandom(9);
  const letters = Array.from({ length: 130_000 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join("");
  for (let number = 1; number <= briefings; number++) {
    await vault.commit([await sampleArrival(vault, number, { text: letters.slice(number) })]);
  }
  expect(vault.journalBytes).toBeGreaterThan(1.5 * mebibyte);
  await vault.close();
  laptop.profile = new IDBFactory();
  return laptop;
}

test("a long journal is readable from its first part on, with progress, and takes changes when it is through", async () => {
  const laptop = await laptopWithLongJournal();
  const { result, statuses } = await laptop.tryOpen();
  if (!result.ok) throw new Error("not opened");
  const vault = result.value;
  expect(vault.catalogue.isComplete).toBe(false);
  expect(vault.catalogue.counts().all).toBeNull();
  expect(listedIds(vault).length).toBeGreaterThan(0);
  expect((await vault.readRevision(sampleId(1), null))?.title).toBe(sampleHead(1).title);
  const marked = vault.commit([{ kind: "read-set", ids: [sampleId(briefings)], read: true }]);
  await vault.catalogue.whenComplete;
  expect(listedIds(vault)).toHaveLength(briefings);
  expect(await marked).toMatchObject({ ok: true });
  expect(vault.catalogue.state(sampleId(briefings)).read).toBe(true);
  const steps = statuses.flatMap((status) => (status.at === "rebuilding" ? [status.done / status.total] : []));
  expect(steps[0]).toBe(0);
  expect(steps.at(-1)).toBe(1);
  expect(steps.length).toBeGreaterThan(2);
  expect(statuses.at(-1)).toEqual({ at: "ready" });
});

test("words of a newer version, met far into the journal, close the library and change nothing", async () => {
  const laptop = await laptopWithLongJournal();
  const journal = laptop.journal();
  const lastAt = offsetOfLast(journal);
  const body = journal.slice(lastAt, -32);
  viewOf(body).setUint16(6, changeFormat + 1);
  const newer = joinBytes([journal.slice(0, lastAt), body, await sha256(body)]);
  laptop.machine.disk.replaceJournal(sampleGeneration, newer);
  const { statuses } = await laptop.tryOpen();
  await expect.poll(() => statuses.at(-1)).toEqual({ at: "closed", why: { kind: "newer-library" } });
  expect(areEqualBytes(laptop.journal(), newer)).toBe(true);
});

test("when the browser has no room for the whole copy, everything is there all the same", async () => {
  const laptop = await laptopWithLongJournal();
  failPutsAfter(8);
  const vault = await laptop.open();
  expect(listedIds(vault)).toHaveLength(briefings);
  expect(vault.told.log.map(({ event }) => event)).toContain("working-copy-lost");
  expect((await vault.readRevision(sampleId(20), null))?.title).toBe(sampleHead(20).title);
  await expect.poll(() => vault.status).toEqual({ at: "ready" });
});

test("when the browser's database fails after the journal has a change, the change is kept", async () => {
  const laptop = new SampleLaptop();
  const vault = await laptop.open();
  await vault.commit([await sampleArrival(vault, 1)]);
  const failing = failPutsAfter(0);
  expect(await vault.commit([await sampleArrival(vault, 2)])).toMatchObject({ ok: true });
  expect(listedIds(vault)).toEqual([sampleId(2), sampleId(1)]);
  expect((await vault.readRevision(sampleId(2), null))?.title).toBe(sampleHead(2).title);
  await vault.close();
  failing.mockRestore();
  expect(listedIds(await laptop.open())).toEqual([sampleId(2), sampleId(1)]);
});

test("a disk that fills up while the copy is made leaves the copy unfinished and the library readable", async () => {
  const laptop = await laptopWithLongJournal();
  const { result } = await laptop.tryOpen();
  if (!result.ok) throw new Error("not opened");
  laptop.machine.freeBytes = 30 * mebibyte;
  await result.value.catalogue.whenComplete;
  expect(listedIds(result.value)).toHaveLength(briefings);
  await result.value.close();
  laptop.machine.freeBytes = 500 * mebibyte;
  const again = await laptop.open();
  expect(again.told.statuses.map(({ at }) => at)).toContain("rebuilding");
  expect(listedIds(again)).toHaveLength(briefings);
});

function offsetOfLast(journal: Uint8Array): number {
  let last = 0;
  for (let at = 0; at < journal.length; ) {
    const look = lookAtFrame(journal, at);
    if (look.is !== "frame") throw new Error("not an entry");
    last = at;
    at += look.frame.bytes.length;
  }
  return last;
}

function failPutsAfter(puts: number) {
  const put = IDBObjectStore.prototype.put;
  let count = 0;
  return vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...args) {
    if (++count > puts) throw new DOMException("no room", "QuotaExceededError");
    return put.apply(this, args);
  });
}
