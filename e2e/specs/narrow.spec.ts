import { expect, test } from "../fixtures/app.ts";
import { cholera, route, type SampleBriefing, sampleBriefings, volcano } from "../fixtures/sample-briefings.ts";
import { SearchResults } from "../pages/search-results.ts";

function about(key: string, title: string, paragraph: string, day: string): SampleBriefing {
  const sections = [{ heading: null, paragraphs: [paragraph] }];
  return { key, language: "fr", title, keyPoints: [], sections, published: Date.parse(`${day}T08:00:00Z`) };
}

const here = about("kibati-nyiragongo", "Marché de Kibati (Nyiragongo)", "La farine est arrivée.", "2026-10-17");
const there = about(
  "kibati-walikale",
  "Marché de Kibati, en territoire de Walikale",
  "La farine manque.",
  "2026-10-16",
);
const ferry = about("bac-minova", "Le bac de Minova reprend", "Le HCR et l’OMS l’ont pris mardi.", "2025-03-02");

test.describe("narrowing a search", () => {
  test.beforeEach(async ({ app, feeds }) => {
    const { library } = app;
    const items = [...sampleBriefings, here, there, ferry];
    const address = feeds.publish("/radio.xml", { title: "Radio Lac", items });
    await library.whenReady();
    await library.addLocalSource(address);
    await expect(library.rows).toHaveCount(items.length);
  });

  test("a place is found by any spelling, and two places of one name are kept apart @fr", async ({ app }) => {
    const { library, page } = app;
    const results = new SearchResults(page, library.text);
    await library.search.fill("lieu:saké");
    await expect(library.row(here.title)).toBeHidden();
    await expect(library.row(cholera.title)).toBeVisible();
    await library.search.fill("lieu:Kibati");
    await expect(library.rows).toHaveCount(2);
    await results.offer("Kibati (Walikale)").click();
    await expect(library.rows).toHaveCount(1);
    await expect(library.row(there.title)).toBeVisible();
    await expect(library.search).toHaveValue('lieu:"Kibati (Walikale)"');
  });

  test("a place with a wrong territory offers the right one and filters nothing by itself @fr", async ({ app }) => {
    const { library, page } = app;
    const results = new SearchResults(page, library.text);
    await library.search.fill('lieu:"Minova (Lubero)"');
    await expect(results.offer("Minova (Kalehe, Sud-Kivu)").first()).toBeVisible();
    await results.offer("Minova (Kalehe, Sud-Kivu)").first().click();
    await expect(library.row(ferry.title)).toBeVisible();
  });

  test("an agency is found by its other name, and dates narrow in French, English and Kiswahili @fr", async ({
    app,
  }) => {
    const { library } = app;
    for (const query of ["acteur:UNHCR", "mhusika:HCR", "actor:unhcr avant:2026", "UNHCR kabla:2026-01"]) {
      await library.search.fill(query);
      await expect(library.rows, query).toHaveCount(1);
      await expect(library.row(ferry.title)).toBeVisible();
    }
    await library.search.fill("marché -Walikale après:2026-10-17 dans:titre");
    await expect(library.row(here.title)).toBeVisible();
    await expect(library.row(there.title)).toBeHidden();
  });

  test("chips count the hits, narrow at a click and go at a click, by keyboard too @fr", async ({ app }) => {
    const { library, page } = app;
    const results = new SearchResults(page, library.text);
    await library.search.fill("farine");
    await results.openGroup("territories");
    await results.chip("Walikale", 1).press("Enter");
    await expect(library.search).toHaveValue("farine territoire:Walikale ");
    await expect(library.rows).toHaveCount(1);
    await results.condition("territoire Walikale").press("Enter");
    await expect(library.search).toHaveValue("farine");
    await expect(library.row(here.title)).toBeVisible();
    await results.openGroup("places");
    await expect(results.chip("Kibati (Nyiragongo)", 1)).toBeVisible();
  });

  test("what can't be read is searched as words, and a hint says what was meant @fr", async ({ app }) => {
    const { library, page } = app;
    const results = new SearchResults(page, library.text);
    const { hint } = library.text.narrow;
    await library.search.fill("choléra avant:bientôt");
    await expect(page.getByText(hint["date-unknown"]("bientôt"))).toBeVisible();
    await library.search.fill("lieux:Sake");
    await expect(page.getByText(hint["operator-meant"]("lieux:Sake"))).toBeVisible();
    await results.offer("lieu:Sake").click();
    await expect(library.row(cholera.title)).toBeVisible();
    await library.search.fill('"pont de la Mushaki');
    await expect(page.getByText(hint["open-quote"])).toBeVisible();
    await expect(library.row(route.title)).toBeVisible();
  });

  test("nothing found says what there is without the conditions, and silence is no calm @fr", async ({ app }) => {
    const { library, page } = app;
    const { narrow } = library.text;
    await library.search.fill("minova langue:en");
    await page.getByRole("button", { name: narrow.wider.all(1), exact: true }).click();
    await expect(library.search).toHaveValue("minova");
    await expect(library.row(ferry.title)).toBeVisible();
    await library.search.fill("lieu:Minova langue:en");
    const blamed = narrow.wider.condition({ count: 1, written: "langue:en" });
    await page.getByRole("button", { name: blamed, exact: true }).click();
    await expect(library.search).toHaveValue("lieu:Minova");
    await expect(library.row(ferry.title)).toBeVisible();
    await library.search.fill("lieu:Rubaya");
    await expect(page.getByText("l’absence de rapport ne prouve pas le calme")).toBeVisible();
    await expect(page.getByText("1 source interrogée sur 1")).toBeVisible();
  });

  test("my areas say what they leave out, and one press shows it @fr", async ({ app }) => {
    const { library, page } = app;
    const { areas, territory } = library.text.narrow;
    await library.openSettings();
    const ticks = [territory.walikale, territory.beni].map((name) => page.getByRole("checkbox", { name, exact: true }));
    // Faster than the first can be kept.
    await Promise.all(ticks.map((tick) => tick.evaluate((box: HTMLElement) => box.click())));
    await page.keyboard.press("Escape");
    await library.whenNoDialog();
    await library.openSettings();
    for (const tick of ticks) await expect(tick).toBeChecked();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(library.row(there.title)).toBeVisible();
    await expect(library.row(cholera.title)).toBeHidden();
    await page.getByRole("button", { name: areas.outside(7) }).click();
    await expect(library.row(volcano.title)).toBeVisible();
    await page.getByRole("button", { name: areas.back }).click();
    await expect(library.row(cholera.title)).toBeHidden();
  });

  test("a name of one's own is found from then on, and goes with one press @fr", async ({ app }) => {
    const { library, page } = app;
    const words = library.text.ownNames;
    await library.openSettings();
    await page.getByRole("textbox", { name: words.name, exact: true }).fill("le Grand Bac");
    await page.getByRole("textbox", { name: words.sameAs }).fill("Minova");
    await page.getByRole("button", { name: words.add, exact: true }).click();
    await expect(page.getByRole("list", { name: words.list }).getByText("le Grand Bac")).toBeVisible();
    await page.keyboard.press("Escape");
    await library.whenNoDialog();
    await library.search.fill('lieu:"le grand bac"');
    await expect(library.row(ferry.title)).toBeVisible();
    await library.openSettings();
    await page.getByRole("button", { name: words.remove("le Grand Bac") }).click();
    await expect(page.getByText(words.none)).toBeVisible();
  });
});
