import { type FormEvent, useState } from "react";
import type { OpenFailure } from "../../../model/failure.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useText } from "../../text/use-text.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { Field } from "../parts/field.tsx";
import { useAction } from "../parts/use-action.ts";
import { StandIn } from "./stand-in.tsx";

/** The key is gone; the recovery code opens the library. */
export function LockedScreen() {
  const words = useText().dialogs.locked;
  const library = useLibrary();
  const [code, setCode] = useState("");
  const opening = useAction<OpenFailure>();

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void opening.run(() => library.unlockWithRecoveryCode({ code: code.trim() }));
  }

  return (
    <StandIn title={words.title}>
      <p>{words.text}</p>
      <form className="dialog-form" onSubmit={onSubmit} noValidate>
        <Field label={words.code} hint={words.codeHint}>
          {(ids) => (
            <input
              {...ids}
              type="text"
              className="code-field"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
        {opening.failure === null ? null : <FailureNote failure={opening.failure} />}
        <div className="dialog-row">
          <button type="submit" className="button button-primary" disabled={code.trim() === "" || opening.isRunning}>
            {opening.isRunning ? words.opening : words.open}
          </button>
        </div>
      </form>
    </StandIn>
  );
}
