import type { Library } from "../../../contracts/library.ts";
import type { SaveDraftsFailure } from "../../../model/failure.ts";
import type { DraftId, UndoToken } from "../../../model/ids.ts";
import type { DraftFields, SaveOutcome } from "../../../model/import-draft.ts";
import type { Result } from "../../../model/result.ts";

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

/** Saves in calls of a size that the library takes; `onSaved` hears of each that is on disk, also before a failure. */
export async function saveAllDrafts(
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
