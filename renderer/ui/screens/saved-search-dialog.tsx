import { type FormEvent, useState } from "react";
import type { CommitFailure } from "../../model/failure.ts";
import type { SavedSearchId } from "../../model/ids.ts";
import type { SavedSearch } from "../../model/saved-search.ts";
import { noFilters } from "../../model/view.ts";
import { useLibrary } from "../queries/library-context.tsx";
import { useLibraryQuery } from "../queries/use-library.ts";
import { useCloseDialog } from "../state/own-dialog.ts";
import { useUiSteering } from "../state/ui-context.tsx";
import { useText } from "../text/use-text.tsx";
import { DialogFrame } from "./parts/dialog-frame.tsx";
import { Fact, Facts } from "./parts/facts.tsx";
import { FailureNote } from "./parts/failure-note.tsx";
import { Field } from "./parts/field.tsx";
import { useAction } from "./parts/use-action.ts";
import { WaitingNote } from "./parts/waiting-note.tsx";

const formId = "saved-search";

export function SavedSearchDialog({ searchId }: { readonly searchId: SavedSearchId }) {
  const text = useText();
  const closeDialog = useCloseDialog();
  const { answer, bug } = useLibraryQuery("listSavedSearches", {}, { dependsOn: ["saved-searches"] });
  const search = answer?.find((row) => row.search.id === searchId)?.search;
  if (search !== undefined) return <SavedSearchForm search={search} />;
  return (
    <DialogFrame title={text.finding.dialog.title} onClose={closeDialog}>
      {answer === null ? <WaitingNote bug={bug} /> : <p>{text.finding.dialog.gone}</p>}
    </DialogFrame>
  );
}

function SavedSearchForm({ search }: { readonly search: SavedSearch }) {
  const text = useText();
  const words = text.finding.dialog;
  const library = useLibrary();
  const closeDialog = useCloseDialog();
  const { tell } = useUiSteering();
  const [name, setName] = useState(search.name);
  const changing = useAction<CommitFailure>();
  const hasFilters = JSON.stringify(search.filters) !== JSON.stringify(noFilters);

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const shownName = name.trim() === "" ? search.query : name.trim();
    const done = await changing.run(() => library.saveSearch({ ...search, name: shownName }));
    if (done === null) return;
    closeDialog();
    tell({ kind: "search-renamed", name: shownName }, done.value.undo);
  }

  async function remove(): Promise<void> {
    const done = await changing.run(() => library.removeSearch({ id: search.id }));
    if (done === null) return;
    closeDialog();
    tell({ kind: "search-removed", name: search.name }, done.value.undo);
  }

  return (
    <DialogFrame
      title={search.name}
      onClose={closeDialog}
      actions={
        <>
          <button type="button" className="button button-danger" onClick={() => void remove()}>
            {words.remove}
          </button>
          <span className="dialog-spring" />
          <button type="submit" form={formId} className="button button-primary" disabled={changing.isRunning}>
            {text.dialogs.save}
          </button>
        </>
      }
    >
      {changing.failure === null ? null : <FailureNote failure={changing.failure} />}
      <form id={formId} className="dialog-section" onSubmit={(event) => void onSubmit(event)}>
        <Field label={words.name}>
          {(ids) => (
            <input
              {...ids}
              type="text"
              className="input"
              data-first-focus
              value={name}
              maxLength={200}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
      <Facts>
        <Fact name={words.searchesFor}>
          {search.query}
          {hasFilters ? ` (${words.withFilters})` : null}
        </Fact>
      </Facts>
    </DialogFrame>
  );
}
