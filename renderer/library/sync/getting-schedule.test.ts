import { describe, expect, test } from "vitest";
import type { GettingMode } from "../../model/getting.ts";
import { dayMs } from "../../model/time.ts";
import {
  dismissedForMs,
  type GettingFacts,
  goingNow,
  nextGettingStep,
  oldAfterMs,
  type SourceTimes,
} from "./getting-schedule.ts";
import { plainSource } from "./memory-vault.suite.ts";

const now = Date.UTC(2026, 9, 19, 14, 5);
const hourMs = 3_600_000;
const radio = plainSource("radio").id;
const roads = plainSource("roads").id;

const source = (id: SourceTimes["id"], lastCheckedAt: number | null, triedAt: number | null = null) => ({
  id,
  lastCheckedAt,
  triedAt,
});

function step(but: Partial<GettingFacts> & { readonly mode?: GettingMode } = {}) {
  const { mode = "ask", ...facts } = but;
  return nextGettingStep({
    rules: { mode, onMeteredLink: false },
    now,
    sources: [source(radio, now - dayMs)],
    sync: "free",
    isPaused: false,
    offered: "nothing",
    hasOffered: false,
    dismissedAt: null,
    nextLookAt: null,
    ...facts,
  });
}

describe("by the clock", () => {
  test.each([
    ["every-30-min", 0.5],
    ["every-hour", 1],
    ["every-6-hours", 6],
    ["every-12-hours", 12],
    ["every-24-hours", 24],
  ] as const)("%s: a source is due %s hours after it was last asked, and not sooner", (mode, hours) => {
    const asked = now - hours * hourMs;
    expect(step({ mode, sources: [source(radio, asked)] })).toEqual({ do: "get", sourceIds: [radio] });
    expect(step({ mode, sources: [source(radio, asked + 1_000)] })).toEqual({ do: "wait", until: now + 1_000 });
  });

  test("only those that are due are asked", () => {
    const sources = [source(radio, now - 2 * hourMs), source(roads, now - 60_000)];
    expect(step({ mode: "every-hour", sources })).toEqual({ do: "get", sourceIds: [radio] });
  });

  test("one that always fails isn't asked more often than one that answers", () => {
    expect(step({ mode: "every-hour", sources: [source(radio, null, now - 60_000)] })).toMatchObject({ do: "wait" });
  });

  test("after a night with the lid closed it is due once, however late the timer fires", () => {
    const sources = [source(radio, now - 9 * hourMs)];
    expect(step({ mode: "every-hour", sources })).toEqual({ do: "get", sourceIds: [radio] });
    expect(step({ mode: "every-hour", sources: [source(radio, now)] })).toMatchObject({ until: now + hourMs });
  });

  test("a check that a clock three years ahead wrote down doesn't keep a source from being asked for three years", () => {
    const sources = [source(radio, now + 1_000 * dayMs)];
    expect(step({ mode: "every-24-hours", sources })).toEqual({ do: "get", sourceIds: [radio] });
    expect(step({ mode: "every-24-hours", sources: [source(radio, now + 1_000 * dayMs, now)] })).toMatchObject({
      do: "wait",
    });
  });
});

describe("what keeps everything quiet", () => {
  test.each([
    ["manual mode", { mode: "manual" }],
    ["a sync that was stopped", { mode: "every-hour", isPaused: true }],
    ["a sync that runs", { mode: "every-hour", sync: "busy" }],
    ["a sync that looks for the link itself", { mode: "every-hour", sync: "waiting" }],
    ["a library without sources", { mode: "every-hour", sources: [] }],
    ["a stopped sync in mode ask", { isPaused: true }],
  ] as const)("%s", (_what, but) => {
    expect(step(but)).toEqual({ do: "rest" });
  });
});

describe("in mode ask", () => {
  test("the first offer of a session costs no request", () => {
    expect(step()).toEqual({ do: "offer" });
  });

  test("nothing is offered or looked for while the last look is fresh", () => {
    expect(step({ sources: [source(radio, now - oldAfterMs + 5_000)] })).toEqual({ do: "wait", until: now + 5_000 });
  });

  test("then one source is asked now and then whether there is a link, until one answered", () => {
    const known = { hasOffered: true, offered: "long-ago" } as const;
    expect(step({ ...known, nextLookAt: now + 30_000 })).toEqual({ do: "wait", until: now + 30_000 });
    expect(step({ ...known, nextLookAt: now - 1 })).toEqual({ do: "look", sourceIds: [radio] });
    expect(step({ hasOffered: true, offered: "link-answers" })).toEqual({ do: "rest" });
  });

  test("what was waved away stays away for an hour, also over a restart", () => {
    const dismissedAt = now - 10 * 60_000;
    for (const hasOffered of [true, false]) {
      expect(step({ hasOffered, dismissedAt })).toEqual({ do: "wait", until: dismissedAt + dismissedForMs });
    }
    expect(step({ hasOffered: true, dismissedAt: now - dismissedForMs })).toMatchObject({ do: "look" });
  });

  test("a look and a wave that a wrong clock dated far ahead are forgotten", () => {
    expect(step({ hasOffered: true, nextLookAt: now + 1_000 * dayMs })).toMatchObject({ do: "look" });
    expect(step({ dismissedAt: now + 1_000 * dayMs })).toMatchObject({ do: "offer" });
  });
});

test("time goes on for a laptop that woke up in 2015, from the newest time that a server gave", () => {
  const wrong = Date.UTC(2015, 0, 1);
  const clock = { now, trusted: false, offByMs: now - wrong };
  expect(goingNow(wrong, clock)).toBe(now);
  expect(goingNow(wrong + hourMs, clock)).toBe(now + hourMs);
  expect(goingNow(now, { now, trusted: true, offByMs: -hourMs })).toBe(now);
});
