import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import type { BriefingId, ReaderId } from "../model/ids.ts";
import { defaultSettings } from "../model/settings.ts";
import { noFilters, type View } from "../model/view.ts";
import type { OpenPage } from "./open-page.suite.ts";
import { setUpPageTestbed } from "./page-testbed.suite.ts";

const monday = Date.parse("2026-10-19T08:00:00Z");
const computer = setUpPageTestbed(monday);
const openPage = async (indexedDB = computer.profile) => (await computer.openPage({ indexedDB })).library.calls;

type Calls = OpenPage["library"]["calls"];

function ofOk<Value>(result: { ok: true; value: Value } | { ok: false; failure: { kind: string } }): Value {
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

async function importText(calls: Calls, title: string): Promise<BriefingId> {
  const text = `${title}\n\nThe team went there this morning and came back before noon. ${title} is what they saw.`;
  const [outcome] = await calls.readFiles({ files: [{ name: "note.txt", bytes: new TextEncoder().encode(text) }] });
  if (outcome?.outcome !== "draft") throw new Error("no draft");
  const { id, fields } = outcome.draft;
  const { saved } = ofOk(await calls.saveDrafts({ drafts: [{ id, fields: { ...fields, title } }] }));
  return saved[0] as BriefingId;
}

async function names(calls: Calls): Promise<{ names: string[]; current: string }> {
  const { readers, current } = await calls.listReaders({});
  return { names: readers.map(({ name }) => name), current: readers.find(({ id }) => id === current)?.name ?? "?" };
}

async function idOf(calls: Calls, name: string): Promise<ReaderId> {
  const found = (await calls.listReaders({})).readers.find((reader) => reader.name === name);
  if (found === undefined) throw new Error(`${name} isn't here`);
  return found.id;
}

async function titles(calls: Calls, kind: "since-looked" | "unread" | "saved"): Promise<string[]> {
  const view = { kind } satisfies View;
  const { rows } = await calls.listBriefings({ view, filters: noFilters, offset: 0, limit: 50 });
  return rows.map(({ head }) => head.title);
}

async function look(calls: Calls) {
  const { upTo } = await calls.listBriefings({
    view: { kind: "since-looked" },
    filters: noFilters,
    offset: 0,
    limit: 9,
  });
  return ofOk(await calls.setLooked({ upTo }));
}

test("before anything is kept there is one reader without a name, who can be given one", async () => {
  const calls = await openPage();
  expect(await names(calls)).toEqual({ names: [""], current: "" });
  await calls.renameReader({ readerId: await idOf(calls, ""), name: " Day shift " });
  expect(await names(calls)).toEqual({ names: ["Day shift"], current: "Day shift" });
});

test("each reader has their own read, saved and settings; a new one begins with the settings of who added them", async () => {
  const calls = await openPage();
  const id = await importText(calls, "Market open");
  await calls.setRead({ ids: [id], read: true });
  await calls.setSaved({ ids: [id], saved: true });
  await calls.changeSettings({ settings: { ...defaultSettings, theme: "dark" } });
  expect(await calls.addReader({ name: "Night shift" })).toEqual({ ok: true, value: null });
  expect(await names(calls)).toEqual({ names: ["", "Night shift"], current: "Night shift" });
  expect(await titles(calls, "unread")).toEqual(["Market open"]);
  expect(await titles(calls, "saved")).toEqual([]);
  expect((await calls.getSettings({})).theme).toBe("dark");
  await calls.changeSettings({ settings: { ...defaultSettings, theme: "light" } });
  await calls.chooseReader({ readerId: await idOf(calls, "") });
  expect(await titles(calls, "unread")).toEqual([]);
  expect(await titles(calls, "saved")).toEqual(["Market open"]);
  expect((await calls.getSettings({})).theme).toBe("dark");
});

test("who reads is still known after a restart, and after the browser profile was deleted", async () => {
  const first = await openPage();
  const id = await importText(first, "Market open");
  await first.addReader({ name: "Night shift" });
  await first.setRead({ ids: [id], read: true });
  for (const indexedDB of [computer.profile, new IDBFactory()]) {
    computer.closePages();
    const again = await openPage(indexedDB);
    expect(await names(again)).toEqual({ names: ["", "Night shift"], current: "Night shift" });
    expect(await titles(again, "unread")).toEqual([]);
  }
});

test("names that are empty, too long or taken are refused, and nothing is written", async () => {
  const calls = await openPage();
  await calls.addReader({ name: "Équipe de nuit" });
  const before = (await calls.listReaders({})).sequence;
  const refused = (kind: string) => ({ ok: false, failure: { kind } });
  expect(await calls.addReader({ name: "  " })).toMatchObject(refused("reader-name-empty"));
  expect(await calls.addReader({ name: "x".repeat(61) })).toMatchObject(refused("reader-name-long"));
  expect(await calls.addReader({ name: "equipe de NUIT" })).toMatchObject(refused("reader-name-taken"));
  const first = await idOf(calls, "");
  expect(await calls.renameReader({ readerId: first, name: "Équipe  de nuit" })).toMatchObject(
    refused("reader-name-taken"),
  );
  // Its own name in other letters is no double.
  const night = await idOf(calls, "Équipe de nuit");
  expect(await calls.renameReader({ readerId: night, name: "ÉQUIPE DE NUIT" })).toMatchObject({ ok: true });
  expect((await calls.listReaders({})).sequence).toBe(before + 1);
});

test("a rename is taken back", async () => {
  const calls = await openPage();
  await calls.addReader({ name: "Night shift" });
  const { undo } = ofOk(await calls.renameReader({ readerId: await idOf(calls, "Night shift"), name: "Nights" }));
  expect((await names(calls)).current).toBe("Nights");
  await calls.undo({ token: undo });
  expect((await names(calls)).current).toBe("Night shift");
});

test("what one reader did can't be taken back by the next one, nor by themselves once they come back", async () => {
  const calls = await openPage();
  const id = await importText(calls, "Market open");
  const { undo } = ofOk(await calls.deleteBriefings({ ids: [id] }));
  await calls.addReader({ name: "Night shift" });
  const gone = { ok: false, failure: { kind: "nothing-to-undo" } };
  expect(await calls.undo({ token: undo })).toEqual(gone);
  await calls.chooseReader({ readerId: await idOf(calls, "") });
  expect(await calls.undo({ token: undo })).toEqual(gone);
  expect((await calls.countViews({})).deleted).toBe(1);
});

test("“since I last looked” holds what came or was revised since, for each reader", async () => {
  const calls = await openPage();
  await importText(calls, "Market open");
  expect(await titles(calls, "since-looked")).toEqual(["Market open"]);
  expect(await calls.countSinceLooked({})).toMatchObject({ lookedAt: null, sources: [{ sourceId: null, count: 1 }] });
  computer.now += 60_000;
  await look(calls);
  expect(await titles(calls, "since-looked")).toEqual([]);
  expect(await calls.countSinceLooked({})).toMatchObject({ lookedAt: computer.now, sources: [] });
  expect((await calls.countViews({}))["since-looked"]).toBe(0);
  await importText(calls, "Bridge closed");
  expect(await titles(calls, "since-looked")).toEqual(["Bridge closed"]);
  await calls.addReader({ name: "Night shift" });
  expect((await titles(calls, "since-looked")).sort()).toEqual(["Bridge closed", "Market open"]);
});

test("having looked is taken back, and what came while the list was shown isn't counted as seen", async () => {
  const calls = await openPage();
  await importText(calls, "Market open");
  const shown = await calls.listBriefings({ view: { kind: "since-looked" }, filters: noFilters, offset: 0, limit: 9 });
  await importText(calls, "Bridge closed");
  const { undo } = ofOk(await calls.setLooked({ upTo: shown.upTo }));
  expect(await titles(calls, "since-looked")).toEqual(["Bridge closed"]);
  await calls.undo({ token: undo });
  expect((await titles(calls, "since-looked")).sort()).toEqual(["Bridge closed", "Market open"]);
  expect((await calls.countSinceLooked({})).lookedAt).toBeNull();
});

test("a start changes nothing about what was looked at, and a laptop whose clock fell back misses nothing", async () => {
  const first = await openPage();
  await importText(first, "Market open");
  await look(first);
  computer.closePages();
  computer.now = Date.parse("2015-01-01T00:00:00Z");
  const again = await openPage(new IDBFactory());
  expect(await titles(again, "since-looked")).toEqual([]);
  await importText(again, "Bridge closed");
  expect(await titles(again, "since-looked")).toEqual(["Bridge closed"]);
});

test("a reader made by mistake is removed, and comes back by undo with what was read and saved, in the old place", async () => {
  const calls = await openPage();
  const id = await importText(calls, "Market open");
  await calls.renameReader({ readerId: await idOf(calls, ""), name: "Day shift" });
  await calls.addReader({ name: "Night shift" });
  await calls.setSaved({ ids: [id], saved: true });
  await calls.addReader({ name: "Guests" });
  const night = await idOf(calls, "Night shift");
  const removed = ofOk(await calls.removeReader({ readerId: night }));
  expect(await names(calls)).toEqual({ names: ["Day shift", "Guests"], current: "Guests" });
  await calls.undo({ token: removed.undo });
  expect(await names(calls)).toEqual({ names: ["Day shift", "Night shift", "Guests"], current: "Guests" });
  await calls.chooseReader({ readerId: night });
  expect(await titles(calls, "saved")).toEqual(["Market open"]);
});

test("whoever reads now, and somebody unknown, can't be removed; a removed name is free again", async () => {
  const calls = await openPage();
  await importText(calls, "Market open");
  await calls.addReader({ name: "Night shift" });
  const night = await idOf(calls, "Night shift");
  expect(await calls.removeReader({ readerId: night })).toMatchObject({ failure: { kind: "not-here" } });
  const first = await idOf(calls, "");
  await calls.chooseReader({ readerId: first });
  expect(await calls.removeReader({ readerId: night })).toMatchObject({ ok: true });
  expect(await calls.removeReader({ readerId: night })).toMatchObject({ failure: { kind: "not-here" } });
  expect(await calls.addReader({ name: "Night shift" })).toMatchObject({ ok: true });
  expect(await idOf(calls, "Night shift")).not.toBe(night);
});

test("who is had back when somebody else has their name by now gets a number behind it", async () => {
  const calls = await openPage();
  await importText(calls, "Market open");
  await calls.addReader({ name: "Night shift" });
  await calls.addReader({ name: "Guests" });
  const [night, guests] = [await idOf(calls, "Night shift"), await idOf(calls, "Guests")];
  const removed = ofOk(await calls.removeReader({ readerId: night }));
  await calls.renameReader({ readerId: guests, name: "night shift" });
  expect(await calls.undo({ token: removed.undo })).toMatchObject({ ok: true });
  expect((await names(calls)).names).toEqual(["", "Night shift (2)", "night shift"]);
  const renamed = ofOk(await calls.renameReader({ readerId: night, name: "Late shift" }));
  await calls.renameReader({ readerId: guests, name: "Night shift (2)" });
  await calls.undo({ token: renamed.undo });
  expect((await names(calls)).names).toEqual(["", "Night shift (3)", "Night shift (2)"]);
});

test("a new name, or one taken back, doesn't bring back who was removed", async () => {
  const calls = await openPage();
  await importText(calls, "Market open");
  await calls.addReader({ name: "Night shift" });
  await calls.addReader({ name: "Guests" });
  const night = await idOf(calls, "Night shift");
  const renamed = ofOk(await calls.renameReader({ readerId: night, name: "Late shift" }));
  const removed = ofOk(await calls.removeReader({ readerId: night }));
  await calls.undo({ token: renamed.undo });
  expect(await calls.renameReader({ readerId: night, name: "Shift" })).toEqual({
    ok: false,
    failure: { kind: "not-here" },
  });
  expect((await names(calls)).names).toEqual(["", "Guests"]);
  await calls.undo({ token: removed.undo });
  expect((await names(calls)).names).toEqual(["", "Late shift", "Guests"]);
});

test("who was removed stays removed after a new profile reads the whole library again", async () => {
  const page = await computer.openPage({ indexedDB: computer.profile });
  const { calls } = page.library;
  await importText(calls, "Market open");
  await calls.addReader({ name: "Night shift" });
  await calls.removeReader({ readerId: await idOf(calls, "") });
  page.close();
  const again = await openPage(new IDBFactory());
  expect(await names(again)).toEqual({ names: ["Night shift"], current: "Night shift" });
});
