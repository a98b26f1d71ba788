import { type RefObject, useEffect, useRef } from "react";
import type { BriefingId } from "../../../model/ids.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useReadingStates } from "../../queries/reading-states-context.tsx";
import { useUiSteering } from "../../state/ui-context.tsx";

const dwellMs = 5_000;

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
      // The person decided in the meantime; that stands.
      if (states.patchOf(id)?.read !== undefined) settle();
    });
    const markRead = () => {
      if (settled) return;
      settle();
      library.setRead({ ids: [id], read: true }).then(
        (outcome) => {
          if (outcome.ok) tell({ kind: "marked-read", count: 1 }, outcome.value.undo);
        },
        () => {},
      );
    };
    const dwell = watchDwell(markRead);
    const box = scrollBox.current;
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

/** Time only counts while the page is in sight: a laptop left open on a table reads nothing. */
function watchDwell(onDwelt: () => void): { stop(): void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const follow = () => {
    if (timer !== null) clearTimeout(timer);
    timer = document.visibilityState === "visible" ? setTimeout(onDwelt, dwellMs) : null;
  };
  follow();
  document.addEventListener("visibilitychange", follow);
  return {
    stop() {
      if (timer !== null) clearTimeout(timer);
      document.removeEventListener("visibilitychange", follow);
    },
  };
}
