import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { fakeAnswer } from "../host/fake-host.ts";
import { noFilters } from "../model/view.ts";
import type { OpenPage } from "./open-page.suite.ts";
import { hardlyWaits, setUpPageTestbed } from "./page-testbed.suite.ts";

const now = Date.parse("2026-10-22T08:00:00Z");
const all = { view: { kind: "all" }, filters: noFilters, offset: 0, limit: 50 } as const;
const address = "https://radio.example/rss";
const notAllowed = { insecure: false, local: false };
const computer = setUpPageTestbed(now);
const { openPage } = computer;

async function importText({ library }: OpenPage, name: string, text: string) {
  const [outcome] = await library.calls.readFiles({ files: [{ name, bytes: new TextEncoder().encode(text) }] });
  if (outcome?.outcome !== "draft") throw new Error(`no draft: ${JSON.stringify(outcome)}`);
  const { id, fields } = outcome.draft;
  const saved = await library.calls.saveDrafts({ drafts: [{ id, fields }] });
  if (!saved.ok) throw new Error(saved.failure.kind);
  return { ...saved.value, draft: outcome.draft };
}

const ferry = `KEY POINTS
- The ferry to Idjwi runs again from Monday.
- Two of five water taps at the port are dry.
The ferry between the port and the island starts again on Monday after repairs to its engine.
Water at the port
Two of the five taps have been dry since the pump broke. A truck brings water every second day.`;

const feed = `<rss version="2.0"><channel><title>Radio Kivu</title><link>https://radio.example/</link>
<item><title>Bridge at Mushaki closed to lorries</title><guid>1</guid><link>https://radio.example/1</link>
<pubDate>Wed, 21 Oct 2026 09:00:00 +0200</pubDate><description>${"The deck is being mended. ".repeat(40)}</description></item>
<item><title>Market day moved</title><guid>2</guid><link>https://radio.example/2</link>
<pubDate>Tue, 20 Oct 2026 09:00:00 +0200</pubDate><description>${"The market is on Saturday. ".repeat(40)}</description></item>
</channel></rss>`;

test("a text file is read, kept, listed, opened and found, with no network at all", async () => {
  const page = await openPage();
  const { saved, draft } = await importText(page, "ferry.txt", ferry);
  expect(draft.fields.keyPoints).toEqual([
    "The ferry to Idjwi runs again from Monday.",
    "Two of five water taps at the port are dry.",
  ]);
  const list = await page.library.calls.listBriefings(all);
  expect(list).toMatchObject({
    total: 1,
    rows: [{ state: { read: false }, head: { id: saved[0], handling: { audience: "internal" } } }],
  });
  const id = list.rows[0]?.head.id;
  if (id === undefined) throw new Error("not listed");
  const search = () => page.library.calls.search({ query: "fery idjwi", filters: noFilters, limit: 10 });
  await expect.poll(async () => (await search()).searched).toBe(1);
  expect((await search()).hits.map(({ row }) => row.head.id)).toEqual([id]);
  const opened = await page.library.calls.openBriefing({ id, revision: null, query: "pump" });
  expect(opened).toMatchObject({ ok: true, value: { matches: [{ part: "body" }] } });
  expect(computer.machine.requests).toEqual([]);
});

test("the same file twice is one briefing with two ways by which it came", async () => {
  const page = await openPage();
  const first = await importText(page, "ferry.txt", ferry);
  const second = await importText(page, "ferry copy.txt", ferry);
  expect(second.draft.standing).toEqual({ id: first.saved[0], has: "same" });
  expect(second).toMatchObject({ saved: [], alreadyHere: [{ id: first.saved[0], fileName: "ferry copy.txt" }] });
  const list = await page.library.calls.listBriefings(all);
  expect(list.rows.map(({ head }) => head.provenances.map(({ label }) => label))).toEqual([
    ["ferry.txt", "ferry copy.txt"],
  ]);
});

