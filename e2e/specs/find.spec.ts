import { expectAccessible } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/app.ts";
import { cholera, route, sampleBriefings, volcano } from "../fixtures/sample-briefings.ts";
import { FindTools } from "../pages/find-tools.ts";
import type { FeedServer } from "../servers/feed-server.ts";

const feed = (items: typeof sampleBriefings) => ({ title: "Radio Lac", items });
const older = sampleBriefings.filter(({ key }) => key !== cholera.key);

function publish(feeds: FeedServer, items: typeof sampleBriefings): string {
  return feeds.publish("/radio.xml", feed(items));
}

test.describe("finding again", () => {
  test("a saved search is a view that says what a sync brought for it @fr", async ({ app, feeds }) => {
    const { library } = app;
    const find = new FindTools(library);
    await library.whenReady();
    await library.addLocalSource(publish(feeds, older));
    await expect(library.rows).toHaveCount(older.length);
    await find.save("cholera sake");
    await expect(library.messages).toContainText(library.text.finding.notice.saved("cholera sake"));
    await library.search.fill("");
    publish(feeds, sampleBriefings);
    await library.getNew();
    await expect(library.messages).toContainText(
      library.text.finding.notice.newHits({ count: 1, names: ["cholera sake"] }),
    );
    await expect(find.view("cholera sake")).toHaveText(/cholera sake\s*1$/);
    await find.view("cholera sake").click();
    await expect(library.rows.first()).toContainText(cholera.title);
    await expect(library.page.getByText(library.text.finding.savedAlready)).toBeVisible();
  });

  test("it is renamed, taken away, put back, and there after a restart @fr", async ({ app, feeds }) => {
    const { library } = app;
    await library.whenReady();
    await library.addLocalSource(publish(feeds, sampleBriefings));
    await expect(library.rows).toHaveCount(sampleBriefings.length);
    let find = new FindTools(library);
    await find.save("cholera");
    await find.openDetails("cholera");
    await find.nameField.fill("Choléra partout");
    await find.nameField.press("Enter");
    await expect(find.view("Choléra partout")).toBeVisible();
    await find.openDetails("Choléra partout");
    await find.dialog.getByRole("button", { name: library.text.finding.dialog.remove }).click();
    await expect(find.view("Choléra partout")).toBeHidden();
    await library.undo();
    await expect(find.view("Choléra partout")).toBeVisible();
    await app.restart({ end: "kill" });
    find = new FindTools(app.library);
    await find.view("Choléra partout").click();
    await expect(app.library.rows.first()).toContainText(cholera.title);
  });

  test("behind > stand commands, sources and titles, found with a wrong letter and chosen by keys @fr", async ({
    app,
    feeds,
  }) => {
    const { library, page } = app;
    const find = new FindTools(library);
    await library.whenReady();
    await library.addLocalSource(publish(feeds, sampleBriefings));
    await expect(library.rows).toHaveCount(sampleBriefings.length);
    await page.keyboard.press("ControlOrMeta+Shift+p");
    await expect(find.palette.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
    await expect(find.box).toBeFocused();
    await page.keyboard.type("eruptoin");
    await expect(find.palette.getByRole("option").first()).toContainText(volcano.title);
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(library.reader.title).toHaveText(volcano.title);
    await expect(find.palette).toBeHidden();

    await library.search.fill(">radio lac");
    await expect(find.palette.getByRole("option").first()).toContainText("Radio Lac");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Radio Lac", level: 2 })).toBeVisible();

    await library.search.fill(">sake");
    await find.palette.getByRole("option", { name: "Sake — Masisi" }).click();
    await expect(library.search).toHaveValue(/^lieu:"Sake \(Masisi\)"/);
    await expect(library.rows.first()).toContainText(/Sake/);

    await library.search.fill(">reglag");
    await find.palette.getByRole("option", { name: library.text.commands.openSettings }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  });

  test("Escape leaves the palette with the search as it was, and hurried keys take what was typed @fr", async ({
    app,
    feeds,
  }) => {
    const { library, page } = app;
    const find = new FindTools(library);
    await library.whenReady();
    await library.addLocalSource(publish(feeds, sampleBriefings));
    await library.search.fill("mushaki");
    await expect(library.rows.first()).toContainText(route.title);
    await page.keyboard.press("ControlOrMeta+Shift+p");
    await expect(find.palette).toBeVisible();
    await expect(find.box).toBeFocused();
    await page.keyboard.type("zzzqx");
    await expect(page.getByText(library.text.finding.palette.nothing)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(library.search).toHaveValue("mushaki");
    await expect(library.rows.first()).toContainText(route.title);
    await find.typeAndPressAtOnce(">eruptoin", "Escape");
    await expect(library.search).toHaveValue("mushaki");
    await find.typeAndPressAtOnce(">eruptoin", "Enter");
    await expect(library.reader.title).toHaveText(volcano.title);
    await expect(find.palette).toBeHidden();
    await find.typeAndPressAtOnce("cholera sake", "ArrowDown");
    await expect(library.rows.and(page.locator("[aria-selected=true]"))).toContainText(cholera.title);
    await find.typeAndPressAtOnce("mushaki", "Enter");
    await expect(library.rows.and(page.locator("[aria-selected=true]"))).toContainText(route.title);
    await expect(library.list).toBeFocused();
  });

  test("the last searches are kept only for who wants them, and go when they are cleared @fr", async ({
    app,
    feeds,
  }) => {
    const { library, page } = app;
    const find = new FindTools(library);
    const { settings, history } = library.text.finding;
    await library.whenReady();
    await library.addLocalSource(publish(feeds, sampleBriefings));
    await expect(library.rows).toHaveCount(sampleBriefings.length);
    await library.search.focus();
    await expect(library.search).toBeFocused();
    await expect(find.history).toBeHidden();
    const dialog = await library.openSettings();
    await dialog.dialog.getByLabel(settings.history, { exact: true }).check();
    await dialog.close();
    await expect(async () => {
      await library.search.fill("mushaki");
      await expect(library.rows.first()).toContainText(route.title);
      // A search counts once it has stood there for a while; on a busy machine a while is longer.
      await page.waitForTimeout(2_500);
      await library.search.fill("");
      await expect(find.history.getByRole("option")).toHaveText(["mushaki"], { timeout: 3_000 });
    }).toPass();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(find.box).toHaveValue("mushaki");
    await find.box.fill("");
    await page.getByRole("button", { name: history.clear }).click();
    await expect(find.history).toBeHidden();
    await expect(library.messages).toContainText(history.cleared);
  });

  test("on the desktop only a number is told, and only to who asked for it @fr", async ({ app, feeds }) => {
    const { library, page } = app;
    const find = new FindTools(library);
    const { settings, notification } = library.text.finding;
    await library.whenReady();
    await library.addLocalSource(publish(feeds, older));
    await expect(library.rows).toHaveCount(older.length);
    // Stands for the browser's own, which asks the person and shows outside the page.
    await page.evaluate(() => {
      const shown: string[] = [];
      class Recorded {
        static permission = "granted";
        static requestPermission = async () => "granted";
        constructor(title: string, { body }: { readonly body: string }) {
          shown.push(`${title}: ${body}`);
        }
      }
      Object.assign(window, { Notification: Recorded, shownOutside: shown });
    });
    const dialog = await library.openSettings();
    await dialog.dialog.getByLabel(settings.notifications, { exact: true }).click();
    await expect(dialog.dialog.getByLabel(settings.notifications, { exact: true })).toBeChecked();
    await dialog.close();
    await find.save("cholera sake");
    await library.search.fill("");
    publish(feeds, sampleBriefings);
    await library.getNew();
    const shown = () => page.evaluate(() => (window as unknown as { shownOutside: string[] }).shownOutside);
    await expect.poll(shown).toEqual([`${notification.title}: ${notification.text(1)}`]);
  });
});
