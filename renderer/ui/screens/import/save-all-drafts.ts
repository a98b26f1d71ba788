import type { Library } from "../../../contracts/library.ts";
import type { BugFailure, SaveDraftsFailure } from "../../../model/failure.ts";
import type { DraftId, UndoToken } from "../../../model/ids.ts";
import type { DraftFields, SaveOutcome } from "../../../model/import-draft.ts";
import type { Result } from "../../../model/result.ts";
import { asBug } from "../../queries/use-library.ts";

/** As many as one call takes. */
const mostInCall = 500;

export interface DraftToSave {
  readonly id: DraftId;
  readonly fields: DraftFields;
}

export interface SavedDrafts extends SaveOutcome {
  /** Which drafts are done with, saved or already here. */
  readonly done: readonly DraftId[];
  /** null where it took several calls: half of an import is nothing to take back. */
  readonly undo: UndoToken | null;
}

/**
 * Saves in calls of a size that the library takes. `kept` are drafts that a preview doesn't drop when it is closed: all
 * of these while they are being saved, and after a failure those that are on disk.
 */
export async function saveAllDrafts(
  library: Pick<Library, "saveDrafts">,
  drafts: readonly DraftToSave[],
  kept: Set<DraftId>,
): Promise<Result<SavedDrafts, SaveDraftsFailure | BugFailure>> {
  const left = new Set(drafts.map(({ id }) => id));
  for (const id of left) kept.add(id);
  try {
    return await saveInCalls(library, drafts, (ids) => {
      for (const id of ids) left.delete(id);
    });
  } catch (error) {
    return { ok: false, failure: asBug(error) };
  } finally {
    for (const id of left) kept.delete(id);
  }
}

async function saveInCalls(
  library: Pick<Library, "saveDrafts">,
  drafts: readonly DraftToSave[],
  onSaved: (ids: readonly DraftId[]) => void,
): Promise<Result<SavedDrafts, SaveDraftsFailure>> {
  let all: SavedDrafts = { saved: [], alreadyHere: [], done: [], undo: null };
  for (let at = 0; at < drafts.length; at += mostInCall) {
    const part = drafts.slice(at, at + mostInCall);
    const outcome = await library.saveDrafts({
      drafts: part.map(({ id, fields }) => ({ id, fields: asArgument(fields) })),
    });
    if (!outcome.ok) return outcome;
    const ids = part.map(({ id }) => id);
    onSaved(ids);
    all = {
      saved: [...all.saved, ...outcome.value.saved],
      alreadyHere: [...all.alreadyHere, ...outcome.value.alreadyHere],
      done: [...all.done, ...ids],
      undo: drafts.length <= mostInCall && outcome.value.saved.length > 0 ? outcome.value.undo : null,
    };
  }
  return { ok: true, value: all };
}

function asArgument(fields: DraftFields) {
  return { ...fields, keyPoints: [...fields.keyPoints] };
}
