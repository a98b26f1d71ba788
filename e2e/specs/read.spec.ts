import { expect, test } from "../fixtures/app.ts";
import { cholera, manyBriefings, route, sampleBriefings, volcano } from "../fixtures/sample-briefings.ts";
import type { LibraryPage } from "../pages/library-page.ts";
import type { FeedServer } from "../servers/feed-server.ts";

async function withSamples(library: LibraryPage, feeds: FeedServer): Promise<void> {
  const address = feeds.publish("/radio.xml", { title: "Radio Lac", items: sampleBriefings });
  await library.whenReady();
  await library.addLocalSource(address);
  await expect(library.rows).toHaveCount(sampleBriefings.length);
}

test.describe("read", () => {
  test("the list stands in the source's own order, and the reader shows who, when, key points and sections", async ({
    app,
    feeds,
  }) => {
    const { library } = app;
    await withSamples(library, feeds);
    const byTime = [...sampleBriefings].sort((a, b) => b.published - a.published);
    for (const [place, { title }] of byTime.entries()) await expect(library.rows.nth(place)).toContainText(title);
    await library.open(volcano.title);
    const { meta } = library.text.reading;
    for (const time of [meta.asOf, meta.published, meta.posted, meta.fetched]) {
      await expect(library.reader.article).toContainText(time);
    }
    await expect(library.reader.keyPoints).toHaveText([...volcano.keyPoints]);
    await library.reader.goToSection("What to carry");
    await expect(library.reader.section("What to carry")).toBeFocused();
  });

  test("five seconds of reading mark a briefing read, and undo takes it back", async ({ app, feeds }) => {
    const { library } = app;
    await withSamples(library, feeds);
    const unread = library.view(library.text.reading.views.unread);
    await expect(unread).toContainText("5");
    await library.open(cholera.title);
    // Another list beside it changes nothing for who goes on reading.
    await unread.click();
    await expect(unread).toContainText("4");
    await library.undo();
    await expect(unread).toContainText("5");
  });

  test("save, unread and delete work by keys, each with its undo", async ({ app, feeds }) => {
    const { library, page } = app;
    await withSamples(library, feeds);
    await library.open(route.title);
    // First, because it would be marked by itself in a while.
    await library.reader.markRead(() => page.keyboard.press("m"));
    await page.keyboard.press("m");
    await expect(library.reader.readButton).toHaveAttribute("aria-pressed", "false");
    await page.keyboard.press("s");
    await expect(library.view(library.text.reading.views.saved)).toContainText("1");
    await page.keyboard.press("Delete");
    await expect(library.rows).toHaveCount(4);
    await library.undo();
    await expect(library.rows).toHaveCount(5);
  });

  test("keys pressed right after a change of view are meant for the rows of that view @fr", async ({ app, feeds }) => {
    const { library, page } = app;
    await withSamples(library, feeds);
    const byTime = [...sampleBriefings].sort((a, b) => b.published - a.published);
    const [newest, second] = byTime;
    for (const [place, briefing] of [newest, second].entries()) {
      await library.open(briefing?.title ?? "");
      await page.keyboard.press("s");
      await expect(library.view(library.text.reading.views.saved)).toContainText(`${place + 1}`);
    }
    await library.pressAtOnceInList("g", "s", "End");
    await expect(library.rows).toHaveCount(2);
    await expect(library.row(second?.title ?? "")).toHaveAttribute("aria-selected", "true");
    await library.pressAtOnceInList("Home");
    await expect(library.row(newest?.title ?? "")).toHaveAttribute("aria-selected", "true");
    await library.pressAtOnceInList("g", "a", "End", "s");
    await expect(library.row(byTime.at(-1)?.title ?? "")).toHaveAttribute("aria-selected", "true");
    await expect(library.view(library.text.reading.views.saved)).toContainText("3");
    // The reader's own buttons mean what it shows, whichever row is selected.
    await library.reader.saveButton.click();
    await expect(library.reader.title).toHaveText(second?.title ?? "");
    await expect(library.reader.saveButton).toHaveAttribute("aria-pressed", "false");
  });

  test("a deleted briefing doesn't come back with the next sync, but can be put back by hand", async ({
    app,
    feeds,
  }) => {
    const { library } = app;
    await withSamples(library, feeds);
    await library.open(route.title);
    await library.reader.chooseInMore("delete");
    await expect(library.rows).toHaveCount(4);
    feeds.publish("/radio.xml", { title: "Radio Lac", items: [...manyBriefings(1), ...sampleBriefings] });
    await library.getNew();
    await expect(library.view(library.text.reading.views.all)).toContainText("5");
    await library.view(library.text.reading.views.deleted).click();
    await library.open(route.title);
    await library.reader.chooseInMore("restore");
    await library.view(library.text.reading.views.all).click();
    await expect(library.row(route.title)).toBeVisible();
  });

  test("everything older than this is marked read in one step", async ({ app, feeds }) => {
    const { library } = app;
    await withSamples(library, feeds);
    await library.open(route.title);
    await library.reader.chooseInMore("older");
    await expect(library.view(library.text.reading.views.unread)).toContainText("1");
    await library.undo();
    await expect(library.view(library.text.reading.views.unread)).toContainText("5");
  });

  test("arrivals are grouped by what brought them", async ({ app, feeds }) => {
    const { library } = app;
    await withSamples(library, feeds);
    await (await library.pasteOnList("Rain on Tuesday\n\nThe road behind the market is closed until noon.")).save();
    await library.view(library.text.reading.views.arrivals).click();
    const { delivery } = library.text.reading.list;
    await expect(library.list).toContainText(delivery.paste());
    await expect(library.list).toContainText(delivery.feed("Radio Lac"));
  });

  test("a briefing is copied with its source, and links open only after a look at where they lead", async ({
    app,
    feeds,
  }) => {
    const { library, page } = app;
    await withSamples(library, feeds);
    await library.open(cholera.title);
    await library.reader.chooseInMore("copyWithSource");
    await expect(library.messages).toContainText(library.text.reading.notice.copied);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const { copy } = library.text.reading;
    for (const part of [cholera.title, copy.source("Radio Lac"), `${feeds.origin}/${cholera.key}`]) {
      expect(copied).toContain(part);
    }
    await library.reader.chooseInMore("openOriginal");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText(library.text.dialogs.link.title);
    await expect(dialog).toContainText("127.0.0.1");
  });

  test("filters narrow the list by language and by what is unread", async ({ app, feeds }) => {
    const { library, page } = app;
    await withSamples(library, feeds);
    const { filters } = library.text.reading;
    await page.getByRole("button", { name: filters.open, exact: true }).click();
    await page.getByLabel(filters.language).selectOption("fr");
    await expect(library.rows).toHaveCount(2);
    await page.getByRole("button", { name: filters.clear }).click();
    await expect(library.rows).toHaveCount(5);
  });

  test("the window narrows to two panes and to one, and one step back keeps the place", async ({ app, feeds }) => {
    const { library, page } = app;
    await withSamples(library, feeds);
    await page.setViewportSize({ width: 900, height: 700 });
    await library.open(cholera.title);
    await expect(library.list).toBeVisible();
    await page.setViewportSize({ width: 400, height: 700 });
    // Who reads goes on reading, as somebody does who only zoomed in.
    await expect(library.list).toBeHidden();
    await expect(library.reader.title).toHaveText(cholera.title);
    await page.getByRole("button", { name: library.text.reading.reader.backToList, exact: true }).click();
    await expect(library.row(cholera.title)).toBeVisible();
    await expect(library.row(cholera.title)).toHaveAttribute("aria-selected", "true");
    const overflows = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(overflows).toBe(false);
  });

  test("all of it works by keyboard alone, and the sheet of keys says how", async ({ app, feeds }) => {
    const { library, page } = app;
    await withSamples(library, feeds);
    await library.list.focus();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect(library.reader.title).toHaveText(route.title);
    await page.keyboard.press("k");
    await expect(library.reader.title).toHaveText(cholera.title);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toContainText(library.text.dialogs.shortcuts.title);
    await page.keyboard.press("Escape");
    await library.whenNoDialog();
    await page.keyboard.press("g");
    await page.keyboard.press("u");
    await expect(library.view(library.text.reading.views.unread)).toHaveAttribute("aria-current", "page");
  });

  test("single letters can be switched off; keys with Ctrl still work @once", async ({ app, feeds }) => {
    const { library, page } = app;
    await withSamples(library, feeds);
    const settings = await library.openSettings();
    await settings.dialog.getByLabel(library.text.dialogs.settings.letterKeys).uncheck();
    await settings.close();
    await library.open(cholera.title);
    await page.keyboard.press("s");
    await page.keyboard.press("ControlOrMeta+k");
    await expect(library.search).toBeFocused();
    await expect(library.reader.saveButton).toHaveAttribute("aria-pressed", "false");
  });

  test("printing sets the open briefing alone, with its source and its times", async ({ app, feeds }) => {
    const { library, page } = app;
    await withSamples(library, feeds);
    await library.open(cholera.title);
    await page.emulateMedia({ media: "print" });
    await expect(library.views).toBeHidden();
    await expect(library.list).toBeHidden();
    await expect(library.reader.article).toBeVisible();
    await expect(page.locator(".sheet-head")).toContainText("Radio Lac");
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 4).toString()).toBe("%PDF");
  });
});
