import { useState } from "react";
import type { CommitFailure } from "../../../model/failure.ts";
import { defaultGettingRules, type GettingMode, type GettingRules, gettingIntervalMs } from "../../../model/getting.ts";
import { whenWords } from "../../components/sync/sync-sentence.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useClock } from "../../queries/use-clock.tsx";
import { useGettingStatus } from "../../queries/use-getting.ts";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { Choice } from "../parts/choice.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { Tick } from "../parts/tick.tsx";
import { useAction } from "../parts/use-action.ts";
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
  const { answer } = useLibraryQuery("getGettingRules", {}, { dependsOn: ["getting", "catalogue"] });
  const [ahead, setAhead] = useState<GettingRules | null>(null);
  const changing = useAction<CommitFailure>();
  const rules = ahead ?? answer ?? defaultGettingRules;

  async function change(patch: Partial<GettingRules>): Promise<void> {
    const next = { ...rules, ...patch };
    setAhead(next);
    await changing.run(() => library.changeGettingRules({ rules: next }));
    setAhead(null);
  }

  return (
    <>
      {changing.failure === null ? null : <FailureNote failure={changing.failure} />}
      <Choice
        label={words.when}
        options={modes.map((value) => ({ value, label: words.modes[value] }))}
        value={rules.mode}
        onChange={(mode) => void change({ mode })}
      />
      <ModeHint mode={rules.mode} />
      <Tick
        label={words.onMetered}
        hint={words.onMeteredHint}
        checked={rules.onMeteredLink}
        onChange={(onMeteredLink) => void change({ onMeteredLink })}
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
