import type { CallOptions } from "../contracts/calls.ts";
import type { KeptAttachment } from "../model/attachment.ts";
import type { Change } from "../model/changes.ts";
import type { CommitFailure, ImportFailure, SaveDraftsFailure } from "../model/failure.ts";
import { type BriefingId, type DeliveryId, type DraftId, idOfBytes } from "../model/ids.ts";
import type { DraftFields, FileOutcome, ImportDraft, SaveOutcome } from "../model/import-draft.ts";
import { type Bytes, mebibyte } from "../model/measure.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import type { Instant } from "../model/time.ts";
import type { Delivery } from "../model/view.ts";
import type { FileToKeep } from "./attachments/attachments.ts";
import type { ReadingFile } from "./import/file-reader.ts";
import type { ReadDocument, ReadText } from "./import/import-tools.ts";

/** What a corrected draft becomes: changes that bring it in, or only another way by which it came. */
export interface DraftIntake {
  readonly id: BriefingId;
  readonly isNew: boolean;
  readonly changes: readonly Change[];
}

export interface DraftsSurroundings {
  readonly clock: () => Instant;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly wait: (delayMs: number) => Promise<void>;
  readonly readFile: (file: ReadingFile) => Promise<Result<readonly ReadDocument[], ImportFailure>>;
  readonly readPaste: (paste: {
    readonly text: string;
    readonly html: string | null;
  }) => Promise<Result<ReadText | { readonly address: string }, ImportFailure>>;
  readonly findSame: (document: ReadDocument) => Promise<BriefingId | null>;
  readonly intake: (arrival: {
    readonly document: ReadDocument;
    readonly fields: DraftFields;
    readonly delivery: DeliveryId;
    readonly at: Instant;
  }) => Promise<DraftIntake>;
  /** Seals files onto the disk, all but those that the briefing has already. */
  readonly keepFiles: (
    id: BriefingId,
    files: readonly FileToKeep[],
  ) => Promise<Result<readonly KeptAttachment[], CommitFailure>>;
}

/** Everything read but not yet saved, files and all. It lives in memory only: what nobody saved leaves no trace. */
export interface Drafts {
  readFiles(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    options: CallOptions<{ done: number; total: number }>,
  ): Promise<readonly FileOutcome[]>;
  readPaste(paste: {
    readonly text: string;
    readonly html: string | null;
  }): Promise<Result<{ readonly draft: ImportDraft } | { readonly address: string }, ImportFailure>>;
  /** The changes that keep these drafts, and what the report says once they are committed. All of them or none. */
  prepare(
    wanted: readonly { readonly id: DraftId; readonly fields: DraftFields }[],
  ): Promise<Result<{ readonly changes: readonly Change[]; readonly outcome: SaveOutcome }, SaveDraftsFailure>>;
  drop(ids: readonly DraftId[]): void;
}

/** Of files that were read and wait to be saved: they lie in memory, and old laptops have little. */
const mostBytesHeld = 150 * mebibyte;

export function createDrafts(surroundings: DraftsSurroundings): Drafts {
  const { clock, randomBytes, wait, readFile, readPaste, findSame, intake, keepFiles } = surroundings;
  const held = new Map<DraftId, ReadDocument>();

  function heldBytes(): Bytes {
    const files = new Set([...held.values()].flatMap((document) => filesOf(document).map(({ bytes }) => bytes)));
    return [...files].reduce((sum, { length }) => sum + length, 0);
  }

  async function hold(document: ReadDocument): Promise<ImportDraft> {
    const id = idOfBytes<DraftId>(randomBytes(16));
    const files = filesOf(document).map(({ name, mediaType, bytes, role }) => ({
      name,
      mediaType,
      bytes: bytes.length,
      role,
    }));
    const draft: ImportDraft = { ...document.text, id, files, alreadyHere: await findSame(document) };
    held.set(id, document);
    return draft;
  }

  return {
    async readFiles(files, { signal, onProgress }) {
      const outcomes: FileOutcome[] = [];
      for (const [place, file] of files.entries()) {
        if (signal?.aborted) break;
        if (heldBytes() + file.bytes.length > mostBytesHeld) {
          const failure = { kind: "too-much-at-once", limit: mostBytesHeld } as const;
          outcomes.push({ fileName: file.name, outcome: "failed", failure });
          onProgress?.({ done: place + 1, total: files.length });
          continue;
        }
        const onShare = (share: number) => onProgress?.({ done: place + share, total: files.length });
        const read = await readFile({ ...file, signal, onProgress: onShare });
        if (signal?.aborted) break;
        if (!read.ok) outcomes.push({ fileName: file.name, outcome: "failed", failure: read.failure });
        for (const document of read.ok ? read.value : []) {
          outcomes.push({ fileName: file.name, outcome: "draft", draft: await hold(document) });
        }
        onProgress?.({ done: place + 1, total: files.length });
        // A cancel is a message, and messages are only heard between two files.
        await wait(0);
      }
      return outcomes;
    },

    async readPaste(paste) {
      const read = await readPaste(paste);
      if (!read.ok) return read;
      if ("address" in read.value) return succeed(read.value);
      return succeed({ draft: await hold({ text: read.value, original: null, attachments: [] }) });
    },

    async prepare(wanted) {
      const at = clock();
      const saved: BriefingId[] = [];
      const alreadyHere: BriefingId[] = [];
      const changes: Change[] = [];
      const fileNames: string[] = [];
      const delivery = idOfBytes<DeliveryId>(randomBytes(16));
      // All at once: a preview that is closed while its files are being sealed drops its drafts.
      const found = wanted.map(({ id, fields }) => ({ document: held.get(id), fields }));
      for (const { document, fields } of found) {
        if (document === undefined) return fail({ kind: "draft-gone" });
        const taken = await intake({ document, fields, delivery, at });
        // Two files of one import with the same text are one briefing.
        const isNew = taken.isNew && !saved.includes(taken.id);
        (isNew ? saved : alreadyHere).push(taken.id);
        if (isNew || !saved.includes(taken.id)) changes.push(...taken.changes);
        const kept = await keepFiles(taken.id, filesOf(document));
        if (!kept.ok) return kept;
        if (kept.value.length > 0)
          changes.push({ kind: "attachments-kept", briefingId: taken.id, attachments: kept.value });
        const { fileName } = document.text;
        if (fileName !== "" && !fileNames.includes(fileName)) fileNames.push(fileName);
      }
      if (changes.length > 0)
        changes.unshift({ kind: "delivery-made", delivery: deliveryOf(delivery, at, fileNames, saved.length) });
      return succeed({ changes, outcome: { saved, alreadyHere } });
    },

    drop(ids) {
      for (const id of ids) held.delete(id);
    },
  };
}

function filesOf({ original, attachments }: ReadDocument): FileToKeep[] {
  const beside = attachments.map((file): FileToKeep => ({ ...file, role: "attachment" }));
  return original === null ? beside : [{ ...original, role: "original" }, ...beside];
}

function deliveryOf(id: DeliveryId, at: Instant, fileNames: readonly string[], added: number): Delivery {
  const way = fileNames.length > 0 ? "file" : "paste";
  return { id, way, label: fileNames.join(", ").slice(0, 300), at, added, revised: 0, received: 0, leftOut: [] };
}
