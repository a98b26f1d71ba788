import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import type { CommitFailure, MissingFailure, NameReaderFailure } from "../../../model/failure.ts";
import type { Reader } from "../../../model/reader.ts";
import { DeletedIcon, RenameIcon } from "../../components/icons.tsx";
import { useLibrary } from "../../queries/library-context.tsx";
import { isFocusStill } from "../../state/is-focus-still.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { Field } from "../parts/field.tsx";
import { useAction } from "../parts/use-action.ts";

export interface ReaderLineProps {
  readonly reader: Reader;
  /** From 1 on; also the key that chooses it. */
  readonly place: number;
  readonly isCurrent: boolean;
  readonly canChange: boolean;
  readonly onChoose: () => void;
}

export function ReaderLine({ reader, place, isCurrent, canChange, onChoose }: ReaderLineProps) {
  const words = useText().readers;
  const format = useFormat();
  const [isRenaming, setRenaming] = useState(false);
  const shown = reader.name === "" ? words.unnamed : reader.name;
  if (isRenaming) return <RenameLine reader={reader} onEnd={() => setRenaming(false)} />;
  return (
    <li className="reader">
      <button
        type="button"
        className="reader-choose"
        aria-current={isCurrent ? "true" : undefined}
        data-first-focus={isCurrent ? "" : undefined}
        onClick={onChoose}
      >
        {place > 9 ? null : (
          <span className="reader-key" aria-hidden="true">
            {format.count(place)}
          </span>
        )}
        <span className={`reader-name${reader.name === "" ? " reader-unnamed" : ""}`}>{shown}</span>
        {isCurrent ? <span className="reader-now">{words.readsNow}</span> : null}
      </button>
      {canChange ? (
        <button
          type="button"
          className="button-icon"
          aria-label={words.rename(shown)}
          title={words.rename(shown)}
          onClick={() => setRenaming(true)}
        >
          <RenameIcon />
        </button>
      ) : null}
      {canChange && !isCurrent ? <RemoveButton reader={reader} shown={shown} /> : null}
    </li>
  );
}

/** Whoever reads now can't be removed: somebody has to be reading. */
function RemoveButton({ reader, shown }: { readonly reader: Reader; readonly shown: string }) {
  const words = useText().readers;
  const library = useLibrary();
  const { tell } = useUiSteering();
  const removing = useAction<CommitFailure | MissingFailure>();
  const button = useRef<HTMLButtonElement>(null);

  async function remove(): Promise<void> {
    const removed = await removing.run(() => library.removeReader({ readerId: reader.id }));
    if (removed === null) return;
    tell({ kind: "reader-removed", name: shown }, removed.value.undo);
    // This button goes with its line. Who went on to something else meanwhile stays there.
    if (isFocusStill(button.current)) document.querySelector<HTMLElement>("dialog [data-first-focus]")?.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="button-icon"
        aria-label={words.remove(shown)}
        title={words.remove(shown)}
        disabled={removing.isRunning}
        onClick={() => void remove()}
      >
        <DeletedIcon />
      </button>
      {removing.failure === null ? null : <FailureNote failure={removing.failure} />}
    </>
  );
}

function RenameLine({ reader, onEnd }: { readonly reader: Reader; readonly onEnd: () => void }) {
  const words = useText().readers;
  const library = useLibrary();
  const { tell } = useUiSteering();
  const [name, setName] = useState(reader.name);
  const renaming = useAction<NameReaderFailure | MissingFailure>();

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const renamed = await renaming.run(() => library.renameReader({ readerId: reader.id, name }));
    if (renamed === null) return;
    tell({ kind: "reader-renamed", name: name.trim() }, renamed.value.undo);
    onEnd();
  }

  // The first Esc leaves the field, the second the dialog.
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onEnd();
  }

  return (
    <li className="reader">
      <form className="reader-rename" onSubmit={(event) => void onSubmit(event)} noValidate>
        <Field label={words.newName}>
          {(ids) => (
            <input
              {...ids}
              ref={focusAtOnce}
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={name}
              onKeyDown={onKeyDown}
              onChange={(event) => {
                setName(event.target.value);
                renaming.forget();
              }}
            />
          )}
        </Field>
        {renaming.failure === null ? null : <FailureNote failure={renaming.failure} />}
        <div className="dialog-row">
          <button type="submit" className="button" disabled={renaming.isRunning}>
            {words.keepName}
          </button>
          <button type="button" className="button-quiet" onClick={onEnd}>
            {words.leaveName}
          </button>
        </div>
      </form>
    </li>
  );
}

function focusAtOnce(field: HTMLInputElement | null): void {
  field?.focus();
}
