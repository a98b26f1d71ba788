import { expect, test } from "vitest";
import type { NamedItem } from "../../model/saved-search.ts";
import { type Findable, findNamed } from "./find-named.ts";

const item = (label: string, kind: Exclude<NamedItem["kind"], "place" | "actor"> = "command"): Findable => ({
  item: { kind, id: label, label },
  names: [label],
});
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
  expect(labels(" ")).toEqual(items.slice(0, 3).map(({ item: { label } }) => label));
});

test("what is like nothing finds nothing, and a very long question doesn't fail", () => {
  expect(labels("zzzzqx")).toEqual([]);
  expect(labels("a".repeat(2_000))).toEqual([]);
});

test("what is found by another name is shown by its own", () => {
  const agency: Findable = {
    item: { kind: "actor", id: "unhcr", label: "HCR", actor: { id: "unhcr", name: "HCR", short: "HCR", labels: {} } },
    names: ["UNHCR", "HCR"],
  };
  expect(findNamed([agency], "hcr", 3)).toEqual([agency.item]);
});

test("many places of like names leave room for the titles", () => {
  const places = Array.from({ length: 30 }, (_, number): Findable => {
    const id = `kibati-${number}`;
    const place = { id, name: "Kibati", type: "locality", territories: [], labels: {} } as const;
    return { item: { kind: "place", id, label: "Kibati", place }, names: ["Kibati"] };
  });
  const found = findNamed([...places, item("La route de Kibati est coupée", "briefing")], "kibati", 12);
  expect(found.map(({ kind }) => kind)).toEqual([...Array.from({ length: 5 }, () => "place"), "briefing"]);
});

test("names that are each a little like it don't stand before a title that is more so", () => {
  const names = ["Territoire de Beni", "Territory of Beni", "Beni territoire"];
  const id = "territoire-de-beni";
  const place: Findable = {
    item: {
      kind: "place",
      id,
      label: id,
      place: { id, name: id, type: "territory", territories: ["beni"], labels: {} },
    },
    names,
  };
  const title = item("Une éruption qui n’en était pas une", "briefing");
  expect(findNamed([place, title], "eruptoin", 12)).toEqual([title.item]);
});

test("of a pasted page the beginning is looked up", () => {
  const long = item(
    "Réunion de coordination des acteurs de l'eau, de l'hygiène et de l'assainissement à Minova",
    "briefing",
  );
  const found = findNamed([...items, long], `${long.item.label} ${"et la suite du texte ".repeat(400)}`, 3);
  expect(found.map(({ label }) => label)).toEqual([long.item.label]);
});
