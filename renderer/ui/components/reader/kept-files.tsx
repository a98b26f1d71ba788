import { useRef } from "react";
import type { KeptAttachment } from "../../../model/attachment.ts";
import type { BriefingHead } from "../../../model/briefing.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { asBug } from "../../queries/use-library.ts";
import { mediaKindOf } from "../../reading/media-kind.ts";
import { isFocusStill } from "../../state/is-focus-still.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";
import { AttachmentIcon, PictureIcon } from "../icons.tsx";

/** What lies sealed with this briefing, how much room it takes, and the ways out of here. */
export function KeptFiles({ head }: { readonly head: BriefingHead }) {
  const words = useText().attachments;
  const format = useFormat();
  const bytes = head.kept.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <section className="attachments" aria-label={words.heading}>
      <h3>{words.heading}</h3>
      <ul>
        {head.kept.map((file) => (
          <KeptFile key={file.id} head={head} file={file} />
        ))}
      </ul>
      <p className="attachments-note">{words.total({ count: head.kept.length, bytes: format.bytes(bytes) })}</p>
    </section>
  );
}

function KeptFile({ head, file }: { readonly head: BriefingHead; readonly file: KeptAttachment }) {
  const words = useText().attachments;
  const format = useFormat();
  const library = useLibrary();
  const { openDialog, tell } = useUiSteering();
  const { name } = file;
  const kind = mediaKindOf(file.mediaType);
  const row = useRef<HTMLLIElement>(null);

  async function remove(): Promise<void> {
    // With the row its button goes, and the focus would be nowhere.
    const title = row.current?.closest("article")?.querySelector<HTMLElement>(".article-title");
    try {
      const outcome = await library.removeAttachment({ briefingId: head.id, attachmentId: file.id });
      if (outcome.ok && isFocusStill(row.current)) title?.focus({ preventScroll: true });
      if (outcome.ok) tell({ kind: "attachment-removed", name }, outcome.value.undo);
      else tell({ kind: "failed", failure: outcome.failure });
    } catch (error) {
      tell({ kind: "failed", failure: asBug(error) });
    }
  }

  return (
    <li className="kept-file" ref={row}>
      {kind === "picture" ? <PictureIcon /> : <AttachmentIcon />}
      <span className="kept-said">
        <span className="kept-name">{name}</span>
        <span className="attachment-facts">
          {words.facts({ kind: words.kind[kind], bytes: format.bytes(file.bytes), role: words.role[file.role] })}
        </span>
      </span>
      <span className="kept-ways">
        <button
          type="button"
          className="button-inline"
          aria-label={words.saveCopyOf({ name })}
          onClick={() => openDialog("save-copy", { briefingId: head.id, file, audience: head.handling.audience })}
        >
          {words.saveCopy}
        </button>
        <button
          type="button"
          className="button-inline"
          aria-label={words.removeOf({ name })}
          onClick={() => void remove()}
        >
          {words.remove}
        </button>
      </span>
    </li>
  );
}
