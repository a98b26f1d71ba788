import { expect, test } from "vitest";
import { joinUnchanged } from "./join-unchanged.ts";

test("what stayed is counted in one line, and what changed keeps its place", () => {
  expect(
    joinUnchanged([
      { change: "same", part: "a" },
      { change: "same", part: "b" },
      { change: "removed", part: "c" },
      { change: "added", part: "d" },
      { change: "same", part: "e" },
    ]),
  ).toEqual([
    { change: "same", count: 2 },
    { change: "removed", part: "c" },
    { change: "added", part: "d" },
    { change: "same", count: 1 },
  ]);
});
