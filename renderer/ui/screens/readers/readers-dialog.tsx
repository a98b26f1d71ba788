import { useEffectEvent, useLayoutEffect } from "react";
import type { CommitFailure } from "../../../model/failure.ts";
import type { ReaderId } from "../../../model/ids.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useReaders } from "../../queries/use-readers.ts";
import { useCloseDialog } from "../../state/own-dialog.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useText } from "../../text/use-text.tsx";
import { DialogFrame } from "../parts/dialog-frame.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { useAction } from "../parts/use-action.ts";
import { AddReaderForm } from "./add-reader-form.tsx";
import { ReaderLine } from "./reader-line.tsx";

/** Who reads: chosen by one key. At a start it only asks; opened by hand it also adds and renames. */
export function ReadersDialog({ asks }: { readonly asks: boolean }) {
  const words = useText().readers;
  const library = useLibrary();
  const { readers, current } = useReaders();
  const closeDialog = useCloseDialog();
  const { dispatch, tell } = useUiSteering();
  const choosing = useAction<CommitFailure>();

  /** The page forgets where the one before stood. */
  function welcome(name: string): void {
    dispatch({ event: "reader-changed" });
    tell({ kind: "reader-chosen", name: name === "" ? words.unnamed : name });
  }

  async function choose(readerId: ReaderId, name: string): Promise<void> {
    if (readerId === current) return closeDialog();
    const chosen = await choosing.run(() => library.chooseReader({ readerId }));
    if (chosen !== null) welcome(name);
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return;
    const reader = /^[1-9]$/.test(event.key) ? readers[Number(event.key) - 1] : undefined;
    if (reader !== undefined) void choose(reader.id, reader.name);
  });

  // Before the paint: whoever sees the dialog may press a key at once.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);

  // The focus goes to who reads now, so they have to be there when the dialog opens.
  if (readers.length === 0) return null;
  return (
    <DialogFrame
      title={words.who}
      onClose={closeDialog}
      actions={
        asks ? (
          <button type="button" className="button" onClick={closeDialog}>
            {words.goOn}
          </button>
        ) : undefined
      }
    >
      <ul className="readers" aria-label={words.list}>
        {readers.map((reader, at) => (
          <ReaderLine
            key={reader.id}
            reader={reader}
            place={at + 1}
            isCurrent={reader.id === current}
            canChange={!asks}
            onChoose={() => void choose(reader.id, reader.name)}
          />
        ))}
      </ul>
      {choosing.failure === null ? null : <FailureNote failure={choosing.failure} />}
      {readers.length > 1 ? <p className="field-hint">{words.keys}</p> : null}
      <p className="notice-line">{words.protectsNothing}</p>
      {asks ? null : <AddReaderForm onAdded={welcome} />}
    </DialogFrame>
  );
}
