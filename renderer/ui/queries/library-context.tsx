import { createContext, type ReactNode, use, useMemo } from "react";
import type { Library, LibraryConnection } from "../../contracts/library.ts";
import { type OwnChange, tellOwnChanges } from "./own-changes.ts";

/** The library as components have it: its calls, what it tells, and what the person at this page did. */
export interface LibraryAccess extends Pick<LibraryConnection, "calls" | "on"> {
  onOwnChange(listener: (change: OwnChange) => void): () => void;
}

const LibraryContext = createContext<LibraryAccess | null>(null);

export function LibraryProvider({
  library,
  children,
}: {
  readonly library: LibraryConnection;
  readonly children: ReactNode;
}) {
  const access = useMemo<LibraryAccess>(() => {
    const listeners = new Set<(change: OwnChange) => void>();
    return {
      calls: tellOwnChanges(library.calls, (change) => {
        for (const listener of listeners) listener(change);
      }),
      on: (name, listener) => library.on(name, listener),
      onOwnChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  }, [library]);
  return <LibraryContext value={access}>{children}</LibraryContext>;
}

export function useLibraryConnection(): LibraryAccess {
  const access = use(LibraryContext);
  if (access === null) throw new Error("useLibrary stands outside LibraryProvider");
  return access;
}

export function useLibrary(): Library {
  return useLibraryConnection().calls;
}
