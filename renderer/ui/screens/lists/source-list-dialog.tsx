import { useEffect, useState } from "react";
import type { Library } from "../../../contracts/library.ts";
import type { BugFailure, ListFailure } from "../../../model/failure.ts";
import type { LeftOutEntry, ListEntry } from "../../../model/source-list.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { asBug } from "../../queries/use-library.ts";
import { useCloseDialog } from "../../state/own-dialog.ts";
import { useText } from "../../text/use-text.tsx";
import { mostBytesRead } from "../import/file-batches.ts";
import { DialogFrame } from "../parts/dialog-frame.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { AddTicked } from "./add-ticked.tsx";
import { EntryGroups } from "./entry-groups.tsx";
import { LeftOut } from "./left-out.tsx";
import { useTicks } from "./use-ticks.ts";

interface ReadLists {
  readonly entries: readonly ListEntry[];
  readonly leftOut: readonly LeftOutEntry[];
  readonly failures: readonly { readonly fileName: string; readonly failure: ListFailure | BugFailure }[];
}

/** What colleagues' lists hold, with ticks. Nothing is fetched from here. */
export function SourceListDialog({ files }: { readonly files: readonly File[] }) {
  const words = useText().lists;
  const library = useLibrary();
  const closeDialog = useCloseDialog();
  const [read, setRead] = useState<ReadLists | null>(null);

  useEffect(() => {
    let isGone = false;
    void readLists(files, library).then((lists) => {
      if (!isGone) setRead(lists);
    });
    return () => {
      isGone = true;
    };
  }, [files, library]);

  if (read !== null) return <FoundSources read={read} />;
  return (
    <DialogFrame title={words.reading} onClose={closeDialog} isTextOnly>
      <p role="status">{words.reading}</p>
    </DialogFrame>
  );
}

function FoundSources({ read: { entries, leftOut, failures } }: { readonly read: ReadLists }) {
  const words = useText().lists;
  const closeDialog = useCloseDialog();
  const ticks = useTicks(entries, { startTicked: true });
  const hasNew = entries.some(({ standing }) => standing !== "already-here");
  return (
    <DialogFrame
      title={words.title({ count: entries.length })}
      onClose={closeDialog}
      actions={hasNew ? <AddTicked entries={ticks.chosen} onAdded={closeDialog} /> : undefined}
      isTextOnly={!hasNew}
    >
      {failures.map(({ fileName, failure }) => (
        <section key={fileName} className="dialog-section" aria-label={fileName}>
          <h3 className="breakable">{fileName}</h3>
          <FailureNote failure={failure} />
        </section>
      ))}
      {entries.length === 0 ? null : <p className="field-hint">{hasNew ? words.hint : words.nothingNew}</p>}
      <EntryGroups entries={entries} ticks={ticks} />
      <LeftOut entries={leftOut} />
    </DialogFrame>
  );
}

async function readLists(files: readonly File[], library: Library): Promise<ReadLists> {
  const entries = new Map<string, ListEntry>();
  const leftOut: LeftOutEntry[] = [];
  const failures: { fileName: string; failure: ListFailure | BugFailure }[] = [];
  for (const file of files) {
    const outcome = await readList(file, library);
    if (!outcome.ok) failures.push({ fileName: file.name, failure: outcome.failure });
    else {
      leftOut.push(...outcome.value.leftOut);
      for (const entry of outcome.value.entries) {
        if (!entries.has(entry.id)) entries.set(entry.id, entry);
        else leftOut.push({ label: entry.name, reason: "twice" });
      }
    }
  }
  return { entries: [...entries.values()], leftOut, failures };
}

async function readList(file: File, library: Library) {
  try {
    const bytes = new Uint8Array(await file.slice(0, mostBytesRead).arrayBuffer());
    return await library.readSourceList({ bytes }, { transfer: [bytes.buffer] });
  } catch (error) {
    return { ok: false, failure: asBug(error) } as const;
  }
}
