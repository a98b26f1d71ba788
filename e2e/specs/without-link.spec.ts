import { expect, test } from "../fixtures/app.ts";
import { asPlainText, cholera, route } from "../fixtures/sample-briefings.ts";

test.describe("without a link from the start", () => {
  test("texts come in, are read, found and kept, and a source is told plainly that there is no way to it", async ({
    app,
  }) => {
    await app.library.whenReady();
    await (await app.library.pasteOnList(asPlainText(cholera))).save();
    await (await app.library.openFiles([{ name: "pont.txt", content: asPlainText(route) }])).save();
    await expect(app.library.rows).toHaveCount(2);
    await app.library.search.fill("Mushaki");
    await expect(app.library.newsRows).toHaveCount(1);
    await app.page.keyboard.press("Escape");

    const dialog = await app.library.addSource();
    await dialog.look("radio-lac.invalid/feed.xml");
    await expect(dialog.failure).toBeVisible({ timeout: 25_000 });
    await dialog.close();

    await app.restart({ end: "kill" });
    await expect(app.library.rows).toHaveCount(2);
    await app.library.open(cholera.title);
    await expect(app.library.reader.keyPoints).toHaveText([...cholera.keyPoints]);
  });
});

test("a link that goes away later leaves everything readable, and getting goes on when it is back", async ({
  app,
  feeds,
}) => {
  const { library } = app;
  const address = feeds.publish("/radio.xml", { title: "Radio Lac", items: [cholera] });
  await library.whenReady();
  await library.addLocalSource(address);
  await feeds.cutLink();
  await library.getNew();
  await library.open(cholera.title);
  await expect(library.bottomLine).toContainText(library.text.reading.sync.failedCount(1));
  feeds.publish("/radio.xml", { title: "Radio Lac", items: [cholera, route] });
  await feeds.restoreLink();
  await library.getNew();
  await expect(library.row(route.title)).toBeVisible();
});
