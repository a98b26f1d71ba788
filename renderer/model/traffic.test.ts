import { expect, test } from "vitest";
import { monthBefore, monthIn } from "./traffic.ts";

test("a month begins when the chosen zone's does", () => {
  const at = Date.UTC(2026, 9, 31, 22, 30);
  expect(monthIn("Africa/Lubumbashi", at)).toBe("2026-11");
  expect(monthIn("UTC", at)).toBe("2026-10");
  expect(monthIn("Mars/Olympus", at)).toBe("2026-10");
});

test("before January stands December of the year before", () => {
  expect([monthBefore("2026-11"), monthBefore("2026-01"), monthBefore("2026-10")]).toEqual([
    "2026-10",
    "2025-12",
    "2026-09",
  ]);
});
