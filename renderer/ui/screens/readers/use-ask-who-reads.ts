import { useEffect, useRef } from "react";
import type { LibraryStatus } from "../../../model/library-status.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useUiSteering } from "../../state/ui-context.tsx";

/** Asked once at each start, and only where more than one person reads. */
export function useAskWhoReads(at: LibraryStatus["at"] | null): void {
  const library = useLibrary();
  const { openDialog, now } = useUiSteering();
  const isAsked = useRef(false);
  const isOpen = at === "ready" || at === "read-only";
  useEffect(() => {
    if (!isOpen || isAsked.current) return;
    isAsked.current = true;
    library.listReaders({}).then(
      ({ readers }) => {
        if (readers.length > 1 && now().dialog === null) openDialog("readers", { asks: true });
      },
      () => {},
    );
  }, [isOpen, library, openDialog, now]);
}
