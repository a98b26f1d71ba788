import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import type { KeptAttachment } from "../../model/attachment.ts";
import type { BriefingId } from "../../model/ids.ts";
import { type Result, succeed } from "../../model/result.ts";
import { dayMs } from "../../model/time.ts";
import { sampleArrival, sampleId } from "../journal/sample-changes.suite.ts";
import { SampleLaptop } from "../journal/sample-vault.suite.ts";
import type { OpenedVault } from "../opened-vault.ts";
import { undoableActions } from "../undo.ts";
import { type Attachments, createAttachments, type FileToKeep, type SealFailure } from "./attachments.ts";

let laptop: SampleLaptop;
let vault: OpenedVault;
beforeEach(async () => {
  laptop = new SampleLaptop();
  vault = await laptop.open();
  await vault.commit([await sampleArrival(vault, 1), await sampleArrival(vault, 2)]);
});

const one = sampleId<BriefingId>(1);
const two = sampleId<BriefingId>(2);
const blobCount = () => laptop.machine.disk.blobNames().length;

function fileOf(length: number, but: Partial<FileToKeep> = {}): FileToKeep {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 9)) & 0xff);
  return { name: "landing.bin", bytes, mediaType: "application/octet-stream", role: "attachment", ...but };
}

/** What a change may name of these files, once they are sealed. */
async function sealed(
  briefingId: BriefingId,
  files: readonly FileToKeep[],
  attachments: Attachments = createAttachments(vault),
): Promise<Result<readonly KeptAttachment[], SealFailure>> {
  const all: KeptAttachment[] = [];
  for (const file of files) {
    const one = await attachments.seal(file);
    if (!one.ok) return one;
    all.push(one.value);
  }
  return succeed(await attachments.lackedBy(briefingId, all));
}

async function keep(briefingId: BriefingId, ...files: FileToKeep[]): Promise<readonly KeptAttachment[]> {
  const kept = await sealed(briefingId, files);
  if (!kept.ok) throw new Error(kept.failure.kind);
  const committed = await vault.commit([{ kind: "attachments-kept", briefingId, attachments: kept.value }]);
  if (!committed.ok) throw new Error(committed.failure.kind);
  return kept.value;
}

function read(briefingId: BriefingId, kept: Pick<KeptAttachment, "id"> | undefined) {
  if (kept === undefined) throw new Error("nothing was kept");
  return createAttachments(vault).read({ briefingId, attachmentId: kept.id });
}

/** Comparing millions of bytes one by one takes the test runner a minute. */
async function expectWhole(briefingId: BriefingId, kept: KeptAttachment | undefined, bytes: Uint8Array | undefined) {
  const had = await read(briefingId, kept);
  if (!had.ok || bytes === undefined) throw new Error("not read");
  expect(Buffer.compare(had.value, bytes)).toBe(0);
}

async function reopen(): Promise<void> {
  await vault.close();
  vault = await laptop.open();
  // The sweep goes on in the background.
  for (let turns = 0; turns < 40; turns++) await new Promise((resolve) => setTimeout(resolve, 0));
}

