import { describe, expect, test } from "vitest";
import { fieldVault, now } from "./field-vault.suite.ts";
import { MemoryStore, open, until } from "./search-testbed.suite.ts";

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
