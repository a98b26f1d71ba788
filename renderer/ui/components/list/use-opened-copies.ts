import { useCallback, useMemo, useState } from "react";
import type { BriefingId } from "../../../model/ids.ts";

const none: ReadonlySet<BriefingId> = new Set();

/** Rows whose copies are shown below them. Another list begins with all of them closed. */
export function useOpenedCopies(place: string): {
  readonly opened: ReadonlySet<BriefingId>;
  readonly toggle: (id: BriefingId) => void;
} {
  const [held, setHeld] = useState({ place, ids: none });
  const opened = held.place === place ? held.ids : none;
  const toggle = useCallback(
    (id: BriefingId) =>
      setHeld((before) => {
        const ids = new Set(before.place === place ? before.ids : none);
        if (!ids.delete(id)) ids.add(id);
        return { place, ids };
      }),
    [place],
  );
  return useMemo(() => ({ opened, toggle }), [opened, toggle]);
}
