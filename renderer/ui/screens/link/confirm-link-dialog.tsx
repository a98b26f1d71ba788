import type { LinkFailure } from "../../../model/failure.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useCloseDialog } from "../../state/own-dialog.ts";
import { useText } from "../../text/use-text.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { DialogFrame } from "../parts/dialog-frame.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { useAction } from "../parts/use-action.ts";
import { linkFacts } from "./link-facts.ts";

/** A link is opened only after its host was seen. */
export function ConfirmLinkDialog({ address }: { readonly address: string }) {
  const text = useText();
  const words = text.dialogs.link;
  const library = useLibrary();
  const closeDialog = useCloseDialog();
  const opening = useAction<LinkFailure>();
  const facts = linkFacts(address);

  async function open(): Promise<void> {
    const opened = await opening.run(() => library.openLink({ address }));
    if (opened !== null) closeDialog();
  }

  return (
    <DialogFrame
      title={facts.kind === "mail" ? words.mailTitle : words.title}
      onClose={closeDialog}
      actions={
        <>
          <button type="button" className="button" onClick={closeDialog}>
            {text.dialogs.cancel}
          </button>
          <CopyButton value={address} />
          {facts.kind === "unreadable" ? null : (
            <button
              type="button"
              className="button button-primary"
              disabled={opening.isRunning}
              onClick={() => void open()}
            >
              {words.open}
            </button>
          )}
        </>
      }
    >
      {facts.kind === "unreadable" ? (
        <p>{words.unreadable}</p>
      ) : (
        <p className="link-host">
          <span className="field-hint">{words.goesTo}</span>
          <strong>{facts.kind === "mail" ? facts.to : facts.host}</strong>
        </p>
      )}
      {facts.kind === "page" && facts.lookalike ? <p className="warning">{words.lookalike}</p> : null}
      {facts.kind === "page" && facts.insecure ? <p className="warning">{words.insecure}</p> : null}
      <p className="link-address">
        <span className="field-hint">{words.fullAddress}</span>
        <span className="breakable">{address}</span>
      </p>
      {facts.kind === "page" ? <p className="field-hint">{words.leaves}</p> : null}
      {opening.failure === null ? null : <FailureNote failure={opening.failure} />}
    </DialogFrame>
  );
}
