import type { CallOptions } from "../contracts/calls.ts";
import type { Change } from "../model/changes.ts";
import type { ImportFailure, SaveDraftsFailure } from "../model/failure.ts";
import { type BriefingId, type DeliveryId, type DraftId, idOfBytes } from "../model/ids.ts";
import type { DraftFields, FileOutcome, ImportDraft, SaveOutcome } from "../model/import-draft.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import type { Instant } from "../model/time.ts";
import type { Delivery } from "../model/view.ts";
import type { ReadText } from "./import/import-tools.ts";

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
  readonly readFile: (file: { readonly name: string; readonly bytes: Uint8Array }) => Result<ReadText, ImportFailure>;
  readonly readPaste: (paste: {
    readonly text: string;
    readonly html: string | null;
  }) => Result<ReadText | { readonly address: string }, ImportFailure>;
  readonly findSame: (draft: ReadText) => Promise<BriefingId | null>;
  readonly intake: (arrival: {
    readonly draft: ImportDraft;
    readonly fields: DraftFields;
    readonly delivery: DeliveryId;
    readonly at: Instant;
  }) => Promise<DraftIntake>;
}

/** Everything read but not yet saved. It lives in memory only: what nobody saved leaves no trace. */
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
  ): Promise<
    Result<
      { readonly changes: readonly Change[]; readonly outcome: SaveOutcome },
      Extract<SaveDraftsFailure, { kind: "draft-gone" }>
    >
  >;
  drop(ids: readonly DraftId[]): void;
}

export function createDrafts(surroundings: DraftsSurroundings): Drafts {
  const { clock, randomBytes, wait, readFile, readPaste, findSame, intake } = surroundings;
  const held = new Map<DraftId, ImportDraft>();

  async function hold(read: ReadText): Promise<ImportDraft> {
    const draft: ImportDraft = { ...read, id: idOfBytes<DraftId>(randomBytes(16)), alreadyHere: await findSame(read) };
    held.set(draft.id, draft);
    return draft;
  }

  return {
    async readFiles(files, { signal, onProgress }) {
      const outcomes: FileOutcome[] = [];
      for (const file of files) {
        if (signal?.aborted) break;
        const read = readFile(file);
        outcomes.push(
          read.ok
            ? { fileName: file.name, outcome: "draft", draft: await hold(read.value) }
            : { fileName: file.name, outcome: "failed", failure: read.failure },
        );
        onProgress?.({ done: outcomes.length, total: files.length });
        // A cancel is a message, and messages are only heard between two files.
        await wait(0);
      }
      return outcomes;
    },

    async readPaste(paste) {
      const read = readPaste(paste);
      if (!read.ok) return read;
      return succeed("address" in read.value ? read.value : { draft: await hold(read.value) });
    },

    async prepare(wanted) {
      const at = clock();
      const saved: BriefingId[] = [];
      const alreadyHere: BriefingId[] = [];
      const changes: Change[] = [];
      const fileNames: string[] = [];
      const delivery = idOfBytes<DeliveryId>(randomBytes(16));
      for (const { id, fields } of wanted) {
        const draft = held.get(id);
        if (draft === undefined) return fail({ kind: "draft-gone" });
        const taken = await intake({ draft, fields, delivery, at });
        // Two files of one import with the same text are one briefing.
        const isNew = taken.isNew && !saved.includes(taken.id);
        (isNew ? saved : alreadyHere).push(taken.id);
        if (isNew || !saved.includes(taken.id)) changes.push(...taken.changes);
        if (draft.fileName !== "") fileNames.push(draft.fileName);
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

function deliveryOf(id: DeliveryId, at: Instant, fileNames: readonly string[], added: number): Delivery {
  const way = fileNames.length > 0 ? "file" : "paste";
  return { id, way, label: fileNames.join(", ").slice(0, 300), at, added, revised: 0, received: 0, leftOut: [] };
}
