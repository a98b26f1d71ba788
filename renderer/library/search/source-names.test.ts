import { describe, expect, test } from "vitest";
import { withOperator } from "../../model/query/edit-query.ts";
import { noFilters } from "../../model/view.ts";
import { opened } from "./field-vault.suite.ts";
import { MemoryVault } from "./search-testbed.suite.ts";

/** Three sources whose names are parts of one another, or differ by a capital, and one with a name in quotation marks. */
function radios(): MemoryVault {
  const vault = new MemoryVault();
  const names = ["Radio", "Radio", "Radio Lac", "radio", 'Radio "du pont"', "Bulletin"];
  names.forEach((sourceName, at) => {
    vault.put(at + 1, { title: `Marché ${at}`, paragraphs: ["La farine manque."], but: { sourceName } });
  });
  return vault;
}

describe("asking for a source", () => {
  test.each([
    ["source:radio", [1, 2, 3, 4, 5]],
    ['source:"Radio"', [1, 2]],
    ['source:"radio"', [4]],
    ['source:"RADIO"', [1, 2, 4]],
    ['source:"radio lac"', [3]],
    ['source:radio source:"Radio Lac"', [3]],
    ['source:"Radio Lac" source:"Bulletin"', [3, 6]],
    ["source:lac source:bulletin", [3, 6]],
    ['-source:"Radio"', [3, 4, 5, 6]],
  ])("%s finds %j: in quotation marks the whole name, else a part of it", async (query, expected) => {
    const { numbers } = await opened(radios());
    expect(await numbers(query)).toEqual(expected);
  });

  test.each(["farine", "source:radio", "source:radio farine"])(
    "%s: a source's chip shows what it counted",
    async (query) => {
      const { ask, service } = await opened(radios());
      const counts = await service.countFacets({ query, filters: noFilters });
      expect(counts?.sources.length).toBeGreaterThan(3);
      for (const { name, count } of counts?.sources ?? []) {
        expect((await ask(withOperator(query, "source", name, "fr"))).total, name).toBe(count);
      }
    },
  );

  test("one whose briefings are read in later is known then, though nothing was changed", async () => {
    const vault = radios();
    const { ask, numbers } = await opened(vault);
    expect((await ask("source:gazette")).hints).toMatchObject([{ kind: "source-unknown" }]);
    vault.put(7, { title: "Pont", paragraphs: ["Il est ouvert."], but: { sourceName: "Gazette" } });
    expect(await numbers("source:gazette")).toEqual([7]);
    expect((await ask("source:gazete")).hints).toMatchObject([{ near: ["Gazette"] }]);
  });

  test("a name that no source has is said, and the nearest are offered", async () => {
    const { ask } = await opened(radios());
    const { hints, total } = await ask('source:"Radio Lacs"');
    expect(hints).toMatchObject([{ kind: "source-unknown", value: "Radio Lacs" }]);
    expect(hints[0]).toHaveProperty("near.0", "Radio Lac");
    expect(total).toBe(0);
    expect((await ask("source:bulletin")).hints).toEqual([]);
  });
});
