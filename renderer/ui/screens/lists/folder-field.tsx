import { useId } from "react";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useText } from "../../text/use-text.tsx";
import { Field } from "../parts/field.tsx";

/** A folder's name, with those that there are to choose from. */
export function FolderField({
  folder,
  onFolder,
}: {
  readonly folder: string;
  readonly onFolder: (folder: string) => void;
}) {
  const words = useText().lists;
  const listId = useId();
  const { answer: rows } = useLibraryQuery("listSources", {}, { dependsOn: ["sources"] });
  const known = [...new Set((rows ?? []).map(({ source }) => source.folder))].filter((name) => name !== null).sort();
  return (
    <Field label={words.folder} hint={words.folderHint}>
      {(ids) => (
        <>
          <input
            {...ids}
            type="text"
            list={listId}
            maxLength={120}
            value={folder}
            onChange={(event) => onFolder(event.target.value)}
          />
          <datalist id={listId}>
            {known.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
