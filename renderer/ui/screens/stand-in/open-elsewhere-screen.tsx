import { useEffect } from "react";
import type { OpenFailure } from "../../../model/failure.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useText } from "../../text/use-text.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { useAction } from "../parts/use-action.ts";
import { StandIn } from "./stand-in.tsx";

const askedEveryMs = 1_000;

/** Another window, tab or program holds the library. What the library tells next replaces this screen. */
export function OpenElsewhereScreen() {
  const words = useText().dialogs.elsewhere;
  const { useHere: takeOver } = useLibrary();
  const taking = useAction<OpenFailure>();
  useGoOnWhenFree();
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
      <p className="field-hint">{words.byItself}</p>
      {taking.failure === null ? null : <FailureNote failure={taking.failure} />}
    </StandIn>
  );
}

/** Only while this window has the focus: one beside it that is being reloaded has it then, and must find its library. */
function useGoOnWhenFree(): void {
  const { openIfFree } = useLibrary();
  useEffect(() => {
    function ask(): void {
      if (!document.hasFocus()) return;
      // What comes of it is told as the library's status; a machine that doesn't answer is told so too.
      openIfFree({}).catch(() => {});
    }
    const timer = setInterval(ask, askedEveryMs);
    window.addEventListener("focus", ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", ask);
    };
  }, [openIfFree]);
}