test("a feed is looked at, added without a second fetch, and an unchanged one costs one request and no write", async () => {
  computer.machine.serve(address, fakeAnswer(address, feed, { etag: '"1"' }));
  const page = await openPage();
  const look = await page.library.calls.lookAtAddress({ address, permissions: notAllowed });
  expect(look).toMatchObject({ ok: true, value: { found: "feed", preview: { title: "Radio Kivu", itemCount: 2 } } });
  const added = await page.library.calls.addSource({ address, name: "Radio Kivu", rank: 1, permissions: notAllowed });
  expect(added).toMatchObject({ ok: true, value: { added: 2 } });
  expect(computer.machine.requests).toHaveLength(1);
  const before = (await page.library.calls.getVaultFacts({})).journalBytes;
  computer.machine.serve(address, ({ etag }) => fakeAnswer(address, "", { status: etag === '"1"' ? 304 : 200 }));
  const status = await page.library.calls.syncNow({ sources: null });
  expect(status).toMatchObject({ at: "idle", last: [{ progress: { at: "done", unchanged: true } }] });
  expect(computer.machine.requests).toHaveLength(2);
  expect((await page.library.calls.getVaultFacts({})).journalBytes).toBe(before);
});

test("what was done in one session is there in the next, and after the browser profile was deleted", async () => {
  const page = await openPage();
  const { saved } = await importText(page, "ferry.txt", ferry);
  await page.library.calls.setSaved({ ids: [...saved], saved: true });
  await page.library.calls.setRead({ ids: [...saved], read: true });
  page.close();
  for (const indexedDB of [computer.profile, new IDBFactory()]) {
    const again = await openPage({ indexedDB });
    const list = await again.library.calls.listBriefings({ ...all, view: { kind: "saved" } });
    expect(list.rows.map(({ head, state }) => ({ id: head.id, ...state }))).toEqual([
      { id: saved[0], read: true, saved: true },
    ]);
    again.close();
  }
});

test("a deleted briefing comes back by undo, and a removed source with its validators", async () => {
  computer.machine.serve(address, fakeAnswer(address, feed, { etag: '"1"' }));
  const { library } = await openPage();
  await library.calls.lookAtAddress({ address, permissions: notAllowed });
  await library.calls.addSource({ address, name: "Radio Kivu", rank: 1, permissions: notAllowed });
  const ids = (await library.calls.listBriefings(all)).rows.map(({ head }) => head.id);
  const deleted = await library.calls.deleteBriefings({ ids });
  expect(deleted).toMatchObject({ ok: true, value: { affected: 2 } });
  expect((await library.calls.countViews({})).all).toBe(0);
  if (deleted.ok) await library.calls.undo({ token: deleted.value.undo });
  expect((await library.calls.countViews({})).all).toBe(2);

  const [before] = await library.calls.listSources({});
  if (before === undefined) throw new Error("no source");
  const removed = await library.calls.removeSource({ sourceId: before.source.id });
  expect(await library.calls.listSources({})).toEqual([]);
  if (removed.ok) await library.calls.undo({ token: removed.value.undo });
  expect((await library.calls.listSources({}))[0]?.source).toEqual(before.source);
  await library.calls.syncNow({ sources: null });
  expect(computer.machine.requests.at(-1)?.etag).toBe('"1"');
});

test("a second window sees that the library is open elsewhere, takes it over, and the first one loses it", async () => {
  const first = await openPage();
  await importText(first, "ferry.txt", ferry);
  const second = await openPage({ wait: hardlyWaits });
  expect(await second.library.calls.getStatus({})).toEqual({ at: "open-elsewhere" });
  expect(await second.library.calls.useHere({})).toEqual({ ok: true, value: null });
  expect((await second.library.calls.listBriefings(all)).rows).toHaveLength(1);
  expect(await first.library.calls.getStatus({})).toEqual({ at: "open-elsewhere" });
  const refused = await first.library.calls.setRead({ ids: ["0".repeat(32) as never], read: true });
  expect(refused).toEqual({ ok: false, failure: { kind: "not-ready" } });
});

test("every applied batch is told once, with a sequence that the next answer carries too", async () => {
  const page = await openPage();
  await importText(page, "ferry.txt", ferry);
  const told = page.changes.filter(({ kinds }) => kinds.includes("briefings")).at(-1);
  expect(told?.sequence).toBe((await page.library.calls.listBriefings(all)).sequence);
});

