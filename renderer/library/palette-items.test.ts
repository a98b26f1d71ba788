import { expect, test } from "vitest";
import { type BriefingId, brandId, type SavedSearchId, type SourceId } from "../model/ids.ts";
import { noFilters } from "../model/view.ts";
import { paletteItems } from "./palette-items.ts";
import type { Catalogue } from "./vault.ts";

const idOf = (number: number): string => number.toString(16).padStart(32, "0");

test("commands come first, then sources and saved searches, then the newest 500 titles", () => {
  const ids = Array.from({ length: 600 }, (_, number) => brandId<BriefingId>(idOf(number)));
  const catalogue = {
    sources: () => [{ id: brandId<SourceId>(idOf(1)), name: "Radio Lac" }],
    savedSearches: () => [
      { id: brandId<SavedSearchId>(idOf(2)), name: "Choléra", query: "cholera", filters: noFilters },
    ],
    allIds: () => ids,
    head: (id: BriefingId) => ({ title: `Bulletin ${ids.indexOf(id)}` }),
  } as unknown as Catalogue;
  const items = paletteItems(catalogue, [{ id: "settings", label: "Réglages" }]);
  expect(items.slice(0, 4).map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    "command Réglages",
    "source Radio Lac",
    "saved-search Choléra",
    "briefing Bulletin 0",
  ]);
  expect(items).toHaveLength(3 + 500);
});
