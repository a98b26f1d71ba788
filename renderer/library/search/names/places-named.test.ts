import { expect, test } from "vitest";
import { NameFinder } from "./find-names.ts";
import { NameFacets } from "./name-facets.ts";
import { placesNamed } from "./places-named.ts";
import { shippedTables } from "./shipped-tables.ts";

const finder = new NameFinder(shippedTables);

function named(text: string, revision = 1) {
  const facets = new NameFacets();
  facets.put("report", 1, finder.find([text]));
  return placesNamed({ tables: shippedTables, facets }, "report", revision).map(
    ({ name, territories, isDoubtful }) => `${name} ${territories.join("+")}${isDoubtful ? "?" : ""}`,
  );
}

test("each place stands with its territory", () => {
  expect(named("Choléra à Sake et à Mugunga")).toEqual(["Mugunga goma", "Sake masisi"]);
});

test("a name of several places stands once, last, with all the territories that it may lie in", () => {
  expect(named("De Kibati à Sake")).toEqual(["Sake masisi", "Kibati nyiragongo+walikale?"]);
});

test("what is exact comes before what is wide, and a province isn't listed", () => {
  expect(named("Au Nord-Kivu, sur le lac Kivu, en territoire de Masisi, à Sake")).toEqual([
    "Sake masisi",
    "Territoire de Masisi masisi",
    "Lac Kivu goma+masisi",
  ]);
});

test("an older version isn't shown with the newest one's places", () => {
  expect(named("Choléra à Sake", 2)).toEqual([]);
});

test("nothing stands where it wasn't looked at, or names no place", () => {
  expect(placesNamed({ tables: shippedTables, facets: new NameFacets() }, "report", 1)).toEqual([]);
  expect(named("Le prix de la farine monte")).toEqual([]);
});
