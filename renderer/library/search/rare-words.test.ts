import { describe, expect, test } from "vitest";
import { opened } from "./field-vault.suite.ts";
import { MemoryVault } from "./search-testbed.suite.ts";

/** Twelve briefings write "déplacement", "displaced" and "wakimbizi"; one or two others misspell them. */
function withTypos(): MemoryVault {
  const vault = new MemoryVault();
  for (let number = 1; number <= 12; number++) {
    vault.put(number, { title: `Déplacement ${number}`, paragraphs: ["Displaced people, wakimbizi, vers Pinga."] });
  }
  vault.put(20, { title: "Déplacemant", paragraphs: ["Displaecd people, wakimbiszi, vers Pingga."] });
  vault.put(21, { title: "Routine", paragraphs: ["Vers Minga, avec une rouete et un plan."] });
  return vault;
}

describe("a word that hardly any briefing has", () => {
  test.each([
    ["deplacemant ", "Déplacement"],
    ["displaecd ", "Displaced"],
    ["wakimbiszi ", "wakimbizi"],
  ])("%s: the one that nearly all write is offered, and what was typed stands first", async (query, meant) => {
    const { ask } = await opened(withTypos());
    const { rare, unmatched, hits } = await ask(query);
    expect(rare).toEqual([{ word: query.trim(), nearest: [meant], places: [] }]);
    expect(unmatched).toEqual([]);
    expect(hits[0]?.row.head.title).toBe("Déplacemant");
  });

  test.each(["déplacement ", "routine ", '"deplacemant" ', "depla", "plan ", "Pinga "])(
    "%s: nothing is offered for what is common, quoted, short, half typed, or like nothing common",
    async (query) => {
      const { ask } = await opened(withTypos());
      expect((await ask(query)).rare).toEqual([]);
    },
  );

  test("a place is offered with its territory", async () => {
    const { ask } = await opened(withTypos());
    const [offer] = (await ask("pingga ")).rare;
    expect(offer).toMatchObject({ nearest: [], places: [{ name: "Pinga", territories: ["walikale"] }] });
  });
});