describe("a kept file", () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 2_500_000])("of %i bytes is read back as it came", async (length) => {
    const file = fileOf(length);
    const [kept] = await keep(one, file);
    expect(kept).toMatchObject({ bytes: length, name: "landing.bin", width: null });
    await reopen();
    await expectWhole(one, kept, file.bytes);
  });

  test("tells how far its reading is, and stops when it is told to", async () => {
    const [kept] = await keep(one, fileOf(3_000_000));
    if (kept === undefined) throw new Error("nothing was kept");
    const told: number[] = [];
    const stopping = new AbortController();
    const asked = { briefingId: one, attachmentId: kept.id };
    await createAttachments(vault).read(asked, { onProgress: ({ done }) => told.push(done) });
    expect(told.at(-1)).toBe(3_000_000);
    expect(told.length).toBeGreaterThan(2);
    const stopped = await createAttachments(vault).read(asked, {
      signal: stopping.signal,
      onProgress: () => stopping.abort(),
    });
    expect(stopped).toEqual({ ok: false, failure: { kind: "cancelled" } });
  });

  test("lies on the disk under a name and in bytes that tell nothing of it", async () => {
    const words = new TextEncoder().encode("The ferry timetable of landing seven. ".repeat(50));
    await keep(one, fileOf(0, { bytes: words, name: "timetable.txt" }));
    const [name] = laptop.machine.disk.blobNames();
    if (name === undefined) throw new Error("no blob");
    const lying = Buffer.from(laptop.machine.disk.readBlob(name, 0, 9_999) ?? []);
    expect(lying.includes("timetable")).toBe(false);
    expect(name).toMatch(/^[0-9a-f]{32}$/);
  });

  test("is what its content says, not its name or its sender", async () => {
    const gif = new TextEncoder().encode("GIF89a\u0002\u0000\u0003\u0000……");
    const [picture, message] = await keep(
      one,
      fileOf(0, { bytes: gif, name: "report.pdf", mediaType: "application/pdf" }),
      fileOf(0, { bytes: new TextEncoder().encode("Subject: roads\n"), mediaType: "message/rfc822" }),
    );
    expect(picture).toMatchObject({ mediaType: "image/gif", width: 2, height: 3 });
    expect(message).toMatchObject({ mediaType: "message/rfc822", width: null });
  });

  test("that comes again, for this or another briefing, is kept once", async () => {
    const [first] = await keep(one, fileOf(100));
    const [again] = await keep(two, fileOf(100, { name: "copy.bin" }));
    expect(await sealed(one, [fileOf(100)])).toEqual({ ok: true, value: [] });
    expect(again?.id).toBe(first?.id);
    expect(again?.blob).toBe(first?.blob);
    expect(blobCount()).toBe(1);
    expect(vault.catalogue.kept()).toHaveLength(1);
  });

  test("isn't had through a briefing that doesn't name it", async () => {
    const [kept] = await keep(one, fileOf(100));
    expect(await read(two, kept)).toEqual({ ok: false, failure: { kind: "not-here" } });
  });

  test("stays with its briefing when a new revision of it arrives", async () => {
    const [kept] = await keep(one, fileOf(100));
    await vault.commit([await sampleArrival(vault, 1, { head: { revision: 2 } })]);
    expect(vault.catalogue.head(one)?.kept).toEqual([kept]);
  });
});

describe("a damaged blob", () => {
  test.each([
    ["a byte in its second chunk is changed", 70_000, "flipped"],
    ["its last chunk is cut off at the chunk's start", 131_148, "cut"],
    ["it is cut inside a chunk", 100_000, "cut"],
    ["it is empty", 0, "cut"],
  ] as const)("is named and gives nothing of itself when %s", async (_what, at, how) => {
    const [kept] = await keep(one, fileOf(150_000));
    if (kept === undefined) throw new Error("nothing was kept");
    laptop.machine.disk.damageBlob(kept.blob, at, how);
    expect(await read(one, kept)).toEqual({ ok: false, failure: { kind: "attachment-damaged", name: "landing.bin" } });
  });

  test("that is gone, or is another file's, is named too", async () => {
    const [kept, other] = await keep(one, fileOf(100), fileOf(101));
    if (kept === undefined || other === undefined) throw new Error("nothing was kept");
    const damaged = { ok: false, failure: { kind: "attachment-damaged", name: "landing.bin" } };
    const { disk } = laptop.machine;
    const swapped = disk.readBlob(other.blob, 0, 9_999) ?? new Uint8Array();
    disk.deleteBlob(kept.blob);
    expect(await read(one, kept)).toEqual(damaged);
    disk.appendBlob(kept.blob, swapped, laptop.now);
    expect(await read(one, kept)).toEqual(damaged);
  });

  test("is made good by the same file coming again", async () => {
    const file = fileOf(100_000);
    const [kept] = await keep(one, file);
    if (kept === undefined) throw new Error("nothing was kept");
    laptop.machine.disk.damageBlob(kept.blob, 5_000, "flipped");
    const [again] = await keep(one, file);
    expect(again?.blob).not.toBe(kept.blob);
    expect(vault.catalogue.head(one)?.kept).toHaveLength(1);
    await expectWhole(one, kept, file.bytes);
  });
});

