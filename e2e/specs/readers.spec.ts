import { expectAccessible } from "../fixtures/accessible.ts";
import { type App, expect, test } from "../fixtures/app.ts";
import { cholera, manyBriefings, route, sampleBriefings } from "../fixtures/sample-briefings.ts";
import { ReadersDialog } from "../pages/readers-dialog.ts";
import type { FeedServer } from "../servers/feed-server.ts";

const day = "Équipe de jour";
const night = "Équipe de nuit";

async function withSamples(app: App, feeds: FeedServer): Promise<void> {
  const address = feeds.publish("/radio.xml", { title: "Radio Lac", items: sampleBriefings });
  await app.library.whenReady();
  await app.library.addLocalSource(address);
  await expect(app.library.rows).toHaveCount(sampleBriefings.length);
}

const readersOf = (app: App) => new ReadersDialog(app.page, app.library.text);

async function withTwoShifts(app: App, feeds: FeedServer): Promise<ReadersDialog> {
  await withSamples(app, feeds);
  const readers = readersOf(app);
  await readers.open();
  await readers.rename(app.library.text.readers.unnamed, day);
  await readers.add(night);
  await readers.whenGone();
  await expect(readers.switch).toContainText(night);
  return readers;
}

test.describe("two shifts, one laptop", () => {
  test("a first start asks nobody who reads, and says plainly that a name protects nothing @fr", async ({ app }) => {
    const { library } = app;
    await library.whenReady();
    const readers = readersOf(app);
    await expect(readers.dialog).toBeHidden();
    await readers.open();
    await expect(readers.dialog).toContainText(library.text.readers.protectsNothing);
    await expectAccessible(app.page);
  });

  test("names that are missing or taken are refused with words, and a rename is taken back @fr", async ({
    app,
    feeds,
  }) => {
    const readers = await withTwoShifts(app, feeds);
    await readers.open();
    await readers.add(" ");
    await expect(readers.dialog.getByRole("alert")).toContainText("Il manque un nom.");
    await readers.add("equipe de NUIT");
    await expect(readers.dialog.getByRole("alert")).toContainText(night);
    await readers.rename(night, "Équipe du soir");
    await expect(readers.readers.last()).toContainText("Équipe du soir");
    await app.page.keyboard.press("Escape");
    await readers.whenGone();
    await app.library.undo();
    await expect(readers.switch).toContainText(night);
  });

  test("read and saved belong to who did it, and nobody takes back what another did @fr", async ({ app, feeds }) => {
    const { library, page } = app;
    await withSamples(app, feeds);
    const { views } = library.text.reading;
    await library.open(cholera.title);
    await page.keyboard.press("s");
    await library.reader.markRead();
    await expect(library.view(views.saved)).toContainText("1");
    await expect(library.view(views.unread)).toContainText("4");
    const readers = readersOf(app);
    await readers.open();
    await readers.add(night);
    await readers.whenGone();
    await expect(library.view(views.unread)).toContainText("5");
    await expect(library.view(views.saved)).not.toContainText("1");
    await expect(library.reader.article).toBeHidden();
    await expect(library.messages.getByRole("button", { name: library.text.reading.notice.undo })).toBeHidden();
    await page.keyboard.press("ControlOrMeta+z");
    await readers.openAndPressAtOnce("1");
    await expect(readers.switch).not.toContainText(night);
    await readers.whenGone();
    await expect(library.view(views.unread)).toContainText("4");
    await expect(library.view(views.saved)).toContainText("1");
  });

  test("with two readers a start asks; one key chooses, Esc goes on as before, and the choice stays @fr", async ({
    app,
    feeds,
  }) => {
    await withTwoShifts(app, feeds);
    await app.restart({ end: "stop" });
    await expect(readersOf(app).dialog).toBeVisible();
    await expect(readersOf(app).readers.last().getByRole("button")).toBeFocused();
    await app.page.keyboard.press("1");
    await readersOf(app).whenGone();
    await expect(readersOf(app).switch).toContainText(day);
    await app.restartWithNewProfile();
    await expect(readersOf(app).dialog).toBeVisible();
    await app.page.keyboard.press("Escape");
    await readersOf(app).whenGone();
    await expect(readersOf(app).switch).toContainText(day);
  });

  test("“since I last looked” counts by source and empties by a word, which is taken back @fr", async ({
    app,
    feeds,
  }) => {
    const { library, page } = app;
    await withSamples(app, feeds);
    const { sinceLooked } = library.text.readers;
    const view = library.view(library.text.reading.views["since-looked"]);
    await expect(view).toContainText("5");
    // The word for it may come before the rows do.
    await library.search.fill("cholera");
    await expect(library.row(cholera.title)).toHaveCount(1);
    await library.pressAtOnceInList("g", "n", "v");
    await expect(page.getByText(sinceLooked.nothing)).toBeVisible();
    await library.undo();
    const bar = page.getByRole("region", { name: sinceLooked.label });
    await expect(bar).toContainText(sinceLooked.never);
    await expect(bar.getByRole("button", { name: "Radio Lac 5" })).toBeVisible();
    await bar.getByRole("button", { name: sinceLooked.seen }).click();
    await expect(library.list).toBeHidden();
    await expect(page.getByText(sinceLooked.nothing)).toBeVisible();
    await expect(view).not.toContainText("5");
    await library.undo();
    await expect(library.rows).toHaveCount(5);
  });

  test("who leaves it having seen it to its end has looked; a start alone says nothing @fr", async ({ app, feeds }) => {
    const { library, page } = app;
    await withSamples(app, feeds);
    const { views } = library.text.reading;
    await app.restart({ end: "stop" });
    await expect(app.library.view(views["since-looked"])).toContainText("5");
    await app.library.view(views["since-looked"]).click();
    await app.library.view(views.unread).click();
    await expect(app.library.view(views["since-looked"])).toContainText("5");
    await expect(async () => {
      await app.library.view(views["since-looked"]).click();
      await expect(app.library.row(route.title)).toBeVisible();
      // Who passes through hasn't looked; on a busy machine a look takes longer.
      await page.waitForTimeout(2_500);
      await app.library.view(views.all).click();
      await expect(app.library.messages).toContainText("5 rapports notés comme vus.");
    }).toPass();
    await expect(app.library.view(views["since-looked"])).not.toContainText("5");
    feeds.publish("/radio.xml", { title: "Radio Lac", items: [...manyBriefings(2), ...sampleBriefings] });
    await app.library.getNew();
    await expect(app.library.view(views["since-looked"])).toContainText("2");
    await app.library.undo();
    await expect(app.library.view(views["since-looked"])).toContainText("7");
  });
});
