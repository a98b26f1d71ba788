import { expect, test } from "vitest";
import { fromZonedField, toZonedField } from "./zoned-field.ts";

test("a time typed for Goma is two hours ahead of UTC, whatever the laptop's zone", () => {
  expect(fromZonedField("2026-10-21T14:05", "Africa/Lubumbashi")).toBe(Date.UTC(2026, 9, 21, 12, 5));
  expect(toZonedField(Date.UTC(2026, 9, 21, 23, 30), "Africa/Lubumbashi")).toBe("2026-10-22T01:30");
});

test("what is shown and not touched comes back as the same minute, also around a change of the clocks", () => {
  const minutes = [Date.UTC(2026, 2, 29, 0, 30), Date.UTC(2026, 2, 29, 1, 30), Date.UTC(2026, 6, 1, 12)];
  for (const timeZone of ["Europe/Brussels", "Africa/Lubumbashi", "America/New_York", "Asia/Kathmandu"]) {
    for (const at of minutes) expect(fromZonedField(toZonedField(at, timeZone), timeZone)).toBe(at);
  }
});

test("a half-typed or impossible date is no time", () => {
  expect(fromZonedField("", "UTC")).toBeNull();
  expect(fromZonedField("2026-10-21", "UTC")).toBeNull();
  expect(fromZonedField("2026-13-41T10:00", "UTC")).toBeNull();
});
