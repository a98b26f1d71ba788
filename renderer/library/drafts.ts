import type { CallOptions } from "../contracts/calls.ts";
import type { KeptAttachment } from "../model/attachment.ts";
import type { Change } from "../model/changes.ts";
import type { CommitFailure, ImportFailure, SaveDraftsFailure } from "../model/failure.ts";
import { type BriefingId, type DeliveryId, type DraftId, idOfBytes } from "../model/ids.ts";
import type { AlreadyHere, DraftFields, FileOutcome, ImportDraft, SaveOutcome } from "../model/import-draft.ts";
import { type Bytes, mebibyte } from "../model/measure.ts";
import { textRunsOf } from "../model/reading-order.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import type { Instant } from "../model/time.ts";
import type { Delivery } from "../model/view.ts";
import type { Attachments, FileToKeep, SealFailure } from "./attachments/attachments.ts";
import type { ReadingFile } from "./import/file-reader.ts";
import type { ReadDocument, ReadText } from "./import/import-tools.ts";
import type { DraftIntake, DraftTaken, SealedDocument } from "./intake/intake-draft.ts";

export interface DraftsSurroundings {
  readonly clock: () => Instant;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly wait: (delayMs: number) => Promise<void>;
  readonly readFile: (file: ReadingFile) => Promise<Result<readonly ReadDocument[], ImportFailure>>;
  readonly readPaste: (paste: {
    readonly text: string;
    readonly html: string | null;
  }) => Promise<Result<ReadText | { readonly address: string }, ImportFailure>>;
  readonly findStanding: DraftIntake["findStanding"];
  readonly intake: DraftIntake["intake"];
  readonly attachments: Pick<Attachments, "seal" | "lackedBy" | "settle" | "letGo">;
  readonly titleOf: (id: BriefingId) => string | null;
}

/**
 * Everything read but not yet saved. Texts wait in memory; files lie sealed on the disk as soon as they are read, so
 * that memory bears any number of them, and go when their draft is dropped.
 */
export interface Drafts {
  readFiles(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    options: CallOptions<{ done: number; total: number }>,
  ): Promise<readonly FileOutcome[]>;
  readPaste(paste: {
    readonly text: string;
    readonly html: string | null;
  }): Promise<Result<{ readonly draft: ImportDraft } | { readonly address: string }, ImportFailure>>;
  /** Commits the changes that keep these drafts, and answers what the report says. All of them or none. */
  save<Kept>(
    wanted: readonly { readonly id: DraftId; readonly fields: DraftFields }[],
    commit: (changes: readonly Change[]) => Promise<Result<Kept, CommitFailure>>,
  ): Promise<Result<SaveOutcome & Kept, SaveDraftsFailure>>;
  drop(ids: readonly DraftId[]): Promise<void>;
}

/** A draft without a byte of its files. */
interface Held {
  readonly document: SealedDocument;
  readonly files: readonly KeptAttachment[];
  /** Of its words, roughly. */
  readonly textBytes: Bytes;
}

/** Of words that wait to be saved: they lie in memory, here and in the preview, and old laptops have little. */
const mostTextHeld = 24 * mebibyte;
/** Reading is the longer part of a file, sealing it the rest. */
const readingShare = 0.7;

