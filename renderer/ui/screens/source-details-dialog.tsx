import { type FormEvent, useState } from "react";
import type { CommitFailure } from "../../model/failure.ts";
import type { SourceId } from "../../model/ids.ts";
import type { SourceRow } from "../../model/source.ts";
import { useLibrary } from "../queries/library-context.tsx";
import { asBug, useLibraryQuery } from "../queries/use-library.ts";
import { useCloseDialog } from "../state/own-dialog.ts";
import { useUiSteering } from "../state/ui-context.tsx";
import { useFormat, useText } from "../text/use-text.tsx";
import { PermissionTicks } from "./add-source/permission-ticks.tsx";
import { FullTextField } from "./full-text-field.tsx";
import { FolderField } from "./lists/folder-field.tsx";
import { DialogFrame } from "./parts/dialog-frame.tsx";
import { Fact, Facts } from "./parts/facts.tsx";
import { FailureNote } from "./parts/failure-note.tsx";
import { Field } from "./parts/field.tsx";
import { RankChoice } from "./parts/rank-choice.tsx";
import { Tick } from "./parts/tick.tsx";
import { useAction } from "./parts/use-action.ts";
import { WaitingNote } from "./parts/waiting-note.tsx";

export function SourceDetailsDialog({ sourceId }: { readonly sourceId: SourceId }) {
  const text = useText();
  const closeDialog = useCloseDialog();
  const { answer, bug } = useLibraryQuery("listSources", {}, { dependsOn: ["sources"] });
  const row = answer?.find(({ source }) => source.id === sourceId);
  if (row !== undefined) return <SourceDetails row={row} />;
  return (
    <DialogFrame title={text.dialogs.source.title} onClose={closeDialog}>
      {answer === null ? <WaitingNote bug={bug} /> : <p>{text.dialogs.source.gone}</p>}
    </DialogFrame>
  );
}

function SourceDetails({ row }: { readonly row: SourceRow }) {
  const text = useText();
  const words = text.dialogs.source;
  const library = useLibrary();
  const closeDialog = useCloseDialog();
  const { tell } = useUiSteering();
  const { source } = row;
  const [name, setName] = useState(source.name);
  const [rank, setRank] = useState(source.rank);
  const [enabled, setEnabled] = useState(source.enabled);
  const [fullText, setFullText] = useState(source.fullText);
  const [folder, setFolder] = useState(source.folder ?? "");
  const [insecure, setInsecure] = useState(source.permissions.insecure);
  // It came by a list: the warning that adding by hand gives was never seen.
  const needsLeave = source.address.startsWith("http:") && !source.permissions.insecure;
  const isAllowed = !enabled || !needsLeave || insecure;
  const changing = useAction<CommitFailure>();

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isAllowed) return;
    const shownName = name.trim() === "" ? source.name : name.trim();
    const done = await changing.run(() =>
      library.changeSource({ sourceId: source.id, name: shownName, rank, enabled, folder, fullText, insecure }),
    );
    if (done === null) return;
    closeDialog();
    tell({ kind: "source-changed", name: shownName }, done.value.undo);
  }

  async function remove(): Promise<void> {
    const done = await changing.run(() => library.removeSource({ sourceId: source.id }));
    if (done === null) return;
    closeDialog();
    tell({ kind: "source-removed", name: source.name }, done.value.undo);
  }

  function getNow(): void {
    closeDialog();
    // What comes of it stands in the bottom line.
    library
      .syncNow({ sources: [source.id] })
      .catch((error: unknown) => tell({ kind: "failed", failure: asBug(error) }));
  }

  return (
    <DialogFrame
      title={source.name}
      onClose={closeDialog}
      actions={
        <>
          <button type="button" className="button button-danger" onClick={() => void remove()}>
            {words.remove}
          </button>
          <span className="dialog-spring" />
          <button type="button" className="button" onClick={getNow}>
            {words.getNow}
          </button>
          <button
            type="submit"
            form="source-details"
            className="button button-primary"
            disabled={!isAllowed || changing.isRunning}
          >
            {text.dialogs.save}
          </button>
        </>
      }
    >
      {row.lastFailure === null ? null : (
        <section className="dialog-section" aria-label={words.lastFailure}>
          <h3>{words.lastFailure}</h3>
          <FailureNote failure={row.lastFailure} quiet />
        </section>
      )}
      <form id="source-details" className="dialog-form" onSubmit={(event) => void onSubmit(event)} noValidate>
        <Field label={text.dialogs.addSource.name}>
          {(ids) => <input {...ids} type="text" value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <FolderField folder={folder} onFolder={setFolder} />
        <Tick label={words.enabled} checked={enabled} onChange={setEnabled} />
        {enabled && needsLeave ? (
          <PermissionTicks
            needed={{ insecure: true, local: false }}
            permissions={{ insecure, local: false }}
            onPermissions={(allowed) => setInsecure(allowed.insecure)}
          />
        ) : null}
        <RankChoice rank={rank} onRank={setRank} />
        <FullTextField choice={fullText} articleBytes={row.articleBytes} onChoice={setFullText} />
        {changing.failure === null ? null : <FailureNote failure={changing.failure} />}
      </form>
      <SourceFacts row={row} />
      <p className="field-hint">{words.removeHint}</p>
    </DialogFrame>
  );
}

function SourceFacts({ row }: { readonly row: SourceRow }) {
  const words = useText().dialogs.source;
  const format = useFormat();
  const { source } = row;
  const allowed = [source.permissions.insecure ? words.insecure : "", source.permissions.local ? words.local : ""];
  return (
    <Facts>
      <Fact name={words.address}>
        <span className="breakable">{source.address}</span>
        {allowed
          .filter((note) => note !== "")
          .map((note) => (
            <span key={note} className="fact-note">
              {note}
            </span>
          ))}
      </Fact>
      {source.homePage === null ? null : (
        <Fact name={words.homePage}>
          <span className="breakable">{source.homePage}</span>
        </Fact>
      )}
      <Fact name={words.lastChecked}>
        {row.lastCheckedAt === null ? words.neverChecked : format.ago(row.lastCheckedAt)}
      </Fact>
      <Fact name={words.newestItem}>{row.newestItem === null ? words.noItem : format.age(row.newestItem)}</Fact>
      <Fact name={words.holds}>{words.holdsCount({ total: row.total, unread: row.unread })}</Fact>
      <Traffic sourceId={source.id} />
      {row.lastBytes === null ? null : <Fact name={words.lastSize}>{format.bytes(row.lastBytes)}</Fact>}
    </Facts>
  );
}

/** What it cost by the month, as far as it cost anything. */
function Traffic({ sourceId }: { readonly sourceId: SourceId }) {
  const words = useText().getting;
  const format = useFormat();
  const { answer } = useLibraryQuery("getTraffic", {}, { dependsOn: ["getting"] });
  const used = answer?.sources.find((row) => row.sourceId === sourceId);
  if (used === undefined) return null;
  return (
    <>
      <Fact name={words.thisMonth}>{format.bytes(used.thisMonth)}</Fact>
      <Fact name={words.lastMonth}>{format.bytes(used.lastMonth)}</Fact>
    </>
  );
}
