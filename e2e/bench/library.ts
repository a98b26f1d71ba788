import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { findVaultPlaces } from "../../electron/services/vault-folder.ts";
import { type AppHost, startAppHost } from "../fixtures/app-host.ts";
import { findTestBrowser } from "../fixtures/test-browser.ts";
import { LibraryPage } from "../pages/library-page.ts";
import { fillVault } from "./fill-vault.ts";
import { feedMarker, startLargeFeed } from "./large-feed.ts";
import { installProbe, openRow } from "./page-probe.ts";
import { collectGarbage, rendererMegabytes } from "./renderer-memory.ts";
import { machineLoad, median, rounded } from "./statistics.ts";

interface LibraryFigures {
  readonly count: number;
  readonly startToRowsMs: number;
  readonly listPageMs: number;
  readonly openMs: number;
  readonly replayMs: number;
  readonly memoryMb: number;
  readonly bytesPerBriefing: number;
  readonly feed1000Ms: number;
  readonly longestTaskMs: number;
  readonly load: number;
}

const aims: Readonly<Record<keyof LibraryFigures, string>> = {
  count: "",
  startToRowsMs: "≤ 400",
  listPageMs: "≤ 5",
  openMs: "≤ 50",
  replayMs: "≤ 6000",
  memoryMb: "",
  bytesPerBriefing: "",
  feed1000Ms: "≤ 4000",
  longestTaskMs: "≤ 50",
  load: "",
};

const wantedRows = 50;
const usualSize = { width: 1366, height: 768 };
const feedItems = 1_000;
const memorySettlesMs = 5_000;
const patienceMs = 600_000;

const { values } = parseArgs({
  options: { count: { type: "string", default: "10000" }, runs: { type: "string", default: "5" } },
});
const count = Number(values.count);
const runs = Number(values.runs);

const folder = mkdtempSync(join(tmpdir(), "field-reader-bench-"));
const dataFolder = join(folder, "data");
mkdirSync(dataFolder);
const vault = join(folder, "vault");
const say = (what: string): void => void process.stderr.write(`${what}\n`);
const started: (() => Promise<unknown>)[] = [];

try {
  const figures = await measure();
  console.table(
    Object.entries(figures).map(([figure, value]) => ({ figure, value, aim: aims[figure as keyof LibraryFigures] })),
  );
  console.log(JSON.stringify(figures));
} finally {
  for (const stop of started.reverse()) await stop().catch(() => {});
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function measure(): Promise<LibraryFigures> {
  const home = {
    platform: process.platform,
    home: dataFolder,
    env: { XDG_DATA_HOME: dataFolder, LOCALAPPDATA: dataFolder },
  };
  const places = findVaultPlaces({ vault, computer: home });
  mkdirSync(join(places.hostKeyPath, ".."), { recursive: true });
  await fillVault(places, {
    count,
    now: Date.now(),
    onProgress: (done) => {
      if (done % 2_000 === 0) say(`${done} briefings written`);
    },
  });
  const bytesPerBriefing = rounded(statSync(join(vault, "journal-1")).size / count, 0);

  const { executablePath, env } = await findTestBrowser();
  const browser = await chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    args: ["--js-flags=--expose-gc"],
  });
  started.push(() => browser.close());

  const replayMs = await medianOf("replay", Math.min(3, runs), () => replay(browser));
  const app = await openApp(browser);
  await waitForStatus(app.page, "ready");
  await waitForSearch(app.page, count);
  say("search is ready");
  // The index is written once nothing has changed for a while.
  await app.page.waitForTimeout(8_000);

  const tall = { ...usualSize, height: await heightForRows(app.page) };
  await app.page.setViewportSize(tall);
  const startToRowsMs = await medianOf("start to rows", runs + 2, () => reload(app.page));
  await app.page.setViewportSize(usualSize);
  await app.page.reload();
  await waitForRows(app.page);
  const listPageMs = await scrollThroughList(app.page);
  const openMs = await medianOf("open", runs * 4, (run) => app.page.evaluate(openRow, 1 + (run % 6)));
  const longestTaskMs = await medianOf("longest task", runs, () => session(app.page));

  await app.page.reload();
  await waitForSearch(app.page, count);
  await app.page.waitForTimeout(memorySettlesMs);
  await collectGarbage(app.page);
  const memoryMb = rounded(await rendererMegabytes(browser));
  const feed1000Ms = await medianOf("1,000-item feed", Math.min(3, runs), () => takeInFeed(app));

  return {
    count,
    startToRowsMs: rounded(startToRowsMs, 0),
    listPageMs: rounded(listPageMs, 2),
    openMs: rounded(openMs),
    replayMs: rounded(replayMs, 0),
    memoryMb,
    bytesPerBriefing,
    feed1000Ms: rounded(feed1000Ms, 0),
    longestTaskMs: rounded(longestTaskMs, 0),
    load: machineLoad(),
  };
}

async function medianOf(what: string, times: number, measureOnce: (run: number) => Promise<number>): Promise<number> {
  const measured: number[] = [];
  for (let run = 0; run < times; run++) measured.push(await measureOnce(run));
  say(`${what}: ${measured.map((ms) => rounded(ms, 0)).join(", ")} ms`);
  return median(measured);
}

interface OpenedApp {
  readonly page: Page;
  readonly library: LibraryPage;
  readonly context: BrowserContext;
  readonly host: AppHost;
}

