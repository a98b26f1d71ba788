import { useCallback } from "react";
import type { CommitFailure } from "../../../model/failure.ts";
import { defaultGettingRules, type GettingMode, type GettingRules, gettingIntervalMs } from "../../../model/getting.ts";
import { whenWords } from "../../components/sync/sync-sentence.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useClock } from "../../queries/use-clock.tsx";
import { useGettingStatus } from "../../queries/use-getting.ts";
import { useKeptValue } from "../../queries/use-kept-value.ts";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { Choice } from "../parts/choice.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { Tick } from "../parts/tick.tsx";
import { useChanges } from "../parts/use-changes.ts";
import { DataUsed } from "./data-used.tsx";

const modes: readonly GettingMode[] = [
  "ask",
  "manual",
  "every-30-min",
  "every-hour",
  "every-6-hours",
  "every-12-hours",
  "every-24-hours",
];

/** When news is got, for everyone who reads here: they share one link and one bill. */
export function GettingSection() {
  const words = useText().getting;
  const library = useLibrary();
  const kept = useLibraryQuery("getGettingRules", {}, { dependsOn: ["getting", "catalogue"] });
  const keep = useCallback((rules: GettingRules) => library.changeGettingRules({ rules }), [library]);
  const { value: rules, change } = useKeptValue(kept, defaultGettingRules, keep);
  const changing = useChanges<CommitFailure>();

  return (
    <>
      {changing.failure === null ? null : <FailureNote failure={changing.failure} />}
      <Choice
        label={words.when}
        options={modes.map((value) => ({ value, label: words.modes[value] }))}
        value={rules.mode}
        onChange={(mode) => changing.run(() => change({ mode }))}
      />
      <ModeHint mode={rules.mode} />
      <Tick
        label={words.onMetered}
        hint={words.onMeteredHint}
        checked={rules.onMeteredLink}
        onChange={(onMeteredLink) => changing.run(() => change({ onMeteredLink }))}
      />
      <DataUsed />
    </>
  );
}

function ModeHint({ mode }: { readonly mode: GettingMode }) {
  const text = useText();
  const format = useFormat();
  const { now } = useClock();
  const status = useGettingStatus();
  const words = text.getting;
  if (mode === "ask") return <p className="field-hint">{words.askHint}</p>;
  if (mode === "manual") return <p className="field-hint">{words.manualHint}</p>;
  const isPlanned = status.at === "planned" && gettingIntervalMs(mode) !== null;
  return (
    <p className="field-hint">
      {words.timedHint}
      {isPlanned ? ` ${words.next(whenWords(status.next, { text, format, now }))}` : ""}
    </p>
  );
}
