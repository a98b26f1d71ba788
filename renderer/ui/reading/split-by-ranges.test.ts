import { expect, test } from "vitest";
import { splitByRanges } from "./split-by-ranges.ts";

test("a text is cut at its matches and nothing of it is lost", () => {
  expect(
    splitByRanges("Choléra à Sake", [
      { start: 10, end: 14 },
      { start: 0, end: 7 },
    ]),
  ).toEqual([
    { text: "Choléra", range: 1 },
    { text: " à ", range: null },
    { text: "Sake", range: 0 },
  ]);
});

test("ranges that overlap, are empty or run past the end still leave the text whole", () => {
  const text = "Route de Sake";
  const stretches = splitByRanges(text, [
    { start: 2, end: 8 },
    { start: 5, end: 40 },
    { start: 3, end: 3 },
    { start: 60, end: 70 },
  ]);
  expect(stretches.map((stretch) => stretch.text).join("")).toBe(text);
  expect(stretches.filter(({ range }) => range !== null).map((stretch) => stretch.text)).toEqual(["ute de", " Sake"]);
});
