import { useLibraryQuery } from "./use-library.ts";

/** Nothing has ever come in and nothing is set up to bring anything: the first five minutes. */
export function useIsEmptyLibrary(): boolean {
  const { answer: counts } = useLibraryQuery("countViews", {}, { dependsOn: ["briefings", "catalogue"] });
  const { answer: sources } = useLibraryQuery("listSources", {}, { dependsOn: ["sources", "catalogue"] });
  const { answer: shelf } = useLibraryQuery("countShelf", {}, { dependsOn: ["briefings", "catalogue"] });
  // A reference that was removed stands among the deleted, and came in as little as the others.
  const deleted = (counts?.deleted ?? 0) - (shelf?.removed ?? 0);
  return counts !== null && sources !== null && counts.all === 0 && deleted === 0 && sources.length === 0;
}
