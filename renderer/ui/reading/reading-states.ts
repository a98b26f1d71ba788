import type { BriefingRow, ReadingState } from "../../model/briefing.ts";
import type { BriefingId } from "../../model/ids.ts";

export type StatePatch = Partial<ReadingState>;

/**
 * What this page has just set, ahead of what lists and opened briefings were told. Rows listen one by one, so marking
 * one read re-renders one row.
 */
export interface ReadingStates {
  patchOf(id: BriefingId): StatePatch | undefined;
  set(ids: readonly BriefingId[], patch: StatePatch): void;
  /** Rows that were just asked for: this is how it stands, whatever an opened briefing was told earlier. */
  learn(rows: readonly BriefingRow[]): void;
  /** Something else than this page changed them: what was set here is older news. */
  forget(ids: readonly BriefingId[] | "many"): void;
  subscribe(listener: () => void): () => void;
}

export function makeReadingStates(): ReadingStates {
  const ahead = new Map<BriefingId, StatePatch>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    patchOf: (id) => ahead.get(id),
    set(ids, patch) {
      for (const id of ids) ahead.set(id, { ...ahead.get(id), ...patch });
      tell();
    },
    learn(rows) {
      for (const { head, state } of rows) ahead.set(head.id, state);
      tell();
    },
    forget(ids) {
      if (ahead.size === 0) return;
      if (ids === "many") ahead.clear();
      else for (const id of ids) ahead.delete(id);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
