import { expectAccessible } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/app.ts";
import { cholera, route, volcano } from "../fixtures/sample-briefings.ts";
import type { LibraryPage } from "../pages/library-page.ts";
import { publishExtracts } from "../servers/article-pages.ts";

const lastWords = cholera.sections.at(-1)?.paragraphs[0] ?? "";
const section = cholera.sections.at(-1)?.heading ?? "";

async function chooseFullText(library: LibraryPage, source: string, choice: "never" | "ask" | "always"): Promise<void> {
  const { page, text } = library;
  await library.whenNoDialog();
  await library.views.getByRole("button", { name: `${source} – ${text.reading.views.sourceDetails}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: text.fullText.choices[choice], exact: true }).check();
  await dialog.getByRole("button", { name: text.dialogs.save, exact: true }).click();
  await library.whenNoDialog();
}

const offers = (library: LibraryPage) =>
  library.reader.article.getByRole("button", { name: /texte complet|en entier/ });

test.describe("the article behind an extract", () => {
  test("is fetched when it is asked for, at a price that was named, and read offline @fr", async ({ app, feeds }) => {
    const { library, page } = app;
    const { fullText, reading } = library.text;
    await library.whenReady();
    await library.addLocalSource(publishExtracts(feeds, "/radio.xml", { title: "Radio Lac", items: [cholera] }));
    await chooseFullText(library, "Radio Lac", "ask");
    await library.open(cholera.title);
    await expect(library.reader.article).toContainText(reading.meta.extractOnly);
    await expect(offers(library)).toHaveText(/60/);
    expect(feeds.requests(`/${cholera.key}`)).toBe(0);
    await expectAccessible(page);

    await offers(library).click();
    await expect(library.reader.section(section)).toBeVisible();
    await expect(library.reader.article).toContainText(lastWords);
    await expect(library.reader.article).not.toContainText("Legal notice");
    await expect(library.reader.article).not.toContainText(reading.meta.extractOnly);
    await expect(library.reader.article).toContainText(
      fullText.fetched({ date: "", bytes: "" }).split(" le ")[0] ?? "",
    );
    await feeds.cutLink();
    await app.restart({ end: "stop" });
    await library.open(cholera.title);
    await expect(library.reader.article).toContainText(lastWords);
  });

  test("comes for one briefing of a source whose articles nobody fetches @fr", async ({ app, feeds }) => {
    const { library } = app;
    await library.whenReady();
    await library.addLocalSource(publishExtracts(feeds, "/radio.xml", { title: "Radio Lac", items: [cholera, route] }));
    await library.open(cholera.title);
    await offers(library).click();
    await expect(library.reader.section(section)).toBeVisible();
    await library.getNew();
    await expect(library.reader.section(section)).toBeVisible();
    expect(feeds.requests(`/${route.key}`)).toBe(0);
  });

  test("comes with every Get where a source is set so, and each page is paid for once @fr", async ({ app, feeds }) => {
    const { library } = app;
    const items = [cholera, route, volcano];
    await library.whenReady();
    await library.addLocalSource(publishExtracts(feeds, "/radio.xml", { title: "Radio Lac", items }));
    await chooseFullText(library, "Radio Lac", "always");
    await library.getNew();
    await library.bottomLine.getByRole("button", { name: library.text.reading.sync.details }).click();
    await expect(library.bottomLine).toContainText(
      library.text.fullText.tally({ fetched: items.length, missed: 0, left: 0 }),
    );
    await library.getNew();
    expect(items.map(({ key }) => feeds.requests(`/${key}`))).toEqual([1, 1, 1]);
    await app.page.keyboard.press("Escape");
    await library.open(cholera.title);
    await expect(library.reader.section(section)).toBeVisible();
  });

  test("that is a log-in page or no longer than the extract says so and leaves the extract @fr", async ({
    app,
    feeds,
  }) => {
    const { library } = app;
    await library.whenReady();
    const address = publishExtracts(feeds, "/radio.xml", { title: "Radio Lac", items: [cholera, route] });
    feeds.route(`/${cholera.key}`, (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<html><head><title>Connexion</title></head><body><form><input type=password></form></body></html>");
    });
    feeds.route(`/${route.key}`, (_request, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end(
        `<html><head><title>Route</title></head><body><article><p>${route.title}</p></article></body></html>`,
      );
    });
    await library.addLocalSource(address);
    await chooseFullText(library, "Radio Lac", "ask");
    await library.open(cholera.title);
    await offers(library).click();
    await expect(library.reader.article).toContainText("Une page de connexion");
    await library.open(route.title);
    await offers(library).click();
    await expect(library.reader.article).toContainText("La page n’a guère plus que l’extrait.");
    await expect(library.reader.article).toContainText(library.text.reading.meta.extractOnly);
  });

  test("can be stopped on its way and asked for again @fr", async ({ app, feeds }) => {
    const { library } = app;
    const { fullText } = library.text;
    await library.whenReady();
    const address = publishExtracts(feeds, "/radio.xml", { title: "Radio Lac", items: [cholera] });
    feeds.route(`/${cholera.key}`, (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).write("<html><body><p>Stand still");
    });
    await library.addLocalSource(address);
    await chooseFullText(library, "Radio Lac", "ask");
    await library.open(cholera.title);
    await offers(library).click();
    await library.reader.article.getByRole("button", { name: fullText.stop, exact: true }).click();
    await expect(offers(library)).toBeVisible();
    publishExtracts(feeds, "/radio.xml", { title: "Radio Lac", items: [cholera] });
    await offers(library).click();
    await expect(library.reader.section(section)).toBeVisible();
  });
});
