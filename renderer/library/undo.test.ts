import { expect, test } from "vitest";
import { type BriefingId, brandId, type SavedSearchId, type UndoToken } from "../model/ids.ts";
import { defaultSettings } from "../model/settings.ts";
import { noFilters } from "../model/view.ts";
import { sampleArrival, sampleId, sampleSource } from "./journal/sample-changes.suite.ts";
import { SampleLaptop } from "./journal/sample-vault.suite.ts";
import { undoableActions } from "./undo.ts";

async function shelf() {
  const laptop = new SampleLaptop();
  const vault = await laptop.open();
  const actions = undoableActions(vault, laptop.surroundings());
  await vault.commit([await sampleArrival(vault, 1), await sampleArrival(vault, 2)]);
  const run = async (...changes: Parameters<typeof actions.run>[0]) => {
    const done = await actions.run(changes);
    if (!done.ok) throw new Error("not written");
    return done.value;
  };
  return { laptop, vault, catalogue: vault.catalogue, actions, run };
}

test("marking two as read when one was read already takes back only the other", async () => {
  const { catalogue, actions, run } = await shelf();
  await run({ kind: "read-set", ids: [sampleId(1)], read: true });
  const { undo, affected } = await run({ kind: "read-set", ids: [sampleId(1), sampleId(2), sampleId(77)], read: true });
  expect(affected).toBe(1);
  expect(await actions.undo(undo)).toEqual({ ok: true, value: null });
  expect(catalogue.state(sampleId(1)).read).toBe(true);
  expect(catalogue.state(sampleId(2)).read).toBe(false);
});

test("of two quick presses each is taken back to what the one before it left", async () => {
  const { catalogue, actions, run } = await shelf();
  const ids: readonly BriefingId[] = [sampleId(1)];
  const [, unsaved, deleted, deletedAgain] = await Promise.all([
    run({ kind: "saved-set", ids, saved: true }),
    run({ kind: "saved-set", ids, saved: false }),
    run({ kind: "briefings-deleted", ids }),
    run({ kind: "briefings-deleted", ids }),
  ]);
  expect(deletedAgain.affected).toBe(0);
  await actions.undo(deleted.undo);
  await actions.undo(unsaved.undo);
  expect(catalogue.isDeleted(sampleId(1))).toBe(false);
  expect(catalogue.state(sampleId(1)).saved).toBe(true);
});

test("saving, deleting and correcting a language are taken back, each to what was before", async () => {
  const { catalogue, actions, run } = await shelf();
  const saved = await run({ kind: "saved-set", ids: [sampleId(1)], saved: true });
  const corrected = await run({ kind: "language-corrected", id: sampleId(1), language: "sw" });
  const deleted = await run({ kind: "briefings-deleted", ids: [sampleId(1), sampleId(2)] });
  expect(deleted.affected).toBe(2);
  expect(catalogue.isDeleted(sampleId(1))).toBe(true);
  for (const { undo } of [deleted, corrected, saved]) await actions.undo(undo);
  expect(catalogue.isDeleted(sampleId(1))).toBe(false);
  expect(catalogue.head(sampleId(1))?.language).toBe("en");
  expect(catalogue.state(sampleId(1))).toEqual({ read: false, saved: false });
});

test("an import taken back is in the deleted ones, and what was here before it stays", async () => {
  const { vault, catalogue, actions, run } = await shelf();
  const revised = await sampleArrival(vault, 1, { head: { revision: 2 } });
  const { undo, affected } = await run(await sampleArrival(vault, 3), revised);
  expect(affected).toBe(1);
  await actions.undo(undo);
  expect(catalogue.isDeleted(sampleId(3))).toBe(true);
  expect(catalogue.isDeleted(sampleId(1))).toBe(false);
});

