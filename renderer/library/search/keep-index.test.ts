import { expect, test } from "vitest";
import type { BriefingId } from "../../model/ids.ts";
import { IndexKeeper } from "./keep-index.ts";
import { idOf, MemoryVault, open, until } from "./search-testbed.suite.ts";

test("texts that couldn't be read once are read with the next change, and none of them is missing then", async () => {
  const vault = new MemoryVault();
  for (let number = 1; number <= 3; number++) vault.put(number, { title: `Puits ${number}`, paragraphs: ["Ouvert."] });
  const read = vault.readRevisions.bind(vault);
  let failures = 1;
  vault.readRevisions = (ids) => (failures-- > 0 ? Promise.reject(new Error("the disk")) : read(ids));
  const { service, titles } = open(vault);
  await service.start();
  await until(() => failures < 1);
  await new Promise((told) => setTimeout(told));
  vault.put(4, { title: "Puits 4", paragraphs: ["Ouvert."] });
  service.follow({ sequence: 2, kinds: ["briefings"], ids: [idOf(4)] });
  await until(() => service.isComplete);
  expect((await titles("puits")).sort()).toEqual(["Puits 1", "Puits 2", "Puits 3", "Puits 4"]);
});

test("the newest are read first, what is older in the order in which the vault reads it soonest", async () => {
  const vault = new MemoryVault();
  for (let number = 1; number <= 700; number++)
    vault.put(number, { title: `Puits ${number}`, paragraphs: ["Ouvert."] });
  vault.inReadingOrder = (ids) => [...ids].sort();
  const asked: BriefingId[] = [];
  const read = vault.readRevisions.bind(vault);
  vault.readRevisions = (ids) => {
    asked.push(...ids);
    return read(ids);
  };
  const { service } = open(vault);
  await service.start();
  await until(() => service.isComplete);
  const oldestFirst = Array.from({ length: 700 }, (_, at) => idOf(at + 1));
  expect(asked).toEqual([...oldestFirst.slice(188), ...oldestFirst.slice(0, 188)]);
});

test("a change that comes just as the last text has been added is taken in at once", async () => {
  const vault = new MemoryVault();
  vault.put(1, { title: "Puits 1", paragraphs: ["Ouvert."] });
  let atEnd: (() => void) | null = null;
  const keeper = new IndexKeeper({
    vault,
    store: null,
    clock: () => 0,
    wait: () => Promise.resolve(),
    onProgress: () => {
      const act = atEnd;
      atEnd = null;
      if (act !== null) queueMicrotask(() => queueMicrotask(act));
    },
    onText: () => {},
    onBug: () => {},
  });
  await keeper.start();
  atEnd = () => {
    vault.put(2, { title: "Puits 2", paragraphs: ["Ouvert."] });
    keeper.follow({ sequence: 2, kinds: ["briefings"], ids: [idOf(2)] });
  };
  await until(() => keeper.isComplete && keeper.index.size === 2);
});
