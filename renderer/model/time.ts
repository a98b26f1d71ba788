/** Milliseconds since 1970 in UTC. */
export type Instant = number;
/** A calendar day without a zone: "2026-10-21". */
export type PlainDate = string;

/** The four times of a briefing. They are never mixed: each is null where nobody gave it. */
export interface BriefingTimes {
  /** The data's own date. */
  readonly asOf: PlainDate | null;
  /** By the source. */
  readonly published: Instant | null;
  /** By an aggregator such as ReliefWeb. */
  readonly posted: Instant | null;
  /** By this computer. */
  readonly fetched: Instant;
}

const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** Noon of an as-of day in UTC, so that it sorts inside its day in every African zone. */
export function noonOf(day: PlainDate): Instant {
  return Date.parse(`${day}T12:00:00Z`);
}

/** The list is ordered by this: published, else posted, else as-of at noon, else the sync that brought it. */
export function orderTimeOf(times: BriefingTimes): Instant {
  return times.published ?? times.posted ?? (times.asOf === null ? times.fetched : noonOf(times.asOf));
}

export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}
