import { expect, test } from "vitest";
import { plainSource } from "./memory-vault.suite.ts";
import { createServerClock } from "./server-clock.ts";
import { syncAges } from "./sync-ages.ts";

const now = Date.UTC(2026, 9, 19, 14, 5);
const hour = 3_600_000;
const [a, b, c] = [plainSource("a"), plainSource("b"), plainSource("c")] as const;

test("a source checked yesterday doesn't count into the sources checked at 14:05", () => {
  const checks = new Map([
    [a, now],
    [b, now - hour / 2],
    [c, now - 24 * hour],
  ]);
  const ages = syncAges({
    sources: [a, b, c, plainSource("off", { enabled: false })],
    lastCheckedAt: (source) => checks.get(source) ?? null,
    newestItem: () => now - 3 * hour,
    now,
  });
  expect(ages).toEqual({ lastCheckedAt: now, newestItem: now - 3 * hour, checkedSources: 2, enabledSources: 3 });
});

test("with nothing checked there is no age to show", () => {
  const ages = syncAges({ sources: [a], lastCheckedAt: () => null, newestItem: () => null, now });
  expect(ages).toEqual({ lastCheckedAt: null, newestItem: null, checkedSources: 0, enabledSources: 1 });
});

test("a laptop that woke up in 2015 counts ages from the newest server date and says that its clock is off", () => {
  let clock = Date.UTC(2015, 0, 1);
  const heard = createServerClock(() => clock);
  expect(heard.state()).toEqual({ now: clock, trusted: true, offByMs: 0 });
  heard.note(now);
  expect(heard.state()).toMatchObject({ now, trusted: false });
  heard.note(now - 5 * hour);
  expect(heard.newestServerDate()).toBe(now);
  clock = now + hour;
  heard.note(now + hour);
  expect(heard.state()).toEqual({ now: now + hour, trusted: true, offByMs: 0 });
});

test("a time remembered from a day when this clock ran ahead is corrected by a server's word", () => {
  const heard = createServerClock(() => now, now + 900 * 24 * hour);
  expect(heard.state()).toMatchObject({ trusted: false });
  heard.note(now);
  expect(heard.state()).toEqual({ now, trusted: true, offByMs: 0 });
});

test("two days without any link don't make a good clock a bad one", () => {
  let clock = now;
  const heard = createServerClock(() => clock);
  heard.note(now);
  clock += 48 * hour;
  expect(heard.state()).toEqual({ now: clock, trusted: true, offByMs: 0 });
});
