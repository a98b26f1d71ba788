import { expect, test } from "../fixtures/app.ts";
import { cholera, manyBriefings, markets, route } from "../fixtures/sample-briefings.ts";

const ages = [{ ...cholera, published: Date.now() - 3 * 3_600_000 }];

test.describe("sync now", () => {
  test("new items come in, an unchanged source costs one request, and the bottom line tells both ages", async ({
    app,
    feeds,
  }) => {
    const { library } = app;
    const address = feeds.publish("/radio.xml", { title: "Radio Lac", items: ages });
    await library.whenReady();
    await library.addLocalSource(address);
    feeds.publish("/radio.xml", { title: "Radio Lac", items: [route, ...ages] });
    await library.getNew();
    await expect(library.row(route.title)).toBeVisible();
    await library.getNew();
    expect(feeds.requests("/radio.xml")).toBe(3);
    expect(feeds.unchanged("/radio.xml")).toBe(1);
    const { sync } = library.text.reading;
    await expect(library.bottomLine).toContainText(/\d\d[:h]\d\d/);
    await expect(library.bottomLine).toContainText(sync.newest("").trim().split(" ")[0] ?? "");
    await expect(library.bottomLine).not.toContainText(/up to date|à jour/i);
  });

  test("the key does what the button does", async ({ app, feeds }) => {
    const { library } = app;
    const address = feeds.publish("/radio.xml", { title: "Radio Lac", items: [cholera] });
    await library.whenReady();
    await library.addLocalSource(address);
    feeds.publish("/radio.xml", { title: "Radio Lac", items: [cholera, route] });
    await library.page.locator("body").press("r");
    await expect(library.row(route.title)).toBeVisible();
  });

  test("a changed item is a revision: the old text stays readable and what changed is shown by block", async ({
    app,
    feeds,
  }) => {
    const { library } = app;
    const address = feeds.publish("/radio.xml", { title: "Radio Lac", items: [markets] });
    await library.whenReady();
    await library.addLocalSource(address);
    const [first] = markets.sections;
    const corrected = {
      ...markets,
      sections: [
        { heading: null, paragraphs: ["Le haricot s’échange à 2 400 francs le kilo.", first?.paragraphs[1] ?? ""] },
      ],
    };
    feeds.publish("/radio.xml", { title: "Radio Lac", items: [corrected] });
    await library.getNew();
    await expect(library.rows).toHaveCount(1);
    await library.open(markets.title);
    await expect(library.reader.article).toContainText("2 400 francs");
    const { revisions } = library.text.reading;
    await library.reader.pane.getByRole("button", { name: revisions.compare }).click();
    await expect(library.reader.article.getByRole("deletion")).toContainText("1 800 francs");
    await expect(library.reader.article.getByRole("insertion")).toContainText("2 400 francs");
    await library.reader.article.getByRole("button", { name: revisions.readThis }).click();
    await expect(library.reader.article).toContainText("1 800 francs");
  });

  test("a feed without ids makes no doubles, however often it is fetched @once", async ({ app, feeds }) => {
    const { library } = app;
    const items = manyBriefings(6);
    const address = feeds.publish("/radio.xml", { title: "Radio Lac", items, withoutIds: true });
    await library.whenReady();
    await library.addLocalSource(address);
    feeds.publish("/radio.xml", { title: "Radio Lac", items: [route, ...items], withoutIds: true });
    await library.getNew();
    await library.getNew();
    await expect(library.view(library.text.reading.views.all)).toContainText("7");
  });

  test("a feed cut in the middle keeps its complete items, and the next sync brings the rest @once", async ({
    app,
    faults,
  }) => {
    const { library } = app;
    const address = faults.publish("/radio.xml", { title: "Radio Lac", items: manyBriefings(2) });
    await library.whenReady();
    await library.addLocalSource(address);
    faults.publish("/radio.xml", { title: "Radio Lac", items: manyBriefings(40) });
    faults.breakPath("/radio.xml", { kind: "connection-cut", share: 0.5 });
    await library.getNew();
    const all = library.view(library.text.reading.views.all);
    await expect(all).toContainText(/1\d|2\d/);
    faults.breakPath("/radio.xml", { kind: "none" });
    await library.getNew();
    await expect(all).toContainText("40");
  });

  test("a cancelled sync stops at once and keeps what came", async ({ app, faults }) => {
    const { library } = app;
    const address = faults.publish("/radio.xml", { title: "Radio Lac", items: manyBriefings(2) });
    await library.whenReady();
    await library.addLocalSource(address);
    faults.publish("/radio.xml", { title: "Radio Lac", items: manyBriefings(40) });
    faults.breakPath("/radio.xml", { kind: "stalls", share: 0.6 });
    await library.getButton.click();
    await expect.poll(() => faults.stalledAt("/radio.xml")).not.toBeNull();
    await expect(library.bottomLine).toContainText(library.format.bytes(faults.stalledAt("/radio.xml") ?? 0));
    await library.stopButton.click();
    await expect(library.getButton).toBeVisible({ timeout: 3_000 });
    await expect(library.view(library.text.reading.views.all)).toContainText(/2\d/);
  });

  test("a double click on the button gets what is new and doesn't stop it again @once", async ({ app, faults }) => {
    const { library } = app;
    const address = faults.publish("/radio.xml", { title: "Radio Lac", items: [cholera] });
    await library.whenReady();
    await library.addLocalSource(address);
    faults.publish("/radio.xml", { title: "Radio Lac", items: [route, ...manyBriefings(40)] });
    faults.breakPath("/radio.xml", { kind: "stalls", share: 0.6 });
    await library.getButton.dblclick();
    await expect.poll(() => faults.stalledAt("/radio.xml")).not.toBeNull();
    await expect(library.bottomLine).toContainText(library.format.bytes(faults.stalledAt("/radio.xml") ?? 0));
    await expect(library.stopButton).toBeVisible();
    faults.letGo();
    await expect(library.getButton).toBeVisible();
    await expect(library.row(route.title)).toBeVisible();
  });

  test("one source behind a login page doesn't stop the other, and is said as such", async ({ app, faults, feeds }) => {
    const { library, page } = app;
    const bad = faults.publish("/radio.xml", { title: "Radio Lac", items: [cholera] });
    const good = feeds.publish("/roads.xml", { title: "Roads", items: [route] });
    await library.whenReady();
    await library.addLocalSource(bad);
    await library.addLocalSource(good);
    faults.breakPath("/radio.xml", { kind: "login-page" });
    feeds.publish("/roads.xml", { title: "Roads", items: [route, markets] });
    await library.getNew();
    await expect(library.row(markets.title)).toBeVisible();
    await expect(library.bottomLine).toContainText(library.text.reading.sync.failedCount(1));
    await library.bottomLine.getByRole("button", { name: library.text.reading.sync.details }).click();
    const said = library.text.failures["login-page"]({ kind: "login-page", host: null }, {} as never);
    await expect(page.getByText(new RegExp(said.next.slice(0, 20)))).toBeVisible();
  });
});