export function createDrafts(surroundings: DraftsSurroundings): Drafts {
  const { clock, randomBytes, wait, readFile, readPaste, findStanding, intake, attachments, titleOf } = surroundings;
  const held = new Map<DraftId, Held>();
  /** On their way onto the disk; true = the preview was closed meanwhile. */
  const saving = new Map<DraftId, boolean>();

  function textHeld(): Bytes {
    return [...held.values()].reduce((sum, { textBytes }) => sum + textBytes, 0);
  }

  /** A bug keeps these from ever being shown: they don't stay on the disk for it. */
  async function orLetGo<Value>(files: readonly KeptAttachment[], work: Promise<Value>): Promise<Value> {
    try {
      return await work;
    } catch (error) {
      await attachments.letGo(files);
      throw error;
    }
  }

  /** Seals a text's files one after another; what was sealed of it before a failure is let go. */
  async function sealAll(
    files: readonly FileToKeep[],
    { signal, onShare }: { readonly signal: ReadingFile["signal"]; readonly onShare: (share: number) => void },
  ): Promise<Result<readonly KeptAttachment[], SealFailure>> {
    const sealed: KeptAttachment[] = [];
    const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    let before = 0;
    for (const file of files) {
      const sealing = attachments.seal(file, {
        ...(signal === undefined ? {} : { signal }),
        onProgress: ({ done }) => onShare((before + done) / total),
      });
      const one = await orLetGo(sealed, sealing);
      if (!one.ok) {
        await attachments.letGo(sealed);
        return one;
      }
      sealed.push(one.value);
      before += file.bytes.length;
    }
    return succeed(sealed);
  }

  async function hold(text: ReadText, files: readonly KeptAttachment[]): Promise<ImportDraft> {
    const id = idOfBytes<DraftId>(randomBytes(16));
    const original = files.find(({ role }) => role === "original");
    const document: SealedDocument = { text, originalId: original?.id ?? null };
    const textBytes = textRunsOf(text.body).reduce((sum, run) => sum + 2 * run.text.length, 0);
    const standing = await orLetGo(files, findStanding(document));
    held.set(id, { document, files, textBytes });
    const shown = files.map(({ name, mediaType, bytes, role }) => ({ name, mediaType, bytes, role }));
    const { fileName, fields, body } = text;
    return { id, fileName, fields, body, files: shown, standing };
  }

  async function drop(ids: readonly DraftId[]): Promise<void> {
    for (const id of ids) {
      if (saving.has(id)) saving.set(id, true);
      const draft = held.get(id);
      held.delete(id);
      if (draft !== undefined) await attachments.letGo(draft.files);
    }
  }

  async function* readOne(file: ReadingFile): AsyncGenerator<FileOutcome> {
    const failed = (failure: ImportFailure | CommitFailure) =>
      ({ fileName: file.name, outcome: "failed", failure }) as const;
    if (textHeld() > mostTextHeld) {
      yield failed({ kind: "too-much-at-once", limit: mostTextHeld });
      return;
    }
    const { signal } = file;
    const read = await readFile({ ...file, onProgress: (share) => file.onProgress?.(share * readingShare) });
    if (signal?.aborted) return;
    if (!read.ok) {
      yield failed(read.failure);
      return;
    }
    for (const [place, document] of read.value.entries()) {
      const onShare = (share: number) =>
        file.onProgress?.(readingShare + ((1 - readingShare) * (place + share)) / read.value.length);
      const sealed = await sealAll(filesOf(document), { signal, onShare });
      if (sealed.ok) {
        const draft = await hold(document.text, sealed.value);
        yield { fileName: file.name, outcome: "draft", draft };
      } else if (sealed.failure.kind !== "cancelled") yield failed(sealed.failure);
    }
  }

  return {
    async readFiles(files, { signal, onProgress }) {
      const outcomes: FileOutcome[] = [];
      const waiting = [...files];
      try {
        for (let done = 0; !signal?.aborted; done++) {
          // Taken off the list, so that its bytes are held no longer than it is read.
          const file = waiting.shift();
          if (file === undefined) break;
          const onShare = (share: number) => onProgress?.({ done: done + share, total: files.length });
          for await (const outcome of readOne({ ...file, signal, onProgress: onShare })) outcomes.push(outcome);
          if (!signal?.aborted) onShare(1);
          // A cancel is a message, and messages are only heard between two files.
          await wait(0);
        }
        return outcomes;
      } catch (error) {
        // Nobody hears of these drafts any more.
        await drop(outcomes.flatMap((outcome) => (outcome.outcome === "draft" ? [outcome.draft.id] : [])));
        throw error;
      }
    },

    async readPaste(paste) {
      const read = await readPaste(paste);
      if (!read.ok) return read;
      if ("address" in read.value) return succeed(read.value);
      return succeed({ draft: await hold(read.value, []) });
    },

    async save(wanted, commit) {
      const at = clock();
      // All at once: a preview that is closed while its texts are being saved drops its drafts.
      const found: { id: DraftId; draft: Held; fields: DraftFields }[] = [];
      for (const { id, fields } of wanted) {
        const draft = held.get(id);
        if (draft === undefined) return fail({ kind: "draft-gone" });
        found.push({ id, draft, fields });
      }
      for (const { id } of found) {
        held.delete(id);
        saving.set(id, false);
      }
      let isKept = false;
      try {
        const { changes, outcome } = await prepare(found, at);
        const kept = await commit(changes);
        isKept = kept.ok;
        return kept.ok ? succeed({ ...outcome, ...kept.value }) : kept;
      } finally {
        // Also after a bug: what a person corrected can be saved again.
        for (const { id, draft } of found) {
          const wasDropped = saving.get(id) === true;
          saving.delete(id);
          if (isKept) attachments.settle(draft.files);
          else if (wasDropped) await attachments.letGo(draft.files);
          else held.set(id, draft);
        }
      }
    },

    drop,
  };

  async function prepare(
    found: readonly { readonly draft: Held; readonly fields: DraftFields }[],
    at: Instant,
  ): Promise<{ readonly changes: readonly Change[]; readonly outcome: SaveOutcome }> {
    const saved: BriefingId[] = [];
    const alreadyHere: AlreadyHere[] = [];
    const changes: Change[] = [];
    const fileNames: string[] = [];
    const earlier: DraftTaken[] = [];
    let revised = 0;
    const delivery = idOfBytes<DeliveryId>(randomBytes(16));
    for (const { draft, fields } of found) {
      const { fileName } = draft.document.text;
      const taken = await intake({ document: draft.document, fields, delivery, at, earlier });
      // Two files of one import with the same text, or two exports with the same day of a chat, are one briefing.
      const isTwice = saved.includes(taken.id);
      if (taken.as === "known") alreadyHere.push({ id: taken.id, fileName, title: titleOf(taken.id) ?? fields.title });
      else if (!isTwice) saved.push(taken.id);
      if (taken.as === "revision" && !isTwice) revised += 1;
      changes.push(...taken.changes);
      earlier.push(taken);
      const lacked = await attachments.lackedBy(taken.id, draft.files);
      if (lacked.length > 0) changes.push({ kind: "attachments-kept", briefingId: taken.id, attachments: lacked });
      if (fileName !== "" && !fileNames.includes(fileName)) fileNames.push(fileName);
    }
    if (changes.length > 0)
      changes.unshift({
        kind: "delivery-made",
        delivery: deliveryOf({ id: delivery, at, fileNames, added: saved.length - revised, revised }),
      });
    return { changes, outcome: { saved, alreadyHere } };
  }
}

function filesOf({ original, attachments }: ReadDocument): FileToKeep[] {
  const beside = attachments.map((file): FileToKeep => ({ ...file, role: "attachment" }));
  return original === null ? beside : [{ ...original, role: "original" }, ...beside];
}

function deliveryOf({
  fileNames,
  ...facts
}: Pick<Delivery, "id" | "at" | "added" | "revised"> & { readonly fileNames: readonly string[] }): Delivery {
  const way = fileNames.length > 0 ? "file" : "paste";
  return { ...facts, way, label: fileNames.join(", ").slice(0, 300), received: 0, leftOut: [] };
}
