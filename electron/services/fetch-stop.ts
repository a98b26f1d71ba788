import type { CancelSignal } from "../../renderer/contracts/calls.ts";
import type { FetchFailure } from "../../renderer/model/failure.ts";
import type { FetchLimits } from "./fetch-limits.ts";

type Phase = "connect" | "first-byte" | "idle" | "total";

/** Everything that can end a fetch from outside: the person, or one of the four clocks. */
export interface FetchStop {
  readonly failure: () => FetchFailure | null;
  readonly whenStopped: Promise<FetchFailure>;
  /** Starts the clock of a phase; the one of the phase before stops. */
  enter(phase: Exclude<Phase, "total">): void;
  end(): void;
}

export function createFetchStop(signal: CancelSignal, limits: FetchLimits): FetchStop {
  const secondsOf: Readonly<Record<Phase, number>> = {
    connect: limits.connectSeconds,
    "first-byte": limits.firstByteSeconds,
    idle: limits.idleSeconds,
    total: limits.totalSeconds,
  };
  let failure: FetchFailure | null = null;
  let settle: (failure: FetchFailure) => void = () => {};
  const whenStopped = new Promise<FetchFailure>((resolve) => {
    settle = resolve;
  });

  function stop(why: FetchFailure): void {
    failure ??= why;
    settle(failure);
  }
  function startClock(phase: Phase): NodeJS.Timeout {
    const seconds = secondsOf[phase];
    return setTimeout(() => stop({ kind: "timeout", phase, seconds }), seconds * 1000);
  }

  const cancel = () => stop({ kind: "cancelled" });
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });
  const total = startClock("total");
  let phaseClock: NodeJS.Timeout | undefined;

  return {
    failure: () => failure,
    whenStopped,
    enter(phase) {
      clearTimeout(phaseClock);
      phaseClock = startClock(phase);
    },
    end() {
      clearTimeout(total);
      clearTimeout(phaseClock);
      signal.removeEventListener("abort", cancel);
    },
  };
}
