import { useEffect } from "react";
import { useLibrary } from "./library-context.tsx";
import { useSettings } from "./settings-context.tsx";
import type { Search } from "./use-search.ts";

/** Who stops typing for so long has asked; what came before was on the way to it. */
const askedAfterMs = 2_000;

/** Remembers what was searched for, where the reader wants that. */
export function useNoteSearches(query: string, { isSettled, answer }: Search): void {
  const library = useLibrary();
  const { searchHistory } = useSettings().settings;
  const wanted = query.trim();
  const hasHits = isSettled && answer !== null && answer.hits.length > 0;
  useEffect(() => {
    if (!searchHistory || wanted === "" || !hasHits) return;
    // Nothing depends on it: a search that isn't remembered is typed again.
    const timer = setTimeout(() => void library.noteSearch({ query: wanted }).catch(() => {}), askedAfterMs);
    return () => clearTimeout(timer);
  }, [library, searchHistory, wanted, hasHits]);
}
