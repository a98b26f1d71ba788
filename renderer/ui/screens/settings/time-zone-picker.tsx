import { useId, useMemo, useRef, useState } from "react";
import { useClock } from "../../queries/use-clock.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";
import { Field } from "../parts/field.tsx";
import { allTimeZones, cityOf, findTimeZones } from "./time-zones.ts";

const mostShown = 40;

export interface TimeZonePickerProps {
  readonly zone: string;
  readonly onZone: (zone: string) => void;
}

/** A city is typed, and picked from what fits. */
export function TimeZonePicker({ zone, onZone }: TimeZonePickerProps) {
  const text = useText();
  const words = text.dialogs.settings;
  const format = useFormat();
  const { now } = useClock();
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const isSearching = typed.trim() !== "";
  const found = useMemo(
    () =>
      isSearching
        ? findTimeZones(typed, { zones: allTimeZones(), at: now, language: text.language, limit: mostShown })
        : [],
    [isSearching, typed, now, text.language],
  );

  return (
    <div className="time-zone">
      <p>
        {words.timeZone({ city: cityOf(zone) })} {words.timeZoneNow({ time: format.clockTime(now) })}
      </p>
      <Field label={words.timeZoneSearch}>
        {(ids) => (
          <input
            {...ids}
            ref={field}
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            aria-controls={isSearching ? listId : undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {isSearching ? (
        <ul className="pick-list pick-list-short" id={listId} aria-label={words.timeZoneSearch}>
          {found.map(({ zone: other, city, offset }) => (
            <li key={`${other} ${city}`}>
              <button
                type="button"
                className="pick pick-row"
                aria-current={other === zone ? "true" : undefined}
                onClick={() => {
                  onZone(other);
                  setTyped("");
                  // The list with the pressed button goes.
                  field.current?.focus();
                }}
              >
                <span className="pick-title">{city}</span>
                <span className="pick-address">{offset}</span>
              </button>
            </li>
          ))}
          {found.length === 0 ? <li className="field-hint">{words.timeZoneNone}</li> : null}
        </ul>
      ) : null}
    </div>
  );
}
