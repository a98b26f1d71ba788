import type { BriefingHead } from "../../model/briefing.ts";

/** The source changed nothing since its extract: the second version is the article behind it. */
export function isOnlyFullText({ revision, fullText }: Pick<BriefingHead, "revision" | "fullText">): boolean {
  return revision === 2 && fullText?.at === "fetched";
}
