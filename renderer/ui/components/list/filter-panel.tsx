import { useState } from "react";
import type { Language } from "../../../model/briefing.ts";
import type { SourceId } from "../../../model/ids.ts";
import { dayMs } from "../../../model/time.ts";
import { type Filters, isFiltered, noFilters } from "../../../model/view.ts";
import { endOfDay, startOfDay } from "../../../model/zoned-days.ts";
import { useSettings } from "../../queries/settings-context.tsx";
import { useClock } from "../../queries/use-clock.tsx";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useFormat, useText } from "../../text/use-text.tsx";

const languages: readonly Language[] = ["fr", "sw", "en", "ln", "und"];
const recentDays = [1, 7, 30, 90] as const;
type Period = "any" | `${(typeof recentDays)[number]}` | "own";

export interface FilterPanelProps {
  readonly id: string;
  readonly filters: Filters;
  /** A view of one source has no other source to filter by. */
  readonly canChooseSource: boolean;
  readonly onChange: (filters: Filters) => void;
}

export function FilterPanel({ id, filters, canChooseSource, onChange }: FilterPanelProps) {
  const text = useText();
  const words = text.reading.filters;
  const clock = useClock();
  const { answer: sources } = useLibraryQuery("listSources", {}, { dependsOn: ["sources"] });
  const set = (patch: Partial<Filters>) => onChange({ ...filters, ...patch });
  const [period, setPeriod] = useState<Period>(filters.from === null && filters.until === null ? "any" : "own");

  function choosePeriod(chosen: Period): void {
    setPeriod(chosen);
    if (chosen === "own") return;
    set({ from: chosen === "any" ? null : Math.max(0, clock.now - Number(chosen) * dayMs), until: null });
  }

  return (
    <fieldset className="filters" id={id}>
      <legend className="visually-hidden">{words.label}</legend>
      <label className="tick-line">
        <input type="checkbox" checked={filters.unreadOnly} onChange={() => set({ unreadOnly: !filters.unreadOnly })} />
        <span>{words.unreadOnly}</span>
      </label>
      <label className="tick-line">
        <input type="checkbox" checked={filters.savedOnly} onChange={() => set({ savedOnly: !filters.savedOnly })} />
        <span>{words.savedOnly}</span>
      </label>
      {canChooseSource && sources !== null && sources.length > 0 ? (
        <label className="select-line">
          <span>{words.source}</span>
          <select
            value={filters.sourceId ?? ""}
            onChange={(event) => set({ sourceId: event.target.value === "" ? null : (event.target.value as SourceId) })}
          >
            <option value="">{words.anySource}</option>
            {sources.map(({ source }) => (
              <option key={source.id} value={source.id}>
                {source.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className="select-line">
        <span>{words.language}</span>
        <select
          value={filters.language ?? ""}
          onChange={(event) => set({ language: languages.find((language) => language === event.target.value) ?? null })}
        >
          <option value="">{words.anyLanguage}</option>
          {languages.map((language) => (
            <option key={language} value={language}>
              {text.terms.language[language]}
            </option>
          ))}
        </select>
      </label>
      <label className="select-line">
        <span>{words.period}</span>
        <select value={period} onChange={(event) => choosePeriod(event.target.value as Period)}>
          <option value="any">{words.anyPeriod}</option>
          {recentDays.map((days) => (
            <option key={days} value={days}>
              {words.days(days)}
            </option>
          ))}
          <option value="own">{words.ownPeriod}</option>
        </select>
      </label>
      {period === "own" ? <OwnPeriod filters={filters} set={set} /> : null}
      {isFiltered(filters) ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            setPeriod("any");
            onChange(noFilters);
          }}
        >
          {words.clear}
        </button>
      ) : null}
    </fieldset>
  );
}

function OwnPeriod({ filters, set }: { readonly filters: Filters; readonly set: (patch: Partial<Filters>) => void }) {
  const words = useText().reading.filters;
  const format = useFormat();
  const { timeZone } = useSettings().settings;
  return (
    <>
      <label className="select-line">
        <span>{words.from}</span>
        <input
          type="date"
          value={filters.from === null ? "" : format.plainDayOf(filters.from)}
          onChange={(event) => set({ from: startOfDay(event.target.value, timeZone) })}
        />
      </label>
      <label className="select-line">
        <span>{words.until}</span>
        <input
          type="date"
          value={filters.until === null ? "" : format.plainDayOf(filters.until)}
          onChange={(event) => set({ until: endOfDay(event.target.value, timeZone) })}
        />
      </label>
    </>
  );
}
