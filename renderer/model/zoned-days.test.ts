import { expect, test } from "vitest";
import { endOfDay, startOfDay } from "./zoned-days.ts";

test("a day of a filter is the day of the reader's zone, not of the laptop's", () => {
  expect(startOfDay("2026-10-20", "Africa/Lubumbashi")).toBe(Date.parse("2026-10-19T22:00:00Z"));
  expect(endOfDay("2026-10-20", "Africa/Lubumbashi")).toBe(Date.parse("2026-10-20T21:59:59.999Z"));
});

test("a day on which the clocks change is as long as it is", () => {
  const zone = "Europe/Brussels";
  const start = startOfDay("2026-03-29", zone) ?? 0;
  const end = endOfDay("2026-03-29", zone) ?? 0;
  expect(start).toBe(Date.parse("2026-03-28T23:00:00Z"));
  expect(end - start + 1).toBe(23 * 3_600_000);
});

test("a date half typed or emptied filters nothing", () => {
  expect(startOfDay("", "Africa/Lubumbashi")).toBeNull();
  expect(startOfDay("2026-02-31", "Africa/Lubumbashi")).toBeNull();
  expect(endOfDay("20", "Africa/Lubumbashi")).toBeNull();
});
