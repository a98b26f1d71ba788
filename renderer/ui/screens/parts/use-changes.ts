import { useCallback, useRef, useState } from "react";
import type { BugFailure, Failure } from "../../../model/failure.ts";
import type { Result } from "../../../model/result.ts";
import { asBug } from "../../queries/use-library.ts";

export interface Changes<Fault extends Failure> {
  /** Of the newest change. */
  readonly failure: Fault | BugFailure | null;
  readonly run: (change: () => Promise<Result<unknown, Fault>>) => void;
}

/** For choices that are kept at once: each one is, however fast they follow. A press that must not count twice is an action. */
export function useChanges<Fault extends Failure>(): Changes<Fault> {
  const [failure, setFailure] = useState<Fault | BugFailure | null>(null);
  const newest = useRef(0);

  const run = useCallback((change: () => Promise<Result<unknown, Fault>>) => {
    const number = ++newest.current;
    const show = (next: Fault | BugFailure | null) => {
      if (number === newest.current) setFailure(next);
    };
    show(null);
    change().then(
      (outcome) => show(outcome.ok ? null : outcome.failure),
      (error: unknown) => show(asBug(error)),
    );
  }, []);

  return { failure, run };
}
