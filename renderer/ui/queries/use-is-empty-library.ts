import { useLibraryQuery } from "./use-library.ts";

/** Nothing has ever come in and nothing is set up to bring anything: the first five minutes. */
export function useIsEmptyLibrary(): boolean {
  const { answer: counts } = useLibraryQuery("countViews", {}, { dependsOn: ["briefings", "catalogue"] });
  const { answer: sources } = useLibraryQuery("listSources", {}, { dependsOn: ["sources", "catalogue"] });
  return counts !== null && sources !== null && counts.all === 0 && counts.deleted === 0 && sources.length === 0;
}
