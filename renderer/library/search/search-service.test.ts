import { describe, expect, test } from "vitest";
import type { BriefingHead, RevisionContent } from "../../model/briefing.ts";
import type { BriefingId } from "../../model/ids.ts";
import { type Filters, noFilters } from "../../model/view.ts";
import { idOf, MemoryStore, MemoryVault, open, until } from "./search-testbed.suite.ts";

const briefingsChanged = (ids: readonly BriefingId[] | "many") => ({ sequence: 2, kinds: ["briefings"] as const, ids });

function smallVault(): MemoryVault {
  const vault = new MemoryVault();
  vault.put(1, {
    title: "Pont de Kalembe coupé",
    paragraphs: ["Les camions attendent.", "Le marché de Pinga est fermé."],
  });
  vault.put(2, { title: "Market day", keyPoints: ["Prices doubled in Sake"], paragraphs: ["Calm."], language: "en" });
  return vault;
}

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

  test("a text that was read while its briefing was revised isn't shown for the new one", async () => {
    const vault = new MemoryVault();
    const id = vault.put(1, { title: "Pont", paragraphs: ["Premier.", "Les camions attendent au bac."] });
    const { ask, settle, service } = open(vault);
    await service.start();
    await settle();
    const read = vault.readRevisions.bind(vault);
    vault.readRevisions = async (ids) => {
      const contents = await read(ids);
      vault.readRevisions = read;
      vault.put(1, { title: "Pont", paragraphs: ["Premier.", "Les camions passent le bac."] });
      return contents;
    };
    await ask("camions bac ");
    service.follow(briefingsChanged([id]));
    await settle();
    expect((await ask("camions bac ")).hits[0]?.snippet).toBe("Les camions passent le bac.");
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

describe("keeping up", () => {
  test("says how much of the library can be searched while the index is being built", async () => {
    const vault = new MemoryVault();
    for (let i = 0; i < 200; i++) vault.put(i, { title: `Pinga ${i}`, paragraphs: ["Calme."] });
    const { ask, settle } = open(vault);
    const early = await ask("pinga ");
    expect(early.outOf).toBe(200);
    expect(early.searched).toBeLessThan(200);
    await settle();
    expect(await ask("pinga ")).toMatchObject({ searched: 200, outOf: 200, total: 200 });
  });

  test("the newest briefings can be searched first", async () => {
    const vault = new MemoryVault();
    for (let i = 0; i < 200; i++) vault.put(i, { title: `Pinga ${i}`, paragraphs: ["Calme."] });
    const { ask, service } = open(vault);
    await service.start();
    while ((await ask("pinga ")).searched === 0) await new Promise((done) => setTimeout(done, 0));
    const early = await ask("pinga ");
    expect(early.searched).toBeLessThan(200);
    expect(early.hits[0]?.row.head.title).toBe("Pinga 199");
  });

  test("what arrives, is revised, deleted and restored is answered so at once", async () => {
    const vault = smallVault();
    const { titles, settle, service } = open(vault);
    await service.start();
    await settle();
    const id = vault.put(5, { title: "Eau à Rutshuru", paragraphs: ["Trois puits."] });
    service.follow(briefingsChanged([id]));
    await settle();
    expect(await titles("rutshuru")).toEqual(["Eau à Rutshuru"]);

    vault.put(5, { title: "Eau à Kiwanja", paragraphs: ["Quatre puits."] });
    service.follow(briefingsChanged([id]));
    await settle();
    expect(await titles("rutshuru ")).toEqual([]);
    expect(await titles("kiwanja quatre ")).toEqual(["Eau à Kiwanja"]);

    vault.deleted.add(id);
    service.follow(briefingsChanged([id]));
    expect(await titles("kiwanja")).toEqual([]);

    vault.deleted.delete(id);
    service.follow(briefingsChanged("many"));
    await settle();
    expect(await titles("kiwanja")).toEqual(["Eau à Kiwanja"]);
  });

  test("a briefing that is revised while its text is being read ends with its newest text", async () => {
    const vault = smallVault();
    const read = vault.readRevisions.bind(vault);
    vault.readRevisions = async (ids) => {
      const contents = await read(ids);
      if (vault.reads === 1) vault.put(1, { title: "Pont de Kalembe rouvert", paragraphs: ["Les camions passent."] });
      return contents;
    };
    const { titles, settle, service } = open(vault);
    await service.start();
    await settle();
    expect(await titles("attendent ")).toEqual([]);
    expect(await titles("passent ")).toEqual(["Pont de Kalembe rouvert"]);
  });

  test("what a catalogue that is still being read in doesn't have yet isn't taken for deleted", async () => {
    const store = new MemoryStore();
    const vault = smallVault();
    const first = open(vault, store);
    await first.service.start();
    await until(() => store.buffers.has("search/manifest"));

    const reopened = smallVault();
    const oldest = reopened.heads.get(idOf(1)) as BriefingHead;
    reopened.heads.delete(idOf(1));
    reopened.isComplete = false;
    let complete = () => {};
    reopened.whenComplete = new Promise((resolve) => {
      complete = resolve;
    });
    const second = open(reopened, store);
    await second.service.start();
    reopened.heads.set(idOf(1), oldest);
    expect(await second.titles("kalembe")).toEqual(["Pont de Kalembe coupé"]);
    expect(reopened.reads).toBe(0);
    reopened.isComplete = true;
    complete();
    await second.settle();
    expect(second.service.isComplete).toBe(true);
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
