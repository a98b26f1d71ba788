import { expect, test } from "vitest";
import { brandId, type ReaderId } from "../model/ids.ts";
import { defaultSettings } from "../model/settings.ts";
import { createSearchHistory } from "./search-history.ts";

function history() {
  const kept = new Map<string, Uint8Array>();
  const reader = { id: brandId<ReaderId>("a".repeat(32)), wantsIt: true };
  const made = createSearchHistory({
    catalogue: {
      settings: () => ({ ...defaultSettings, searchHistory: reader.wantsIt }),
      currentReader: () => reader.id,
    },
    buffers: {
      read: async (name) => kept.get(name) ?? null,
      async write(buffers) {
        for (const [name, bytes] of buffers) {
          if (bytes === null) kept.delete(name);
          else kept.set(name, bytes);
        }
      },
    },
  });
  return { ...made, kept, reader };
}

test("nothing is kept and nothing is shown while it is switched off", async () => {
  const { note, list, kept, reader } = history();
  reader.wantsIt = false;
  await note("cholera sake");
  expect(await list()).toEqual([]);
  expect(kept.size).toBe(0);
});

test("the newest stands first, each once, and a search on its way is one search", async () => {
  const { note, list } = history();
  for (const typed of ["route", "chol", "cholera", "cholera sake", "route"]) await note(typed);
  expect(await list()).toEqual(["route", "cholera sake"]);
});

test("at most twenty are kept", async () => {
  const { note, list } = history();
  for (let number = 0; number < 30; number++) await note(`pont ${number} `);
  expect(await list()).toHaveLength(20);
});

test("two searches at once are both kept", async () => {
  const { note, list } = history();
  await Promise.all([note("pont"), note("marché")]);
  expect(await list()).toEqual(["marché", "pont"]);
});

test("each reader has their own, and takes away only their own", async () => {
  const { note, list, clear, reader } = history();
  await note("pont");
  reader.id = brandId<ReaderId>("f".repeat(32));
  expect(await list()).toEqual([]);
  await note("marché");
  await clear();
  expect(await list()).toEqual([]);
  reader.id = brandId<ReaderId>("a".repeat(32));
  expect(await list()).toEqual(["pont"]);
});
