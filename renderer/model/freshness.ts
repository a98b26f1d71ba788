import type { BriefingHead, BriefingKind } from "./briefing.ts";
import { dayMs, type Instant, noonOf } from "./time.ts";

const hourMs = 3_600_000;

/** After this a briefing of that kind may no longer describe what is there. */
const agesAfterMs: Readonly<Record<BriefingKind, number>> = {
  alert: 24 * hourMs,
  security: 72 * hourMs,
  access: 72 * hourMs,
  sitrep: 14 * dayMs,
  reference: 365 * dayMs,
  unknown: 72 * hourMs,
};

export type Freshness =
  /** Still inside what its kind or its source allows. */
  | { readonly at: "fresh"; readonly since: Instant }
  /** Older than its kind stays good. */
  | { readonly at: "aged"; readonly since: Instant; readonly limitMs: number }
  /** Its source said until when it holds, and that has passed. */
  | { readonly at: "expired"; readonly since: Instant | null; readonly expired: Instant }
  /** Nobody gave a date, and when it came here says nothing about its age. */
  | { readonly at: "unknown" };

/** How old what it says is. Arrival never changes an age, so `fetched` isn't asked. */
export function freshnessOf(
  { kind, times, expires }: Pick<BriefingHead, "kind" | "times" | "expires">,
  now: Instant,
): Freshness {
  const since = sourceTimeOf(times);
  if (expires !== null) {
    if (now > expires) return { at: "expired", since, expired: expires };
    if (since !== null) return { at: "fresh", since };
  }
  if (since === null) return { at: "unknown" };
  const limitMs = agesAfterMs[kind];
  return now - since > limitMs ? { at: "aged", since, limitMs } : { at: "fresh", since };
}

/** The source's own time: published, else posted, else the day its data is of. */
function sourceTimeOf(times: BriefingHead["times"]): Instant | null {
  return times.published ?? times.posted ?? (times.asOf === null ? null : noonOf(times.asOf));
}
