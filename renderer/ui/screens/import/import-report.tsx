import type { SaveOutcome } from "../../../model/import-draft.ts";
import { useText } from "../../text/use-text.tsx";
import { DialogFrame } from "../parts/dialog-frame.tsx";
import type { ImportState } from "./import-state.ts";
import { UnreadableFiles } from "./unreadable-files.tsx";

export interface ImportReportProps {
  readonly report: SaveOutcome;
  readonly failed: ImportState["failed"];
  readonly onClose: () => void;
}

/** In, already there, not readable and why. */
export function ImportReport({ report, failed, onClose }: ImportReportProps) {
  const text = useText();
  const words = text.dialogs.import;
  return (
    <DialogFrame
      title={words.reportTitle}
      onClose={onClose}
      isTextOnly
      actions={
        <button type="button" className="button button-primary" onClick={onClose}>
          {text.dialogs.close}
        </button>
      }
    >
      {report.saved.length === 0 ? null : <p>{words.reportSaved({ count: report.saved.length })}</p>}
      {report.alreadyHere.length === 0 ? null : <p>{words.reportHere({ count: report.alreadyHere.length })}</p>}
      <UnreadableFiles failed={failed} />
    </DialogFrame>
  );
}
