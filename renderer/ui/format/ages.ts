import type { ClockState } from "../../model/library-status.ts";
import { dayMs, type Instant, noonOf, type PlainDate } from "../../model/time.ts";
import type { Dates } from "./dates.ts";
import { numberFormat } from "./number-format.ts";

/** The few words around an age that Intl doesn't have. */
export interface AgeWords {
  readonly justNow: string;
  /** Makes "3 days" into "3 days old", where a language says it so. */
  readonly old: (span: { readonly duration: string; readonly ago: string }) => string;
}

export interface Ages {
  readonly age: (at: Instant) => string;
  readonly ago: (at: Instant) => string;
  readonly shortAge: (at: Instant) => string;
  readonly ageOfDay: (day: PlainDate) => string;
}

type AgeUnit = "minute" | "hour" | "day" | "month" | "year";
type Span = { readonly unit: AgeUnit; readonly amount: number };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Clocks of servers and laptops differ by a little; less than this ahead still counts as now. */
const toleranceMs = 5 * minuteMs;

export function makeAges({
  locale,
  clock,
  words,
  dates,
}: {
  readonly locale: string;
  readonly clock: Pick<ClockState, "now" | "trusted">;
  readonly words: AgeWords;
  readonly dates: Dates;
}): Ages {
  const relative = new Intl.RelativeTimeFormat(locale);
  const relativeDays = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const spell = ({ unit, amount }: Span, unitDisplay: "long" | "narrow") =>
    numberFormat(locale, { style: "unit", unit, unitDisplay }).format(amount);
  const ago = ({ unit, amount }: Span) => relative.format(-amount, unit);
  const old = (span: Span) => words.old({ duration: spell(span, "long"), ago: ago(span) });

  const spoken = (at: Instant, say: (span: Span) => string, date: (at: Instant) => string, now: string) => {
    const ageMs = clock.now - at;
    if (!clock.trusted || ageMs < -toleranceMs) return date(at);
    return ageMs < minuteMs ? now : say(spanOf(ageMs));
  };

  return {
    age: (at) => spoken(at, old, dates.dayOf, words.justNow),
    ago: (at) => spoken(at, ago, dates.instant, words.justNow),
    shortAge: (at) => spoken(at, (span) => spell(span, "narrow"), dates.shortDayOf, words.justNow),
    ageOfDay(day) {
      const days = Math.round((noonOf(dates.plainDayOf(clock.now)) - noonOf(day)) / dayMs);
      if (!clock.trusted || days < 0) return dates.day(day);
      return days < 2 ? relativeDays.format(-days, "day") : old(spanOf(days * dayMs));
    },
  };
}

/** Hours count up to two days and days up to two months, because a briefing's worth is told in them. */
function spanOf(ageMs: number): Span {
  if (ageMs < hourMs) return { unit: "minute", amount: Math.max(1, Math.floor(ageMs / minuteMs)) };
  if (ageMs < 2 * dayMs) return { unit: "hour", amount: Math.floor(ageMs / hourMs) };
  const days = Math.floor(ageMs / dayMs);
  if (days < 60) return { unit: "day", amount: days };
  const months = Math.floor(days / 30.44);
  return months < 24 ? { unit: "month", amount: months } : { unit: "year", amount: Math.floor(days / 365.25) };
}
