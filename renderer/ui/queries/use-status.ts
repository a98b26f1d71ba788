import { useEffect, useState } from "react";
import type { LibraryStatus } from "../../model/library-status.ts";
import type { SyncStatus } from "../../model/sync-status.ts";
import { useLibraryConnection } from "./library-context.tsx";

/** What the library tells on its own, starting with what it answers when asked. An event always beats the answer. */
export function useLibraryStatus(): LibraryStatus | null {
  const { calls, on } = useLibraryConnection();
  const [status, setStatus] = useState<LibraryStatus | null>(null);
  useEffect(() => {
    let told = false;
    const stop = on("status", (next) => {
      told = true;
      setStatus(next);
    });
    calls.getStatus({}).then(
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

export function useSyncStatus(): SyncStatus | null {
  const { calls, on } = useLibraryConnection();
  const [status, setStatus] = useState<SyncStatus | null>(null);
  useEffect(() => {
    let newest = 0;
    const ask = () => {
      const mine = ++newest;
      calls.getSyncStatus({}).then(
        (answer) => {
          if (mine === newest) setStatus(answer);
        },
        () => {},
      );
    };
    const stopSync = on("sync", (next) => {
      newest++;
      setStatus(next);
    });
    // How many sources there are and how old the newest item is can change without a sync.
    const stopChanged = on("changed", ({ kinds }) => {
      if (kinds.includes("sources") || kinds.includes("catalogue")) ask();
    });
    ask();
    return () => {
      newest++;
      stopSync();
      stopChanged();
    };
  }, [calls, on]);
  return status;
}
