import { type GettingRules, gettingIntervalMs } from "../../model/getting.ts";
import type { SourceId } from "../../model/ids.ts";
import type { ClockState } from "../../model/library-status.ts";
import type { Instant } from "../../model/time.ts";

/** In mode "ask" a source that was asked this long ago is worth an offer. */
export const oldAfterMs = 3 * 60 * 60_000;
/** An offer that was waved away doesn't come back sooner. */
export const dismissedForMs = 60 * 60_000;
/** Clocks of one afternoon differ by less; a time further ahead was made by a wrong one. */
const aheadMs = 5 * 60_000;

/** A switched-on source, and when it was last asked; `triedAt` counts tries of this session that brought nothing. */
export interface SourceTimes {
  readonly id: SourceId;
  readonly lastCheckedAt: Instant | null;
  readonly triedAt: Instant | null;
}

export interface GettingFacts {
  readonly rules: GettingRules;
  readonly now: Instant;
  readonly sources: readonly SourceTimes[];
  /** "waiting": a sync found no link and looks for it itself. */
  readonly sync: "free" | "busy" | "waiting";
  readonly isPaused: boolean;
  readonly offered: "nothing" | "long-ago" | "link-answers";
  /** In this session. The first offer needs no request; a later one has to know that there is a link. */
  readonly hasOffered: boolean;
  readonly dismissedAt: Instant | null;
  /** null = at once. */
  readonly nextLookAt: Instant | null;
}

export type GettingStep =
  /** Until something else happens. */
  | { readonly do: "rest" }
  | { readonly do: "wait"; readonly until: Instant }
  | { readonly do: "get"; readonly sourceIds: readonly SourceId[] }
  | { readonly do: "offer" }
  /** Ask one of these whether there is a link. */
  | { readonly do: "look"; readonly sourceIds: readonly SourceId[] };

/**
 * What is to be done by itself now. It is asked anew at least once a minute and decides by the clock alone, so that a
 * timer that fires late, after a night with the lid closed, makes no difference.
 */
export function nextGettingStep(facts: GettingFacts): GettingStep {
  const { rules, now, dismissedAt, nextLookAt } = facts;
  const isIdle = rules.mode === "manual" || facts.isPaused || facts.sync !== "free" || facts.sources.length === 0;
  if (isIdle) return { do: "rest" };
  const due = dueSources(facts);
  if (due.length === 0) return { do: "wait", until: nextDueAt(facts) };
  if (rules.mode !== "ask") return { do: "get", sourceIds: due };
  if (isRecent(dismissedAt, now, dismissedForMs)) return { do: "wait", until: (dismissedAt ?? now) + dismissedForMs };
  if (!facts.hasOffered) return { do: "offer" };
  if (facts.offered === "link-answers") return { do: "rest" };
  // A look planned further ahead than any plan goes was planned by a wrong clock.
  const isPlanned = nextLookAt !== null && nextLookAt > now && nextLookAt - now <= oldAfterMs;
  return isPlanned ? { do: "wait", until: nextLookAt } : { do: "look", sourceIds: due };
}

export function dueSources({ rules, now, sources }: GettingFacts): readonly SourceId[] {
  const everyMs = gettingIntervalMs(rules.mode) ?? oldAfterMs;
  return sources.filter((source) => !isRecent(askedAt(source, now), now, everyMs)).map(({ id }) => id);
}

/** When the first source comes due that isn't yet. */
export function nextDueAt({ rules, now, sources }: GettingFacts): Instant {
  const everyMs = gettingIntervalMs(rules.mode) ?? oldAfterMs;
  return Math.min(...sources.map((source) => (askedAt(source, now) ?? now) + everyMs));
}

/** Now as the servers have it, going on: the library's own "now" stands still while this clock is behind. */
export function goingNow(clock: Instant, { trusted, offByMs }: ClockState): Instant {
  return clock + (trusted ? Math.max(0, offByMs) : offByMs);
}

function askedAt({ lastCheckedAt, triedAt }: SourceTimes, now: Instant): Instant | null {
  return [lastCheckedAt, triedAt].reduce<Instant | null>(
    (latest, at) => (at === null || at > now + aheadMs ? latest : Math.max(latest ?? at, at)),
    null,
  );
}

function isRecent(at: Instant | null, now: Instant, withinMs: number): boolean {
  return at !== null && at <= now + aheadMs && now - at < withinMs;
}
