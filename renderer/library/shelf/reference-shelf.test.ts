import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import type { BriefingId } from "../../model/ids.ts";
import { noFilters, type View } from "../../model/view.ts";
import type { OpenPage } from "../open-page.suite.ts";
import { setUpPageTestbed } from "../page-testbed.suite.ts";

const now = Date.parse("2026-11-28T08:00:00Z");
const computer = setUpPageTestbed(now);

const bodies = {
  fr: { title: "Le volcan en clair", text: "Le lac de lave se voit la nuit, comme une lueur rouge." },
  en: { title: "The volcano in plain words", text: "At night the lava lake shows as a red glow." },
  sw: { title: "Volkano kwa maneno rahisi", text: "Usiku ziwa la lava linaonekana kama mwanga mwekundu." },
} as const;

function referenceFile(
  key: string,
  language: keyof typeof bodies,
  but: { title?: string; order?: number } = {},
): string {
  const { title, text } = bodies[language];
  return `---
key: ${key}
order: ${but.order ?? 1}
language: ${language}
title: ${but.title ?? title}
checked: 2026-11-27
reviewBefore: 2027-11-27
reviewed: ${language === "sw" ? "no" : "yes"}
keyPoints:
  - ${title}.
  - ${text}
sources:
  - Observatoire Volcanologique de Goma
  - Smithsonian Institution, Global Volcanism Program
---
${text}

## Glow

A red sky alone says nothing about a flow.
`;
}

const volcano = (["sw", "fr", "en"] as const).map((language) => referenceFile("volcano", language));
const rain = (["fr", "en", "sw"] as const).map((language) =>
  referenceFile("rain", language, { title: `Rain ${language}`, order: 2 }),
);

const openPage = (shelfTexts: readonly string[] = [...volcano, ...rain]) => computer.openPage({ shelfTexts });

async function restart(page: OpenPage, shelfTexts?: readonly string[]): Promise<OpenPage> {
  page.close();
  return openPage(shelfTexts);
}

const list = ({ library }: OpenPage, kind: Exclude<View["kind"], "source">, language: "fr" | "en" | "sw" = "fr") =>
  library.calls.listBriefings({ view: { kind }, filters: noFilters, offset: 0, limit: 50, language });

async function titles(page: OpenPage, kind: Exclude<View["kind"], "source">, language: "fr" | "en" | "sw" = "fr") {
  return (await list(page, kind, language)).rows.map(({ head }) => head.title);
}

async function idOfFirst(page: OpenPage): Promise<BriefingId> {
  const [row] = (await list(page, "references")).rows;
  if (row === undefined) throw new Error("the shelf is empty");
  return row.head.id;
}

async function importFerry({ library }: OpenPage): Promise<void> {
  const bytes = new TextEncoder().encode("The ferry runs again\n\nThe ferry to the island runs again under a red sky.");
  const [outcome] = await library.calls.readFiles({ files: [{ name: "ferry.txt", bytes }] });
  if (outcome?.outcome !== "draft") throw new Error("no draft");
  const saved = await library.calls.saveDrafts({ drafts: [{ id: outcome.draft.id, fields: outcome.draft.fields }] });
  if (!saved.ok) throw new Error(saved.failure.kind);
}

function succeeded<Value>(result: { ok: true; value: Value } | { ok: false }): Value {
  if (!result.ok) throw new Error("it failed");
  return result.value;
}

test("the shelf is there at the first start, in its own order and in the interface's language", async () => {
  const page = await openPage();
  expect(await titles(page, "references")).toEqual(["Le volcan en clair", "Rain fr"]);
  expect(await titles(page, "references", "sw")).toEqual(["Volkano kwa maneno rahisi", "Rain sw"]);
});

