import { createContext, type ReactNode, use, useEffect, useState } from "react";
import type { ClockState } from "../../model/library-status.ts";
import { useLibraryConnection } from "./library-context.tsx";

const ClockContext = createContext<ClockState | null>(null);
const tickMs = 30_000;

/** One clock for all ages on screen: the library's, which also knows what servers said. */
export function ClockProvider({ children }: { readonly children: ReactNode }) {
  const { calls, on } = useLibraryConnection();
  const [clock, setClock] = useState<ClockState>(() => ({ now: Date.now(), trusted: true, offByMs: 0 }));
  useEffect(() => {
    let gone = false;
    const look = () => {
      calls.getClock({}).then(
        (next) => {
          if (!gone) setClock(next);
        },
        () => {},
      );
    };
    look();
    const timer = setInterval(look, tickMs);
    const stop = on("sync", (status) => {
      if (status.at !== "syncing") look();
    });
    return () => {
      gone = true;
      clearInterval(timer);
      stop();
    };
  }, [calls, on]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}

export function useClock(): ClockState {
  const clock = use(ClockContext);
  if (clock === null) throw new Error("useClock stands outside ClockProvider");
  return clock;
}
