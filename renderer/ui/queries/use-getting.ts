import { useEffect, useState } from "react";
import type { GettingStatus } from "../../model/getting.ts";
import { useLibraryConnection } from "./library-context.tsx";

/** Where getting by itself stands. An event always beats the answer. */
export function useGettingStatus(): GettingStatus {
  const { calls, on } = useLibraryConnection();
  const [status, setStatus] = useState<GettingStatus>({ at: "quiet" });
  useEffect(() => {
    let told = false;
    const stop = on("getting", (next) => {
      told = true;
      setStatus(next);
    });
    calls.getGettingStatus({}).then(
      (first) => {
        if (!told) setStatus(first);
      },
      () => {},
    );
    return () => {
      told = true;
      stop();
    };
  }, [calls, on]);
  return status;
}
