import type { Host } from "../../contracts/host.ts";
import type { SourceId } from "../../model/ids.ts";
import type { ClockState } from "../../model/library-status.ts";
import type { Bytes } from "../../model/measure.ts";
import type { Source } from "../../model/source.ts";
import type { SourceProgress, SyncAges, SyncStatus } from "../../model/sync-status.ts";
import type { Instant } from "../../model/time.ts";
import type { Vault } from "../vault.ts";
import { concludeSync, failureOf, syncTotals } from "./conclude-sync.ts";
import type { ParseFeed } from "./feed-seams.ts";
import { orderSources } from "./order-sources.ts";
import { isLinkMissing, isRetried, nextRetryDelayMs } from "./retry-schedule.ts";
import { createServerClock } from "./server-clock.ts";
import type { FeedStore } from "./store-feed.ts";
import { syncAges } from "./sync-ages.ts";
import { type RunPart, type RunTools, type SyncRun, startRun } from "./sync-run.ts";
import { type SourceOutcome, syncSource } from "./sync-source.ts";

export interface Sync {
  status(): SyncStatus;
  /** Answers when all of them have ended. Called during a sync it joins it, with the sources that aren't in it yet. */
  syncNow(sourceIds: readonly SourceId[] | null): Promise<SyncStatus>;
  /** Ends the fetching at once; what has come is stored. */
  cancel(sourceId: SourceId | null): void;
  /** How a source's last sync of this session went. */
  lastProgress(sourceId: SourceId): SourceProgress | null;
  newestServerDate(): Instant | null;
  clockState(): ClockState;
  /** Nothing is fetched or tried again after this. */
  stop(): void;
}

/** One sync that has ended, or one look whether the link is back. */
export interface RanSync {
  readonly sourceIds: readonly SourceId[];
  readonly received: Bytes;
  readonly ms: number;
}

export interface SyncSurroundings<Item> {
  readonly host: Pick<Host, "fetchAddress" | "diskState">;
  readonly clock: () => Instant;
  readonly wait: (delayMs: number) => Promise<void>;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly vault: Vault;
  readonly parseFeed: ParseFeed<Item>;
  readonly feedStore: FeedStore<Item>;
  readonly articles: RunTools["articles"];
  /** The newest time that an earlier session had from servers: a clock that has fallen back is known by it. */
  readonly seenEarlier: Instant | null;
  /** False = the person wants nothing tried again by itself. */
  readonly mayRetry: () => boolean;
  /** Whether anything may go out by itself over the link as it is now. */
  readonly mayGoOut: () => Promise<boolean>;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onRan: (ran: RanSync) => void;
  /** Keeps a thrown error in the log and answers its reference. */
  readonly onBug: (error: unknown, doing: string) => string;
}

/** The page redraws its bottom line from this: a number more often than this is lost on everybody. */
const countsEveryMs = 100;

