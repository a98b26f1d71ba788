import { expectAccessible } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/app.ts";
import { type SampleBriefing, sampleBriefings } from "../fixtures/sample-briefings.ts";
import { SearchResults } from "../pages/search-results.ts";

const flour: SampleBriefing = {
  key: "pam",
  language: "fr",
  title: "Distribution à Minova",
  keyPoints: [],
  sections: [{ heading: null, paragraphs: ["Le World Food Programme a livré 40 tonnes de farine à Sake."] }],
  published: Date.parse("2026-10-17T08:00:00Z"),
};

test.describe("chips", () => {
  test.beforeEach(async ({ app, feeds }) => {
    const { library } = app;
    await library.whenReady();
    await library.addLocalSource(feeds.publish("/radio.xml", { title: "Radio", items: [flour] }));
    await library.addLocalSource(feeds.publish("/lac.xml", { title: "Radio Lac", items: sampleBriefings }));
    await expect(library.rows).toHaveCount(sampleBriefings.length + 1);
  });

  test("they are one step of the Tab key, arrows walk them, and one that goes leaves the next in its place @fr", async ({
    app,
  }) => {
    const { library, page } = app;
    const results = new SearchResults(page, library.text);
    const { group } = library.text.narrow;
    await library.search.fill("lieu:Sake");
    await results.group("places").focus();
    await page.keyboard.press("ArrowLeft");
    await expect(results.condition("lieu Sake")).toBeFocused();
    await page.keyboard.press("End");
    await expect(results.group("more")).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(page.getByRole("toolbar").getByRole("button", { name: group.more })).not.toBeFocused();
    await page.keyboard.press("Tab");
    await expect(results.group("more")).toBeFocused();
    await results.group("actors").press("Enter");
    await page.keyboard.press("End");
    await expect(results.chip("PAM", 1)).toBeFocused();
    await expectAccessible(page, "chips");
    await page.keyboard.press("Enter");
    await expect(library.search).toHaveValue("lieu:Sake acteur:PAM ");
    await expect(page.getByRole("toolbar").locator(":focus")).toHaveCount(1);
    await expect(library.row(flour.title)).toBeVisible();
  });

  test("a source's chip shows what it counted where another's name begins with it @fr", async ({ app }) => {
    const { library, page } = app;
    const results = new SearchResults(page, library.text);
    await library.search.fill("Sake");
    await results.openGroup("sources");
    await results.chip("Radio", 1).click();
    await expect(library.search).toHaveValue('Sake source:"Radio" ');
    await expect(library.newsRows).toHaveCount(1);
    await expect(library.row(flour.title)).toBeVisible();
  });
});
