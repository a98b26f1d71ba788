import { type RefObject, useEffect, useRef } from "react";
import type { BriefingId } from "../../../model/ids.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useReadingStates } from "../../queries/reading-states-context.tsx";
import { asBug } from "../../queries/use-library.ts";
import { watchDwell } from "../../reading/dwell.ts";
import { useUiSteering } from "../../state/ui-context.tsx";

/** Marks a briefing read once it has been in sight for a while or was scrolled to its end; once for each opening. */
export function useMarkRead({
  id,
  wasRead,
  scrollBox,
}: {
  readonly id: BriefingId | null;
  readonly wasRead: boolean;
  readonly scrollBox: RefObject<HTMLElement | null>;
}): void {
  const library = useLibrary();
  const states = useReadingStates();
  const { tell } = useUiSteering();
  const wasReadAtOpening = useRef(wasRead);
  wasReadAtOpening.current = wasRead;

  useEffect(() => {
    if (id === null || (states.patchOf(id)?.read ?? wasReadAtOpening.current)) return;
    let settled = false;
    const stopWatching = states.subscribe(() => {
      // The person was quicker, whatever they decide after that. That it is known to be unread decides nothing.
      if (states.patchOf(id)?.read === true) settle();
    });
    const markRead = () => {
      if (settled) return;
      settle();
      library.setRead({ ids: [id], read: true }).then(
        (outcome) => {
          if (outcome.ok) tell({ kind: "marked-read", count: 1, byItself: true }, outcome.value.undo);
          // The bottom line says all the time that the disk is nearly full; each briefing needn't say it again.
          else if (outcome.failure.kind !== "disk-low") tell({ kind: "failed", failure: outcome.failure });
        },
        (error: unknown) => tell({ kind: "failed", failure: asBug(error) }),
      );
    };
    const box = scrollBox.current;
    const dwell = watchDwell({ isInSight: () => isInSight(box), onDwelt: markRead });
    const atEnd = () => {
      if (box !== null && box.scrollTop > 0 && box.scrollTop + box.clientHeight >= box.scrollHeight - 24) markRead();
    };
    box?.addEventListener("scroll", atEnd, { passive: true });
    function settle() {
      settled = true;
      dwell.stop();
      stopWatching();
      box?.removeEventListener("scroll", atEnd);
    }
    return settle;
  }, [id, library, states, tell, scrollBox]);
}

/** Behind a dialog, in another pane or another window nobody reads: a laptop left open on a table reads nothing. */
function isInSight(box: HTMLElement | null): boolean {
  return (
    document.visibilityState === "visible" &&
    box?.checkVisibility({ visibilityProperty: true }) === true &&
    document.querySelector("dialog:modal") === null
  );
}
