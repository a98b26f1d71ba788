import { useEffect, useRef, useState } from "react";
import { isPictureType, type KeptAttachment } from "../../model/attachment.ts";
import type { Audience } from "../../model/briefing.ts";
import type { PictureFailure } from "../../model/failure.ts";
import type { BriefingId } from "../../model/ids.ts";
import type { Bytes } from "../../model/measure.ts";
import { useLibrary } from "../queries/library-context.tsx";
import { cleanedName } from "../reading/cleaned-name.ts";
import { handOverFile } from "../state/hand-over-file.ts";
import { useCloseDialog } from "../state/own-dialog.ts";
import { useUiSteering } from "../state/ui-context.tsx";
import { useFormat, useText } from "../text/use-text.tsx";
import { DialogFrame } from "./parts/dialog-frame.tsx";
import { FailureNote } from "./parts/failure-note.tsx";
import { useAction } from "./parts/use-action.ts";

export interface SaveCopyProps {
  readonly briefingId: BriefingId;
  readonly file: KeptAttachment;
  readonly audience: Audience;
}

/** A kept file goes out only after it was said what that means. A picture is offered without its hidden notes first. */
export function SaveCopyDialog({ briefingId, file, audience }: SaveCopyProps) {
  const text = useText();
  const words = text.attachments;
  const format = useFormat();
  const library = useLibrary();
  const closeDialog = useCloseDialog();
  const { tell } = useUiSteering();
  const saving = useAction<PictureFailure>();
  const [done, setDone] = useState<Bytes>(0);
  const leaving = useRef<AbortController>(null);
  const isPicture = isPictureType(file.mediaType);

  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  async function save(which: "cleaned" | "original"): Promise<void> {
    const asked = { briefingId, attachmentId: file.id };
    const signal = leaving.current?.signal;
    const options = {
      ...(signal === undefined ? {} : { signal }),
      onProgress: (at: { done: Bytes }) => setDone(at.done),
    };
    setDone(0);
    const saved = await saving.run(async () => {
      if (which === "original") {
        const read = await library.readAttachment(asked, options);
        return read.ok ? { ok: true, value: { name: file.name, bytes: read.value } } : read;
      }
      const drawn = await library.readPicture({ ...asked, size: "full" }, options);
      if (!drawn.ok) return drawn;
      const { bytes, mediaType } = drawn.value;
      return { ok: true, value: { name: cleanedName(file.name, mediaType), bytes } };
    });
    if (saved === null || signal?.aborted) return;
    handOverFile(saved.value.name, saved.value.bytes);
    tell({ kind: "copy-saved", name: saved.value.name });
    closeDialog();
  }

  return (
    <DialogFrame
      title={words.saveCopyOf({ name: file.name })}
      onClose={closeDialog}
      actions={
        <>
          <button type="button" className="button" onClick={closeDialog}>
            {text.dialogs.cancel}
          </button>
          <button
            type="button"
            className={isPicture ? "button" : "button button-primary"}
            disabled={saving.isRunning}
            onClick={() => void save("original")}
          >
            {isPicture ? words.saveOriginal : words.saveCopy}
          </button>
          {isPicture ? (
            <button
              type="button"
              className="button button-primary"
              disabled={saving.isRunning}
              onClick={() => void save("cleaned")}
            >
              {words.saveCleaned}
            </button>
          ) : null}
        </>
      }
    >
      <p className="warning">{words.leaves}</p>
      <p>{words.meantFor({ audience: text.terms.audience[audience] })}</p>
      <p>{isPicture ? words.hidden : words.untrusted}</p>
      <p role="status" className="field-hint">
        {saving.isRunning ? words.reading({ percent: format.percent(file.bytes === 0 ? 1 : done / file.bytes) }) : ""}
      </p>
      {saving.failure === null ? null : <FailureNote failure={saving.failure} />}
    </DialogFrame>
  );
}