test("a removed source comes back with what it knows of its last sync", async () => {
  const { catalogue, actions, run } = await shelf();
  const cursor = { etag: '"7"', lastModified: null, documentDigest: null, newestItem: null, lastBytes: 4 };
  await run({ kind: "source-added", source: sampleSource });
  await run({ kind: "cursor-moved", sourceId: sampleSource.id, cursor });
  const renamed = await run({ kind: "source-changed", source: { ...sampleSource, name: "Notes" } });
  await actions.undo(renamed.undo);
  expect(catalogue.sources()).toEqual([sampleSource]);
  const removed = await run({ kind: "source-removed", sourceId: sampleSource.id });
  expect(catalogue.sources()).toEqual([]);
  expect(catalogue.cursor(sampleSource.id)).toBeNull();
  await actions.undo(removed.undo);
  expect(catalogue.sources()).toEqual([sampleSource]);
  expect(catalogue.cursor(sampleSource.id)).toEqual(cursor);
});

test("settings go back to the ones before", async () => {
  const { catalogue, actions, run } = await shelf();
  const { undo } = await run({ kind: "settings-changed", settings: { ...defaultSettings, theme: "dark" } });
  expect(catalogue.settings().theme).toBe("dark");
  await actions.undo(undo);
  expect(catalogue.settings()).toEqual(defaultSettings);
});

test("an action is taken back once, and one that nobody did can't be", async () => {
  const { actions, run } = await shelf();
  const { undo } = await run({ kind: "saved-set", ids: [sampleId(1)], saved: true });
  await actions.undo(undo);
  const again = await actions.undo(undo);
  expect(again).toEqual({ ok: false, failure: { kind: "nothing-to-undo" } });
  expect(await actions.undo(brandId<UndoToken>("f".repeat(32)))).toEqual(again);
});

test("fifty actions can be taken back, the one before them not any more", async () => {
  const { actions, run } = await shelf();
  const tokens: UndoToken[] = [];
  for (let count = 0; count < 51; count++) {
    tokens.push((await run({ kind: "saved-set", ids: [sampleId(1)], saved: count % 2 === 0 })).undo);
  }
  expect(await actions.undo(tokens[0] as UndoToken)).toMatchObject({ ok: false });
  expect(await actions.undo(tokens[1] as UndoToken)).toMatchObject({ ok: true });
});

test("what couldn't be taken back on a full disk can be tried again", async () => {
  const { laptop, catalogue, actions, run } = await shelf();
  const { undo } = await run({ kind: "saved-set", ids: [sampleId(1)], saved: true });
  laptop.machine.fateOf = () => ({ ends: "disk-full" });
  expect(await actions.undo(undo)).toEqual({ ok: false, failure: { kind: "disk-full" } });
  laptop.machine.fateOf = () => ({ ends: "kept" });
  expect(await actions.undo(undo)).toMatchObject({ ok: true });
  expect(catalogue.state(sampleId(1)).saved).toBe(false);
});

test("a saved search that is renamed or removed is taken back to what it was, and a new one goes", async () => {
  const { catalogue, actions, run } = await shelf();
  const search = {
    id: brandId<SavedSearchId>("5".repeat(32)),
    name: "Sake",
    query: "cholera sake",
    filters: noFilters,
  };
  const made = await run({ kind: "search-saved", search });
  const renamed = await run({ kind: "search-saved", search: { ...search, name: "Choléra" } });
  const removed = await run({ kind: "search-removed", searchId: search.id });
  expect(catalogue.savedSearches()).toEqual([]);
  await actions.undo(removed.undo);
  expect(catalogue.savedSearches().map(({ name }) => name)).toEqual(["Choléra"]);
  await actions.undo(renamed.undo);
  expect(catalogue.savedSearches()).toEqual([search]);
  await actions.undo(made.undo);
  expect(catalogue.savedSearches()).toEqual([]);
});

test("saved searches are there again after a restart", async () => {
  const { laptop, vault, run } = await shelf();
  const search = {
    id: brandId<SavedSearchId>("5".repeat(32)),
    name: "Sake",
    query: "cholera sake",
    filters: noFilters,
  };
  await run({ kind: "search-saved", search });
  await vault.close();
  expect((await laptop.open()).catalogue.savedSearches()).toEqual([search]);
});
