import type { OpenFailure } from "../../../model/failure.ts";
import { useText } from "../../text/use-text.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { LockedScreen } from "./locked-screen.tsx";
import { OpenElsewhereScreen } from "./open-elsewhere-screen.tsx";
import { StandIn } from "./stand-in.tsx";

/** The library didn't open: why, and the one thing that helps. */
export function ClosedScreen({ why }: { readonly why: OpenFailure }) {
  const words = useText().dialogs.closed;
  if (why.kind === "open-elsewhere") return <OpenElsewhereScreen />;
  if (why.kind === "key-missing" || why.kind === "wrong-recovery-code") return <LockedScreen />;
  return (
    <StandIn title={words.title}>
      <FailureNote failure={why} quiet />
      <div className="dialog-row">
        <button type="button" className="button button-primary" onClick={() => location.reload()}>
          {words.again}
        </button>
      </div>
    </StandIn>
  );
}