describe("what nothing names", () => {
  test("an attachment that was removed can be had back, and its blob goes only at a start a day later", async () => {
    const [kept] = await keep(one, fileOf(100));
    if (kept === undefined) throw new Error("nothing was kept");
    laptop.now += 2 * dayMs;
    await reopen();
    const actions = undoableActions(vault, laptop.surroundings());
    const removal = { kind: "attachment-removed", briefingId: one, attachmentId: kept.id } as const;
    const removed = await actions.run([removal]);
    expect(await read(one, kept)).toMatchObject({ failure: { kind: "not-here" } });
    if (removed.ok) await actions.undo(removed.value.undo);
    expect(await read(one, kept)).toMatchObject({ ok: true });
    await actions.run([removal]);
    expect(blobCount()).toBe(1);
    await reopen();
    await expect.poll(blobCount).toBe(0);
  });

  test("a blob is left alone while it is younger than a day", async () => {
    await sealed(one, [fileOf(100)]);
    laptop.now += dayMs - 1;
    await reopen();
    expect(blobCount()).toBe(1);
    laptop.now += 1;
    await reopen();
    await expect.poll(blobCount).toBe(0);
  });

  test("a blob that another briefing names stays, also while that one is deleted", async () => {
    const [kept] = await keep(one, fileOf(100));
    await keep(two, fileOf(100));
    if (kept === undefined) throw new Error("nothing was kept");
    await vault.commit([
      { kind: "attachment-removed", briefingId: one, attachmentId: kept.id },
      { kind: "briefings-deleted", ids: [two] },
    ]);
    laptop.now += 2 * dayMs;
    await reopen();
    await vault.commit([{ kind: "briefings-restored", ids: [two] }]);
    expect(await read(two, kept)).toMatchObject({ ok: true });
  });

  test("nothing is swept from a library whose journal is damaged: what named it may be lost", async () => {
    await keep(one, fileOf(100));
    const at = laptop.journal().length - 60;
    await vault.commit([{ kind: "read-set", ids: [two], read: true }]);
    const journal = laptop.journal();
    journal[at] = ~(journal[at] ?? 0);
    laptop.machine.disk.replaceJournal(1, journal);
    laptop.profile = new IDBFactory();
    laptop.now += 2 * dayMs;
    await reopen();
    expect(vault.damage).toHaveLength(1);
    expect(vault.catalogue.kept()).toEqual([]);
    expect(blobCount()).toBe(1);
  });

  test("a blob in a form that this version doesn't know is left alone", async () => {
    await sealed(one, [fileOf(100)]);
    const [name] = laptop.machine.disk.blobNames();
    if (name === undefined) throw new Error("no blob");
    laptop.machine.disk.damageBlob(name, 5, "flipped");
    laptop.now += 2 * dayMs;
    await reopen();
    expect(blobCount()).toBe(1);
  });
});

