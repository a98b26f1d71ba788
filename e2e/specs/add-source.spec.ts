import { expect, test } from "../fixtures/app.ts";
import {
  cholera,
  manyBriefings,
  markets,
  mvua,
  route,
  sampleBriefings,
  volcano,
} from "../fixtures/sample-briefings.ts";

test.describe("add a source", () => {
  test("a feed's address shows what would come, and asks for each risk before it is added", async ({ app, feeds }) => {
    const { library } = app;
    const { dialogs } = library.text;
    const address = feeds.publish("/radio.xml", { title: "Radio Lac", items: sampleBriefings });
    await library.whenReady();
    const dialog = await library.addSource();

    await dialog.look(address);
    await expect(dialog.dialog).toContainText(dialogs.addSource.insecure);
    expect(feeds.requests("/radio.xml")).toBe(0);
    await dialog.allow("insecure");
    await dialog.pressLook();
    await expect(dialog.dialog).toContainText(dialogs.addSource.local);
    expect(feeds.requests("/radio.xml")).toBe(0);
    await dialog.allow("local");
    await dialog.pressLook();

    await expect(dialog.dialog).toContainText("Radio Lac");
    await expect(dialog.newest).toHaveCount(5);
    await expect(dialog.newest.first()).toContainText(cholera.title);
    await expect(library.view("Radio Lac")).toBeHidden();
    await dialog.add({ name: "Radio du Lac", rank: 1 });

    await expect(library.rows).toHaveCount(5);
    await expect(library.view("Radio du Lac")).toContainText("5");
    // What the look brought is stored; nothing is fetched twice.
    expect(feeds.requests("/radio.xml")).toBe(1);
  });

  test("a web page's address finds its feeds and lets the person choose", async ({ app, feeds }) => {
    const { library } = app;
    feeds.publish("/news.xml", { title: "Lake news", items: [cholera, route] });
    feeds.publish("/weather.xml", { title: "Lake weather", items: [mvua] });
    const page = feeds.publishPage("/", {
      title: "The lake",
      feeds: [
        { path: "/news.xml", title: "News" },
        { path: "/weather.xml", title: "Weather" },
      ],
    });
    await library.whenReady();
    const dialog = await library.addSource();
    await dialog.lookAtLocal(page);
    await dialog.choose("Weather");
    await expect(dialog.newest).toHaveText([new RegExp(mvua.title)]);
    await dialog.add();
    await expect(library.rows).toHaveCount(1);
  });

  for (const [format, path] of [
    ["Atom", "/feed.atom"],
    ["JSON Feed", "/feed.json"],
  ] as const) {
    test(`${format} is read like RSS @once`, async ({ app, feeds }) => {
      const { library } = app;
      const address = feeds.publish(path, { title: "Markets", items: [markets, volcano] });
      await library.whenReady();
      await library.addLocalSource(address);
      await library.open(volcano.title);
      await expect(library.reader.section("Meeting places")).toBeVisible();
    });
  }

  test("the same source isn't added twice", async ({ app, feeds }) => {
    const { library } = app;
    const address = feeds.publish("/radio.xml", { title: "Radio Lac", items: [cholera] });
    await library.whenReady();
    await library.addLocalSource(address);
    const dialog = await library.addSource();
    await dialog.lookAtLocal(address);
    await expect(dialog.dialog).toContainText(library.text.dialogs.addSource.already({ name: "Radio Lac" }));
  });

  test("a page without a feed and words that are no address are said as such", async ({ app, feeds }) => {
    const { library } = app;
    const page = feeds.publishPage("/", { title: "The lake", feeds: [] });
    await library.whenReady();
    const dialog = await library.addSource();
    await dialog.lookAtLocal(page);
    await expect(dialog.failure).toContainText("The lake");
    await dialog.look("not an address");
    await expect(dialog.failure).toContainText("not an address");
  });

  test("a removed source leaves its briefings, and undo brings it back", async ({ app, feeds }) => {
    const { library, page } = app;
    const address = feeds.publish("/radio.xml", { title: "Radio Lac", items: manyBriefings(3) });
    await library.whenReady();
    await library.addLocalSource(address);
    await library.views.getByRole("button", { name: new RegExp(library.text.reading.views.sourceDetails) }).click();
    await page.getByRole("dialog").getByRole("button", { name: library.text.dialogs.source.remove }).click();
    await expect(library.view("Radio Lac")).toBeHidden();
    await expect(library.rows).toHaveCount(3);
    await library.undo();
    await expect(library.view("Radio Lac")).toBeVisible();
  });
});
