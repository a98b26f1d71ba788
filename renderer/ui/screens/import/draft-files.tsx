import type { ImportDraft } from "../../../model/import-draft.ts";
import { mediaKindOf } from "../../reading/media-kind.ts";
import { useFormat, useText } from "../../text/use-text.tsx";

/** What will be kept with a text beside its words. */
export function DraftFiles({ files }: { readonly files: ImportDraft["files"] }) {
  const words = useText().attachments;
  const format = useFormat();
  return (
    <section className="draft-files" aria-label={words.kept}>
      <h3>{words.kept}</h3>
      <ul>
        {files.map(({ name, mediaType, bytes, role }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files of one mail may have one name, and none moves
          <li key={place}>
            <span className="kept-name">{name}</span>{" "}
            <span className="attachment-facts">
              {words.facts({
                kind: words.kind[mediaKindOf(mediaType)],
                bytes: format.bytes(bytes),
                role: words.role[role],
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
