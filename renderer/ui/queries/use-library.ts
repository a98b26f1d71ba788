import { useCallback, useEffect, useRef, useState } from "react";
import type { ArgsOf, ReplyOf } from "../../contracts/calls.ts";
import type { LibraryCalls } from "../../contracts/library.ts";
import { RemoteBug } from "../../contracts/rpc.ts";
import type { ChangedKind } from "../../model/changes.ts";
import type { BugFailure } from "../../model/failure.ts";
import { useLibraryConnection } from "./library-context.tsx";

export interface QueryOptions {
  /** A change of one of these kinds asks again. */
  readonly dependsOn: readonly ChangedKind[];
  /** false = don't ask (yet); the last answer stays. */
  readonly enabled?: boolean;
}

export interface Query<Reply> {
  /** The newest answer; it stays while the next one loads, also when the arguments change. */
  readonly answer: Reply | null;
  /** The answer is for these arguments and nothing newer is on the way. */
  readonly isSettled: boolean;
  /** A bug in the library; expected failures are part of the answer. */
  readonly bug: BugFailure | null;
  /** Number of the question that was answered last. */
  readonly answered: number;
  /** Asks again; answers the question's number. */
  readonly ask: () => number;
}

interface Held<Reply> {
  readonly key: string;
  readonly answer: Reply | null;
  readonly bug: BugFailure | null;
  readonly answered: number;
  readonly settled: boolean;
}

export function asBug(error: unknown): BugFailure {
  return { kind: "bug", reference: error instanceof RemoteBug ? error.reference : "page" };
}

/** Asks the library and asks again when something it depends on has changed. Older answers are dropped. */
export function useLibraryQuery<Name extends keyof LibraryCalls>(
  name: Name,
  args: ArgsOf<LibraryCalls[Name]>,
  { dependsOn, enabled = true }: QueryOptions,
): Query<ReplyOf<LibraryCalls[Name]>> {
  type Reply = ReplyOf<LibraryCalls[Name]>;
  const { calls, on } = useLibraryConnection();
  const key = JSON.stringify(args);
  const kinds = dependsOn.join(" ");
  const [held, setHeld] = useState<Held<Reply>>({ key, answer: null, bug: null, answered: 0, settled: false });
  const newestAsked = useRef(0);
  const newestSequence = useRef(-1);
  const controller = useRef<AbortController | null>(null);

  const ask = useCallback(() => {
    const asked = ++newestAsked.current;
    controller.current?.abort();
    controller.current = new AbortController();
    const call = calls[name] as (args: unknown, options: { signal: AbortSignal }) => Promise<Reply>;
    call(JSON.parse(key), { signal: controller.current.signal }).then(
      (answer) => {
        const sequence = sequenceOf(answer);
        if (asked !== newestAsked.current || (sequence !== null && sequence < newestSequence.current)) return;
        if (sequence !== null) newestSequence.current = sequence;
        setHeld({ key, answer, bug: null, answered: asked, settled: true });
      },
      (error: unknown) => {
        if (asked !== newestAsked.current) return;
        setHeld((before) => ({ ...before, key, bug: asBug(error), answered: asked, settled: true }));
      },
    );
    return asked;
  }, [calls, name, key]);

  useEffect(() => {
    if (!enabled) return;
    ask();
    return () => {
      newestAsked.current++;
      controller.current?.abort();
    };
  }, [ask, enabled]);

  useEffect(() => {
    if (!enabled || kinds === "") return;
    const watched = kinds.split(" ");
    return on("changed", (changed) => {
      if (changed.kinds.some((kind) => watched.includes(kind))) ask();
    });
  }, [on, ask, enabled, kinds]);

  const { answer, bug, answered } = held;
  return { answer, isSettled: held.settled && held.key === key, bug, answered, ask };
}

function sequenceOf(answer: unknown): number | null {
  if (typeof answer !== "object" || answer === null || !("sequence" in answer)) return null;
  return typeof answer.sequence === "number" ? answer.sequence : null;
}
