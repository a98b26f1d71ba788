import { type ClipboardEvent, type FormEvent, useRef, useState } from "react";
import type { ImportFailure } from "../../model/failure.ts";
import { useLibrary } from "../queries/library-context.tsx";
import { useCloseDialog } from "../state/own-dialog.ts";
import { useUiSteering } from "../state/ui-context.tsx";
import { useText } from "../text/use-text.tsx";
import { DialogFrame } from "./parts/dialog-frame.tsx";
import { FailureNote } from "./parts/failure-note.tsx";
import { Field } from "./parts/field.tsx";
import { useAction } from "./parts/use-action.ts";

/** The way in for whoever doesn't use Ctrl-V on the list. */
export function PasteDialog() {
  const words = useText().dialogs.paste;
  const library = useLibrary();
  const closeDialog = useCloseDialog();
  const { openDialog } = useUiSteering();
  const [typed, setTyped] = useState("");
  /** What the clipboard had beside the plain text; it counts only while nobody edits the text. */
  const rich = useRef<{ readonly text: string; readonly html: string } | null>(null);
  const reading = useAction<ImportFailure>();

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const html = event.clipboardData.getData("text/html");
    rich.current = html === "" || typed !== "" ? null : { text: event.clipboardData.getData("text/plain"), html };
  }

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const html = rich.current !== null && sameWords(rich.current.text, typed) ? rich.current.html : null;
    const read = await reading.run(() => library.readPaste({ text: typed, html }));
    if (read === null) return;
    if ("address" in read.value) openDialog("add-source", { address: read.value.address });
    else {
      const { draft } = read.value;
      openDialog("import", { outcomes: [{ fileName: draft.fileName, outcome: "draft", draft }] });
    }
  }

  return (
    <DialogFrame
      title={words.title}
      onClose={closeDialog}
      actions={
        <button
          type="submit"
          form="paste"
          className="button button-primary"
          disabled={typed.trim() === "" || reading.isRunning}
        >
          {words.go}
        </button>
      }
    >
      <form id="paste" className="dialog-form" onSubmit={(event) => void onSubmit(event)} noValidate>
        <Field label={words.text} hint={words.hint}>
          {(ids) => (
            <textarea
              {...ids}
              data-first-focus
              rows={10}
              spellCheck={false}
              value={typed}
              onPaste={onPaste}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {reading.failure === null ? null : <FailureNote failure={reading.failure} />}
      </form>
    </DialogFrame>
  );
}

/** A text field turns line ends into its own. */
function sameWords(one: string, other: string): boolean {
  return one.replaceAll("\r\n", "\n").trim() === other.trim();
}
