import { type FormEvent, useState } from "react";
import type { CommitFailure, NameFailure } from "../../../model/failure.ts";
import { type AddedName, type Territory, territories } from "../../../model/names.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useText } from "../../text/use-text.tsx";
import { Choice } from "../parts/choice.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { Field } from "../parts/field.tsx";
import { useAction } from "../parts/use-action.ts";

export function NewName() {
  const text = useText();
  const words = text.ownNames;
  const library = useLibrary();
  const { tell } = useUiSteering();
  const adding = useAction<NameFailure | CommitFailure>();
  const [table, setTable] = useState<AddedName["table"]>("place");
  const [name, setName] = useState("");
  const [variants, setVariants] = useState("");
  const [sameAs, setSameAs] = useState("");
  const [territory, setTerritory] = useState<Territory | null>(null);

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const others = variants.split(",").map((variant) => variant.trim());
    const wanted = {
      table,
      name,
      variants: others.filter((variant) => variant !== "").slice(0, 20),
      territory,
      sameAs,
    };
    const done = await adding.run(() => library.addName(wanted));
    if (done === null) return;
    tell({ kind: "name-added", name: name.trim() }, done.value.undo);
    // What was typed while the disk wrote belongs to the next one.
    setName((now) => (now === name ? "" : now));
    setVariants((now) => (now === variants ? "" : now));
    setSameAs((now) => (now === sameAs ? "" : now));
  }

  return (
    <form className="new-name" onSubmit={(event) => void onSubmit(event)}>
      <Choice
        label={words.kind}
        options={(["place", "actor"] as const).map((value) => ({ value, label: words.kinds[value] }))}
        value={table}
        onChange={setTable}
      />
      <Field label={words.name}>
        {(ids) => (
          <input {...ids} type="text" required maxLength={80} value={name} onChange={(e) => setName(e.target.value)} />
        )}
      </Field>
      <Field label={words.variants} hint={words.variantsHint}>
        {(ids) => (
          <input {...ids} type="text" maxLength={500} value={variants} onChange={(e) => setVariants(e.target.value)} />
        )}
      </Field>
      <Field label={words.sameAs} hint={words.sameAsHint}>
        {(ids) => (
          <input {...ids} type="text" maxLength={120} value={sameAs} onChange={(e) => setSameAs(e.target.value)} />
        )}
      </Field>
      {table === "place" && sameAs.trim() === "" ? (
        <Field label={words.territory}>
          {(ids) => (
            <select
              {...ids}
              value={territory ?? ""}
              onChange={(e) => setTerritory(territories.find((known) => known === e.target.value) ?? null)}
            >
              <option value="">{words.noTerritory}</option>
              {territories.map((known) => (
                <option key={known} value={known}>
                  {text.narrow.territory[known]}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {adding.failure === null ? null : <FailureNote failure={adding.failure} />}
      <button type="submit" className="button" disabled={adding.isRunning || name.trim() === ""}>
        {words.add}
      </button>
    </form>
  );
}
