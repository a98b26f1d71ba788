import type { BriefingRow, ReadingState } from "../../model/briefing.ts";
import type { BriefingId } from "../../model/ids.ts";

export type StatePatch = Partial<ReadingState>;

/**
 * What this page has just set, ahead of what lists and opened briefings were told. Rows listen one by one, so marking
 * one read re-renders one row.
 */
export interface ReadingStates {
  patchOf(id: BriefingId): StatePatch | undefined;
  /** `underWay` ends when the library has kept it: rows asked for before then may not know of it. */
  set(ids: readonly BriefingId[], patch: StatePatch, underWay?: Promise<unknown>): void;
  /** Where all this stands now; to be looked at before rows are asked for that will be learned. */
  moment(): number;
  /**
   * Rows as the library answered them: this is how it stands, whatever an opened briefing was told earlier. What was
   * set since they were `asked` for, or was on its way then, is newer than they are.
   */
  learn(rows: readonly BriefingRow[], asked: number): void;
  /** Something else than this page changed them: what was set here is older news. */
  forget(ids: readonly BriefingId[] | "many"): void;
  subscribe(listener: () => void): () => void;
}

export function makeReadingStates(): ReadingStates {
  const ahead = new Map<BriefingId, StatePatch>();
  /** Of what the person set: how much of it is under way, and when it was last begun or ended. */
  const ownDeeds = new Map<BriefingId, { underWay: number; since: number }>();
  const listeners = new Set<() => void>();
  let now = 0;
  const tell = () => {
    for (const listener of listeners) listener();
  };

  function note(ids: readonly BriefingId[], more: 1 | 0 | -1): void {
    now++;
    for (const id of ids) ownDeeds.set(id, { underWay: (ownDeeds.get(id)?.underWay ?? 0) + more, since: now });
  }

  return {
    patchOf: (id) => ahead.get(id),
    set(ids, patch, underWay) {
      for (const id of ids) ahead.set(id, { ...ahead.get(id), ...patch });
      note(ids, underWay === undefined ? 0 : 1);
      const end = () => note(ids, -1);
      underWay?.then(end, end);
      tell();
    },
    moment: () => now,
    learn(rows, asked) {
      for (const { head, state } of rows) {
        const deeds = ownDeeds.get(head.id);
        if (deeds === undefined || (deeds.underWay === 0 && deeds.since <= asked)) ahead.set(head.id, state);
      }
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
