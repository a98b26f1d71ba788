import type { BugFailure } from "../../../model/failure.ts";
import { useText } from "../../text/use-text.tsx";
import { FailureNote } from "./failure-note.tsx";

/** Stands where an answer of the library will; one that fails doesn't come. */
export function WaitingNote({ bug }: { readonly bug: BugFailure | null }) {
  const { dialogs } = useText();
  return bug === null ? <p role="status">{dialogs.loading}</p> : <FailureNote failure={bug} />;
}
