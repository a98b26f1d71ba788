import type { SourceId } from "./ids.ts";
import type { Bytes } from "./measure.ts";
import type { Instant } from "./time.ts";

/** A calendar month: "2026-11". */
export type Month = string;

/** What came over the link for one source in one month; null = an address that was only looked at. */
export interface TrafficCount {
  readonly sourceId: SourceId | null;
  readonly month: Month;
  readonly received: Bytes;
}

export interface SourceTraffic {
  readonly sourceId: SourceId | null;
  /** null = no source, or one that was removed. */
  readonly name: string | null;
  readonly thisMonth: Bytes;
  readonly lastMonth: Bytes;
}

/** Sources that cost something this month or last, the dearest first. */
export interface TrafficReport {
  readonly thisMonth: Bytes;
  readonly lastMonth: Bytes;
  readonly sources: readonly SourceTraffic[];
}

/** The month that a calendar on the wall there shows. */
export function monthIn(timeZone: string, at: Instant): Month {
  const parts = calendarIn(timeZone).formatToParts(at);
  const part = (type: "year" | "month") => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}`;
}

/** A newer computer may have chosen a zone that this one doesn't know: that stops no counting. */
function calendarIn(timeZone: string): Intl.DateTimeFormat {
  const shape = { year: "numeric", month: "2-digit" } as const;
  try {
    return new Intl.DateTimeFormat("en", { timeZone, ...shape });
  } catch {
    return new Intl.DateTimeFormat("en", { timeZone: "UTC", ...shape });
  }
}

export function monthBefore(month: Month): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return number > 1 ? `${year}-${String(number - 1).padStart(2, "0")}` : `${year - 1}-12`;
}