test("an older version is read under its own title and with its own attachments", async () => {
  const map = '<enclosure url="https://radio.example/map.pdf" type="application/pdf" length="9"/>';
  const mended = feed
    .replace("Bridge at Mushaki closed to lorries", "Bridge at Mushaki open again")
    .replace("</item>", `${map}</item>`);
  computer.machine.serve(address, fakeAnswer(address, feed));
  const { library } = await openPage();
  await library.calls.lookAtAddress({ address, permissions: notAllowed });
  await library.calls.addSource({ address, name: "Radio Kivu", rank: 1, permissions: notAllowed });
  computer.machine.serve(address, fakeAnswer(address, mended));
  await library.calls.syncNow({ sources: null });
  const id = (await library.calls.listBriefings(all)).rows[0]?.head.id;
  if (id === undefined) throw new Error("not listed");
  const read = (revision: number | null) => library.calls.openBriefing({ id, revision, query: null });
  expect(await read(1)).toMatchObject({
    value: { head: { title: "Bridge at Mushaki closed to lorries", attachments: [] } },
  });
  expect(await read(null)).toMatchObject({
    value: { head: { title: "Bridge at Mushaki open again", attachments: [{ name: "map.pdf" }] } },
  });
});

test("items that couldn't be taken in are named with their reasons, also where nothing else came", async () => {
  const withEmpty = feed.replace("</channel>", "<item><guid>3</guid><title> </title></item></channel>");
  computer.machine.serve(address, fakeAnswer(address, feed));
  const { library } = await openPage();
  await library.calls.lookAtAddress({ address, permissions: notAllowed });
  await library.calls.addSource({ address, name: "Radio Kivu", rank: 1, permissions: notAllowed });
  computer.machine.serve(address, fakeAnswer(address, withEmpty));
  expect(await library.calls.syncNow({ sources: null })).toMatchObject({
    last: [{ progress: { at: "done", added: 0, leftOut: [{ label: "#3", reason: "empty" }] } }],
  });
});

test("a clock that fell back overnight is known by what this library heard the day before", async () => {
  computer.machine.serve(address, fakeAnswer(address, feed, { serverDate: now }));
  const before = await openPage();
  await before.library.calls.lookAtAddress({ address, permissions: notAllowed });
  await before.library.calls.addSource({ address, name: "Radio Kivu", rank: 1, permissions: notAllowed });
  before.close();
  for (const indexedDB of [computer.profile, new IDBFactory()]) {
    const after = await openPage({ indexedDB, clock: () => Date.parse("2015-01-01T00:00:00Z") });
    expect(await after.library.calls.getClock({})).toMatchObject({ now, trusted: false });
    after.close();
  }
});

test("an imported file is kept as it came, had back, removed, and had back again", async () => {
  const page = await openPage();
  const { saved } = await importText(page, "ferry.txt", ferry);
  const [briefingId] = saved;
  if (briefingId === undefined) throw new Error("not saved");
  const { calls } = page.library;
  const opened = async () => {
    const briefing = await calls.openBriefing({ id: briefingId, revision: null, query: null });
    return briefing.ok ? briefing.value.head.kept : [];
  };
  const [original] = await opened();
  expect(original).toMatchObject({ name: "ferry.txt", role: "original", mediaType: "text/plain" });
  if (original === undefined) throw new Error("not kept");
  const asked = { briefingId, attachmentId: original.id };
  expect(await calls.readAttachment(asked)).toEqual({ ok: true, value: new TextEncoder().encode(ferry) });
  expect((await calls.getVaultFacts({})).attachmentBytes).toBe(ferry.length);
  const removed = await calls.removeAttachment(asked);
  if (!removed.ok) throw new Error(removed.failure.kind);
  expect(removed.value.affected).toBe(1);
  expect(await opened()).toEqual([]);
  expect((await calls.getVaultFacts({})).attachmentBytes).toBe(0);
  expect(await calls.readAttachment(asked)).toEqual({ ok: false, failure: { kind: "not-here" } });
  await calls.undo({ token: removed.value.undo });
  expect(await calls.readAttachment(asked)).toMatchObject({ ok: true });
});

