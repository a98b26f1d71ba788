import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { dayMs } from "../../model/time.ts";
import { sampleArrival } from "../journal/sample-changes.suite.ts";
import { undoableActions } from "../undo.ts";
import { FilesTestbed, fileOf, one, two } from "./files-testbed.suite.ts";

let bed: FilesTestbed;
beforeEach(async () => {
  bed = await FilesTestbed.set();
});

describe("a kept file", () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 2_500_000])("of %i bytes is read back as it came", async (length) => {
    const file = fileOf(length);
    const [kept] = await bed.keep(one, file);
    expect(kept).toMatchObject({ bytes: length, name: "landing.bin", width: null });
    await bed.reopen();
    await bed.expectWhole(one, kept, file.bytes);
  });

  test("tells how far its reading is, and stops when it is told to", async () => {
    const [kept] = await bed.keep(one, fileOf(3_000_000));
    if (kept === undefined) throw new Error("nothing was kept");
    const told: number[] = [];
    const stopping = new AbortController();
    const asked = { briefingId: one, attachmentId: kept.id };
    await bed.attachments().read(asked, { onProgress: ({ done }) => told.push(done) });
    expect(told.at(-1)).toBe(3_000_000);
    expect(told.length).toBeGreaterThan(2);
    const stopped = await bed.attachments().read(asked, {
      signal: stopping.signal,
      onProgress: () => stopping.abort(),
    });
    expect(stopped).toEqual({ ok: false, failure: { kind: "cancelled" } });
  });

  test("lies on the disk under a name and in bytes that tell nothing of it", async () => {
    const words = new TextEncoder().encode("The ferry timetable of landing seven. ".repeat(50));
    await bed.keep(one, fileOf(0, { bytes: words, name: "timetable.txt" }));
    const [name] = bed.laptop.machine.disk.blobNames();
    if (name === undefined) throw new Error("no blob");
    const lying = Buffer.from(bed.laptop.machine.disk.readBlob(name, 0, 9_999) ?? []);
    expect(lying.includes("timetable")).toBe(false);
    expect(name).toMatch(/^[0-9a-f]{32}$/);
  });

  test("is what its content says, not its name or its sender", async () => {
    const gif = new TextEncoder().encode("GIF89a\u0002\u0000\u0003\u0000……");
    const [picture, message] = await bed.keep(
      one,
      fileOf(0, { bytes: gif, name: "report.pdf", mediaType: "application/pdf" }),
      fileOf(0, { bytes: new TextEncoder().encode("Subject: roads\n"), mediaType: "message/rfc822" }),
    );
    expect(picture).toMatchObject({ mediaType: "image/gif", width: 2, height: 3 });
    expect(message).toMatchObject({ mediaType: "message/rfc822", width: null });
  });

  test("that comes again, for this or another briefing, is kept once", async () => {
    const [first] = await bed.keep(one, fileOf(100));
    const [again] = await bed.keep(two, fileOf(100, { name: "copy.bin" }));
    expect(await bed.sealed(one, [fileOf(100)])).toEqual({ ok: true, value: [] });
    expect(again?.id).toBe(first?.id);
    expect(again?.blob).toBe(first?.blob);
    expect(bed.blobCount()).toBe(1);
    expect(bed.vault.catalogue.kept()).toHaveLength(1);
  });

  test("isn't had through a briefing that doesn't name it", async () => {
    const [kept] = await bed.keep(one, fileOf(100));
    expect(await bed.read(two, kept)).toEqual({ ok: false, failure: { kind: "not-here" } });
  });

  test("stays with its briefing when a new revision of it arrives", async () => {
    const [kept] = await bed.keep(one, fileOf(100));
    await bed.vault.commit([await sampleArrival(bed.vault, 1, { head: { revision: 2 } })]);
    expect(bed.vault.catalogue.head(one)?.kept).toEqual([kept]);
  });
});

