import { expect, test } from "vitest";
import { type BriefingId, brandId, type SavedSearchId, type SourceId } from "../model/ids.ts";
import { noFilters } from "../model/view.ts";
import { paletteItems } from "./palette-items.ts";
import { findNamed } from "./search/find-named.ts";
import { shippedTables } from "./search/names/shipped-tables.ts";
import type { Catalogue } from "./vault.ts";

const idOf = (number: number): string => number.toString(16).padStart(32, "0");

const ids = Array.from({ length: 600 }, (_, number) => brandId<BriefingId>(idOf(number)));
const catalogue = {
  sources: () => [{ id: brandId<SourceId>(idOf(1)), name: "Radio Lac" }],
  savedSearches: () => [{ id: brandId<SavedSearchId>(idOf(2)), name: "Choléra", query: "cholera", filters: noFilters }],
  allIds: () => ids,
  head: (id: BriefingId) => ({ title: `Bulletin ${ids.indexOf(id)}` }),
} as unknown as Catalogue;
const commands = [{ id: "settings", label: "Réglages" }];
const tables = { ...shippedTables, places: shippedTables.places.filter(({ name }) => name === "Kibati") };
const everything = (typed: string) => paletteItems({ catalogue, tables, commands, typed });
const found = (typed: string) =>
  findNamed(paletteItems({ catalogue, tables: shippedTables, commands, typed }), typed, 12).map((item) =>
    item.kind === "place"
      ? `${item.label} ${item.place.territories}`
      : `${item.kind} ${item.kind === "actor" ? item.actor.short : item.label}`,
  );

test("commands come first, then sources, saved searches and places, then the newest 500 titles", () => {
  const items = everything("").map(({ item }) => item);
  expect(items.slice(0, 6).map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    "command Réglages",
    "source Radio Lac",
    "saved-search Choléra",
    "place Kibati",
    "place Kibati",
    "briefing Bulletin 0",
  ]);
  expect(items).toHaveLength(5 + 500);
});

test("two places of one name are both offered, each with its territory", () => {
  expect(found("kibati").slice(0, 2)).toEqual(["Kibati nyiragongo", "Kibati walikale"]);
});

test("a place is found by another spelling, and shown by its own", () => {
  expect(found("vitchumbi")[0]).toBe("Vitshumbi rutshuru");
});

test("an agency is offered for any of its names, by what people call it", () => {
  for (const typed of ["unhcr", "hcr", "haut-commissariat"]) expect(found(typed), typed).toContain("actor HCR");
});

test.each(["", " ", "f", "fa", " f a"])("the list of actors can't be browsed: %j offers none", (typed) => {
  expect(everything(typed).filter(({ item }) => item.kind === "actor")).toEqual([]);
});

test("letters in the middle of an actor's name offer nobody", () => {
  expect(everything("ement").filter(({ item }) => item.kind === "actor")).toEqual([]);
});

test("a loaded word finds, and is never shown", () => {
  const items = everything("loyalistes").flatMap(({ item }) => (item.kind === "actor" ? [item] : []));
  expect(items).toHaveLength(1);
  expect(JSON.stringify(items)).not.toMatch(/loyaliste/iu);
});
