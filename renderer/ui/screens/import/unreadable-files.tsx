import { useText } from "../../text/use-text.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import type { ImportState } from "./import-state.ts";

/** Each file that can't be imported, and why. */
export function UnreadableFiles({ failed }: { readonly failed: ImportState["failed"] }) {
  const words = useText().dialogs.import;
  if (failed.length === 0) return null;
  return (
    <section className="dialog-section unreadable">
      <h3>{words.reportUnreadable({ count: failed.length })}</h3>
      <ul>
        {failed.map(({ fileName, failure }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two folders may hold files of one name, and this list never changes
          <li key={place}>
            <strong className="breakable">{fileName === "" ? words.pasted : fileName}</strong>
            <FailureNote failure={failure} quiet />
          </li>
        ))}
      </ul>
    </section>
  );
}
