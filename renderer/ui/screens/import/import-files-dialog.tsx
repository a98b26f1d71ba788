import { useEffect, useRef, useState } from "react";
import type { BugFailure, ReadingStoppedFailure } from "../../../model/failure.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { asBug } from "../../queries/use-library.ts";
import { draftIdsOf } from "../../reading/draft-ids.ts";
import type { FilesTaken } from "../../reading/files-in-folders.ts";
import { useCloseDialog } from "../../state/own-dialog.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";
import { isSourceList } from "../lists/is-source-list.ts";
import { DialogFrame } from "../parts/dialog-frame.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { readAll } from "./read-all.ts";

const readingStopped: ReadingStoppedFailure = { kind: "reading-stopped" };

/** Reads the files, tells how far it is, and hands over to the preview. Stopping keeps what was read so far. */
export function ImportFilesDialog({ files, refused, cut }: FilesTaken) {
  const words = useText().dialogs.import;
  const format = useFormat();
  const library = useLibrary();
  const closeDialog = useCloseDialog();
  const { openDialog, tell } = useUiSteering();
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
      const { signal } = controller;
      const { lists, others } = await sortOutLists(files, signal);
      const read = await readAll({ files: others, library, signal, onProgress: setDone });
      // Closed meanwhile: nobody will look at them.
      if (stopping.current !== controller) await library.dropDrafts({ ids: draftIdsOf(read) });
      const outcomes = [...read, ...refused];
      const why = signal.aborted && lists.length < files.length ? readingStopped : cut;
      goOn(() => {
        if (outcomes.length > 0) return openDialog("import", { outcomes, lists, cut: why });
        if (lists.length === 0) return closeDialog();
        openDialog("source-list", { files: lists });
        if (why !== null) tell({ kind: "failed", failure: why });
      });
    };
    readThem().catch((error: unknown) => goOn(() => setBug(asBug(error))));
    return () => {
      stopping.current = null;
      controller.abort();
    };
  }, [files, refused, cut, library, closeDialog, openDialog, tell]);

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
async function sortOutLists(
  files: readonly File[],
  signal: AbortSignal,
): Promise<{ lists: readonly File[]; others: readonly File[] }> {
  const lists: File[] = [];
  const others: File[] = [];
  for (const file of files) {
    if (signal.aborted) break;
    ((await isSourceList(file)) ? lists : others).push(file);
  }
  return { lists, others };
}
