import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { dayMs } from "../../model/time.ts";
import { joinBytes, sha256, viewOf } from "../crypto/byte-arrays.ts";
import { lookAtFrame } from "./entry-format.ts";
import { sampleArrival, sampleContent, sampleId } from "./sample-changes.suite.ts";
import { listedIds, SampleLaptop, sampleGeneration } from "./sample-vault.suite.ts";

/** One briefing an entry, numbered from 1 as the sequences are. */
async function laptopWithEntries(count: number) {
  const laptop = new SampleLaptop();
  const vault = await laptop.open();
  for (let number = 1; number <= count; number++) await vault.commit([await sampleArrival(vault, number)]);
  await vault.close();
  return laptop;
}

function entriesOf(journal: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < journal.length; at += entries.at(-1)?.length ?? 0) {
    const look = lookAtFrame(journal, at);
    if (look.is !== "frame") throw new Error("not an entry");
    entries.push(look.frame.bytes);
  }
  return entries;
}

function replaceEntries(laptop: SampleLaptop, entries: readonly Uint8Array[]) {
  laptop.machine.disk.replaceJournal(sampleGeneration, joinBytes(entries));
}

function withoutProfile(laptop: SampleLaptop): SampleLaptop {
  laptop.profile = new IDBFactory();
  return laptop;
}

function spoil(entry: Uint8Array | undefined, at: number): Uint8Array {
  const spoilt = entry?.slice() ?? new Uint8Array();
  spoilt[at] = (spoilt[at] ?? 0) ^ 1;
  return spoilt;
}

/** As a newer version would write it; its hash fits again. */
async function asNewer(entry: Uint8Array | undefined, formatAt: 4 | 6): Promise<Uint8Array> {
  const body = (entry ?? new Uint8Array()).slice(0, -32);
  viewOf(body).setUint16(formatAt, 9);
  return joinBytes([body, await sha256(body)]);
}

test.each([0, 5, 14, 20, 40, 100, -1])(
  "an entry rotten at byte %i is named and everything else stays readable",
  async (at) => {
    const laptop = await laptopWithEntries(5);
    const entries = entriesOf(laptop.journal());
    const rotten = entries[2] ?? new Uint8Array();
    replaceEntries(laptop, entries.with(2, spoil(rotten, at < 0 ? rotten.length + at : at)));
    const before = laptop.journal();
    const vault = await withoutProfile(laptop).open();
    expect(listedIds(vault)).toEqual([5, 4, 2, 1].map((number) => sampleId(number)));
    expect(vault.damage).toEqual([{ sequence: 3, bytes: rotten.length, titles: [] }]);
    expect(vault.told.log).toContainEqual({ event: "entry-damaged", sequence: 3 });
    expect(laptop.journal()).toEqual(before);
    await vault.commit([await sampleArrival(vault, 6)]);
    await vault.close();
    const later = await laptop.open();
    expect(listedIds(later)).toHaveLength(5);
    expect(later.damage).toHaveLength(1);
  },
);

test("entries that are missing in the middle are named", async () => {
  const laptop = await laptopWithEntries(6);
  const entries = entriesOf(laptop.journal());
  replaceEntries(laptop, entries.toSpliced(2, 2));
  const vault = await withoutProfile(laptop).open();
  expect(vault.damage.map(({ sequence }) => sequence)).toEqual([3, 4]);
  expect(listedIds(vault)).toEqual([6, 5, 2, 1].map((number) => sampleId(number)));
});

test("an entry copied to another place isn't applied there", async () => {
  const laptop = await laptopWithEntries(4);
  const entries = entriesOf(laptop.journal());
  replaceEntries(laptop, [...entries, entries[1] ?? new Uint8Array()]);
  const vault = await withoutProfile(laptop).open();
  expect(listedIds(vault)).toHaveLength(4);
  expect(laptop.journal()).toEqual(joinBytes(entries));
});

test("a torn tail is cut at the last valid entry, kept beside, and the library goes on from there", async () => {
  const laptop = await laptopWithEntries(3);
  const entries = entriesOf(laptop.journal());
  replaceEntries(laptop, entries.with(2, entries[2]?.slice(0, 90) ?? new Uint8Array()));
  const vault = await withoutProfile(laptop).open();
  expect(listedIds(vault)).toEqual([sampleId(2), sampleId(1)]);
  expect(vault.damage).toEqual([]);
  expect(laptop.machine.disk.tornOff).toEqual([entries[2]?.slice(0, 90)]);
  expect(vault.told.log).toContainEqual({ event: "tail-cut", bytes: 90 });
  expect(await vault.commit([await sampleArrival(vault, 4)])).toMatchObject({ ok: true });
});

test.each([
  ["entry", 4],
  ["change", 6],
] as const)("a journal with an unknown %s format at its end is left exactly as it is", async (_what, formatAt) => {
  const laptop = await laptopWithEntries(3);
  const entries = entriesOf(laptop.journal());
  replaceEntries(laptop, entries.with(2, await asNewer(entries[2], formatAt)));
  const before = laptop.journal();
  const headers = laptop.machine.disk.headers.map((header) => header?.slice());
  for (const profile of [laptop.profile, new IDBFactory()]) {
    laptop.profile = profile;
    const { result, statuses } = await laptop.tryOpen();
    expect(result).toEqual({ ok: false, failure: { kind: "newer-library" } });
    expect(statuses.at(-1)).toEqual({ at: "closed", why: { kind: "newer-library" } });
  }
  expect(laptop.journal()).toEqual(before);
  expect(laptop.machine.disk.headers).toEqual(headers);
});

test("the torn last words of a newer version aren't cut off", async () => {
  const laptop = await laptopWithEntries(3);
  const entries = entriesOf(laptop.journal());
  const torn = (await asNewer(entries[2], 4)).slice(0, 100);
  replaceEntries(laptop, entries.with(2, torn));
  const before = laptop.journal();
  expect((await laptop.tryOpen()).result).toEqual({ ok: false, failure: { kind: "newer-library" } });
  expect(laptop.journal()).toEqual(before);
});

test("an entry sealed with another key, though its hash fits, is named as damaged", async () => {
  const laptop = await laptopWithEntries(3);
  const entries = entriesOf(laptop.journal());
  const body = spoil(entries[1], 80).slice(0, -32);
  const forged = joinBytes([body, await sha256(body)]);
  replaceEntries(laptop, entries.with(1, forged));
  const vault = await withoutProfile(laptop).open();
  expect(vault.damage.map(({ sequence }) => sequence)).toEqual([2]);
  expect(listedIds(vault)).toEqual([sampleId(3), sampleId(1)]);
});

test("a week later the whole journal is read for damage, and what was lost is named by its title", async () => {
  const laptop = await laptopWithEntries(4);
  const entries = entriesOf(laptop.journal());
  replaceEntries(laptop, entries.with(1, spoil(entries[1], 90)));
  const sameWeek = await laptop.open();
  expect(sameWeek.damage).toEqual([]);
  await sameWeek.close();
  laptop.now += 8 * dayMs;
  const vault = await laptop.open();
  await vault.verifyJournal();
  expect(vault.damage).toEqual([
    { sequence: 2, bytes: entries[1]?.length, titles: ["The ferry at landing 2 runs again"] },
  ]);
  // The working copy still has it.
  expect(await vault.readRevision(sampleId(2), null)).toEqual(sampleContent(2));
  await vault.close();
  expect((await laptop.open()).damage).toHaveLength(1);
});
