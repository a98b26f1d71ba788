import type { Failure } from "../../../model/failure.ts";
import { sentenceFor } from "../../text/failure-sentence.ts";
import { useFormat, useText } from "../../text/use-text.tsx";

/** What happened, what is safe, what to do next. `quiet` = it was there before the person did anything. */
export function FailureNote({ failure, quiet }: { readonly failure: Failure; readonly quiet?: boolean }) {
  const { what, safe, next } = sentenceFor(failure, useText(), useFormat());
  return (
    <div className="failure-note" role={quiet ? undefined : "alert"}>
      <p className="failure-what">{what}</p>
      <p>
        {safe} {next}
      </p>
    </div>
  );
}
