import type { DraftId } from "../../model/ids.ts";
import type { FileOutcome } from "../../model/import-draft.ts";

/** The drafts among what was read. */
export function draftIdsOf(outcomes: readonly FileOutcome[]): DraftId[] {
  return outcomes.flatMap((outcome) => (outcome.outcome === "draft" ? [outcome.draft.id] : []));
}
