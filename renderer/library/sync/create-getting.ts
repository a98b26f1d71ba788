import type { Host } from "../../contracts/host.ts";
import { type GettingRules, type GettingStatus, gettingIntervalMs } from "../../model/getting.ts";
import type { SourceId } from "../../model/ids.ts";
import type { Bytes } from "../../model/measure.ts";
import type { Source } from "../../model/source.ts";
import type { SyncStatus } from "../../model/sync-status.ts";
import type { Instant } from "../../model/time.ts";
import type { Vault } from "../vault.ts";
import type { RanSync, Sync } from "./create-sync.ts";
import { estimateGetting, paceAfter } from "./estimate-getting.ts";
import type { ParseFeed } from "./feed-seams.ts";
import { dueSources, type GettingFacts, goingNow, nextDueAt, nextGettingStep } from "./getting-schedule.ts";
import { lookForLink, sourceToLookAt } from "./look-for-link.ts";
import { isLinkMissing, nextRetryDelayMs } from "./retry-schedule.ts";

/** When news is got without anyone pressing "Get", and what a person's own presses mean for that. */
export interface Getting {
  start(): void;
  status(): GettingStatus;
  /** The person asked: what was stopped may go on. */
  getNow(sourceIds: readonly SourceId[] | null): Promise<SyncStatus>;
  /** Of one source, or of all; what was stopped as a whole stays stopped until they ask. */
  stopGetting(sourceId: SourceId | null): void;
  dismissOffer(): Promise<void>;
  /** Something in the library has changed: perhaps the rules, perhaps the list of sources. */
  follow(): void;
  noteRun(ran: RanSync): void;
  /** Whether anything may go out by itself over the link as it is now; said where it may not. */
  mayGoOut(): Promise<boolean>;
  stop(): void;
}

export interface GettingSurroundings<Item> {
  readonly host: Pick<Host, "fetchAddress" | "isMetered">;
  readonly clock: () => Instant;
  readonly wait: (delayMs: number) => Promise<void>;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly vault: Vault;
  readonly parseFeed: ParseFeed<Item>;
  readonly sync: Sync;
  /** Of full texts that the next sync may fetch from a source. */
  readonly expectedArticleBytes: (source: Source) => Bytes;
  readonly onStatus: (status: GettingStatus) => void;
  readonly onBug: (error: unknown, doing: string) => string;
}

/** Nobody waits longer than this for a clock that was set, or for a laptop that slept. */
const longestWaitMs = 60_000;
const shortestWaitMs = 1_000;
const meteredAgainMs = 10 * 60_000;
/** A source that failed although there is a link costs bytes each time. */
const failedLookAgainMs = 60 * 60_000;