test("none of it is news: not in the lists of all, unread or arrived, nor in any of their counts", async () => {
  const page = await openPage();
  await idOfFirst(page);
  for (const kind of ["all", "unread", "arrivals"] as const) expect(await titles(page, kind)).toEqual([]);
  expect(await page.library.calls.countViews({})).toMatchObject({
    all: 0,
    unread: 0,
    saved: 0,
    arrivals: 0,
    deleted: 0,
  });
  expect(await page.library.calls.countShelf({})).toEqual({ onShelf: 2, removed: 0 });
  const facts = await page.library.calls.getVaultFacts({});
  expect(facts.briefings).toBe(0);
});

test("the journal holds nothing of the texts", async () => {
  const page = await openPage([]);
  const without = (await page.library.calls.getVaultFacts({})).journalBytes;
  const again = await restart(page);
  await idOfFirst(again);
  expect((await again.library.calls.getVaultFacts({})).journalBytes).toBe(without);
});

test("a reference opens in the interface's language and in the version that is chosen", async () => {
  const page = await openPage();
  const id = await idOfFirst(page);
  const asked = { id, revision: null, query: null };
  const opened = succeeded(await page.library.calls.openBriefing({ ...asked, language: "en" }));
  expect(opened.head.title).toBe("The volcano in plain words");
  expect(opened.reference).toMatchObject({ language: "en", versions: ["fr", "en", "sw"], isReviewed: true });
  expect(opened.body?.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "heading", "paragraph"]);
  const chosen = succeeded(await page.library.calls.openBriefing({ ...asked, language: "en", version: "sw" }));
  expect(chosen.head.id).toBe(id);
  expect(chosen.head.title).toBe("Volkano kwa maneno rahisi");
  expect(chosen.reference?.isReviewed).toBe(false);
});

test("a text that lacks the language asked for is shown in French", async () => {
  const page = await openPage([referenceFile("volcano", "fr")]);
  expect(await titles(page, "references", "sw")).toEqual(["Le volcan en clair"]);
});

test("all three languages are searched, one hit an item, below the news and outside its count", async () => {
  const page = await openPage(volcano);
  await importFerry(page);
  const find = (query: string) => page.library.calls.search({ query, filters: noFilters, limit: 20, language: "fr" });
  const inThree = await find("sky");
  expect(inThree.references.map(({ row }) => row.head.title)).toEqual(["Le volcan en clair"]);
  const inKiswahili = await find("mwekundu");
  expect(inKiswahili.references.map(({ row }) => row.head.title)).toEqual(["Volkano kwa maneno rahisi"]);
  expect(inKiswahili.unmatched).toEqual([]);
  await expect.poll(async () => (await find("red")).total).toBe(1);
  const beside = await find("red");
  expect(beside.hits.map(({ row }) => row.head.title)).toEqual(["The ferry runs again"]);
  expect(beside.references).toHaveLength(1);
});

test("is:reference shows the shelf and nothing else; what narrows news leaves it out", async () => {
  const page = await openPage();
  await importFerry(page);
  const find = (query: string) => page.library.calls.search({ query, filters: noFilters, limit: 20, language: "fr" });
  const whole = await find("is:reference");
  expect(whole.hits).toEqual([]);
  expect(whole.references).toHaveLength(2);
  expect((await find("sky is:reference")).references.length).toBeGreaterThan(0);
  expect((await find("sky is:unread")).references).toEqual([]);
  expect((await find("sky -glow")).references).toEqual([]);
});

test("what a search found opens in the version that holds it, with its matches", async () => {
  const page = await openPage(volcano);
  const id = await idOfFirst(page);
  const opened = succeeded(
    await page.library.calls.openBriefing({ id, revision: null, query: "mwekundu", language: "fr" }),
  );
  expect(opened.reference?.language).toBe("sw");
  expect(opened.matches.length).toBeGreaterThan(0);
});

