import { type PresetSource, presetSources } from "../../../model/preset-sources.ts";
import type { SourceRow } from "../../../model/source.ts";
import type { ListEntry } from "../../../model/source-list.ts";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useCloseDialog } from "../../state/own-dialog.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { DialogFrame } from "../parts/dialog-frame.tsx";
import { Tick } from "../parts/tick.tsx";
import { WaitingNote } from "../parts/waiting-note.tsx";
import { AddTicked } from "./add-ticked.tsx";
import { type Ticks, useTicks } from "./use-ticks.ts";

const listed = presetSources.map(({ address, name, folder, homePage }) => ({ address, name, folder, homePage }));
const dependsOnSources = ["sources"] as const;
const listedOnce = { sources: listed };

/** Sources that we know of, each with whether it ever answered from here. */
export function ChooseSourcesDialog() {
  const text = useText();
  const closeDialog = useCloseDialog();
  const { answer: judged, bug } = useLibraryQuery("judgeSources", listedOnce, { dependsOn: dependsOnSources });
  const { answer: rows, bug: rowsBug } = useLibraryQuery("listSources", {}, { dependsOn: dependsOnSources });
  if (judged === null || rows === null)
    return (
      <DialogFrame title={text.lists.presets.title} onClose={closeDialog} isTextOnly>
        <WaitingNote bug={bug ?? rowsBug} />
      </DialogFrame>
    );
  return <Presets entries={judged.entries} rows={rows} />;
}

function Presets({ entries, rows }: { readonly entries: readonly ListEntry[]; readonly rows: readonly SourceRow[] }) {
  const words = useText().lists.presets;
  const closeDialog = useCloseDialog();
  const ticks = useTicks(entries, { startTicked: false });
  return (
    <DialogFrame
      title={words.title}
      onClose={closeDialog}
      actions={<AddTicked entries={ticks.chosen} onAdded={closeDialog} />}
    >
      <p className="field-hint">{words.intro}</p>
      <ul className="entry-list" aria-label={words.label}>
        {presetSources.map((preset) => {
          const entry = entries.find(({ address }) => address === preset.address);
          const row = rows.find(({ source }) => source.id === entry?.id);
          return entry === undefined ? null : (
            <li key={preset.key}>
              <Preset preset={preset} entry={entry} row={row ?? null} ticks={ticks} />
            </li>
          );
        })}
      </ul>
    </DialogFrame>
  );
}

function Preset({
  preset,
  entry,
  row,
  ticks,
}: {
  readonly preset: PresetSource;
  readonly entry: ListEntry;
  readonly row: SourceRow | null;
  readonly ticks: Ticks;
}) {
  const text = useText();
  const format = useFormat();
  const words = text.lists.presets;
  const checkedAt = row?.lastCheckedAt ?? null;
  const facts = [
    words.what[preset.key],
    ...(preset.publisher === preset.name ? [] : [words.by(preset.publisher)]),
    text.terms.language[preset.language],
    ...(row === null ? [] : [text.lists.alreadyHere]),
    checkedAt === null ? words.notChecked : words.checked(format.ago(checkedAt)),
  ].join(" · ");
  if (row !== null)
    return (
      <p className="entry-here">
        {preset.name} <span className="field-hint">{facts}</span>
      </p>
    );
  return (
    <Tick
      label={preset.name}
      hint={facts}
      checked={ticks.has(entry.id)}
      onChange={(ticked) => ticks.set([entry.id], ticked)}
    />
  );
}
