import { useEffect, useRef, useState } from "react";
import type { Library } from "../../../contracts/library.ts";
import type { BugFailure, ImportFailure } from "../../../model/failure.ts";
import type { FileOutcome } from "../../../model/import-draft.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { asBug } from "../../queries/use-library.ts";
import { draftIdsOf } from "../../reading/draft-ids.ts";
import type { FilesTaken } from "../../reading/files-in-folders.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";
import { isSourceList } from "../lists/is-source-list.ts";
import { DialogFrame } from "../parts/dialog-frame.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { batchesOf, mostBytesRead } from "./file-batches.ts";

/** Reads the files, tells how far it is, and hands over to the preview. Stopping keeps what was read so far. */
export function ImportFilesDialog({ files, cut }: FilesTaken) {
  const words = useText().dialogs.import;
  const format = useFormat();
  const library = useLibrary();
  const { closeDialog, openDialog, tell } = useUiSteering();
  const [done, setDone] = useState(0);
  const [bug, setBug] = useState<BugFailure | null>(null);
  const stopping = useRef<AbortController | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    stopping.current = controller;
    const goOn = (next: () => void) => {
      if (stopping.current === controller) next();
    };
    const readThem = async () => {
      const { lists, others } = await sortOutLists(files);
      const showLists = () => {
        openDialog("source-list", { files: lists });
        if (cut !== null) tell({ kind: "failed", failure: cut });
      };
      if (others.length === 0) return goOn(showLists);
      const read = await readAll({ files: others, library, signal: controller.signal, onProgress: setDone });
      // Closed meanwhile: nobody will look at them.
      if (stopping.current !== controller) await library.dropDrafts({ ids: draftIdsOf(read) });
      goOn(() => {
        if (read.length > 0) openDialog("import", { outcomes: read, lists, cut });
        else if (lists.length > 0) showLists();
        else closeDialog();
      });
    };
    readThem().catch((error: unknown) => goOn(() => setBug(asBug(error))));
    return () => {
      stopping.current = null;
      controller.abort();
    };
  }, [files, cut, library, closeDialog, openDialog, tell]);

  return (
    <DialogFrame
      title={words.reading}
      onClose={closeDialog}
      actions={
        bug === null ? (
          <button type="button" className="button" onClick={() => stopping.current?.abort()}>
            {words.stop}
          </button>
        ) : undefined
      }
    >
      {bug === null ? (
        <>
          <progress className="progress" value={done} max={files.length} aria-label={words.reading} />
          <p role="status">{words.readingCount({ done: format.count(Math.floor(done)), total: files.length })}</p>
          {cut === null ? null : <FailureNote failure={cut} />}
        </>
      ) : (
        <FailureNote failure={bug} />
      )}
    </DialogFrame>
  );
}

/** Lists of sources have a preview of their own. One by one: to begin on a hundred at once would hold the page up. */
async function sortOutLists(files: readonly File[]): Promise<{ lists: readonly File[]; others: readonly File[] }> {
  const lists: File[] = [];
  const others: File[] = [];
  for (const file of files) ((await isSourceList(file)) ? lists : others).push(file);
  return { lists, others };
}

interface ReadAll {
  readonly files: readonly File[];
  readonly library: Library;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

async function readAll({ files, library, signal, onProgress }: ReadAll): Promise<readonly FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  let before = 0;
  for (const batch of batchesOf(files)) {
    if (signal.aborted) break;
    const sent: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
    for (const file of batch) {
      const bytes = await bytesOf(file);
      if (bytes instanceof Uint8Array) sent.push({ name: file.name, bytes });
      else outcomes.push({ fileName: file.name, outcome: "failed", failure: bytes });
    }
    const refused = batch.length - sent.length;
    before += refused;
    if (sent.length === 0) continue;
    const read = await library.readFiles(
      { files: sent },
      {
        signal,
        transfer: sent.map(({ bytes }) => bytes.buffer),
        onProgress: ({ done }) => onProgress(before + done),
      },
    );
    outcomes.push(...read);
    before += sent.length;
    onProgress(before);
  }
  return outcomes;
}

/** A file that is too large isn't read at all. One that the disk doesn't give was moved, or is a folder. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | ImportFailure> {
  if (file.size > mostBytesRead) return { kind: "file-too-large", limit: mostBytesRead };
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return { kind: "unreadable-file" };
  }
}
