import { useEffect, useState } from "react";
import type { VaultFacts } from "../../../contracts/library.ts";
import type { BugFailure } from "../../../model/failure.ts";
import type { DamageNote } from "../../../model/library-status.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { asBug, useLibraryQuery } from "../../queries/use-library.ts";
import { useUiPart, useUiSteering } from "../../state/ui-context.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { WaitingNote } from "../parts/waiting-note.tsx";
import { saveLogAsFile } from "./save-log-as-file.ts";

/** What this computer holds, where, and who can open it. */
export function LibrarySection() {
  const text = useText();
  const { answer: facts, bug, ask } = useLibraryQuery("getVaultFacts", {}, { dependsOn: ["briefings", "settings"] });
  const { openDialog } = useUiSteering();
  const isInFront = useUiPart(({ dialogBehind }) => dialogBehind === null);

  // The recovery code is confirmed in a dialog over this one, and no change of the library tells of it.
  useEffect(() => {
    if (isInFront) ask();
  }, [isInFront, ask]);

  if (facts === null || bug !== null) return <WaitingNote bug={bug} />;
  return (
    <>
      {facts.inEverydayBrowser ? <p className="warning">{text.dialogs.settings.everydayBrowser}</p> : null}
      <VaultFactList facts={facts} />
      <button type="button" className="button" onClick={() => openDialog("export-sources", null)}>
        {text.lists.export.title}
      </button>
      <LogExport />
    </>
  );
}

function VaultFactList({ facts }: { readonly facts: VaultFacts }) {
  const text = useText();
  const words = text.dialogs.settings;
  const format = useFormat();
  const { openDialog } = useUiSteering();
  return (
    <Facts>
      <Fact name={words.guardLabel}>{words.guard[facts.keyProtection]}</Fact>
      <Fact name={words.recoveryLabel}>
        <span>{facts.recoveryCodeWrittenDown ? words.recoveryWritten : words.recoveryNotWritten}</span>
        {facts.recoveryCodeWrittenDown ? null : (
          <button type="button" className="button" onClick={() => openDialog("recovery-code", null)}>
            {words.showRecovery}
          </button>
        )}
      </Fact>
      <Fact name={words.folder}>
        <span className="breakable">{facts.folder}</span>
        <CopyButton value={facts.folder} label={words.copyFolder} />
      </Fact>
      <Fact name={words.size}>
        {words.sizeFacts({ count: facts.briefings, bytes: format.bytes(facts.journalBytes) })}
      </Fact>
      <Fact name={text.attachments.sizeInSettings}>{format.bytes(facts.attachmentBytes)}</Fact>
      <Fact name={words.free}>{format.bytes(facts.freeBytes)}</Fact>
      <Fact name={words.damageLabel}>
        <Damage notes={facts.damage} />
      </Fact>
    </Facts>
  );
}

function Damage({ notes }: { readonly notes: readonly DamageNote[] }) {
  const words = useText().dialogs.settings;
  const format = useFormat();
  if (notes.length === 0) return words.noDamage;
  const bytes = notes.reduce((sum, note) => sum + note.bytes, 0);
  const titles = [...new Set(notes.flatMap((note) => note.titles))];
  return (
    <>
      <span>{words.damage({ count: notes.length, bytes: format.bytes(bytes) })}</span>
      {titles.length === 0 ? null : (
        <details>
          <summary>{words.damagedTitles}</summary>
          <ul>
            {titles.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function LogExport() {
  const words = useText().dialogs.settings;
  const library = useLibrary();
  const [isBusy, setBusy] = useState(false);
  const [bug, setBug] = useState<BugFailure | null>(null);

  async function save(): Promise<void> {
    setBusy(true);
    setBug(null);
    try {
      saveLogAsFile(await library.exportLog({}));
    } catch (error) {
      setBug(asBug(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="log-export">
      <button type="button" className="button" disabled={isBusy} onClick={() => void save()}>
        {words.exportLog}
      </button>
      <p className="field-hint">{words.logHint}</p>
      {bug === null ? null : <FailureNote failure={bug} />}
    </div>
  );
}
