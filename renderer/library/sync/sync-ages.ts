import type { Source } from "../../model/source.ts";
import type { SyncAges } from "../../model/sync-status.ts";
import type { Instant } from "../../model/time.ts";

/** Checks this close together count as one: a run over a thin link takes its time. */
const oneSittingMs = 60 * 60_000;

/** The two ages and how many sources they speak for: "Checked 14:05: 7 of 10 sources · newest item 3 h old". */
export function syncAges(facts: {
  readonly sources: readonly Source[];
  readonly lastCheckedAt: (source: Source) => Instant | null;
  readonly newestItem: (source: Source) => Instant | null;
  readonly now: Instant;
}): SyncAges {
  const enabled = facts.sources.filter((source) => source.enabled);
  const checks = enabled.map(facts.lastCheckedAt).filter((at) => at !== null);
  const lastCheckedAt = latest(checks);
  // An item dated ahead of every clock is no news from the future.
  const items = enabled.map(facts.newestItem).filter((at) => at !== null && at <= facts.now);
  return {
    lastCheckedAt,
    newestItem: latest(items as Instant[]),
    checkedSources: checks.filter((at) => lastCheckedAt !== null && lastCheckedAt - at <= oneSittingMs).length,
    enabledSources: enabled.length,
  };
}

function latest(instants: readonly Instant[]): Instant | null {
  return instants.reduce<Instant | null>((newest, at) => (newest === null || at > newest ? at : newest), null);
}
