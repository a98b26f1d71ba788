import type { ClockState } from "../../model/library-status.ts";
import type { Bytes } from "../../model/measure.ts";
import type { InterfaceLanguage } from "../../model/settings.ts";
import type { Instant, PlainDate } from "../../model/time.ts";
import { localeOf } from "../text/interface-language.ts";
import { type AgeWords, makeAges } from "./ages.ts";
import { makeDates } from "./dates.ts";
import { makeMeasures } from "./measures.ts";

/** Numbers, sizes and times as one reader wants to see them. Pure: the clock is an argument. */
export interface Format {
  readonly language: InterfaceLanguage;
  readonly count: (value: number) => string;
  /** "3.4 MB", "3,4 Mo". */
  readonly bytes: (value: Bytes) => string;
  readonly percent: (ratio: number) => string;
  /** "12 seconds", "4 minutes". */
  readonly duration: (durationMs: number) => string;

  /** "24 October 2026 at 14:05", in the reader's zone. */
  readonly instant: (at: Instant) => string;
  /** "24 October 2026 at 14:05 CAT": for what leaves this screen, where nobody knows the reader's zone. */
  readonly zonedInstant: (at: Instant) => string;
  /** "24 October 2026", in the reader's zone. */
  readonly dayOf: (at: Instant) => string;
  /** "24 Oct", with its year when that isn't this one. */
  readonly shortDayOf: (at: Instant) => string;
  /** "14:05", in the reader's zone. */
  readonly clockTime: (at: Instant) => string;
  /** "20 October 2026"; a calendar day has no zone. */
  readonly day: (day: PlainDate) => string;
  readonly shortDay: (day: PlainDate) => string;
  /** The reader's calendar day at that instant. */
  readonly plainDayOf: (at: Instant) => PlainDate;

  /** "3 days old"; a date where the clock can't be trusted or the instant lies ahead. */
  readonly age: (at: Instant) => string;
  /** "3 days ago", with the same exceptions. */
  readonly ago: (at: Instant) => string;
  /** "3 d", for narrow columns, with the same exceptions. */
  readonly shortAge: (at: Instant) => string;
  /** "3 days old" for a calendar day: "today", "yesterday". */
  readonly ageOfDay: (day: PlainDate) => string;
}

export interface FormatOptions {
  readonly language: InterfaceLanguage;
  readonly timeZone: string;
  readonly clock: Pick<ClockState, "now" | "trusted">;
  readonly words: AgeWords;
}

export function makeFormat({ language, timeZone, clock, words }: FormatOptions): Format {
  const locale = localeOf[language];
  const dates = makeDates({ locale, timeZone, now: clock.now });
  return {
    language,
    ...makeMeasures(locale),
    ...dates,
    ...makeAges({ locale, clock, words, dates }),
  };
}
