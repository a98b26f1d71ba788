import { expect, test } from "vitest";
import { conditionPieces } from "./condition-pieces.ts";

const shown = (query: string) =>
  conditionPieces(query).map(({ piece, isJoined }) => `${isJoined ? "or " : ""}${query.slice(piece.start, piece.end)}`);

test("conditions and exclusions are shown, words that are simply asked for are not", () => {
  expect(shown("choléra lieu:Sake -Goma")).toEqual(["lieu:Sake", "-Goma"]);
  expect(shown("choléra OR pluie")).toEqual([]);
  expect(shown("")).toEqual([]);
});

test("of an OR that has a condition every side is shown, joined to the one before it", () => {
  expect(shown('pont choléra OR lieu:Sake OR "centre de Goma" lang:fr')).toEqual([
    "choléra",
    "or lieu:Sake",
    'or "centre de Goma"',
    "lang:fr",
  ]);
});
