import { expect, test } from "../fixtures/app.ts";
import { cholera, type SampleBriefing, sampleBriefings } from "../fixtures/sample-briefings.ts";
import { SearchResults } from "../pages/search-results.ts";

function about(key: string, title: string, paragraph: string): SampleBriefing {
  const sections = [{ heading: null, paragraphs: [paragraph] }];
  return { key, language: "fr", title, keyPoints: [], sections, published: Date.parse("2026-10-17T08:00:00Z") };
}

const acronym = about("pam", "Distribution à Minova", "Le PAM a livré 40 tonnes de farine.");
const english = about("wfp", "Camions vers Walikale", "World Food Programme : quatre camions.");
const pluie = about("pluie", "Pluie à Kitchanga", "La route de Mweso est coupée.");

test.describe("finding anything", () => {
  test.beforeEach(async ({ app, feeds }) => {
    const { library } = app;
    const items = [...sampleBriefings, acronym, english, pluie];
    await library.whenReady();
    await library.addLocalSource(feeds.publish("/radio.xml", { title: "Radio Lac", items }));
    await expect(library.rows).toHaveCount(items.length);
  });

  test("OU joins a word and a condition, and each of them goes with one press @fr", async ({ app }) => {
    const { library, page } = app;
    const results = new SearchResults(page, library.text);
    await library.search.fill("Mweso OU lieu:Minova");
    await expect(library.newsRows).toHaveCount(2);
    await expect(library.row(acronym.title)).toBeVisible();
    await results.condition("lieu Minova").click();
    await expect(library.search).toHaveValue("Mweso");
    await expect(library.row(acronym.title)).toBeHidden();
    await expect(library.row(pluie.title)).toBeVisible();
  });

  test("an agency's name in full finds its acronyms and its other names @fr", async ({ app }) => {
    const { library } = app;
    for (const typed of ["Programme alimentaire mondial", "PAM", "wfp"]) {
      await library.search.fill(typed);
      await expect(library.row(acronym.title), typed).toBeVisible();
      await expect(library.row(english.title), typed).toBeVisible();
    }
    await expect(library.row(english.title).locator("mark")).toHaveText("World Food Programme");
  });

  test("a word that is nearly a place is offered it with its territory @fr", async ({ app }) => {
    const { library, page } = app;
    const results = new SearchResults(page, library.text);
    await library.search.fill("kitchnagga");
    await results.offer("Kitchanga (Masisi, Rutshuru)").click();
    await expect(library.search).toHaveValue('lieu:"Kitchanga (Masisi)"');
    await expect(library.row(pluie.title)).toBeVisible();
  });

  test("with my areas on, the views count what their lists show @fr", async ({ app }) => {
    const { library, page } = app;
    const { areas, territory } = library.text.narrow;
    const all = library.views.getByRole("button", { name: new RegExp(`^${library.text.reading.views.all}`) });
    await expect(all).toHaveText(new RegExp(`${sampleBriefings.length + 3}$`));
    await library.openSettings();
    await page.getByRole("checkbox", { name: territory.walikale, exact: true }).check();
    await page.keyboard.press("Escape");
    await library.whenNoDialog();
    const shown = 1;
    await expect(library.rows).toHaveCount(shown);
    await expect(library.row(english.title)).toBeVisible();
    await expect(all).toHaveText(new RegExp(`${shown} ${areas.counted}$`));
    await page.getByRole("button", { name: areas.outside(sampleBriefings.length + 3 - shown) }).click();
    await expect(all).toHaveText(new RegExp(`${sampleBriefings.length + 3}$`));
  });

  test("whatever is pasted into the box is searched, and a long text says how far @fr", async ({ app }) => {
    const { library, page } = app;
    const { hint } = library.text.narrow;
    for (const pasted of [
      "choléra ".repeat(1_250),
      Array.from({ length: 200 }, (_, at) => `lieu:x${at}`).join(" "),
      "a".repeat(10_000),
    ]) {
      await library.search.fill(pasted);
      await expect(page.getByText(hint["query-cut"])).toBeVisible();
    }
    for (const pasted of ["!!! ??? --- :::", "🚚🚚 lieu:🚚", "\u202elieu:\u202c\u0007Sake", '"choléra " lieu:"Sake']) {
      await library.search.fill(pasted);
    }
    await library.search.fill("cholera");
    await expect(library.row(cholera.title)).toBeVisible();
  });
});
