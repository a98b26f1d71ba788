import { expect, test } from "vitest";
import type { SourceProgress, SourceSync } from "../../model/sync-status.ts";
import { concludeSync, syncTotals } from "./conclude-sync.ts";
import { plainSource } from "./memory-vault.suite.ts";

const ages = { lastCheckedAt: null, newestItem: null, checkedSources: 0, enabledSources: 2 };
const totals = { received: 0, expected: 0, added: 0, revised: 0 };
const done: SourceProgress = {
  at: "done",
  added: 1,
  revised: 0,
  unchanged: false,
  leftOut: [],
  cut: false,
  received: 9,
};
const failed = (kind: "no-link" | "broken-feed"): SourceProgress => ({ at: "failed", failure: { kind } });
const lost: SourceProgress = { at: "failed", failure: { kind: "name-not-found", host: "a.example" } };

function conclude(
  progresses: readonly SourceProgress[],
  ranFirst = progresses.length,
  waitingSince: number | null = null,
) {
  const last = progresses.map((progress, place): SourceSync => {
    const { id: sourceId, name } = plainSource(`source ${place}`);
    return { sourceId, name, progress };
  });
  const ran = last.slice(0, ranFirst).map(({ sourceId }) => sourceId);
  return concludeSync({ last, ran, ages, totals, now: 500, waitingSince });
}

test("all through is idle, some through is partly done, none through is stuck with the first one's reason", () => {
  expect(conclude([done, done]).at).toBe("idle");
  expect(conclude([]).at).toBe("idle");
  expect(conclude([done, failed("broken-feed")]).at).toBe("partly-done");
  expect(conclude([done, { ...done, cut: true }]).at).toBe("partly-done");
  expect(conclude([failed("broken-feed"), failed("no-link")])).toMatchObject({
    at: "stuck",
    failure: { kind: "broken-feed" },
  });
});

test("a sync that reached nobody waits for the link, since the first time that it reached nobody", () => {
  expect(conclude([failed("no-link"), lost])).toMatchObject({ at: "waiting-for-link", since: 500 });
  expect(conclude([failed("no-link"), lost], 2, 100)).toMatchObject({ at: "waiting-for-link", since: 100 });
});

test("one source that is asked again alone and finds no link tells that the link is gone for all", () => {
  expect(conclude([failed("no-link"), done], 1).at).toBe("waiting-for-link");
  expect(conclude([lost, done], 1).at).toBe("partly-done");
});

test("how much is left counts what a source brought last time until the server says otherwise", () => {
  const part = { received: 0, lastBytes: 1_000, added: 0, revised: 0 };
  const waiting = { ...part, progress: { at: "waiting" } } as const;
  const fetching = { ...part, received: 400, progress: { at: "fetching", received: 400, expected: 3_000 } } as const;
  const through = { ...part, received: 700, added: 2, progress: done };
  expect(syncTotals([waiting, fetching, through])).toEqual({ received: 1_100, expected: 4_700, added: 2, revised: 0 });
  expect(syncTotals([{ ...waiting, lastBytes: null }, through]).expected).toBeNull();
});
