import { expect, test } from "vitest";
import type { NamedItem } from "../../model/saved-search.ts";
import { findNamed } from "./find-named.ts";

const item = (label: string, kind: NamedItem["kind"] = "command"): NamedItem => ({ kind, id: label, label });
const items = [
  item("Récupérer"),
  item("Réglages…"),
  item("Marquer lus ce rapport et les plus anciens"),
  item("Bulletin de Masisi", "source"),
  item("Choléra à Sake : quarante cas", "briefing"),
];
const labels = (typed: string) => findNamed(items, typed, 3).map(({ label }) => label);

test("a command is found by a few of its letters, without accents and with one wrong", () => {
  expect(labels("reglag")[0]).toBe("Réglages…");
  expect(labels("recuperre")[0]).toBe("Récupérer");
});

test("a word in the middle of a title finds it", () => {
  expect(labels("sake")[0]).toBe("Choléra à Sake : quarante cas");
  expect(labels("massisi")[0]).toBe("Bulletin de Masisi");
});

test("with nothing typed the first ones stand in their order", () => {
  expect(labels(" ")).toEqual(items.slice(0, 3).map(({ label }) => label));
});

test("what is like nothing finds nothing, and a very long question doesn't fail", () => {
  expect(labels("zzzzqx")).toEqual([]);
  expect(labels("a".repeat(2_000))).toEqual([]);
});
