import type { SourceId } from "../../model/ids.ts";
import type { Source } from "../../model/source.ts";
import type { View } from "../../model/view.ts";
import type { Cell } from "./library-state.ts";
import { compareUrgency } from "./select-briefings.ts";

/** After all that a person ranked. */
const rankOfImports = 4;

/**
 * Which of several copies a list shows: an alert before all, then the source that the person ranked highest, then the
 * one that was told first. A copy that comes later doesn't move what is on screen.
 */
export function compareStandIns(one: Cell, other: Cell, sources: ReadonlyMap<SourceId, Source>): number {
  const rankOf = ({ record }: Cell): number => {
    const { sourceId } = record.head;
    return (sourceId === null ? null : sources.get(sourceId)?.rank) ?? rankOfImports;
  };
  return compareUrgency(one, other) || rankOf(one) - rankOf(other) || one.time - other.time || one.tie - other.tie;
}

/** What one source sent, how things came and what a person put aside is shown piece by piece. */
export function groupsCopies({ kind }: View): boolean {
  return kind === "all" || kind === "unread" || kind === "since-looked";
}