test("a text that comes as two files is one briefing that keeps both of them", async () => {
  const page = await openPage();
  const first = await importText(page, "ferry.txt", ferry);
  const again = await importText(page, "ferry-2.txt", `${ferry}\n`);
  expect(again).toMatchObject({ saved: [], alreadyHere: [{ id: first.saved[0] }] });
  const { rows } = await page.library.calls.listBriefings(all);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.head.kept.map(({ name }) => name)).toEqual(["ferry.txt", "ferry-2.txt"]);
});

test("a preview that is closed while it is being saved loses none of its files", async () => {
  const page = await openPage();
  const { calls } = page.library;
  const files = [1, 2, 3].map((number) => ({
    name: `ferry-${number}.txt`,
    bytes: new TextEncoder().encode(`${ferry}\nCrossing number ${number} leaves at noon.`),
  }));
  const outcomes = await calls.readFiles({ files });
  const drafts = outcomes.flatMap((outcome) => (outcome.outcome === "draft" ? [outcome.draft] : []));
  const saving = calls.saveDrafts({ drafts: drafts.map(({ id, fields }) => ({ id, fields })) });
  await calls.dropDrafts({ ids: drafts.map(({ id }) => id) });
  expect(await saving).toMatchObject({ ok: true });
  const { rows } = await calls.listBriefings(all);
  expect(rows.map(({ head }) => head.kept.length)).toEqual([1, 1, 1]);
});

test("one dispatch by several sources is one row with its copies behind, in lists and in search, and stays several", async () => {
  const dispatch =
    "The ferry between the port and the island starts again on Monday after repairs to its engine, the harbour office said. Tickets are sold from six in the morning, lorries wait until the evening crossing, and two of the five taps at the port are still dry because the pump broke last week.";
  const feedOf = (name: string, lead: string) =>
    `<rss version="2.0"><channel><title>${name}</title><link>https://${name}.example/</link><item><title>${lead}</title>
<guid>1</guid><link>https://${name}.example/1</link><pubDate>Wed, 21 Oct 2026 09:00:00 +0200</pubDate>
<description>${lead}, says ${name}. ${dispatch}</description></item></channel></rss>`;
  const { library } = await openPage();
  for (const [name, lead] of [
    ["lake", "Ferry back on Monday"],
    ["port", "Harbour office: engine repaired"],
    ["radio", "Boats again"],
  ] as const) {
    const from = `https://${name}.example/rss`;
    computer.machine.serve(from, fakeAnswer(from, feedOf(name, lead)));
    await library.calls.lookAtAddress({ address: from, permissions: notAllowed });
    const rank = name === "port" ? 1 : 2;
    await library.calls.addSource({ address: from, name, rank, permissions: notAllowed });
  }
  const list = await library.calls.listBriefings(all);
  expect(list.rows.map(({ head }) => head.sourceName)).toEqual(["port"]);
  expect(list).toMatchObject({
    total: 1,
    hiddenCopies: 2,
    copies: [{ role: "stands-for", others: 2, unreadOthers: 2 }],
  });
  expect(await library.calls.countViews({})).toMatchObject({ all: 3, unread: 3 });
  const id = list.rows[0]?.head.id;
  if (id === undefined) throw new Error("not listed");
  const opened = await library.calls.listBriefings({ ...all, opened: [id] });
  expect(opened.rows.map(({ head }) => head.sourceName).sort()).toEqual(["lake", "port", "radio"]);
  const read = await library.calls.openBriefing({ id, revision: null, query: null });
  expect(read.ok && read.value.copies.map(({ head }) => head.sourceName).sort()).toEqual(["lake", "radio"]);

  const search = () => library.calls.search({ query: "ferry tickets", filters: noFilters, limit: 10 });
  await expect.poll(async () => (await search()).searched).toBe(3);
  const found = await search();
  expect(found.total).toBe(3);
  expect(found.copies.map(({ role }) => role)).toEqual(["stands-for", "copy", "copy"]);
  expect(found.hits.map(({ row }) => row.head.id)).toEqual(found.copies.map((copy) => copy.id));
});