export function createSync<Item>(surroundings: SyncSurroundings<Item>): Sync {
  const { host, clock, wait, randomBytes, vault, onStatus, onBug, mayRetry, mayGoOut, onRan } = surroundings;
  const serverClock = createServerClock(clock, surroundings.seenEarlier);
  /** How every source fared that was tried in this session. */
  const last = new Map<SourceId, RunPart>();
  let run: SyncRun | null = null;
  let conclusion: SyncStatus = { at: "idle", ages: ages(), last: [] };
  let attempt = 0;
  let stopped = false;
  /** A planned retry that finds this moved on has been overtaken. */
  let plan = 0;
  let toldAt = Number.NEGATIVE_INFINITY;

  function ages(): SyncAges {
    const { catalogue } = vault;
    return syncAges({
      sources: catalogue.sources(),
      lastCheckedAt: ({ id }) => catalogue.lastCheckedAt(id),
      newestItem: ({ id }) => catalogue.newestItem(id),
      now: serverClock.state().now,
    });
  }

  function status(): SyncStatus {
    if (run === null || run.isQuiet()) return { ...conclusion, ages: ages() };
    const parts = run.parts();
    return { at: "syncing", ages: ages(), sources: parts.map(toSourceSync), totals: totalsOf(parts) };
  }

  function totalsOf(parts: readonly RunPart[]) {
    return syncTotals(parts.map((part) => ({ ...part, lastBytes: lastBytesOf(part.source) })));
  }

  function lastBytesOf({ id }: Source): number | null {
    return vault.catalogue.cursor(id)?.lastBytes ?? null;
  }

  function tell(change: "count" | "step"): void {
    if (run?.isQuiet() || (change === "count" && clock() - toldAt < countsEveryMs)) return;
    toldAt = clock();
    onStatus(status());
  }

  function start(sources: readonly Source[], joinOnAnswer: readonly Source[] | null): Promise<SyncStatus> {
    if (sources.length === 0) return Promise.resolve(status());
    plan += 1;
    const startedAt = clock();
    const started = startRun(sources, {
      joinOnAnswer,
      order: (some) => orderSources(some, lastBytesOf),
      onChange: tell,
      syncOne: (source, how) =>
        syncSource(source, { ...surroundings, serverClock }, how).catch((error): SourceOutcome => {
          const failure = { kind: "bug", reference: onBug(error, "sync") } as const;
          return { progress: { at: "failed", failure }, received: 0, added: 0, revised: 0, linkCut: false };
        }),
      articles: {
        isDue: surroundings.articles.isDue,
        getDue: (source, how) =>
          surroundings.articles.getDue(source, how).catch((error) => {
            const failure = { kind: "bug", reference: onBug(error, "sync") } as const;
            return { fetched: 0, missed: 0, left: 0, received: 0, linkCut: false, failure };
          }),
      },
      async whyNothingCanBeKept() {
        const disk = await host.diskState({});
        return disk.level === "normal" ? null : { kind: "disk-low", freeBytes: disk.freeBytes };
      },
    });
    run = started;
    tell("step");
    return started.ended.then(() => conclude(started, startedAt));
  }

  function conclude({ parts }: SyncRun, startedAt: Instant): SyncStatus {
    const ran = parts();
    for (const part of ran) last.set(part.source.id, part);
    const tried = orderSources(vault.catalogue.sources(), lastBytesOf).flatMap((source) => {
      const part = last.get(source.id);
      return part === undefined || !(source.enabled || ran.includes(part)) ? [] : [{ ...part, source }];
    });
    conclusion = concludeSync({
      last: tried.map(toSourceSync),
      ran: ran.map(({ source }) => source.id),
      ages: ages(),
      totals: totalsOf(ran),
      now: serverClock.state().now,
      waitingSince: conclusion.at === "waiting-for-link" ? conclusion.since : null,
    });
    if (!mayRetry()) endWaiting();
    run = null;
    if (ran.some(({ progress }) => progress.at === "done" && !progress.cut)) attempt = 0;
    tell("step");
    if (!stopped && mayRetry()) planRetry(tried.filter(({ source }) => source.enabled));
    onRan({
      sourceIds: ran.map(({ source }) => source.id),
      received: ran.reduce((sum, { received }) => sum + received, 0),
      ms: clock() - startedAt,
    });
    return status();
  }

  /** From now on nothing is asked until the person asks. */
  function stopTrying(): void {
    plan += 1;
    if (endWaiting()) tell("step");
  }

  function endWaiting(): boolean {
    if (conclusion.at !== "waiting-for-link") return false;
    conclusion = { at: "idle", ages: ages(), last: conclusion.last };
    return true;
  }

  /** With no link at all one source is asked whether it is back; otherwise those that broke off are tried again. */
  function planRetry(tried: readonly RunPart[]): void {
    const isAway = conclusion.at === "waiting-for-link";
    const toRetry = tried.filter((part) => isWorthRetrying(part, { isAway, attempt })).map(({ source }) => source);
    // A name that can't be found may be wrong for good, so each look asks the next source.
    const probe = toRetry[attempt % Math.max(1, toRetry.length)];
    if (probe === undefined) return;
    const [high = 0, low = 0] = randomBytes(2);
    const delayMs = nextRetryDelayMs({ attempt, random: (high * 256 + low) / 65_536 });
    const planned = ++plan;
    attempt += 1;
    void wait(delayMs).then(async () => {
      if (planned !== plan || stopped) return;
      const isAllowed = await mayGoOut();
      if (planned !== plan || stopped) return;
      if (!isAllowed) return planRetry(tried);
      const remaining = toRetry.filter(({ id }) => vault.catalogue.sources().some((source) => source.id === id));
      void (isAway ? start([probe], remaining) : start(remaining, null));
    });
  }

  return {
    status,

    syncNow(sourceIds) {
      if (stopped) return Promise.resolve(status());
      attempt = 0;
      const wanted = vault.catalogue
        .sources()
        .filter((source) => (sourceIds === null ? source.enabled : sourceIds.includes(source.id)));
      if (run === null) return start(wanted, null);
      const joined = run;
      joined.join(wanted);
      return joined.ended.then(status);
    },

    cancel(sourceId) {
      if (sourceId === null) stopTrying();
      run?.cancel(sourceId);
    },

    lastProgress: (sourceId) =>
      run?.parts().find(({ source }) => source.id === sourceId)?.progress ?? last.get(sourceId)?.progress ?? null,
    newestServerDate: serverClock.newestServerDate,
    clockState: serverClock.state,

    stop() {
      stopped = true;
      plan += 1;
      run?.cancel(null);
    },
  };
}

function toSourceSync({ source, progress }: RunPart) {
  return { sourceId: source.id, name: source.name, progress };
}

function isWorthRetrying({ progress, linkCut }: RunPart, how: { isAway: boolean; attempt: number }): boolean {
  const failure = failureOf(progress);
  if (failure === null) return linkCut && isRetried({ kind: "connection-cut", received: 0 }, how.attempt);
  return how.isAway ? isLinkMissing(failure) : isRetried(failure, how.attempt);
}
