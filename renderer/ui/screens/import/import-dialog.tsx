import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { BugFailure, SaveDraftsFailure } from "../../../model/failure.ts";
import type { DraftId } from "../../../model/ids.ts";
import type { SaveOutcome } from "../../../model/import-draft.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { draftIdsOf } from "../../reading/draft-ids.ts";
import type { DialogPayloads } from "../../state/dialogs.ts";
import { useCloseDialog } from "../../state/own-dialog.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useSlow } from "../../state/use-slow.ts";
import { useText } from "../../text/use-text.tsx";
import { DialogFrame } from "../parts/dialog-frame.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { useAction } from "../parts/use-action.ts";
import { DraftForm } from "./draft-form.tsx";
import { DraftList } from "./draft-list.tsx";
import { ImportReport } from "./import-report.tsx";
import { isCorrected, problemOf, reduceImport, startImport } from "./import-state.ts";
import { saveAllDrafts } from "./save-all-drafts.ts";
import { UnreadableFiles } from "./unreadable-files.tsx";

const ignore = (): void => {};

/** Every text is looked over before it is saved. What was left out or closed is dropped. */
export function ImportDialog({ outcomes, lists = [], cut = null, left }: DialogPayloads["import"]) {
  const text = useText();
  const words = text.dialogs.import;
  const library = useLibrary();
  const closeDialog = useCloseDialog();
  const { openDialog, dispatch, tell, tellClosed } = useUiSteering();
  const [state, send] = useReducer(reduceImport, outcomes, (read) => left ?? startImport(read));
  const [report, setReport] = useState<SaveOutcome | null>(null);
  const saving = useAction<SaveDraftsFailure | BugFailure>();
  const isSlow = useSlow(saving.isRunning);
  const kept = useRef(new Set<DraftId>());
  const isLeft = useRef(false);

  const dropUnkept = useCallback(
    (ids: readonly DraftId[]) => {
      const dropped = ids.filter((id) => !kept.current.has(id));
      if (dropped.length > 0) library.dropDrafts({ ids: dropped }).catch(() => {});
    },
    [library],
  );

  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);

  useEffect(() => {
    const ids = draftIdsOf(outcomes);
    return () => dropUnkept(ids);
  }, [outcomes, dropUnkept]);

  /** Lists of sources that came with these files have a preview of their own. */
  const end = () => (lists.length === 0 ? closeDialog() : openDialog("source-list", { files: lists }));

  /** Esc or "Cancel": corrections made by hand can be had back for a while. Saving that is under way goes on. */
  function leave(): void {
    if (!saving.isRunning && state.drafts.length > 0 && isCorrected(state, outcomes)) {
      for (const id of draftIdsOf(outcomes)) kept.current.add(id);
      tellClosed({ kind: "preview-closed" }, { name: "import", payload: { outcomes, lists, cut, left: state } });
    }
    end();
  }

  async function save(): Promise<void> {
    const wrong = state.drafts.find(({ fields }) => problemOf(fields) !== null);
    if (wrong !== undefined) {
      send({ event: "shown", id: wrong.draft.id });
      // After the draft with the problem has been shown.
      requestAnimationFrame(() => document.querySelector<HTMLElement>("dialog [aria-invalid]")?.focus());
      return;
    }
    const drafts = state.drafts.map(({ draft, fields }) => ({ id: draft.id, fields }));
    const saved = await saving.run(async () => {
      const outcome = await saveAllDrafts(library, drafts, kept.current);
      if (!outcome.ok && isLeft.current) {
        tell({ kind: "failed", failure: outcome.failure });
        dropUnkept(drafts.map(({ id }) => id));
      }
      return outcome;
    });
    if (saved === null) {
      // What is on disk isn't asked for again.
      for (const { id } of drafts) if (kept.current.has(id)) send({ event: "left-out", id });
      return;
    }
    const { value } = saved;
    tell({ kind: "imported", count: value.saved.length, alreadyHere: value.alreadyHere.length }, value.undo);
    // Closed while it was being saved: the notice says how that ended, and what is open now stays.
    if (isLeft.current) return;
    const only =
      value.saved.length + value.alreadyHere.length === 1 ? (value.saved[0] ?? value.alreadyHere[0]?.id) : undefined;
    // One text that was here is opened instead.
    if (state.failed.length > 0 || (only === undefined && value.alreadyHere.length > 0)) setReport(value);
    else end();
    if (only !== undefined) {
      dispatch({ event: "briefing-opened", place: { id: only, revision: null, query: null } });
      dispatch({ event: "pane-shown", pane: "reader" });
    }
  }

  if (report !== null) return <ImportReport report={report} failed={state.failed} onClose={end} />;

  const shown = state.drafts.find(({ draft }) => draft.id === state.shown);
  if (shown === undefined) {
    return (
      <DialogFrame title={words.nothingTitle} onClose={end} isTextOnly>
        {cut === null ? null : <FailureNote failure={cut} quiet />}
        <UnreadableFiles failed={state.failed} />
      </DialogFrame>
    );
  }
  const hasMany = outcomes.length > 1;
  return (
    <DialogFrame
      title={words.title({ count: state.drafts.length })}
      onClose={leave}
      size="wide"
      actions={
        <>
          {state.drafts.length > 1 && !isSlow ? (
            <button
              type="button"
              className="button"
              disabled={saving.isRunning}
              onClick={() => send({ event: "left-out", id: shown.draft.id })}
            >
              {words.leaveOut}
            </button>
          ) : null}
          <span className="dialog-spring" role="status">
            {isSlow ? words.savingGoesOn : ""}
          </span>
          <button type="button" className="button" onClick={leave}>
            {saving.isRunning ? text.dialogs.close : text.dialogs.cancel}
          </button>
          <button
            type="button"
            className="button button-primary"
            data-first-focus
            disabled={saving.isRunning}
            onClick={() => void save()}
          >
            {saving.isRunning ? words.saving : words.save({ count: state.drafts.length })}
          </button>
        </>
      }
    >
      {saving.failure === null ? null : <FailureNote failure={saving.failure} />}
      {cut === null ? null : <FailureNote failure={cut} quiet />}
      {lists.length === 0 ? null : <p className="notice-line">{words.listsNext({ count: lists.length })}</p>}
      <div className={hasMany ? "import-many" : "import-one"} aria-busy={saving.isRunning}>
        {hasMany ? (
          <div className="import-files">
            <DraftList state={state} onShow={(id) => send({ event: "shown", id })} />
            <UnreadableFiles failed={state.failed} />
          </div>
        ) : null}
        <DraftForm
          key={shown.draft.id}
          edit={shown}
          // What is being written can be looked at, but no longer changed.
          send={saving.isRunning ? ignore : send}
          canSpread={state.drafts.length > 1}
        />
      </div>
    </DialogFrame>
  );
}
