import type { SourceId } from "../../model/ids.ts";
import type { Source } from "../../model/source.ts";
import type { SinceLooked, SinceLookedSource } from "../../model/view.ts";
import type { Cell } from "./library-state.ts";

/** Where the cells come from, most first; files and pastes count as one. */
export function countSinceLooked(
  cells: readonly Cell[],
  sources: ReadonlyMap<SourceId, Source>,
): Pick<SinceLooked, "alerts" | "sources"> {
  let alerts = 0;
  const counts = new Map<SourceId | null, SinceLookedSource>();
  for (const { record } of cells) {
    const { sourceId, sourceName, kind } = record.head;
    if (kind === "alert") alerts++;
    const name = sourceId === null ? "" : (sources.get(sourceId)?.name ?? sourceName);
    const known = counts.get(sourceId) ?? { sourceId, name, count: 0 };
    counts.set(sourceId, { ...known, count: known.count + 1 });
  }
  return { alerts, sources: [...counts.values()].sort((left, right) => right.count - left.count) };
}
