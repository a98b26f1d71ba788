import type { SyncFailure } from "../../model/failure.ts";

const firstDelayMs = 30_000;
const longestDelayMs = 15 * 60_000;
/** A link that breaks off costs bytes each time, so it is tried again only this often. */
const triesAfterCut = 3;

/** Doubles from half a minute to a quarter of an hour, spread so that the laptops of a base don't all call at once. */
export function nextRetryDelayMs({ attempt, random }: { attempt: number; random: number }): number {
  const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempt, 10));
  return Math.round(delayMs * (0.75 + random / 2));
}

/** There is no link at all: trying costs nothing but a look-up. */
export function isLinkMissing(failure: SyncFailure): boolean {
  return failure.kind === "no-link" || failure.kind === "name-not-found";
}

/** There was a link and it gave out on the way. */
export function isLinkCut(failure: SyncFailure): boolean {
  return failure.kind === "connection-cut" || failure.kind === "timeout";
}

/** Whether a source that failed like this is tried again without being asked. */
export function isRetried(failure: SyncFailure, attempt: number): boolean {
  if (failure.kind === "no-link") return true;
  return isLinkCut(failure) && attempt < triesAfterCut;
}
