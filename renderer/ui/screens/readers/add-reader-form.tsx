import { type FormEvent, useState } from "react";
import type { NameReaderFailure } from "../../../model/failure.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useText } from "../../text/use-text.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { Field } from "../parts/field.tsx";
import { useAction } from "../parts/use-action.ts";

export function AddReaderForm({ onAdded }: { readonly onAdded: (name: string) => void }) {
  const words = useText().readers;
  const library = useLibrary();
  const [name, setName] = useState("");
  const adding = useAction<NameReaderFailure>();

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const added = await adding.run(() => library.addReader({ name }));
    if (added !== null) onAdded(name.trim());
  }

  return (
    <form className="dialog-form readers-add" onSubmit={(event) => void onSubmit(event)} noValidate>
      <h3 className="settings-heading">{words.addTitle}</h3>
      <Field label={words.name} hint={words.nameHint}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              adding.forget();
            }}
          />
        )}
      </Field>
      {adding.failure === null ? null : <FailureNote failure={adding.failure} />}
      <div className="dialog-row">
        <button type="submit" className="button" disabled={adding.isRunning}>
          {words.add}
        </button>
      </div>
    </form>
  );
}
