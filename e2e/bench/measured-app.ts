import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { type AppHost, startAppHost } from "../fixtures/app-host.ts";
import { findTestBrowser } from "../fixtures/test-browser.ts";
import { LibraryPage } from "../pages/library-page.ts";
import { installProbe } from "./page-probe.ts";

export const usualSize = { width: 1366, height: 768 };
export const patienceMs = 600_000;

export interface OpenedApp {
  readonly page: Page;
  readonly library: LibraryPage;
  readonly context: BrowserContext;
  readonly host: AppHost;
}

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findTestBrowser();
  return chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    args: ["--js-flags=--expose-gc"],
  });
}

/** The shipped host as a program of its own, and a browser profile that has never seen the library. */
export async function openApp(
  browser: Browser,
  { vaultFolder, dataFolder, rows }: { vaultFolder: string; dataFolder: string; rows: number },
): Promise<OpenedApp> {
  const host = await startAppHost({ vaultFolder, dataFolder, locale: "en-GB" });
  const context = await browser.newContext({ viewport: usualSize, locale: "en-GB", timezoneId: "Africa/Lubumbashi" });
  await context.addInitScript(installProbe, rows);
  const page = await context.newPage();
  await page.goto(host.address);
  return { page, library: new LibraryPage(page, "en"), context, host };
}

/**
 * Loads the page again until it has the library: at once, unless the page before still held it. The page isn't asked
 * for anything by role or name meanwhile: to look every element over takes it longer than to draw them.
 */
export async function reopen({ page }: OpenedApp): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    await page.reload();
    const opened = await page.waitForFunction(
      () => {
        const { firstRowAt, statuses } = window.fieldReaderNotes;
        if (firstRowAt !== null) return "here";
        return statuses.at(-1)?.at === "open-elsewhere" ? "elsewhere" : null;
      },
      null,
      { timeout: patienceMs, polling: 50 },
    );
    if ((await opened.jsonValue()) === "here") return;
    process.stderr.write("the page before still held the library: loaded again\n");
  }
  throw new Error("the library stays open elsewhere");
}

/** When enough rows had been painted. */
export async function waitForRows(page: Page): Promise<number> {
  const painted = await page.waitForFunction(() => window.fieldReaderNotes.rowsAt, null, { timeout: patienceMs });
  return (await painted.jsonValue()) as number;
}

export async function waitForStatus(page: Page, wanted: string): Promise<number> {
  const reached = await page.waitForFunction(
    (status) => window.fieldReaderNotes.statuses.find(({ at }) => at === status)?.when ?? null,
    wanted,
    { timeout: patienceMs, polling: 50 },
  );
  return (await reached.jsonValue()) as number;
}

/** Asks again and again, as a person who types would, until the answer stands for all briefings. */
export async function waitForSearch({ page, library: { search } }: OpenedApp, briefings: number): Promise<void> {
  const until = Date.now() + patienceMs;
  for (let time = 0; Date.now() < until; time++) {
    await search.fill(time % 2 === 0 ? "situation report" : "situation reports");
    await page.waitForTimeout(250);
    const answer = await page.evaluate(() => window.fieldReaderNotes.search);
    if (answer !== null && answer.searched >= briefings && answer.searched >= answer.outOf) break;
  }
  await search.fill("");
}
