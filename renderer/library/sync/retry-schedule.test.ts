import { expect, test } from "vitest";
import { isRetried, nextRetryDelayMs } from "./retry-schedule.ts";

test("the wait doubles from half a minute and never passes twenty minutes", () => {
  const delays = Array.from({ length: 40 }, (_, attempt) => nextRetryDelayMs({ attempt, random: 0.5 }));
  expect(delays.slice(0, 3)).toEqual([30_000, 60_000, 120_000]);
  expect(Math.max(...delays)).toBe(900_000);
  expect(nextRetryDelayMs({ attempt: 99, random: 0.999 })).toBeLessThan(20 * 60_000);
});

test("two laptops that lost the link together don't come back together", () => {
  expect(nextRetryDelayMs({ attempt: 3, random: 0 })).toBeLessThan(nextRetryDelayMs({ attempt: 3, random: 0.9 }));
});

test("a missing link is asked for as long as it takes, a breaking one three times, a refusal never", () => {
  expect(isRetried({ kind: "no-link" }, 500)).toBe(true);
  expect([0, 1, 2, 3].map((attempt) => isRetried({ kind: "connection-cut", received: 9 }, attempt))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(isRetried({ kind: "login-page", host: null }, 0)).toBe(false);
  expect(isRetried({ kind: "http-status", status: 404, host: "a.example" }, 0)).toBe(false);
});
