import { useState } from "react";
import type { SourceId } from "../../../model/ids.ts";
import type { ListEntry } from "../../../model/source-list.ts";

export interface Ticks {
  readonly has: (id: SourceId) => boolean;
  readonly set: (ids: readonly SourceId[], ticked: boolean) => void;
  /** Ticked, and not here yet. */
  readonly chosen: readonly ListEntry[];
}

/** What is here already can't be ticked. */
export function useTicks(entries: readonly ListEntry[], { startTicked }: { readonly startTicked: boolean }): Ticks {
  const open = entries.filter(({ standing }) => standing !== "already-here");
  const [ticked, setTicked] = useState<ReadonlySet<SourceId>>(
    () => new Set(startTicked ? open.map(({ id }) => id) : []),
  );
  return {
    has: (id) => ticked.has(id),
    set: (ids, isTicked) =>
      setTicked((before) => {
        const after = new Set(before);
        for (const id of ids) {
          if (isTicked) after.add(id);
          else after.delete(id);
        }
        return after;
      }),
    chosen: open.filter(({ id }) => ticked.has(id)),
  };
}
