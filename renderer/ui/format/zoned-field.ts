import type { Instant } from "../../model/time.ts";
import { zoneOffsetMs } from "../../model/zoned-days.ts";

/** An instant as a date-and-time field wants it ("2026-10-21T14:05"), in the reader's zone and not the laptop's. */
export function toZonedField(at: Instant, timeZone: string): string {
  return new Date(at + zoneOffsetMs(at, timeZone)).toISOString().slice(0, 16);
}

/** What stands in such a field as an instant; null where it isn't whole or isn't a date. */
export function fromZonedField(field: string, timeZone: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(field)) return null;
  const asUtc = Date.parse(`${field}Z`);
  if (Number.isNaN(asUtc)) return null;
  // The offset is asked for twice: the first guess may fall on the other side of a change of the clocks.
  const guess = asUtc - zoneOffsetMs(asUtc, timeZone);
  return asUtc - zoneOffsetMs(guess, timeZone);
}
