import { useLibraryQuery } from "../../queries/use-library.ts";
import { handOverFile } from "../../state/hand-over-file.ts";
import { useCloseDialog } from "../../state/own-dialog.ts";
import { useText } from "../../text/use-text.tsx";
import { DialogFrame } from "../parts/dialog-frame.tsx";
import { WaitingNote } from "../parts/waiting-note.tsx";

/** Says what the file holds before it is saved. */
export function ExportSourcesDialog() {
  const text = useText();
  const words = text.lists.export;
  const closeDialog = useCloseDialog();
  const { answer: list, bug } = useLibraryQuery("exportSourceList", {}, { dependsOn: ["sources"] });
  const canSave = list !== null && list.count > 0;
  return (
    <DialogFrame
      title={words.title}
      onClose={closeDialog}
      isTextOnly={!canSave}
      actions={
        canSave ? (
          <button
            type="button"
            className="button button-primary"
            onClick={() => {
              handOverFile(words.fileName, list.text, "text/x-opml");
              closeDialog();
            }}
          >
            {words.save}
          </button>
        ) : undefined
      }
    >
      {list === null ? (
        <WaitingNote bug={bug} />
      ) : (
        <>
          <p>{list.count === 0 ? words.nothing : words.holds({ count: list.count })}</p>
          {list.leftOut === 0 ? null : <p>{words.local({ count: list.leftOut })}</p>}
          {list.count === 0 ? null : (
            <>
              <p>{words.without}</p>
              <p className="field-hint">{words.keys}</p>
            </>
          )}
        </>
      )}
    </DialogFrame>
  );
}
