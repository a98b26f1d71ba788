import { expect, test } from "../fixtures/app.ts";
import { LibraryPage } from "../pages/library-page.ts";

test.describe("start", () => {
  test("the address that the launcher prints opens the library in the system's language", async ({ app }) => {
    await app.library.whenReady();
    await expect(app.page.locator("html")).toHaveAttribute("lang", app.library.text.language);
    await expect(app.library.bottomLine).toContainText(app.library.text.reading.sync.noSources);
  });

  test("the address opens once: the launch secret is gone from it, and another browser can't use it @once", async ({
    app,
    browser,
  }) => {
    await app.library.whenReady();
    expect(app.page.url()).not.toContain("launch=");
    const stranger = await browser.newContext();
    const page = await stranger.newPage();
    await page.goto(app.launchAddress);
    const { text, views } = new LibraryPage(page, "en");
    await expect(page.getByRole("heading", { name: text.dialogs.closed.title })).toBeVisible();
    await expect(views).toBeHidden();
    await stranger.close();
  });

  test("a reload comes back to the open library @once", async ({ app }) => {
    await app.library.whenReady();
    await app.page.reload();
    await app.library.whenReady();
  });

  test("a reload before the program's first answer has come opens the library all the same @once", async ({ app }) => {
    await app.library.whenReady();
    let reached: () => void = () => {};
    const secretUsed = new Promise<void>((resolve) => {
      reached = resolve;
    });
    let isLost = false;
    // Only the first answer is lost. Nothing of that page may go on: it would hold the library while the next one asks.
    await app.page.route("**/session", async (route) => {
      if (isLost) return route.continue();
      isLost = true;
      await route.fetch();
      reached();
    });
    await app.restart({ end: "stop", until: "loaded" });
    await secretUsed;
    await app.page.reload();
    await app.library.whenReady();
  });

  test("a slow laptop shows a usable window within ten seconds @alone", async ({ app }) => {
    const slow = await app.page.context().newCDPSession(app.page);
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const startedAt = Date.now();
    await app.page.reload();
    await app.library.whenReady();
    await app.library.views.getByRole("button", { name: app.library.text.reading.views.settings, exact: true }).click();
    await expect(app.page.getByRole("dialog")).toBeVisible();
    expect(Date.now() - startedAt).toBeLessThan(10_000);
  });
});

test.describe("start in Kiswahili", () => {
  test.use({ language: "sw" });
  test("a Kiswahili system opens a Kiswahili library @once", async ({ app }) => {
    await app.library.whenReady();
    await expect(app.page.locator("html")).toHaveAttribute("lang", "sw");
    await expect(app.library.bottomLine).toContainText(app.library.text.reading.sync.noSources);
  });
});
