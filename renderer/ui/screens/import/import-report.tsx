import type { SaveOutcome } from "../../../model/import-draft.ts";
import { useProgressiveCount } from "../../components/use-progressive-count.ts";
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
      <FoundHere found={report.alreadyHere} />
      <UnreadableFiles failed={failed} />
    </DialogFrame>
  );
}

/** Each that was there, by what it is called there and the file that brought it again. */
function FoundHere({ found }: { readonly found: SaveOutcome["alreadyHere"] }) {
  const words = useText().dialogs.import;
  const count = useProgressiveCount(found.length, { first: 40, step: 40 });
  if (found.length === 0) return null;
  return (
    <section className="dialog-section">
      <h3>{words.reportHere({ count: found.length })}</h3>
      <ul className="found-here">
        {found.slice(0, count).map(({ title, fileName }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may hold one briefing, and this list never changes
          <li key={place}>
            <strong className="breakable">{title}</strong>{" "}
            <span className="field-hint breakable">{fileName === "" ? words.pasted : fileName}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
