import { useState } from "react";
import type { LibraryStatus } from "../../../model/library-status.ts";
import type { SyncStatus } from "../../../model/sync-status.ts";
import { addSource } from "../../commands/add-source.ts";
import { getNew } from "../../commands/get-new.ts";
import { stopGetting } from "../../commands/stop-getting.ts";
import { useClock } from "../../queries/use-clock.tsx";
import { useCommanding } from "../../state/command-context.tsx";
import { useSlow } from "../../state/use-slow.ts";
import { sentenceFor } from "../../text/failure-sentence.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { AddIcon, ClearIcon, GetIcon, MoreIcon } from "../icons.tsx";
import { PopoverButton } from "../reader/popover-button.tsx";
import { EverydayBrowserNote } from "./everyday-browser-note.tsx";
import { GettingNote } from "./getting-note.tsx";
import { SyncDetails } from "./sync-details.tsx";
import { stuckSentence, syncSentence } from "./sync-sentence.ts";

/** The bottom line, always there: what is true about what came and what didn't. */
export function StatusLine({
  library,
  sync,
}: {
  readonly library: LibraryStatus | null;
  readonly sync: SyncStatus | null;
}) {
  const text = useText();
  const format = useFormat();
  const { now } = useClock();
  const { run } = useCommanding();
  const words = text.reading.sync;
  const isSyncing = sync?.at === "syncing";
  const hasSources = sync !== null && (sync.at === "syncing" || sync.ages.enabledSources > 0);
  return (
    <footer className="status">
      <LibraryNotes library={library} sync={sync} />
      <EverydayBrowserNote />
      {isSyncing ? null : <GettingNote />}
      <div className="status-line">
        {isSyncing ? <SyncBar sync={sync} /> : null}
        {/* While it runs the sentence changes many times a second, which nobody wants to hear. */}
        <p className="status-said" aria-live={isSyncing ? "off" : "polite"}>
          {sync === null ? "" : syncSentence(sync, { text, format, now })}
        </p>
        {hasSources ? (
          <PopoverButton
            icon={<MoreIcon />}
            label={words.details}
            words={words.details}
            className="button-quiet status-details"
            above
          >
            {() => <SyncDetails sync={sync} />}
          </PopoverButton>
        ) : null}
        {sync?.at === "waiting-for-link" ? (
          <button type="button" className="button-quiet" onClick={() => run(stopGetting)}>
            {words.stopTrying}
          </button>
        ) : null}
        {isSyncing ? (
          <StopButton />
        ) : hasSources ? (
          <GetButton />
        ) : sync === null ? null : (
          <button type="button" className="button status-main" onClick={() => run(addSource)}>
            <AddIcon />
            <span>{text.reading.views.addSource}</span>
          </button>
        )}
      </div>
    </footer>
  );
}

/** From the press until its sync has ended it can't be pressed again: the answer to a press takes a moment to show. */
function GetButton() {
  const words = useText().reading.sync;
  const { run } = useCommanding();
  const [isPressed, setIsPressed] = useState(false);
  const press = () => {
    if (isPressed) return;
    setIsPressed(true);
    void run(getNew).finally(() => setIsPressed(false));
  };
  return (
    <button type="button" className="button button-primary status-main" aria-disabled={isPressed} onClick={press}>
      <GetIcon />
      <span>{words.get}</span>
    </button>
  );
}

/** It stands where "Get" stood, so the second click of a double click on that lands here and means nothing. */
function StopButton() {
  const words = useText().reading.sync;
  const { run } = useCommanding();
  return (
    <button
      type="button"
      className="button status-main"
      onClick={({ detail }) => void (detail < 2 && run(stopGetting))}
    >
      <ClearIcon />
      <span>{words.cancel}</span>
    </button>
  );
}

/** How far it is, by the sources that are through: bytes to come are often not known. */
function SyncBar({ sync }: { readonly sync: Extract<SyncStatus, { at: "syncing" }> }) {
  const words = useText().reading.sync;
  const done = sync.sources.filter(({ progress }) => ["done", "failed", "cancelled"].includes(progress.at)).length;
  return (
    <progress className="status-bar" aria-label={words.label} max={Math.max(1, sync.sources.length)} value={done} />
  );
}

function LibraryNotes({ library, sync }: { readonly library: LibraryStatus | null; readonly sync: SyncStatus | null }) {
  const text = useText();
  const format = useFormat();
  const clock = useClock();
  const isOpeningSlowly = useSlow(library === null || library.at === "opening");
  const notes: string[] = [];
  if (isOpeningSlowly) notes.push(text.status.opening);
  if (library?.at === "rebuilding") {
    // Both are bytes of the journal, which say little to a reader.
    notes.push(text.status.rebuilding({ share: format.percent(library.done / Math.max(1, library.total)) }));
  }
  if (library?.at === "read-only") {
    const { what, next } = sentenceFor(library.why, text, format);
    notes.push(`${text.status.readOnly} ${what} ${next}`);
  }
  const stuck = stuckSentence(sync, library, { text, format });
  if (stuck !== null) notes.push(stuck);
  if (!clock.trusted) notes.push(text.status.clockOff({ by: format.duration(Math.abs(clock.offByMs)) }));
  return notes.map((note) => (
    <p key={note} className="status-note" role="status">
      {note}
    </p>
  ));
}
