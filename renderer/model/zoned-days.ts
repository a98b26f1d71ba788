import { dayMs, type Instant, isPlainDate } from "./time.ts";

/** The first instant of a calendar day in a zone; null for what isn't a day (a date field half typed, or emptied). */
export function startOfDay(day: string, timeZone: string): Instant | null {
  if (!isPlainDate(day) || day < "1970-01-02") return null;
  const utcMidnight = Date.parse(`${day}T00:00:00Z`);
  // The zone's offset is asked for twice, because it may differ on the two sides of midnight.
  const guess = utcMidnight - zoneOffsetMs(utcMidnight, timeZone);
  return utcMidnight - zoneOffsetMs(guess, timeZone);
}

export function endOfDay(day: string, timeZone: string): Instant | null {
  if (!isPlainDate(day)) return null;
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
  const start = startOfDay(next, timeZone);
  return start === null ? null : start - 1;
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than a hundred uses of it. */
function wallClockIn(timeZone: string): Intl.DateTimeFormat {
  const known =
    wallClocks.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  wallClocks.set(timeZone, known);
  return known;
}

/** How far a zone's wall clock is ahead of UTC at an instant. */
export function zoneOffsetMs(at: Instant, timeZone: string): number {
  const parts = wallClockIn(timeZone).formatToParts(at);
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const wallClock = Date.UTC(
    number("year"),
    number("month") - 1,
    number("day"),
    number("hour"),
    number("minute"),
    number("second"),
  );
  return wallClock - Math.floor(at / 1000) * 1000;
}
