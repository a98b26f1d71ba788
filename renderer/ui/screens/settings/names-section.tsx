import { useMemo, useRef, useState } from "react";
import type { CommitFailure, NameFileFailure } from "../../../model/failure.ts";
import { type AddedName, actorLabel } from "../../../model/names.ts";
import type { NameFileOutcome, OwnNameRow } from "../../../model/own-names.ts";
import { placeWords } from "../../components/list/query-chips.tsx";
import { useLibrary } from "../../queries/library-context.tsx";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import type { Text } from "../../text/text.ts";
import { useText } from "../../text/use-text.tsx";
import { mostBytesRead } from "../import/file-batches.ts";
import { FailureNote } from "../parts/failure-note.tsx";
import { useAction } from "../parts/use-action.ts";
import { NewName } from "./new-name.tsx";
import { saveNamesAsFile } from "./save-names-as-file.ts";

/** A file may bring two thousand: the dialog opens at once all the same. */
const namesAtOnce = 40;

/** Names of the team's own: added, taken away, carried to another computer. */
export function NamesSection() {
  const words = useText().ownNames;
  const { answer: names } = useLibraryQuery("listOwnNames", {}, { dependsOn: ["names"] });
  return (
    <>
      <p className="field-hint">{words.hint}</p>
      <NewName />
      {names === null ? null : names.length === 0 ? <p>{words.none}</p> : <NameList names={names} />}
      <NameFiles names={(names ?? []).map(({ added }) => added)} />
    </>
  );
}

function NameList({ names }: { readonly names: readonly OwnNameRow[] }) {
  const text = useText();
  const words = text.ownNames;
  const library = useLibrary();
  const { tell } = useUiSteering();
  const removing = useAction<CommitFailure>();
  const [shown, setShown] = useState(namesAtOnce);
  const newestFirst = useMemo(() => [...names].reverse(), [names]);
  async function remove({ id, name }: AddedName): Promise<void> {
    const done = await removing.run(() => library.removeName({ id }));
    if (done !== null) tell({ kind: "name-removed", name }, done.value.undo);
  }
  return (
    <>
      {removing.failure === null ? null : <FailureNote failure={removing.failure} />}
      <ul className="own-names" aria-label={words.list}>
        {newestFirst.slice(0, shown).map(({ added, means }) => (
          <li key={added.id} className="own-name">
            <span>
              <strong>{added.name}</strong>
              {added.variants.length === 0 ? null : ` · ${added.variants.join(" · ")}`}
              {added.territory === null ? null : ` (${text.narrow.territory[added.territory]})`}
              {means === null ? null : ` – ${words.another(meansWords(means, text))}`}
            </span>
            <button
              type="button"
              className="button"
              disabled={removing.isRunning}
              aria-label={words.remove(added.name)}
              onClick={() => void remove(added)}
            >
              {words.removeShort}
            </button>
          </li>
        ))}
      </ul>
      {names.length <= shown ? null : (
        <button type="button" className="button" onClick={() => setShown(shown + namesAtOnce)}>
          {words.more(names.length - shown)}
        </button>
      )}
    </>
  );
}

function meansWords(means: NonNullable<OwnNameRow["means"]>, text: Text): string {
  return "territories" in means ? placeWords(means, text) : actorLabel(means, text.language).name;
}

function NameFiles({ names }: { readonly names: readonly AddedName[] }) {
  const words = useText().ownNames;
  const library = useLibrary();
  const picker = useRef<HTMLInputElement | null>(null);
  const opening = useAction<NameFileFailure | CommitFailure>();
  const [outcome, setOutcome] = useState<NameFileOutcome | null>(null);
  async function open(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setOutcome(null);
    const done = await opening.run(async () => {
      const bytes = new Uint8Array(await file.slice(0, mostBytesRead).arrayBuffer());
      return library.addNamesFromFile({ bytes }, { transfer: [bytes.buffer] });
    });
    if (done !== null) setOutcome(done.value);
  }
  const refused = outcome?.refused.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <div className="own-names-files">
      {opening.failure === null ? null : <FailureNote failure={opening.failure} />}
      <div role="status">
        {outcome === null ? null : (
          <>
            <p>{words.opened({ added: outcome.added, refused })}</p>
            <ul>
              {outcome.refused.map(({ why, ...facts }) => (
                <li key={why}>{words.refusedRow({ why: words.why[why], ...facts })}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <button type="button" className="button" disabled={opening.isRunning} onClick={() => picker.current?.click()}>
        {words.open}
      </button>
      <button type="button" className="button" disabled={names.length === 0} onClick={() => saveNamesAsFile(names)}>
        {words.save}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.open}
        onChange={(event) => {
          void open(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </div>
  );
}