export function createGetting<Item>(surroundings: GettingSurroundings<Item>): Getting {
  const { host, clock, wait, randomBytes, vault, sync, expectedArticleBytes, onStatus, onBug } = surroundings;
  const { catalogue } = vault;
  const triedAt = new Map<SourceId, Instant>();
  let offered: GettingFacts["offered"] = "nothing";
  let hasOffered = false;
  let nextLookAt: Instant | null = null;
  let looks = 0;
  let looking: AbortController | null = null;
  let isPaused = false;
  let isMetered = false;
  let rules: GettingRules = catalogue.gettingRules();
  let listed = "";
  let told = "";
  /** A step that finds this moved on has been overtaken. */
  let plan = 0;
  let isRunning = false;

  function now(): Instant {
    return goingNow(clock(), sync.clockState());
  }

  function enabledSources() {
    return catalogue.sources().filter(({ enabled }) => enabled);
  }

  function listOf(): string {
    return enabledSources()
      .map(({ id }) => id)
      .join();
  }

  function facts(): GettingFacts {
    const { at } = sync.status();
    return {
      rules,
      now: now(),
      sources: enabledSources().map(({ id }) => ({
        id,
        lastCheckedAt: catalogue.lastCheckedAt(id),
        triedAt: triedAt.get(id) ?? null,
      })),
      sync: at === "syncing" ? "busy" : at === "waiting-for-link" ? "waiting" : "free",
      isPaused,
      offered,
      hasOffered,
      dismissedAt: catalogue.gettingNotes().dismissedAt,
      nextLookAt,
    };
  }

  function status(): GettingStatus {
    if (rules.mode === "manual" || listed === "") return { at: "quiet" };
    if (isMetered) return { at: "metered" };
    if (offered !== "nothing") {
      const expected = enabledSources().map((source) => ({
        document: catalogue.cursor(source.id)?.lastBytes ?? null,
        articles: expectedArticleBytes(source),
      }));
      return { at: "offering", why: offered, estimate: estimateGetting(expected, catalogue.gettingNotes().pace) };
    }
    if (gettingIntervalMs(rules.mode) === null) return { at: "quiet" };
    return isPaused ? { at: "paused" } : { at: "planned", next: Math.max(now(), nextDueAt(facts())) };
  }

  function tell(): void {
    const next = status();
    if (JSON.stringify(next) === told) return;
    told = JSON.stringify(next);
    onStatus(next);
  }

  function reconsider(): void {
    if (!isRunning) return;
    plan += 1;
    goOn(plan).catch((error: unknown) => onBug(error, "getting"));
  }

  async function goOn(mine: number): Promise<void> {
    while (isRunning && mine === plan) {
      const known = facts();
      if (known.rules.mode !== "ask" || known.isPaused || dueSources(known).length === 0) offered = "nothing";
      const step = nextGettingStep({ ...known, offered });
      switch (step.do) {
        case "rest":
          tell();
          return;
        case "wait":
          tell();
          await wait(Math.min(longestWaitMs, Math.max(shortestWaitMs, step.until - known.now)));
          break;
        case "offer":
          offered = "long-ago";
          hasOffered = true;
          nextLookAt = known.now + lookDelayMs();
          break;
        case "get":
          if (await canGoOut(mine)) void sync.syncNow(step.sourceIds);
          if (!isMetered) return;
          await wait(meteredAgainMs);
          break;
        case "look":
          if (await canGoOut(mine)) await look(step.sourceIds, mine);
          else if (mine === plan) nextLookAt = now() + meteredAgainMs;
          break;
      }
    }
  }

  /** A host that is gone lets nothing out. */
  async function isLinkAllowed(): Promise<boolean> {
    if (rules.onMeteredLink) return true;
    return host.isMetered({}).then(
      (isPaidByVolume) => isPaidByVolume !== true,
      () => false,
    );
  }

  async function canGoOut(mine: number): Promise<boolean> {
    const isAllowed = await isLinkAllowed();
    if (mine !== plan || !isRunning) return false;
    // In mode "ask" there is nothing that should have happened: it is only not looked for.
    isMetered = !isAllowed && rules.mode !== "ask";
    tell();
    return isAllowed;
  }

  async function look(sourceIds: readonly SourceId[], mine: number): Promise<void> {
    const due = enabledSources().filter(({ id }) => sourceIds.includes(id));
    const source = sourceToLookAt(due, catalogue, looks);
    if (source === null) return;
    const stopping = new AbortController();
    looking = stopping;
    const failure = await lookForLink(source, surroundings, { signal: stopping.signal, now: now() });
    if (mine !== plan || stopping.signal.aborted) return;
    looks += 1;
    if (failure === null) {
      offered = "link-answers";
      looks = 0;
    } else nextLookAt = now() + (isLinkMissing(failure) ? lookDelayMs() : failedLookAgainMs);
  }

  function lookDelayMs(): number {
    const [high = 0, low = 0] = randomBytes(2);
    return nextRetryDelayMs({ attempt: looks, random: (high * 256 + low) / 65_536 });
  }

  function endOffer(): void {
    offered = "nothing";
    nextLookAt = null;
    looks = 0;
    looking?.abort();
    looking = null;
  }

  return {
    status,

    start() {
      isRunning = true;
      rules = catalogue.gettingRules();
      listed = listOf();
      reconsider();
    },

    getNow(sourceIds) {
      isPaused = false;
      isMetered = false;
      endOffer();
      const ended = sync.syncNow(sourceIds);
      reconsider();
      return ended;
    },

    stopGetting(sourceId) {
      sync.cancel(sourceId);
      if (sourceId !== null) return;
      isPaused = true;
      endOffer();
      reconsider();
    },

    async dismissOffer() {
      endOffer();
      await vault.noteGetting({ dismissedAt: now() });
      reconsider();
    },

    follow() {
      const before = { rules, listed };
      rules = catalogue.gettingRules();
      listed = listOf();
      const isOfferOver = offered !== "nothing" && dueSources(facts()).length === 0;
      if (rules === before.rules && listed === before.listed && !isOfferOver) return;
      if (rules !== before.rules) {
        isPaused = false;
        isMetered = false;
        endOffer();
        if (rules.mode === "manual" && sync.status().at === "waiting-for-link") sync.cancel(null);
      }
      reconsider();
    },

    noteRun({ sourceIds, received, ms }) {
      for (const id of sourceIds) triedAt.set(id, now());
      const pace = paceAfter(catalogue.gettingNotes().pace, { received, ms });
      if (pace !== null) vault.noteGetting({ pace }).catch((error: unknown) => onBug(error, "getting"));
      reconsider();
    },

    async mayGoOut() {
      const isAllowed = await isLinkAllowed();
      isMetered = !isAllowed;
      tell();
      return isAllowed;
    },

    stop() {
      isRunning = false;
      plan += 1;
      looking?.abort();
    },
  };
}
