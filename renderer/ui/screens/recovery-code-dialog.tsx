import { useEffect, useState } from "react";
import type { BugFailure, CommitFailure } from "../../model/failure.ts";
import { useLibrary } from "../queries/library-context.tsx";
import { asBug } from "../queries/use-library.ts";
import { useCloseDialog } from "../state/own-dialog.ts";
import { useText } from "../text/use-text.tsx";
import { DialogFrame } from "./parts/dialog-frame.tsx";
import { FailureNote } from "./parts/failure-note.tsx";
import { useAction } from "./parts/use-action.ts";

type Shown = { readonly code: string | null } | { readonly bug: BugFailure } | null;

/** Shows the code until the person says that it is written down. It isn't kept in the page after closing. */
export function RecoveryCodeDialog() {
  const text = useText();
  const words = text.dialogs.recovery;
  const library = useLibrary();
  const closeDialog = useCloseDialog();
  const [shown, setShown] = useState<Shown>(null);
  const confirming = useAction<CommitFailure>();

  useEffect(() => {
    let gone = false;
    library.getRecoveryCode({}).then(
      (code) => {
        if (!gone) setShown({ code });
      },
      (error: unknown) => {
        if (!gone) setShown({ bug: asBug(error) });
      },
    );
    return () => {
      gone = true;
    };
  }, [library]);

  async function confirm(): Promise<void> {
    const confirmed = await confirming.run(() => library.confirmRecoveryCodeWritten({}));
    if (confirmed !== null) closeDialog();
  }

  const code = shown !== null && "code" in shown ? shown.code : null;
  return (
    <DialogFrame
      title={words.title}
      onClose={closeDialog}
      printsAlone
      isTextOnly
      actions={
        code === null ? undefined : (
          <>
            <button type="button" className="button" onClick={() => window.print()}>
              {words.print}
            </button>
            <span className="dialog-spring" />
            <button
              type="button"
              className="button button-primary"
              disabled={confirming.isRunning}
              onClick={() => void confirm()}
            >
              {words.confirm}
            </button>
          </>
        )
      }
    >
      {shown === null ? <p>{text.dialogs.loading}</p> : null}
      {shown !== null && "bug" in shown ? <FailureNote failure={shown.bug} /> : null}
      {shown !== null && "code" in shown && shown.code === null ? <p>{words.hidden}</p> : null}
      {code === null ? null : (
        <>
          <p className="print-only">{words.printTitle}</p>
          <p>{words.why}</p>
          <p className="recovery-code" translate="no">
            {code}
          </p>
          <p>{words.how}</p>
          <p className="field-hint screen-only">{words.confirmHint}</p>
        </>
      )}
      {confirming.failure === null ? null : <FailureNote failure={confirming.failure} />}
    </DialogFrame>
  );
}
