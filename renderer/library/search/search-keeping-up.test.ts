import { describe, expect, test } from "vitest";
import type { BriefingHead } from "../../model/briefing.ts";
import { briefingsChanged, idOf, MemoryStore, MemoryVault, open, smallVault, until } from "./search-testbed.suite.ts";

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

  test("a word that only a deleted briefing had stands nowhere, and isn't offered either", async () => {
    const vault = smallVault();
    const id = vault.put(3, { title: "Tambour", paragraphs: ["Calme."] });
    const { ask, settle, service } = open(vault);
    await service.start();
    await settle();
    expect((await ask("tambour ")).unmatched).toEqual([]);
    expect((await ask("tambuor ")).unmatched).toMatchObject([{ nearest: ["Tambour"] }]);
    vault.deleted.add(id);
    service.follow(briefingsChanged([id]));
    expect(await ask("tambour ")).toMatchObject({ total: 0, unmatched: [{ word: "tambour", nearest: [] }] });
    expect((await ask("tambuor ")).unmatched).toMatchObject([{ nearest: [] }]);
    expect((await ask("kalembe ")).unmatched).toEqual([]);
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
});
