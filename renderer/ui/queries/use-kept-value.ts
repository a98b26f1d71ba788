import { useCallback, useMemo, useRef, useState } from "react";
import type { CommitFailure } from "../../model/failure.ts";
import type { Result } from "../../model/result.ts";
import { type Ahead, shownValue } from "../reading/ahead.ts";
import type { Query } from "./use-library.ts";

export interface KeptValue<Value> {
  readonly value: Value;
  /** Shows at once, however fast changes follow; taken back if the library couldn't keep it. */
  readonly change: (patch: Partial<Value>) => Promise<Result<unknown, CommitFailure>>;
}

/** Choices that the library keeps and this page changes. `keep` should stay the same from one render to the next. */
export function useKeptValue<Value extends object>(
  { answer, answered, ask }: Query<Value>,
  initial: Value,
  keep: (next: Value) => Promise<Result<unknown, CommitFailure>>,
): KeptValue<Value> {
  const [ahead, setAhead] = useState<Ahead<Value> | null>(null);
  const value = shownValue(ahead, answer ?? initial, answered);
  // The next change may come before this one has been drawn.
  const latest = useRef(value);
  latest.current = value;

  const change = useCallback(
    async (patch: Partial<Value>) => {
      const next = { ...latest.current, ...patch };
      const end = (after: Ahead<Value> | null) => setAhead((shown) => (shown?.value === next ? after : shown));
      latest.current = next;
      setAhead({ value: next, keptAtQuestion: null });
      try {
        const outcome = await keep(next);
        end(outcome.ok ? { value: next, keptAtQuestion: ask() } : null);
        return outcome;
      } catch (error) {
        end(null);
        throw error;
      }
    },
    [keep, ask],
  );
  return useMemo(() => ({ value, change }), [value, change]);
}
