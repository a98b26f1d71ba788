import { describe, expect, test } from "vitest";
import type { RevisionContent } from "../../model/briefing.ts";
import { type Filters, noFilters } from "../../model/view.ts";
import { idOf, MemoryStore, type MemoryVault, open, smallVault, until } from "./search-testbed.suite.ts";

describe("counting for a saved search", () => {
  test("counts what has every word, a misspelt one too, and only among those that are meant", async () => {
    const { service, settle } = open(smallVault());
    await service.start();
    await settle();
    const count = (query: string, among: ReadonlySet<string> | null = null, filters: Partial<Filters> = {}) =>
      service.countHits({ query, filters: { ...noFilters, ...filters }, among });
    expect(await count("kalembe pinga")).toBe(1);
    expect(await count("kalembe sake")).toBe(0);
    expect(await count("kalenbe")).toBe(1);
    expect(await count("sak")).toBe(0);
    expect(await count("sake")).toBe(1);
    expect(await count("sake", null, { language: "fr" })).toBe(0);
    expect(await count('"marché de Pinga"')).toBe(1);
    expect(await count('"Pinga marché"')).toBe(0);
    expect(await count("sake", new Set())).toBe(0);
  });
});

describe("searching a library", () => {
  test("finds in titles, key points, bodies and source names", async () => {
    const { titles, settle, service } = open(smallVault());
    await service.start();
    await settle();
    expect(await titles("kalembe")).toEqual(["Pont de Kalembe coupé"]);
    expect(await titles("doubled")).toEqual(["Market day"]);
    expect(await titles("camion")).toEqual(["Pont de Kalembe coupé"]);
    expect(await titles("bulletin")).toHaveLength(2);
  });

  test("shows the passage and marks the words, in the title and in the body's own text", async () => {
    const { ask, settle, service } = open(smallVault());
    await service.start();
    await settle();
    const [hit] = (await ask("pinga kalembe ")).hits;
    expect(hit?.snippet).toBe("Le marché de Pinga est fermé.");
    expect(hit?.snippetRanges.map(({ start, end }) => hit.snippet.slice(start, end))).toEqual(["Pinga"]);
    expect(hit?.titleRanges).toEqual([{ start: 8, end: 15 }]);
  });

  test("tells the first rows before any text is read for its passage, and with them which word stands nowhere", async () => {
    const vault = smallVault();
    const { service, settle } = open(vault);
    await service.start();
    await settle();
    const readBefore = vault.reads;
    const told: { readonly titles: readonly string[]; readonly reads: number }[] = [];
    const nowhere: string[] = [];
    const ask = (query: string) =>
      service.search(
        { query, filters: noFilters, limit: 20 },
        {
          onFirst({ hits, unmatched }) {
            told.push({ titles: hits.map(({ row }) => row.head.title), reads: vault.reads });
            nowhere.push(...unmatched.map(({ word }) => word));
          },
        },
      );
    const { hits } = await ask("pinga kalembe ");
    expect(told).toEqual([{ titles: ["Pont de Kalembe coupé"], reads: readBefore }]);
    expect(vault.reads).toBeGreaterThan(readBefore);
    expect(hits[0]?.snippet).toBe("Le marché de Pinga est fermé.");
    expect(nowhere).toEqual([]);
    await ask("pingq zzzzzz ");
    expect(told).toHaveLength(2);
    expect(nowhere).toEqual(["pingq", "zzzzzz"]);
  });

  test("a phrase in more texts than are looked into is said to stand in at least so many", async () => {
    const vault = smallVault();
    const { ask, settle, service } = open(vault);
    for (let number = 10; number < 430; number++) vault.put(number, { title: "Route", paragraphs: ["Vers le lac."] });
    await service.start();
    await settle();
    expect(await ask('"marché de Pinga"')).toMatchObject({ total: 1, isAtLeast: false });
    expect(await ask('"vers le lac"')).toMatchObject({ total: 400, isAtLeast: true });
    expect(await ask("lac ")).toMatchObject({ total: 422, isAtLeast: false });
  });

  test("offers the nearest words as the briefings write them", async () => {
    const vault = smallVault();
    vault.put(3, { title: "Autre", paragraphs: ["Rien.", "Le déplacement vers Kitchanga continue."] });
    const { ask, settle, service } = open(vault);
    await service.start();
    await settle();
    expect((await ask("kitchangga deplacemnt ")).unmatched).toMatchObject([
      // A place is offered with its territory, not as a bare word.
      { word: "kitchangga", nearest: [], places: [{ name: "Kitchanga" }, { name: "Kitshanga" }] },
      { word: "deplacemnt", nearest: ["déplacement"], places: [] },
    ]);
    // Another spelling of the place is no misspelling.
    expect((await ask("kichanga")).unmatched).toEqual([]);
  });

  test("offers a name for a word that is farther off than a typo, and nothing for one that is like none", async () => {
    const { ask, settle, service } = open(smallVault());
    await service.start();
    await settle();
    expect((await ask("calamba ")).unmatched).toEqual([{ word: "calamba", nearest: ["Kalembe"], places: [] }]);
    expect((await ask("zzqxw ")).unmatched).toEqual([{ word: "zzqxw", nearest: [], places: [] }]);
  });

  test("keeps to the filters", async () => {
    const vault = smallVault();
    const { titles, settle, service } = open(vault);
    await service.start();
    await settle();
    expect(await titles("bulletin", { language: "en" })).toEqual(["Market day"]);
  });

  test("holds to a phrase in quotation marks", async () => {
    const vault = smallVault();
    vault.put(3, { title: "Autre", paragraphs: ["Kalembe a un pont."] });
    const { titles, settle, service } = open(vault);
    await service.start();
    await settle();
    expect(await titles('"pont de kalembe"')).toEqual(["Pont de Kalembe coupé"]);
    expect(await titles("pont kalembe ")).toHaveLength(2);
  });

  test("tells where the words of a query stand in an opened briefing", async () => {
    const vault = smallVault();
    const id = vault.put(4, {
      title: "Axe de Pinga",
      keyPoints: ["Rien", "Pinga isolée"],
      paragraphs: ["Calme.", "De Pinga à Pïnga."],
    });
    const { service, settle } = open(vault);
    await service.start();
    await settle();
    expect(service.matchesIn(vault.contents.get(id) as RevisionContent, "pinga ")).toEqual([
      { part: "title", index: 0, start: 7, end: 12 },
      { part: "key-point", index: 1, start: 0, end: 5 },
      { part: "body", index: 1, start: 3, end: 8 },
      { part: "body", index: 1, start: 11, end: 16 },
    ]);
  });

  test("finds a briefing whose body is damaged by what its head still tells", async () => {
    const vault = smallVault();
    vault.contents.delete(idOf(1));
    const { titles, settle, service } = open(vault);
    await service.start();
    await settle();
    expect(await titles("camions kalembe ")).toEqual(["Pont de Kalembe coupé"]);
  });
});