describe("a file that waits to be named", () => {
  const waiting = async (attachments: Attachments, file = fileOf(100_000)) => {
    const one = await attachments.seal(file);
    if (!one.ok) throw new Error(one.failure.kind);
    return one.value;
  };

  test("goes when it is let go, unless another that waits has the same content", async () => {
    const attachments = createAttachments(vault);
    const [first, second] = [
      await waiting(attachments),
      await waiting(attachments, fileOf(100_000, { name: "b.bin" })),
    ];
    expect(second.blob).toBe(first.blob);
    await attachments.letGo([first]);
    expect(blobCount()).toBe(1);
    await attachments.letGo([second]);
    expect(blobCount()).toBe(0);
  });

  test("lies there once when two previews read it at the same time, and stays for one when the other lets it go", async () => {
    const attachments = createAttachments(vault);
    const [first, second] = await Promise.all([waiting(attachments), waiting(attachments)]);
    expect(blobCount()).toBe(1);
    await attachments.letGo([first]);
    await vault.commit([{ kind: "attachments-kept", briefingId: one, attachments: [second] }]);
    attachments.settle([second]);
    expect(await read(one, second)).toMatchObject({ ok: true });
  });

  test("is written by the second that reads it when the first is stopped", async () => {
    const attachments = createAttachments(vault);
    const stopping = new AbortController();
    const file = fileOf(3_000_000);
    const second: Promise<KeptAttachment>[] = [];
    const stopped = attachments.seal(file, {
      signal: stopping.signal,
      onProgress: () => {
        // Two that start together are told apart by whose content is known first: chance.
        if (second.length === 0) second.push(waiting(attachments, file));
        else stopping.abort();
      },
    });
    expect(await stopped).toEqual({ ok: false, failure: { kind: "cancelled" } });
    const kept = await Promise.all(second);
    await vault.commit([{ kind: "attachments-kept", briefingId: one, attachments: kept }]);
    expect(await read(one, kept[0])).toMatchObject({ ok: true });
  });

  test("stays once it was named, also when the same content is let go later or its briefing gave it up", async () => {
    const attachments = createAttachments(vault);
    const named = await waiting(attachments);
    await vault.commit([{ kind: "attachments-kept", briefingId: one, attachments: [named] }]);
    attachments.settle([named]);
    await vault.commit([{ kind: "attachment-removed", briefingId: one, attachmentId: named.id }]);
    await attachments.letGo([await waiting(attachments)]);
    expect(blobCount()).toBe(1);
  });

  test("of what a briefing names already is nothing new, and letting it go takes nothing away", async () => {
    const [kept] = await keep(one, fileOf(100_000));
    const attachments = createAttachments(vault);
    const again = await waiting(attachments);
    expect(again.blob).toBe(kept?.blob);
    await attachments.letGo([again]);
    expect(await read(one, kept)).toMatchObject({ ok: true });
  });

  test("tells how far its sealing is, and leaves nothing behind when that is stopped", async () => {
    const stopping = new AbortController();
    const told: number[] = [];
    const stopped = await createAttachments(vault).seal(fileOf(3_000_000), {
      signal: stopping.signal,
      onProgress: ({ done }) => {
        told.push(done);
        stopping.abort();
      },
    });
    expect(stopped).toEqual({ ok: false, failure: { kind: "cancelled" } });
    expect(told).toHaveLength(1);
    expect(blobCount()).toBe(0);
  });
});

describe("while it is written", () => {
  test("a full disk leaves no half file behind, and the same file can be kept later", async () => {
    const attachments = createAttachments(vault);
    laptop.machine.fateOf = ({ number }) => ({ ends: number % 2 === 0 ? "disk-full" : "kept" });
    const file = fileOf(3_000_000);
    expect(await sealed(one, [file], attachments)).toEqual({ ok: false, failure: { kind: "disk-full" } });
    expect(vault.status).toEqual({ at: "read-only", why: { kind: "disk-full" } });
    expect(blobCount()).toBe(0);
    laptop.machine.fateOf = () => ({ ends: "kept" });
    await keep(one, file);
    expect(blobCount()).toBe(1);
  });

  test("a library that another window took keeps nothing more", async () => {
    laptop.machine.takeLeaseAway();
    const kept = await sealed(one, [fileOf(100)]);
    expect(kept).toEqual({ ok: false, failure: { kind: "open-elsewhere" } });
  });

  test("a power cut at any write leaves either a whole file or none that is named", async () => {
    const files = [fileOf(2_200_000, { name: "film.bin" }), fileOf(90_000, { name: "map.bin" })];
    const { machine } = laptop;
    for (let cutAt = 1; ; cutAt++) {
      let writes = 0;
      machine.fateOf = ({ to, bytes }) => {
        if (to === "header" || to === "host-key" || ++writes !== cutAt) return { ends: "kept" };
        return { ends: "power-cut", keptBytes: Math.floor(bytes / 2) };
      };
      const kept = await sealed(one, files);
      if (kept.ok) {
        await vault.commit([{ kind: "attachments-kept", briefingId: one, attachments: kept.value }]);
      }
      machine.fateOf = () => ({ ends: "kept" });
      machine.restart();
      vault = await laptop.open();
      const named = vault.catalogue.head(one)?.kept ?? [];
      for (const attachment of named) {
        const whole = files.find(({ name }) => name === attachment.name);
        await expectWhole(one, attachment, whole?.bytes);
      }
      if (named.length === files.length) {
        expect(cutAt).toBeGreaterThan(5);
        break;
      }
    }
    laptop.now += 2 * dayMs;
    await reopen();
    expect(blobCount()).toBe(2);
  });
});
