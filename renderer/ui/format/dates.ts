import { type Instant, noonOf, type PlainDate } from "../../model/time.ts";

export interface Dates {
  readonly instant: (at: Instant) => string;
  readonly zonedInstant: (at: Instant) => string;
  readonly dayOf: (at: Instant) => string;
  readonly shortDayOf: (at: Instant) => string;
  readonly clockTime: (at: Instant) => string;
  readonly day: (day: PlainDate) => string;
  readonly shortDay: (day: PlainDate) => string;
  readonly plainDayOf: (at: Instant) => PlainDate;
}

export function makeDates({
  locale,
  timeZone,
  now,
}: {
  readonly locale: string;
  readonly timeZone: string;
  readonly now: Instant;
}): Dates {
  const inZone = (options: Intl.DateTimeFormatOptions) => formatter(locale, { ...options, timeZone });
  const ofDay = (options: Intl.DateTimeFormatOptions) => formatter(locale, { ...options, timeZone: "UTC" });
  const plainDayOf = plainDaysIn(timeZone);
  const thisYear = plainDayOf(now).slice(0, 4);

  const shortForm = (day: PlainDate): Intl.DateTimeFormatOptions =>
    day.startsWith(thisYear) ? { day: "numeric", month: "short" } : { day: "numeric", month: "short", year: "numeric" };

  return {
    instant: inZone({ dateStyle: "long", timeStyle: "short" }),
    zonedInstant: inZone({
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZoneName: "short",
    }),
    dayOf: inZone({ dateStyle: "long" }),
    shortDayOf: (at) => inZone(shortForm(plainDayOf(at)))(at),
    clockTime: inZone({ timeStyle: "short" }),
    day: (day) => ofDay({ dateStyle: "long" })(noonOf(day)),
    shortDay: (day) => ofDay(shortForm(day))(noonOf(day)),
    plainDayOf,
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a DateTimeFormat costs more than a hundred uses of it, and a list makes hundreds of dates. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): (at: Instant) => string {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return (at) => known.format(at);
}

/** Canadian English writes days the way ISO 8601 does; parts are asked for so that nothing hangs on that. */
function plainDaysIn(timeZone: string): (at: Instant) => PlainDate {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return (at) => {
    const found = new Map(parts.formatToParts(at).map(({ type, value }) => [type, value]));
    return `${found.get("year")?.padStart(4, "0")}-${found.get("month")}-${found.get("day")}`;
  };
}