/** The shipped host as a program of its own, and a browser profile that has never seen the library. */
async function openApp(browser: Browser): Promise<OpenedApp> {
  const host = await startAppHost({ vaultFolder: vault, dataFolder, locale: "en-GB" });
  started.push(() => host.stop());
  const context = await browser.newContext({ viewport: usualSize, locale: "en-GB", timezoneId: "Africa/Lubumbashi" });
  await context.addInitScript(installProbe, wantedRows);
  const page = await context.newPage();
  await page.goto(host.address);
  return { page, library: new LibraryPage(page, "en"), context, host };
}

/** From the page's start with an empty profile until the whole journal is in the working copy. */
async function replay(browser: Browser): Promise<number> {
  const { page, context, host } = await openApp(browser);
  const ms = await waitForStatus(page, "ready");
  await context.close();
  await host.stop();
  return ms;
}

async function reload(page: Page): Promise<number> {
  await page.reload();
  return waitForRows(page);
}

async function waitForRows(page: Page): Promise<number> {
  await page.waitForSelector("[role=option]", { timeout: patienceMs });
  const painted = page.waitForFunction(() => window.fieldReaderNotes.rowsAt, null, { timeout: 15_000 });
  return painted.then(
    (handle) => handle.jsonValue() as Promise<number>,
    () => Number.NaN,
  );
}

async function waitForStatus(page: Page, wanted: string): Promise<number> {
  const reached = await page.waitForFunction(
    (status) => window.fieldReaderNotes.statuses.find(({ at }) => at === status)?.when ?? null,
    wanted,
    { timeout: patienceMs, polling: 50 },
  );
  return (await reached.jsonValue()) as number;
}

/** Asks again and again, as a person who types would, until the answer stands for all briefings. */
async function waitForSearch(page: Page, briefings: number): Promise<void> {
  const { search } = new LibraryPage(page, "en");
  const until = Date.now() + patienceMs;
  for (let time = 0; Date.now() < until; time++) {
    await search.fill(time % 2 === 0 ? "situation report" : "situation reports");
    await page.waitForTimeout(250);
    const answer = await page.evaluate(() => window.fieldReaderNotes.search);
    if (answer !== null && answer.searched >= briefings && answer.searched >= answer.outOf) break;
  }
  await search.fill("");
}

async function heightForRows(page: Page): Promise<number> {
  const rowHeight = await page.evaluate(
    () => document.querySelector("[role=option]")?.getBoundingClientRect().height ?? 90,
  );
  return Math.ceil(rowHeight) * (wantedRows + 4) + 200;
}

/** The calls that scrolling makes: asked in the page, answered by the worker, back in the page. */
async function scrollThroughList(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.fieldReaderNotes.calls.length = 0;
  });
  await page.locator("[role=listbox]").hover();
  for (let step = 0; step < 60; step++) {
    await page.mouse.wheel(0, 4_000);
    await page.waitForTimeout(50);
  }
  const calls = await page.evaluate(() => window.fieldReaderNotes.calls);
  await page.mouse.wheel(0, -1_000_000);
  await page.waitForTimeout(500);
  return median(calls.filter(({ name }) => name === "listBriefings").map(({ ms }) => ms));
}

/** What a person does in half a minute: scrolls, opens, searches, goes back. */
async function session(page: Page): Promise<number> {
  const library = new LibraryPage(page, "en");
  await page.reload();
  await waitForRowsOnScreen(page);
  await page.evaluate(() => window.fieldReaderNotes.startSession());
  await library.list.hover();
  for (let step = 0; step < 8; step++) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(60);
  }
  for (const row of [1, 2, 3]) {
    await page.evaluate(openRow, row);
    await page.waitForTimeout(300);
  }
  await library.search.pressSequentially("deplacement kalembe", { delay: 60 });
  await page.waitForTimeout(500);
  await library.rows.first().click();
  await page.waitForTimeout(300);
  await library.search.fill("");
  await page.waitForTimeout(500);
  return page.evaluate(() => window.fieldReaderNotes.longestTaskMs);
}

async function waitForRowsOnScreen(page: Page): Promise<void> {
  await page.waitForSelector("[role=option]");
  await page.waitForTimeout(300);
}

/** From the feed's last byte until a search finds every one of its items. */
async function takeInFeed({ page, library }: OpenedApp): Promise<number> {
  const feed = await startLargeFeed();
  started.push(() => feed.close());
  await library.addLocalSource(feed.address);
  feed.grow(feedItems);
  const before = await foundWith(page, feedMarker);
  // The end of the sync is waited for first: questions in the middle of it would take time from it.
  await library.getNew();
  const wanted = before + feedItems - 1;
  const until = Date.now() + patienceMs;
  for (let time = 0; Date.now() < until; time++) {
    await library.search.fill(time % 2 === 0 ? feedMarker : feedMarker.toLowerCase());
    await page.waitForTimeout(60);
    const answer = await page.evaluate(() => {
      const { search } = window.fieldReaderNotes;
      return search === null ? null : { total: search.total, when: performance.timeOrigin + search.when };
    });
    if (answer === null || answer.total < wanted) continue;
    await library.search.fill("");
    await feed.close();
    return answer.when - feed.sentAt;
  }
  throw new Error("the feed's items never became searchable");
}

async function foundWith(page: Page, word: string): Promise<number> {
  const { search } = new LibraryPage(page, "en");
  await search.fill(word);
  await page.waitForTimeout(1_000);
  const total = await page.evaluate(() => window.fieldReaderNotes.search?.total ?? 0);
  await search.fill("");
  return total;
}