test("a saved reference stands among what is saved, below the news, after a restart and a rebuild too", async () => {
  const page = await openPage();
  await importFerry(page);
  const [ferry] = (await list(page, "all")).rows;
  const ids = [await idOfFirst(page), ferry?.head.id as BriefingId];
  const done = succeeded(await page.library.calls.setSaved({ ids, saved: true }));
  expect(done.affected).toBe(2);
  const saved = ["The ferry runs again", "Le volcan en clair"];
  expect(await titles(page, "saved")).toEqual(saved);
  expect(await page.library.calls.countViews({})).toMatchObject({ saved: 2 });
  const again = await restart(page);
  await idOfFirst(again);
  expect(await titles(again, "saved")).toEqual(saved);
  computer.profile = new IDBFactory();
  const rebuilt = await restart(again);
  await idOfFirst(rebuilt);
  expect(await titles(rebuilt, "saved")).toEqual(saved);
});

test("one reference is removed, found among the deleted, and put back", async () => {
  const page = await openPage();
  const id = await idOfFirst(page);
  const done = succeeded(await page.library.calls.deleteBriefings({ ids: [id] }));
  expect(await titles(page, "references")).toEqual(["Rain fr"]);
  expect(await titles(page, "deleted")).toEqual(["Le volcan en clair"]);
  expect(await page.library.calls.countViews({})).toMatchObject({ deleted: 1 });
  expect((await page.library.calls.search({ query: "volcan", filters: noFilters, limit: 9 })).references).toHaveLength(
    1,
  );
  succeeded(await page.library.calls.restoreBriefings({ ids: [id] }));
  expect(await titles(page, "references")).toEqual(["Le volcan en clair", "Rain fr"]);
  succeeded(await page.library.calls.undo({ token: done.undo }));
  expect(await titles(page, "deleted")).toEqual([]);
});

test("the whole shelf goes in one action and comes back with one undo, what was removed before stays removed", async () => {
  const page = await openPage();
  await page.library.calls.deleteBriefings({ ids: [await idOfFirst(page)] });
  const done = succeeded(await page.library.calls.setShelfRemoved({ removed: true }));
  expect(done.affected).toBe(1);
  expect(await titles(page, "references")).toEqual([]);
  expect((await page.library.calls.search({ query: "lava", filters: noFilters, limit: 9 })).references).toEqual([]);
  succeeded(await page.library.calls.undo({ token: done.undo }));
  expect(await titles(page, "references")).toEqual(["Rain fr"]);
  const again = await restart(page);
  expect(await titles(again, "references")).toEqual(["Rain fr"]);
  succeeded(await again.library.calls.setShelfRemoved({ removed: false }));
  expect(await titles(again, "references")).toHaveLength(2);
});

test("a newer app's text takes the old one's place: same item, still saved, nothing arrives", async () => {
  const page = await openPage(volcano);
  const id = await idOfFirst(page);
  await page.library.calls.setSaved({ ids: [id], saved: true });
  const again = await restart(page, [referenceFile("volcano", "fr", { title: "Le volcan, relu" })]);
  const [row] = (await list(again, "references")).rows;
  expect(row).toMatchObject({ head: { id, title: "Le volcan, relu" }, state: { read: true, saved: true } });
  expect(await titles(again, "arrivals")).toEqual([]);
  expect(await again.library.calls.countViews({})).toMatchObject({ all: 0, unread: 0, saved: 1 });
});

test("pages of a mixed list join without a gap or a double", async () => {
  const page = await openPage();
  await importFerry(page);
  const rows = [...(await list(page, "all")).rows, ...(await list(page, "references")).rows];
  await page.library.calls.setSaved({ ids: rows.map(({ head }) => head.id), saved: true });
  const seen: string[] = [];
  for (let offset = 0; offset < 4; offset++) {
    const view = { kind: "saved" } as const;
    const { rows: some, total } = await page.library.calls.listBriefings({
      view,
      filters: noFilters,
      offset,
      limit: 1,
    });
    expect(total).toBe(3);
    seen.push(...some.map(({ head }) => head.title));
  }
  expect(seen).toEqual(["The ferry runs again", "Le volcan en clair", "Rain fr"]);
});
