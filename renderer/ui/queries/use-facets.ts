import { useEffect, useState } from "react";
import type { FacetCounts } from "../../model/facets.ts";
import type { Filters } from "../../model/view.ts";
import { useLibraryQuery } from "./use-library.ts";

/** Counting waits until the letters have stopped: it must not slow the next one. */
const pauseMs = 250;

/** How the hits of a search divide. The last counts stay until the next ones are there; null = none yet. */
export function useFacets(query: string, filters: Filters): FacetCounts | null {
  const wanted = query.trim();
  const key = JSON.stringify({ query: wanted, filters });
  const [settled, setSettled] = useState(key);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), pauseMs);
    return () => clearTimeout(timer);
  }, [key]);
  const asked = JSON.parse(settled) as { query: string; filters: Filters };
  const { answer } = useLibraryQuery("countFacets", asked, {
    dependsOn: ["briefings", "reading-state", "names"],
    // The next letter ends the count for the ones before it.
    enabled: wanted !== "" && asked.query !== "" && settled === key,
  });
  return wanted === "" ? null : answer;
}
