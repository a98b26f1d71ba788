import { expect, test } from "vitest";
import { readFeedDate } from "./feed-dates.ts";

test.each([
  ["Mon, 19 Oct 2026 08:00:00 +0200", Date.UTC(2026, 9, 19, 6)],
  ["Mon, 19 Oct 26 08:00 GMT", Date.UTC(2026, 9, 19, 8)],
  ["19 Oct 98 08:00:00 EST", Date.UTC(1998, 9, 19, 13)],
  ["Mon, 19 October 2026 08:00:00 CAT", Date.UTC(2026, 9, 19, 6)],
  ["lun., 19 févr. 2026 08:00:00 +0000", Date.UTC(2026, 1, 19, 8)],
  ["2026-10-19T08:00:00+02:00", Date.UTC(2026, 9, 19, 6)],
  ["2026-10-19T08:00:00.123Z", Date.UTC(2026, 9, 19, 8)],
  ["2026-10-19 08:00:00", Date.UTC(2026, 9, 19, 8)],
  ["2026-10-19", Date.UTC(2026, 9, 19, 12)],
  ["2026-10-19T08:00-0530", Date.UTC(2026, 9, 19, 13, 30)],
  ["October 19, 2026 8:00 AM UTC", Date.UTC(2026, 9, 19, 8)],
])("%s is read", (written, instant) => {
  expect(readFeedDate(written)).toBe(instant);
});

test.each([
  "",
  "hier",
  "0000-00-00",
  "32 Foo 2026",
  "2026-13-45",
  "Mon, 19 Oct 1826 08:00:00 GMT",
  "9999-01-01",
  null,
  undefined,
])("%s is no date", (written) => {
  expect(readFeedDate(written)).toBeNull();
});
