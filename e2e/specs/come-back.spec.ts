import { type App, expect, test } from "../fixtures/app.ts";
import { cholera, manyBriefings, route, sampleBriefings } from "../fixtures/sample-briefings.ts";
import type { FeedServer } from "../servers/feed-server.ts";

/** A library of two reports in the first tab; the second waits for it. */
async function openTwoTabs(app: App, feeds: FeedServer) {
  const address = feeds.publish("/radio.xml", { title: "Radio Lac", items: [cholera, route] });
  await app.library.whenReady();
  await app.library.addLocalSource(address);
  const first = app.page;
  const second = await app.openSecondTab();
  const { elsewhere } = second.text.dialogs;
  await expect(second.page.getByRole("heading", { name: elsewhere.title })).toBeVisible();
  return { first, second, elsewhere };
}

test.describe("stop and come back", () => {
  test("after a restart on another port, what was read and saved still is", async ({ app, feeds }) => {
    const address = feeds.publish("/radio.xml", { title: "Radio Lac", items: sampleBriefings });
    await app.library.whenReady();
    await app.library.addLocalSource(address);
    await app.library.open(cholera.title);
    await app.library.reader.markRead();
    await app.library.reader.saveButton.click();
    // A mark shows at once; the counts come from what is kept.
    await expect(app.library.view(app.library.text.reading.views.unread)).toContainText("4");
    await expect(app.library.view(app.library.text.reading.views.saved)).toContainText("1");
    const before = new URL(app.page.url()).port;
    await app.restart({ end: "stop" });
    expect(new URL(app.page.url()).port).not.toBe(before);
    await expect(app.library.rows).toHaveCount(5);
    await expect(app.library.view(app.library.text.reading.views.unread)).toContainText("4");
    await app.library.open(cholera.title);
    await expect(app.library.reader.saveButton).toHaveAttribute("aria-pressed", "true");
  });

  test("a kill -9 in the middle of a sync loses nothing that was shown, and the next sync brings the rest once @once", async ({
    app,
    faults,
  }) => {
    test.slow();
    const address = faults.publish("/radio.xml", { title: "Radio Lac", items: manyBriefings(30) });
    await app.library.whenReady();
    await app.library.addLocalSource(address);
    await app.library.open("Sake: road report, bulletin 1");
    await app.library.reader.saveButton.click();
    await expect(app.library.view(app.library.text.reading.views.saved)).toContainText("1");
    faults.publish("/radio.xml", { title: "Radio Lac", items: manyBriefings(400) });
    faults.breakPath("/radio.xml", { kind: "trickles", bytesPerTick: 60_000, tickMs: 20 });
    await app.library.getButton.click();
    await app.page.waitForTimeout(350);
    await app.restart({ end: "kill" });
    const all = app.library.view(app.library.text.reading.views.all);
    await expect(app.library.view(app.library.text.reading.views.saved)).toContainText("1");
    const count = async () => Number(((await all.textContent()) ?? "").match(/\d+/)?.[0] ?? 0);
    await expect.poll(count).toBeGreaterThanOrEqual(30);
    faults.breakPath("/radio.xml", { kind: "none" });
    await app.library.getNew();
    await expect(all).toContainText("400");
  });

  test("a deleted browser profile costs nothing but a moment @once", async ({ app, feeds }) => {
    const address = feeds.publish("/radio.xml", { title: "Radio Lac", items: manyBriefings(120) });
    await app.library.whenReady();
    await app.library.addLocalSource(address);
    await app.library.open("Minova: road report, bulletin 2");
    await app.library.reader.saveButton.click();
    await expect(app.library.view(app.library.text.reading.views.saved)).toContainText("1");
    await app.restartWithNewProfile();
    await expect(app.library.view(app.library.text.reading.views.all)).toContainText("120");
    await expect(app.library.view(app.library.text.reading.views.saved)).toContainText("1");
    await app.library.open("Minova: road report, bulletin 2");
  });

  test("a second tab sees that the library is open elsewhere and can take it", async ({ app, feeds }) => {
    const { first, second, elsewhere } = await openTwoTabs(app, feeds);
    await second.page.getByRole("button", { name: elsewhere.useHere }).click();
    await expect(second.rows).toHaveCount(2);
    await expect(first.getByRole("heading", { name: elsewhere.title })).toBeVisible();
  });

  test("a tab that waits goes on by itself once the tab with the library is closed @fr", async ({ app, feeds }) => {
    const { first, second } = await openTwoTabs(app, feeds);
    await first.close();
    await expect(second.rows).toHaveCount(2);
  });

  test("a program started a second time on the same library sees that it is open elsewhere @once", async ({ app }) => {
    await app.library.whenReady();
    const second = await app.startSecond();
    await expect(second.page.getByRole("heading", { name: second.text.dialogs.elsewhere.title })).toBeVisible();
    await expect(app.library.views).toBeVisible();
  });
});
