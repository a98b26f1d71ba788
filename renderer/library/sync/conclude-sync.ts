import type { SyncFailure } from "../../model/failure.ts";
import type { SourceId } from "../../model/ids.ts";
import type { SourceProgress, SourceSync, SyncAges, SyncStatus, SyncTotals } from "../../model/sync-status.ts";
import type { Instant } from "../../model/time.ts";
import { isLinkMissing } from "./retry-schedule.ts";

/** What a sync that has ended left behind. `last` speaks for every source tried in this session, `ran` for this run. */
export function concludeSync(facts: {
  readonly last: readonly SourceSync[];
  readonly ran: readonly SourceId[];
  readonly ages: SyncAges;
  readonly totals: SyncTotals;
  readonly now: Instant;
  readonly waitingSince: Instant | null;
}): SyncStatus {
  const { last, ages, totals } = facts;
  if (isLinkAway(last, facts.ran))
    return { at: "waiting-for-link", since: facts.waitingSince ?? facts.now, ages, last };
  const failures = last.map(({ progress }) => failureOf(progress));
  const [first] = failures;
  if (first && failures.every((failure) => failure !== null)) return { at: "stuck", ages, last, failure: first };
  if (last.every(({ progress }) => progress.at === "done" && !progress.cut)) return { at: "idle", ages, last };
  return { at: "partly-done", ages, last, totals };
}

/** One name that can't be found may just be wrong; when none of all can be found, it is the link. */
function isLinkAway(last: readonly SourceSync[], ran: readonly SourceId[]): boolean {
  const runFailures = last.filter(({ sourceId }) => ran.includes(sourceId)).map(({ progress }) => failureOf(progress));
  if (runFailures.length > 0 && runFailures.every((failure) => failure?.kind === "no-link")) return true;
  return last.length > 0 && last.map(({ progress }) => failureOf(progress)).every(isMissing);
}

function isMissing(failure: SyncFailure | null): boolean {
  return failure !== null && isLinkMissing(failure);
}

export function failureOf(progress: SourceProgress): SyncFailure | null {
  return progress.at === "failed" ? progress.failure : null;
}

/** How much came and, as far as anyone knows, how much it will be. */
export function syncTotals(
  parts: readonly {
    readonly progress: SourceProgress;
    readonly received: number;
    readonly lastBytes: number | null;
    readonly added: number;
    readonly revised: number;
  }[],
): SyncTotals {
  let [received, added, revised] = [0, 0, 0];
  let expected: number | null = 0;
  for (const part of parts) {
    received += part.received;
    added += part.added;
    revised += part.revised;
    const own = expectedBytes(part.progress, part.received, part.lastBytes);
    expected = expected === null || own === null ? null : expected + own;
  }
  return { received, expected, added, revised };
}

function expectedBytes(progress: SourceProgress, received: number, lastBytes: number | null): number | null {
  switch (progress.at) {
    case "waiting":
      return lastBytes;
    case "fetching": {
      const announced = progress.expected ?? lastBytes;
      return announced === null ? null : Math.max(announced, received);
    }
    case "articles":
      return received - progress.received + Math.max(progress.expected, progress.received);
    default:
      return received;
  }
}
