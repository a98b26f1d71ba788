import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { KeptAttachment } from "../model/attachment.ts";
import type { CommitFailure } from "../model/failure.ts";
import { type AttachmentId, type BlobName, type BriefingId, brandId, type DraftId } from "../model/ids.ts";
import { plainFields as fields } from "../model/import-draft.suite.ts";
import type { FileOutcome, ImportDraft } from "../model/import-draft.ts";
import { kibibyte, mebibyte } from "../model/measure.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import type { SealFailure } from "./attachments/attachments.ts";
import { createDrafts, type Drafts } from "./drafts.ts";
import type { ReadDocument } from "./import/import-tools.ts";

const idFor = <Id extends string>(number: number): Id => brandId<never>(String(number).padStart(32, "0")) as Id;

class Desk {
  readonly sealed: string[] = [];
  readonly letGo: string[] = [];
  readonly settled: string[] = [];
  words = "Le puits est ouvert.";
  sealFailure: SealFailure | null = null;
  /** The file whose reading ends in a bug, and where. */
  bug: { readonly name: string; readonly in: "reading" | "sealing" | "comparing" } | null = null;
  readonly drafts: Drafts;

  constructor() {
    let drawn = 0;
    this.drafts = createDrafts({
      clock: () => 0,
      randomBytes: (count) => new Uint8Array(count).fill(++drawn),
      wait: () => Promise.resolve(),
      readFile: async ({ name, bytes }) => {
        this.#meetBug(name, "reading");
        return succeed([this.#documentOf(name, bytes)]);
      },
      readPaste: async () => fail({ kind: "no-text" }),
      findStanding: async ({ text }) => {
        this.#meetBug(text.fileName, "comparing");
        return null;
      },
      intake: async ({ fields: { title } }) => ({
        id: idFor<BriefingId>(title.length),
        as: "new",
        changes: [],
        arrived: null,
      }),
      titleOf: () => null,
      attachments: {
        seal: async (file) => {
          this.#meetBug(file.name, "sealing");
          return this.#seal(file.name, file.bytes.length);
        },
        lackedBy: async (_, files) => files,
        settle: (files) => void this.settled.push(...files.map(({ name }) => name)),
        letGo: async (files) => void this.letGo.push(...files.map(({ name }) => name)),
      },
    });
  }

  #meetBug(name: string, where: "reading" | "sealing" | "comparing"): void {
    if (this.bug?.name === name && this.bug.in === where) throw new Error("a bug");
  }

  #documentOf(name: string, bytes: Uint8Array): ReadDocument {
    const paragraph = {
      kind: "paragraph",
      inlines: [{ kind: "text", text: this.words, marks: [], href: null }],
    } as const;
    return {
      text: { fileName: name, fields, body: { blocks: [paragraph] }, isChatDay: false },
      original: { name, bytes, mediaType: "application/pdf" },
      attachments: [],
    };
  }

  #seal(name: string, bytes: number): Result<KeptAttachment, SealFailure> {
    if (this.sealFailure !== null) return fail(this.sealFailure);
    this.sealed.push(name);
    const id = idFor<AttachmentId>(this.sealed.length);
    const blob = idFor<BlobName>(this.sealed.length);
    return succeed({
      id,
      name,
      bytes,
      blob,
      mediaType: "application/pdf",
      role: "original",
      width: null,
      height: null,
    });
  }

  async read(name: string, bytes = new Uint8Array(8)): Promise<FileOutcome | undefined> {
    return (await this.drafts.readFiles([{ name, bytes }], {}))[0];
  }

  async draft(name: string): Promise<ImportDraft> {
    const outcome = await this.read(name);
    if (outcome?.outcome !== "draft") throw new Error("not read");
    return outcome.draft;
  }
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

test("forty files of ten megabytes wait to be saved without one of their bytes in memory", async () => {
  const desk = new Desk();
  // Each file by itself: how much memory a process has also depends on the tests before this one.
  const files: WeakRef<ArrayBuffer>[] = [];
  const read = (number: number) => {
    const bytes = new Uint8Array(10 * mebibyte);
    files.push(new WeakRef(bytes.buffer));
    return desk.read(`${number}.pdf`, bytes);
  };
  const outcomes: (FileOutcome | undefined)[] = [];
  for (let number = 0; number < 40; number++) outcomes.push(await read(number));
  expect(outcomes.filter((outcome) => outcome?.outcome === "draft")).toHaveLength(40);
  const held = () => {
    collectGarbage();
    return files.filter((file) => file.deref() !== undefined).length;
  };
  await expect.poll(held).toBe(0);
  expect(desk.sealed).toHaveLength(40);
});

