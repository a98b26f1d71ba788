import { expect, test } from "../fixtures/app.ts";
import { cholera, route, sampleBriefings, volcano } from "../fixtures/sample-briefings.ts";

test.describe("search", () => {
  test.beforeEach(async ({ app, feeds }) => {
    const { library } = app;
    const address = feeds.publish("/radio.xml", { title: "Radio Lac", items: sampleBriefings });
    await library.whenReady();
    await library.addLocalSource(address);
    await expect(library.rows).toHaveCount(5);
  });

  test("it finds words of title, key points, body and source as they are typed", async ({ app }) => {
    const { library } = app;
    for (const [typed, title] of [
      ["Mushaki", route.title],
      ["meeting place", volcano.title],
      ["rehydration", cholera.title],
    ] as const) {
      await library.search.fill(typed);
      await expect(library.rows.first()).toContainText(title);
    }
  });

  test("a wrong letter and a missing accent are forgiven @once", async ({ app }) => {
    const { library } = app;
    await library.search.fill("chollera");
    await expect(library.rows.first()).toContainText(cholera.title);
    await library.search.fill("vehicules legers");
    await expect(library.rows.first()).toContainText(route.title);
  });

  test("matches are marked in the list and in the reader, and F3 goes from one to the next", async ({ app }) => {
    const { library, page } = app;
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("cholera");
    await expect(library.rows.first().locator("mark").first()).toHaveText(/cholera/i);
    await library.rows.first().click();
    await expect(library.reader.title).toHaveText(cholera.title);
    await expect(library.reader.article.locator("mark").first()).toBeVisible();
    await page.keyboard.press("F3");
    await expect(library.reader.matches).toContainText(/1/);
  });

  test("a word that stands nowhere is said, with the next step", async ({ app }) => {
    const { library, page } = app;
    await library.search.fill("zzqxw");
    await expect(page.getByText(library.text.reading.search.nothing("zzqxw"))).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(library.rows).toHaveCount(5);
  });
});
