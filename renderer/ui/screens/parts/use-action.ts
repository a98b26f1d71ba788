import { useCallback, useEffect, useRef, useState } from "react";
import type { BugFailure, Failure } from "../../../model/failure.ts";
import type { Result } from "../../../model/result.ts";
import { asBug } from "../../queries/use-library.ts";

export interface Action<Fault extends Failure> {
  readonly isRunning: boolean;
  readonly failure: Fault | BugFailure | null;
  /** Runs one call; a second one while it runs is left out. Answers null where it failed. */
  readonly run: <Value>(call: () => Promise<Result<Value, Fault>>) => Promise<{ readonly value: Value } | null>;
  readonly forget: () => void;
}

/** One call at a time, with its failure kept for showing. */
export function useAction<Fault extends Failure>(): Action<Fault> {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Fault | BugFailure | null>(null);
  const running = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const run = useCallback(async <Value>(call: () => Promise<Result<Value, Fault>>) => {
    if (running.current) return null;
    running.current = true;
    setRunning(true);
    setFailure(null);
    const outcome = await call().catch((error: unknown) => ({ ok: false, failure: asBug(error) }) as const);
    running.current = false;
    if (gone.current) return outcome.ok ? { value: outcome.value } : null;
    setRunning(false);
    if (outcome.ok) return { value: outcome.value };
    setFailure(outcome.failure);
    return null;
  }, []);

  const forget = useCallback(() => setFailure(null), []);
  return { isRunning, failure, run, forget };
}