test("words that wait have a bound of their own, and it says so by name", async () => {
  const desk = new Desk();
  desk.words = "mot ".repeat(256 * kibibyte);
  const kinds: string[] = [];
  for (let number = 0; number < 16; number++) {
    const outcome = await desk.read(`${number}.txt`);
    kinds.push(outcome?.outcome === "failed" ? outcome.failure.kind : "draft");
  }
  expect(kinds.filter((kind) => kind === "draft")).toHaveLength(13);
  expect(kinds.at(-1)).toBe("too-much-at-once");
});

test.each([
  ["reading", ["before.pdf"]],
  ["sealing", ["before.pdf"]],
  ["comparing", ["bad.pdf", "before.pdf"]],
] as const)("a bug in %s a file leaves nothing of its call on the disk", async (place, gone) => {
  const desk = new Desk();
  desk.bug = { name: "bad.pdf", in: place };
  const earlier = await desk.draft("earlier.pdf");
  const files = ["before.pdf", "bad.pdf", "after.pdf"].map((name) => ({ name, bytes: new Uint8Array(8) }));
  await expect(desk.drafts.readFiles(files, {})).rejects.toThrow("a bug");
  expect(desk.letGo).toEqual(gone);
  expect(await desk.drafts.save([{ id: earlier.id, fields }], async () => succeed({}))).toMatchObject({ ok: true });
});

test("a draft that is dropped lets its files go; one that is saved keeps them", async () => {
  const desk = new Desk();
  const [kept, dropped] = [await desk.draft("kept.pdf"), await desk.draft("dropped.pdf")];
  const saved = await desk.drafts.save([{ id: kept.id, fields }], async () => succeed({}));
  expect(saved).toMatchObject({ ok: true, value: { saved: [expect.anything()], alreadyHere: [] } });
  await desk.drafts.drop([kept.id, dropped.id]);
  expect(desk.settled).toEqual(["kept.pdf"]);
  expect(desk.letGo).toEqual(["dropped.pdf"]);
});

test.each<[string, CommitFailure | null, { settled: string[]; letGo: string[] }]>([
  ["kept when the save succeeds", null, { settled: ["a.pdf"], letGo: [] }],
  ["let go when it doesn't", { kind: "disk-full" }, { settled: [], letGo: ["a.pdf"] }],
])("files of a preview that is closed while it is being saved are %s", async (_, failure, expected) => {
  const desk = new Desk();
  const { id } = await desk.draft("a.pdf");
  await desk.drafts.save([{ id, fields }], async () => {
    await desk.drafts.drop([id]);
    return failure === null ? succeed({}) : fail(failure);
  });
  expect({ settled: desk.settled, letGo: desk.letGo }).toEqual(expected);
});

test("a save that failed can be tried again; a draft that is gone says so", async () => {
  const desk = new Desk();
  const { id } = await desk.draft("a.pdf");
  const full = await desk.drafts.save([{ id, fields }], async () => fail({ kind: "disk-full" }));
  expect(full).toEqual({ ok: false, failure: { kind: "disk-full" } });
  expect(await desk.drafts.save([{ id, fields }], async () => succeed({}))).toMatchObject({ ok: true });
  const gone = [{ id: idFor<DraftId>(9), fields }];
  expect(await desk.drafts.save(gone, async () => succeed({}))).toEqual({ ok: false, failure: { kind: "draft-gone" } });
});

test("a save that ended in a bug loses no draft: it can be tried again", async () => {
  const desk = new Desk();
  const { id } = await desk.draft("a.pdf");
  const broken = desk.drafts.save([{ id, fields }], () => Promise.reject(new Error("bug")));
  await expect(broken).rejects.toThrow("bug");
  expect(await desk.drafts.save([{ id, fields }], async () => succeed({}))).toMatchObject({ ok: true });
});

test("a disk without room is named beside the file that it kept out", async () => {
  const desk = new Desk();
  desk.sealFailure = { kind: "disk-low", freeBytes: 40 * mebibyte };
  expect(await desk.read("a.pdf")).toMatchObject({ outcome: "failed", failure: { kind: "disk-low" } });
});
