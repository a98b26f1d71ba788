import type { GettingEstimate, GettingPace } from "../../model/getting.ts";
import type { Bytes } from "../../model/measure.ts";

/** A run with less says more about round trips than about the link. */
const measuredFrom: Bytes = 16 * 1024;
/** Slower than any link: the lid was closed in between, or the clock was set. */
const slowestBytesPerMs = 0.05;
const minuteMs = 60_000;

/** What one source may bring: its document (null = never fetched), and full texts behind its extracts. */
export interface ExpectedOfSource {
  readonly document: Bytes | null;
  readonly articles: Bytes;
}

/** What getting from these would take: as much as the last time, at the pace of the last times. */
export function estimateGetting(expected: readonly ExpectedOfSource[], pace: GettingPace | null): GettingEstimate {
  const known = expected.flatMap(({ document, articles }) => (document === null ? [] : [document + articles]));
  const bytes = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
  const canTime = bytes !== null && pace !== null && pace.bytes > 0;
  return {
    sources: expected.length,
    bytes,
    isAtLeast: known.length < expected.length,
    minutes: canTime ? Math.max(1, Math.round((bytes * pace.ms) / pace.bytes / minuteMs)) : null,
  };
}

/** The newest run counts most; null = it tells nothing, so that the old pace stays. */
export function paceAfter(
  before: GettingPace | null,
  run: { readonly received: Bytes; readonly ms: number },
): GettingPace | null {
  if (run.received < measuredFrom || run.ms <= 0 || run.received / run.ms < slowestBytesPerMs) return null;
  return { bytes: (before?.bytes ?? 0) / 2 + run.received, ms: (before?.ms ?? 0) / 2 + run.ms };
}
