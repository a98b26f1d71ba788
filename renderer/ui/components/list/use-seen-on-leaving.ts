import { useEffect, useRef } from "react";
import { useLibraryConnection } from "../../queries/library-context.tsx";
import type { VisibleRows } from "../../queries/use-briefing-list.ts";
import { asBug } from "../../queries/use-library.ts";
import type { ListWindow } from "../../reading/list-window.ts";
import { rowCount } from "../../reading/list-window.ts";
import type { Shown } from "../../state/panes.tsx";
import { useUiSteering } from "../../state/ui-context.tsx";

/** Passing through isn't seeing. */
const seenAfterMs = 2_000;

/**
 * Who had the last row of "since I last looked" before their eyes and goes to another view has seen it. Starting the
 * program, closing it, searching, and a list that was left half-way say nothing.
 */
export function useSeenOnLeaving({
  isSinceLooked,
  isWhole,
  window,
}: {
  readonly isSinceLooked: boolean;
  /** No filter and no search hides a part of the view. */
  readonly isWhole: boolean;
  readonly window: ListWindow;
}): (visible: VisibleRows) => void {
  const { calls, on } = useLibraryConnection();
  const { tell } = useUiSteering();
  const seen = useRef<(Shown & { readonly since: number }) | null>(null);
  const latest = useRef({ isSinceLooked, isWhole, window });
  latest.current = { isSinceLooked, isWhole, window };

  // It would be somebody else's looking.
  useEffect(
    () =>
      on("changed", ({ kinds }) => {
        if (kinds.includes("readers")) seen.current = null;
      }),
    [on],
  );

  useEffect(() => {
    if (!isSinceLooked) return;
    seen.current = null;
    return () => {
      const left = seen.current;
      seen.current = null;
      if (latest.current.isSinceLooked || left === null || performance.now() - left.since < seenAfterMs) return;
      calls.setLooked({ upTo: left.upTo }).then(
        (outcome) => {
          if (outcome.ok) tell({ kind: "looked", count: left.count }, outcome.value.undo);
          else tell({ kind: "failed", failure: outcome.failure });
        },
        (error: unknown) => tell({ kind: "failed", failure: asBug(error) }),
      );
    };
  }, [isSinceLooked, calls, tell]);

  return useRef((visible: VisibleRows) => {
    const { isSinceLooked: isHere, isWhole: isAll, window: rows } = latest.current;
    const count = rowCount(rows);
    if (!isHere || !isAll || rows.total === null || count === 0 || visible.last < count - 1) return;
    if (seen.current?.upTo !== rows.upTo)
      seen.current = { upTo: rows.upTo, count: count + rows.hiddenCopies, since: performance.now() };
  }).current;
}
