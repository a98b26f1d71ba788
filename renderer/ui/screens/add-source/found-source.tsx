import { type FormEvent, useState } from "react";
import type { AddSourceFailure } from "../../../model/failure.ts";
import type { SourcePermissions, SourceRank } from "../../../model/source.ts";
import type { SourcePreview } from "../../../model/source-preview.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useCloseDialog } from "../../state/own-dialog.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useText } from "../../text/use-text.tsx";
import { DialogFrame } from "../parts/dialog-frame.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { Field } from "../parts/field.tsx";
import { RankChoice } from "../parts/rank-choice.tsx";
import { useAction } from "../parts/use-action.ts";
import { FoundFacts } from "./found-facts.tsx";
import { PermissionTicks } from "./permission-ticks.tsx";

export interface FoundSourceProps {
  readonly preview: SourcePreview;
  readonly permissions: SourcePermissions;
  readonly onPermissions: (permissions: SourcePermissions) => void;
  readonly onOtherAddress: () => void;
}

/** What stands at the address, before anything is added. */
export function FoundSource({ preview, permissions, onPermissions, onOtherAddress }: FoundSourceProps) {
  const text = useText();
  const words = text.dialogs.addSource;
  const library = useLibrary();
  const closeDialog = useCloseDialog();
  const { dispatch, tell } = useUiSteering();
  const [name, setName] = useState(preview.title);
  const [rank, setRank] = useState<SourceRank>(2);
  const adding = useAction<AddSourceFailure>();
  const isAllowed =
    (!preview.insecure || permissions.insecure) && (!preview.local || permissions.local) && name.trim() !== "";

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isAllowed) return;
    const shownName = name.trim();
    const added = await adding.run(() =>
      library.addSource({ address: preview.address, name: shownName, rank, permissions }),
    );
    if (added === null) return;
    closeDialog();
    tell({ kind: "source-added", name: shownName, count: added.value.added });
  }

  const known = preview.alreadyAdded;
  return (
    <DialogFrame
      title={preview.title === "" ? words.title : preview.title}
      onClose={closeDialog}
      actions={
        <>
          <button type="button" className="button" onClick={onOtherAddress}>
            {words.otherAddress}
          </button>
          {known === null ? (
            <button
              type="submit"
              form="found-source"
              className="button button-primary"
              disabled={!isAllowed || adding.isRunning}
            >
              {adding.isRunning ? words.adding : words.add}
            </button>
          ) : (
            <button
              type="button"
              className="button button-primary"
              onClick={() => {
                closeDialog();
                dispatch({ event: "view-chosen", view: { kind: "source", sourceId: known } });
              }}
            >
              {words.showIt}
            </button>
          )}
        </>
      }
    >
      <FoundFacts preview={preview} />
      {known === null ? (
        <form id="found-source" className="dialog-form" onSubmit={(event) => void onSubmit(event)} noValidate>
          <Field label={words.name}>
            {(ids) => <input {...ids} type="text" value={name} onChange={(event) => setName(event.target.value)} />}
          </Field>
          <RankChoice rank={rank} onRank={setRank} />
          <PermissionTicks needed={preview} permissions={permissions} onPermissions={onPermissions} />
          {adding.failure === null ? null : <FailureNote failure={adding.failure} />}
        </form>
      ) : (
        <p className="notice-line">{words.already({ name: preview.title })}</p>
      )}
    </DialogFrame>
  );
}