describe("a damaged blob", () => {
  test.each([
    ["a byte in its second chunk is changed", 70_000, "flipped"],
    ["its last chunk is cut off at the chunk's start", 131_148, "cut"],
    ["it is cut inside a chunk", 100_000, "cut"],
    ["it is empty", 0, "cut"],
  ] as const)("is named and gives nothing of itself when %s", async (_what, at, how) => {
    const [kept] = await bed.keep(one, fileOf(150_000));
    if (kept === undefined) throw new Error("nothing was kept");
    bed.laptop.machine.disk.damageBlob(kept.blob, at, how);
    expect(await bed.read(one, kept)).toEqual({
      ok: false,
      failure: { kind: "attachment-damaged", name: "landing.bin" },
    });
  });

  test("that is gone, or is another file's, is named too", async () => {
    const [kept, other] = await bed.keep(one, fileOf(100), fileOf(101));
    if (kept === undefined || other === undefined) throw new Error("nothing was kept");
    const damaged = { ok: false, failure: { kind: "attachment-damaged", name: "landing.bin" } };
    const { disk } = bed.laptop.machine;
    const swapped = disk.readBlob(other.blob, 0, 9_999) ?? new Uint8Array();
    disk.deleteBlob(kept.blob);
    expect(await bed.read(one, kept)).toEqual(damaged);
    disk.appendBlob(kept.blob, swapped, bed.laptop.now);
    expect(await bed.read(one, kept)).toEqual(damaged);
  });

  test("is made good by the same file coming again", async () => {
    const file = fileOf(100_000);
    const [kept] = await bed.keep(one, file);
    if (kept === undefined) throw new Error("nothing was kept");
    bed.laptop.machine.disk.damageBlob(kept.blob, 5_000, "flipped");
    const [again] = await bed.keep(one, file);
    expect(again?.blob).not.toBe(kept.blob);
    expect(bed.vault.catalogue.head(one)?.kept).toHaveLength(1);
    await bed.expectWhole(one, kept, file.bytes);
  });
});

describe("what nothing names", () => {
  test("an attachment that was removed can be had back, and its blob goes only at a start a day later", async () => {
    const [kept] = await bed.keep(one, fileOf(100));
    if (kept === undefined) throw new Error("nothing was kept");
    bed.laptop.now += 2 * dayMs;
    await bed.reopen();
    const actions = undoableActions(bed.vault, bed.laptop.surroundings());
    const removal = { kind: "attachment-removed", briefingId: one, attachmentId: kept.id } as const;
    const removed = await actions.run([removal]);
    expect(await bed.read(one, kept)).toMatchObject({ failure: { kind: "not-here" } });
    if (removed.ok) await actions.undo(removed.value.undo);
    expect(await bed.read(one, kept)).toMatchObject({ ok: true });
    await actions.run([removal]);
    expect(bed.blobCount()).toBe(1);
    await bed.reopen();
    await expect.poll(bed.blobCount).toBe(0);
  });

  test("a blob is left alone while it is younger than a day", async () => {
    await bed.sealed(one, [fileOf(100)]);
    bed.laptop.now += dayMs - 1;
    await bed.reopen();
    expect(bed.blobCount()).toBe(1);
    bed.laptop.now += 1;
    await bed.reopen();
    await expect.poll(bed.blobCount).toBe(0);
  });

  test("a blob that another briefing names stays, also while that one is deleted", async () => {
    const [kept] = await bed.keep(one, fileOf(100));
    await bed.keep(two, fileOf(100));
    if (kept === undefined) throw new Error("nothing was kept");
    await bed.vault.commit([
      { kind: "attachment-removed", briefingId: one, attachmentId: kept.id },
      { kind: "briefings-deleted", ids: [two] },
    ]);
    bed.laptop.now += 2 * dayMs;
    await bed.reopen();
    await bed.vault.commit([{ kind: "briefings-restored", ids: [two] }]);
    expect(await bed.read(two, kept)).toMatchObject({ ok: true });
  });

  test("nothing is swept from a library whose journal is damaged: what named it may be lost", async () => {
    await bed.keep(one, fileOf(100));
    const at = bed.laptop.journal().length - 60;
    await bed.vault.commit([{ kind: "read-set", ids: [two], read: true }]);
    const journal = bed.laptop.journal();
    journal[at] = ~(journal[at] ?? 0);
    bed.laptop.machine.disk.replaceJournal(1, journal);
    bed.laptop.profile = new IDBFactory();
    bed.laptop.now += 2 * dayMs;
    await bed.reopen();
    expect(bed.vault.damage).toHaveLength(1);
    expect(bed.vault.catalogue.kept()).toEqual([]);
    expect(bed.blobCount()).toBe(1);
  });

  test("a blob in a form that this version doesn't know is left alone", async () => {
    await bed.sealed(one, [fileOf(100)]);
    const [name] = bed.laptop.machine.disk.blobNames();
    if (name === undefined) throw new Error("no blob");
    bed.laptop.machine.disk.damageBlob(name, 5, "flipped");
    bed.laptop.now += 2 * dayMs;
    await bed.reopen();
    expect(bed.blobCount()).toBe(1);
  });
});
