import type { OpenFailure } from "../../../model/failure.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useText } from "../../text/use-text.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { useAction } from "../parts/use-action.ts";
import { StandIn } from "./stand-in.tsx";

/** Another window, tab or program holds the library. What the library tells next replaces this screen. */
export function OpenElsewhereScreen() {
  const words = useText().dialogs.elsewhere;
  const { useHere: takeOver } = useLibrary();
  const taking = useAction<OpenFailure>();
  return (
    <StandIn title={words.title}>
      <p>{words.text}</p>
      <div className="dialog-row">
        <button
          type="button"
          className="button button-primary"
          disabled={taking.isRunning}
          onClick={() => void taking.run(() => takeOver({}))}
        >
          {taking.isRunning ? words.taking : words.useHere}
        </button>
      </div>
      <p className="field-hint">{words.hint}</p>
      {taking.failure === null ? null : <FailureNote failure={taking.failure} />}
    </StandIn>
  );
}
