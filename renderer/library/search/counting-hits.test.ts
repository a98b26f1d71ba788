import { describe, expect, test } from "vitest";
import type { FacetCounts } from "../../model/facets.ts";
import { noFilters } from "../../model/view.ts";
import { fieldVault, on, opened } from "./field-vault.suite.ts";

/** Each chip as it would be typed, with its count. */
function conditionsIn(counts: FacetCounts): readonly (readonly [string, number])[] {
  const keyOf = { unread: "is", saved: "is", reference: "is", attachment: "has", title: "in" } as const;
  return [
    ...counts.places.map(({ place, count }) => [`place:"${place.name} (${place.territories[0]})"`, count] as const),
    ...counts.territories.map(({ territory, count }) => [`territory:${territory}`, count] as const),
    ...counts.sources.map(({ name, count }) => [`source:"${name}"`, count] as const),
    ...counts.actors.map(({ actor, count }) => [`actor:"${actor.short}"`, count] as const),
    ...counts.languages.map(({ language, count }) => [`lang:${language}`, count] as const),
    ...counts.months.map(({ month, count }) => [`after:${month} before:${monthAfter(month)}`, count] as const),
    ...counts.states.map(({ state, count }) => [`${keyOf[state]}:${state}`, count] as const),
  ];
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

describe("counting hits", () => {
  const count = async (query: string, filters = {}) => {
    const { service } = await opened();
    const counts = await service.countFacets({ query, filters: { ...noFilters, ...filters } });
    if (counts === null) throw new Error("cancelled");
    return counts;
  };

  test("by source, place, territory, actor, language and month", async () => {
    const counts = await count("choléra");
    expect(counts.total).toBe(2);
    expect(counts.places.map(({ place, count: hits }) => [place.name, hits])).toEqual([
      ["Minova", 1],
      ["Sake", 1],
    ]);
    expect(counts.territories.map(({ territory }) => territory).sort()).toEqual(["kalehe", "masisi"]);
    expect(counts.actors.map(({ actor }) => actor.short)).toEqual(["HCR"]);
    expect(counts.months.map(({ month }) => month)).toEqual(["2026-10", "2024-10"]);
    expect(counts.languages).toEqual([{ language: "fr", count: 2 }]);
    expect(counts.sources.map(({ name }) => name).sort()).toEqual(["Bulletin du lac", "Radio du lac"]);
    expect(counts.states).toEqual([
      { state: "unread", count: 2 },
      { state: "title", count: 1 },
    ]);
  });

  test("each count is what its chip would leave", async () => {
    const { ask, service } = await opened();
    for (const query of [
      "marché",
      "place:Kibati",
      "choléra OR pluie",
      '"piste est"',
      "is:unread",
      "kibatti",
      "-choléra",
    ]) {
      const counts = await service.countFacets({ query, filters: noFilters });
      expect(counts?.total, query).toBe((await ask(query)).total);
      for (const [condition, hits] of counts === null ? [] : conditionsIn(counts)) {
        expect((await ask(`${query} ${condition}`)).total, `${query} ${condition}`).toBe(hits);
      }
    }
  });

  test("a date before 1970, as a clock that was reset gives it, takes nothing from the months of others", async () => {
    const vault = fieldVault();
    for (const day of ["1969-11-20", "1970-01-01", "1900-05-03"])
      vault.put(vault.heads.size + 1, { title: "Marché", paragraphs: ["La farine manque."], but: on(day) });
    const { service } = await opened(vault);
    const counts = await service.countFacets({ query: "marché", filters: noFilters });
    expect(counts?.months.map(({ month, count }) => [month, count])).toEqual([
      ["2026-10", 1],
      ["2026-09", 1],
      ["1970-01", 1],
      ["1969-11", 1],
      ["1900-05", 1],
    ]);
    const others = await service.countFacets({ query: "farine", filters: noFilters });
    expect(others?.months[0]).toEqual({ month: "2026-10", count: 1 });
  });

  test("it stops when the next letter comes", async () => {
    const { service } = await opened();
    const signal = { aborted: true, addEventListener: () => {}, removeEventListener: () => {} };
    expect(await service.countFacets({ query: "choléra", filters: noFilters }, signal)).toBeNull();
  });
});
