import { expectAccessible } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/app.ts";
import { asPlainText, cholera, sampleBriefings, volcano } from "../fixtures/sample-briefings.ts";
import type { LibraryPage } from "../pages/library-page.ts";

const themes = ["light", "dark", "high-contrast"] as const;

/** Every screen, one after another, each looked at and left again. */
async function walkScreens(library: LibraryPage, look: (screen: string) => Promise<void>): Promise<void> {
  const { page, text } = library;
  const close = async () => {
    await page.keyboard.press("Escape");
    await library.whenNoDialog();
  };
  await library.open(volcano.title);
  await look("list and reader");
  await library.search.fill("lava");
  await expect(library.rows.first()).toContainText(volcano.title);
  await look("search");
  await library.search.fill("zzqxw");
  await expect(page.getByText(text.reading.search.nothing("zzqxw"))).toBeVisible();
  await look("nothing found");
  await library.search.fill("");
  await page.getByRole("button", { name: text.reading.filters.open, exact: true }).click();
  await look("filters");
  await page.getByRole("button", { name: text.reading.filters.open, exact: true }).click();
  await library.view(text.reading.views.arrivals).click();
  await expect(library.list).toContainText(text.reading.list.delivery.feed("Radio Lac"));
  await look("arrivals");
  await library.addSource();
  await look("add a source");
  await close();
  const preview = await library.pasteOnList(asPlainText(cholera));
  await expect(preview.title).toHaveValue(cholera.title);
  await look("import");
  await close();
  await library.openSettings();
  await look("settings");
  await close();
  await page.locator("body").press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await look("keys");
  await close();
  await library.bottomLine.getByRole("button", { name: text.reading.sync.details }).click();
  await look("source by source");
  await close();
}

for (const theme of themes) {
  // Colours are the same in every language, so two of the three are looked at in one.
  const tag = theme === "dark" ? [] : ["@once"];
  test(`axe finds nothing on any screen in the ${theme} theme`, { tag }, async ({ app, feeds }) => {
    test.setTimeout(120_000);
    const { library, page } = app;
    await library.whenReady();
    const settings = await library.openSettings();
    await settings.chooseTheme(theme);
    await settings.close();
    await expectAccessible(page, "welcome");
    await library.addLocalSource(feeds.publish("/radio.xml", { title: "Radio Lac", items: sampleBriefings }));
    await library.getNew();
    await walkScreens(library, (screen) => expectAccessible(page, `${screen}, ${theme}`));
  });
}

test("axe finds nothing where one pane shows, nor where the library is open elsewhere @once", async ({
  app,
  feeds,
}) => {
  const { library, page } = app;
  await library.whenReady();
  await library.addLocalSource(feeds.publish("/radio.xml", { title: "Radio Lac", items: sampleBriefings }));
  await page.setViewportSize({ width: 400, height: 700 });
  await expectAccessible(page, "narrow list");
  const second = await app.openSecondTab();
  await expect(second.page.getByRole("heading", { name: second.text.dialogs.elsewhere.title })).toBeVisible();
  await expectAccessible(second.page, "open elsewhere");
});
