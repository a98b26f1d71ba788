import { type ChangeEvent, type ReactNode, useCallback, useLayoutEffect, useState } from "react";
import { useLibrary } from "../queries/library-context.tsx";
import { asBug } from "../queries/use-library.ts";
import { type FilesTaken, filesDropped, filesPicked } from "../reading/files-in-folders.ts";
import { usePanes } from "../state/panes.tsx";
import { useUiSteering } from "../state/ui-context.tsx";
import { useText } from "../text/use-text.tsx";

const acceptedFiles =
  ".pdf,.docx,.odt,.rtf,.eml,.msg,.zip,.txt,.text,.md,.markdown,.html,.htm,.xhtml,.opml,.xml,.jpg,.jpeg,.png,.webp,.gif," +
  "application/pdf,message/rfc822,application/zip,text/plain,text/markdown,text/html,text/x-opml,text/xml," +
  "image/jpeg,image/png,image/webp,image/gif";

/** Files and texts come in anywhere on the page: dropped, pasted, or picked. Nothing is kept before it was looked at. */
export function TakeIn({ children }: { readonly children: ReactNode }) {
  const panes = usePanes();
  const { openDialog } = useUiSteering();
  const readFiles = useCallback((taken: FilesTaken) => openDialog("import-files", taken), [openDialog]);
  const isOver = useDrop(readFiles);
  usePaste();

  function onPicked(event: ChangeEvent<HTMLInputElement>): void {
    const taken = filesPicked(event.target.files ?? []);
    // The same file picked twice must be a change both times.
    event.target.value = "";
    // The browser has made a file of each name just now, which takes it a while for a hundred: ours is the next task.
    if (taken.files.length > 0) setTimeout(() => readFiles(taken));
  }

  return (
    <>
      {children}
      <input
        ref={(input) => {
          panes.filePicker = input;
        }}
        type="file"
        multiple
        accept={acceptedFiles}
        className="file-picker"
        tabIndex={-1}
        aria-hidden="true"
        onChange={onPicked}
      />
      <input
        ref={(input) => {
          panes.folderPicker = input;
          if (input !== null) input.webkitdirectory = true;
        }}
        type="file"
        className="file-picker"
        tabIndex={-1}
        aria-hidden="true"
        onChange={onPicked}
      />
      {isOver ? <DropFace /> : null}
    </>
  );
}

function DropFace() {
  const words = useText().reading.drop;
  return (
    <div className="drop">
      <div className="drop-said">
        <p className="drop-here">{words.here}</p>
        <p>{words.what}</p>
      </div>
    </div>
  );
}

function useDrop(onFiles: (taken: FilesTaken) => void): boolean {
  const [isOver, setOver] = useState(false);
  // Before the paint, as below: whoever sees the screen may drop or paste at once.
  useLayoutEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const isBusy = () => document.querySelector("dialog:modal") !== null;
    const over = (event: DragEvent) => {
      // Without this the browser would leave the app and show the file.
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = hasFiles(event) && !isBusy() ? "copy" : "none";
      setOver(hasFiles(event) && !isBusy());
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer === null || isBusy()) return;
      void filesDropped(event.dataTransfer).then((taken) => {
        if (taken.files.length + taken.refused.length > 0 && !isBusy()) onFiles(taken);
      });
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [onFiles]);
  return isOver;
}

function usePaste(): void {
  const library = useLibrary();
  const { openDialog, tell } = useUiSteering();
  useLayoutEffect(() => {
    async function paste(event: ClipboardEvent): Promise<void> {
      const { target, clipboardData } = event;
      if (clipboardData === null || document.querySelector("dialog:modal") !== null) return;
      if (target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null) return;
      event.preventDefault();
      const taken = filesPicked(clipboardData.files);
      const text = clipboardData.getData("text/plain");
      const html = clipboardData.getData("text/html");
      if (text === "" && html === "" && taken.files.length > 0) return openDialog("import-files", taken);
      try {
        const outcome = await library.readPaste({ text, html: html === "" ? null : html });
        if (!outcome.ok) tell({ kind: "failed", failure: outcome.failure });
        else if ("address" in outcome.value) openDialog("add-source", { address: outcome.value.address });
        else openDialog("import", { outcomes: [{ fileName: "", outcome: "draft", draft: outcome.value.draft }] });
      } catch (error) {
        tell({ kind: "failed", failure: asBug(error) });
      }
    }
    const listener = (event: ClipboardEvent) => void paste(event);
    document.addEventListener("paste", listener);
    return () => document.removeEventListener("paste", listener);
  }, [library, openDialog, tell]);
}
