import { describe, expect, test } from "vitest";
import { fieldVault, now } from "./field-vault.suite.ts";
import { NamesKeeper } from "./names/keep-facets.ts";
import { shippedTables } from "./names/shipped-tables.ts";
import { idOf, MemoryStore, MemoryVault, open, until } from "./search-testbed.suite.ts";

describe("what was found of names", () => {
  test("is kept, and read instead of found again", async () => {
    const vault = fieldVault();
    const store = new MemoryStore();
    const first = open(vault, store, { now });
    await first.service.start();
    await first.settle();
    await until(
      () => store.buffers.has("names/facets") && [...store.buffers.keys()].some((name) => name !== "names/facets"),
    );
    vault.reads = 0;
    const second = open(vault, store, { now });
    await second.names.start();
    await second.service.start();
    await second.settle();
    expect(vault.reads).toBe(0);
    expect((await second.ask("place:Sake")).total).toBe(1);
  });

  test("of texts that couldn't be read once is found with the next change, and not tried again before it", async () => {
    const vault = new MemoryVault();
    for (let number = 1; number <= 3; number++)
      vault.put(number, { title: `Pluie ${number}`, paragraphs: ["À Sake."] });
    const read = vault.readRevisions.bind(vault);
    let tries = 0;
    vault.readRevisions = (ids) => (++tries === 1 ? Promise.reject(new Error("the disk")) : read(ids));
    const bugs: unknown[] = [];
    const names = new NamesKeeper({
      vault,
      shipped: shippedTables,
      store: null,
      isSearchReading: () => false,
      clock: () => now,
      wait: () => Promise.resolve(),
      onProgress: () => {},
      onBug: (error) => bugs.push(error),
    });
    await names.start();
    await until(() => bugs.length === 1);
    await new Promise((told) => setTimeout(told));
    expect(tries).toBe(1);
    expect(names.isComplete).toBe(false);
    vault.put(4, { title: "Pluie 4", paragraphs: ["À Sake."] });
    names.follow({ sequence: 2, kinds: ["briefings"], ids: [idOf(4)] });
    await until(() => names.isComplete);
    expect([1, 2, 3, 4].map((number) => names.facets.revisionOf(idOf(number)))).toEqual([1, 1, 1, 1]);
  });

  test("counts a name that was added while what was found was still being loaded", async () => {
    const vault = new MemoryVault();
    vault.put(1, { title: "Pluie", paragraphs: ["À Kazibake, la pluie."] });
    const store = new MemoryStore();
    let giveKept: () => void = () => {};
    store.read = (name) =>
      name === "names/facets" ? new Promise((resolve) => (giveKept = () => resolve(null))) : Promise.resolve(null);
    const library = open(vault, store, { now });
    const loaded = library.names.start();
    const own = { variants: [], territory: "masisi", means: null, date: "2026-10-20" } as const;
    vault.addedNames = [{ ...own, id: "own", table: "place", name: "Kazibake" }];
    library.names.follow({ sequence: 2, kinds: ["names"], ids: [] });
    giveKept();
    await loaded;
    await library.service.start();
    await library.settle();
    expect(await library.ask("place:Kazibake")).toMatchObject({ total: 1, hints: [] });
  });

  test("is found again when it is damaged or was found with another table", async () => {
    for (const kept of ["other-checksum\n", "", "\u0000\u0001", `${"x".repeat(100)}\nbad line`]) {
      const store = new MemoryStore();
      store.buffers.set("names/facets", new TextEncoder().encode(kept));
      const library = open(fieldVault(), store, { now });
      await library.names.start();
      await library.service.start();
      await library.settle();
      expect((await library.ask("place:Sake")).total).toBe(1);
    }
  });
});