describe("a kept index", () => {
  async function keptBy(vault: MemoryVault): Promise<MemoryStore> {
    const store = new MemoryStore();
    const { service } = open(vault, store);
    await service.start();
    await until(() => store.buffers.has("search/manifest"));
    service.stop();
    return store;
  }

  test("spares reading the texts again", async () => {
    const vault = smallVault();
    const store = await keptBy(vault);
    vault.reads = 0;
    const { titles, service } = open(vault, store);
    await service.start();
    expect(service.isComplete).toBe(true);
    expect(await titles("camions ")).toEqual(["Pont de Kalembe coupé"]);
    expect(vault.reads).toBeLessThanOrEqual(1);
  });

  test("learns what came, changed and went while it lay there", async () => {
    const vault = smallVault();
    const store = await keptBy(vault);
    vault.put(1, { title: "Pont de Kalembe rouvert", paragraphs: ["Tout passe."] });
    vault.put(9, { title: "Kashebere", paragraphs: ["Pluie."] });
    vault.deleted.add(idOf(2));
    const { titles, service, settle } = open(vault, store);
    await service.start();
    await settle();
    expect(await titles("coupé ")).toEqual([]);
    expect(await titles("rouvert ")).toEqual(["Pont de Kalembe rouvert"]);
    expect(await titles("kashebere ")).toEqual(["Kashebere"]);
    expect(await titles("market ")).toEqual([]);
  });

  test.each(["search/manifest", "search/dictionary"])("that is damaged in %s is built anew", async (name) => {
    const vault = smallVault();
    const store = await keptBy(vault);
    const bytes = store.buffers.get(name) as Uint8Array;
    bytes[40] = (bytes[40] as number) ^ 1;
    const { titles, service, settle } = open(vault, store);
    await service.start();
    await settle();
    expect(await titles("kalembe ")).toEqual(["Pont de Kalembe coupé"]);
  });
});

test("a newer question makes the older one answer without reading texts for it", async () => {
  const vault = smallVault();
  const { ask, settle, service } = open(vault);
  await service.start();
  await settle();
  vault.reads = 0;
  const [older, newer] = await Promise.all([ask("marché "), ask("pinga ")]);
  expect(vault.reads).toBe(1);
  expect(older.hits).toHaveLength(1);
  expect(newer.hits[0]?.snippet).toContain("Pinga");
});
