import { expect, test } from "vitest";
import { readingMinutesOf } from "./reading-time.ts";

test("reading takes a minute at least", () => {
  expect(readingMinutesOf(12)).toBe(1);
  expect(readingMinutesOf(660)).toBe(3);
});
