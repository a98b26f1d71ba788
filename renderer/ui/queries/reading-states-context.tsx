import { createContext, type ReactNode, use, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ReadingState } from "../../model/briefing.ts";
import type { BriefingId } from "../../model/ids.ts";
import { makeReadingStates, type ReadingStates } from "../reading/reading-states.ts";
import { useLibraryConnection } from "./library-context.tsx";

const ReadingStatesContext = createContext<ReadingStates | null>(null);

export function ReadingStatesProvider({ children }: { readonly children: ReactNode }) {
  const { on, onOwnChange } = useLibraryConnection();
  const [states] = useState(makeReadingStates);
  useEffect(
    () =>
      on("changed", ({ kinds, ids }) => {
        // A new revision can make a briefing unread again: what this page set before is older news. Of many at once
        // most are new ones, and the list learns anew how the rows on screen stand.
        if (kinds.includes("briefings") && ids !== "many") states.forget(ids);
        if (kinds.includes("readers")) states.forget("many");
      }),
    [on, states],
  );
  useEffect(
    () =>
      onOwnChange((change) => {
        if (change.own === "state") states.set(change.ids, change.patch, change.underWay);
      }),
    [onOwnChange, states],
  );
  return <ReadingStatesContext value={states}>{children}</ReadingStatesContext>;
}

export function useReadingStates(): ReadingStates {
  const states = use(ReadingStatesContext);
  if (states === null) throw new Error("useReadingStates stands outside ReadingStatesProvider");
  return states;
}

/** The state to show: what was told, with what this page has set since. */
export function useReadingState(id: BriefingId, told: ReadingState): ReadingState {
  const states = useReadingStates();
  const patch = useSyncExternalStore(states.subscribe, () => states.patchOf(id));
  return useMemo(() => ({ ...told, ...patch }), [told, patch]);
}
