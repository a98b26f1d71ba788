import { expectAccessible } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/app.ts";
import { asPlainText, volcano } from "../fixtures/sample-briefings.ts";
import { Shelf } from "../pages/shelf.ts";

const firstSync = "La première récupération";

test.describe("the shelf of references", () => {
  test("it is there without a network, from the welcome on, and is no news @fr", async ({ app }) => {
    const { library, page } = app;
    const shelf = new Shelf(library);
    await library.whenReady();
    await page.getByRole("button", { name: library.text.shelf.welcome }).click();
    await library.open(firstSync);
    await expect(shelf.label).toContainText("27 novembre 2026");
    await expect(shelf.label).toContainText("ReliefWeb");
    await expect(library.reader.readButton).toBeHidden();
    await library.view(library.text.reading.views.all).click();
    await expect(page.getByText(library.text.reading.list.empty.all)).toBeVisible();
    await expect(library.view(library.text.reading.views.unread)).toHaveText(library.text.reading.views.unread);
  });

  test("one text is read in three languages, and the one nobody in Goma reviewed says so @fr", async ({ app }) => {
    const { library, page } = app;
    const shelf = new Shelf(library);
    await library.whenReady();
    await shelf.show();
    await library.open(firstSync);
    await shelf.version("Kiswahili").click();
    await expect(library.reader.title).toHaveText("Kuleta habari kwa mara ya kwanza");
    await expect(page.getByText(library.text.shelf.notReviewed)).toBeVisible();
    await shelf.version("English").click();
    await expect(library.reader.title).toHaveText("Getting news for the first time");
    await expect(shelf.version("English")).toHaveAttribute("aria-pressed", "true");
    await expect(library.row(firstSync)).toHaveAttribute("aria-selected", "true");
    await expectAccessible(page);
  });

  test("a search in any language finds it below the news @fr", async ({ app }) => {
    const { library } = app;
    await library.whenReady();
    await (await library.pasteOnList(`${asPlainText(volcano)}\n\nAmirauté`)).save();
    await expect(library.reader.title).toHaveText(volcano.title);
    await library.search.fill("Amirauté");
    // What was just saved may be searchable a moment later; where no news is found, it is looked for again.
    await expect(library.rows).toHaveCount(2);
    await expect(library.rows.first()).toContainText(volcano.title);
    await expect(library.rows.last()).toContainText("de A1 à F6");
    await expect(library.list).toContainText(library.text.shelf.about);
    await library.search.fill("uvumi");
    await expect(library.rows.first()).toContainText("Kupima chanzo");
    await library.rows.first().click();
    await expect(library.reader.title).toHaveText("Kupima chanzo na habari, kutoka A1 hadi F6");
    await expect(library.reader.article.locator("mark").first()).toHaveText("uvumi");
  });

  test("it is saved and copied with its label @fr", async ({ app }) => {
    const { library, page } = app;
    const shelf = new Shelf(library);
    await library.whenReady();
    await shelf.show();
    await library.open(firstSync);
    await library.reader.saveButton.click();
    await expect(library.messages).toContainText(library.text.reading.notice.saved);
    await library.reader.chooseInMore("copyWithSource");
    await expect(library.messages).toContainText(library.text.reading.notice.copied);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(library.text.shelf.notNews);
    expect(copied).toContain("IETF, RFC 4287");
    await library.view(library.text.reading.views.saved).click();
    await expect(library.row(firstSync)).toBeVisible();
  });

  test("one is removed, then all, and an undo and one press bring them back, after a restart too @fr", async ({
    app,
  }) => {
    const { library, page } = app;
    const shelf = new Shelf(library);
    await library.whenReady();
    await shelf.show();
    await library.open(firstSync);
    await expect(shelf.count(14)).toBeVisible();
    await page.keyboard.press("Delete");
    await expect(library.row(firstSync)).toBeHidden();
    await expect(shelf.count(13)).toBeVisible();
    await library.undo();
    await expect(shelf.count(14)).toBeVisible();
    await shelf.tools.getByRole("button", { name: library.text.shelf.removeAll }).click();
    await expect(page.getByText(library.text.shelf.empty)).toBeVisible();
    await app.restart({ end: "kill" });
    await new Shelf(app.library).show();
    await app.page.getByRole("button", { name: library.text.shelf.restoreAll }).click();
    await expect(new Shelf(app.library).count(14)).toBeVisible();
    await expect(app.library.row(firstSync)).toBeVisible();
  });
});
