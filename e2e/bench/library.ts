import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright";
import { findVaultPlaces } from "../../electron/services/vault-folder.ts";
import { fillVault } from "./fill-vault.ts";
import { readForAWhile, scrollThroughList, takeInFeed } from "./library-sessions.ts";
import {
  launchBrowser,
  openApp,
  reopen,
  usualSize,
  waitForRows,
  waitForSearch,
  waitForStatus,
} from "./measured-app.ts";
import { openRow } from "./page-probe.ts";
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
const memorySettlesMs = 5_000;
/** The index is written once nothing has changed for a while. */
const indexIsWrittenMs = 8_000;

const { values } = parseArgs({
  options: { count: { type: "string", default: "10000" }, runs: { type: "string", default: "5" } },
});
const count = Number(values.count);
const runs = Number(values.runs);

const folder = mkdtempSync(join(tmpdir(), "field-reader-bench-"));
const dataFolder = join(folder, "data");
mkdirSync(dataFolder);
const vaultFolder = join(folder, "vault");
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
  const places = findVaultPlaces({ vault: vaultFolder, computer: home });
  mkdirSync(join(places.hostKeyPath, ".."), { recursive: true });
  await fillVault(places, {
    count,
    now: Date.now(),
    onProgress: (done) => {
      if (done % 2_000 === 0) say(`${done} briefings written`);
    },
  });
  const bytesPerBriefing = rounded(statSync(join(vaultFolder, "journal-1")).size / count, 0);

  const browser = await launchBrowser();
  started.push(() => browser.close());
  const replayMs = await medianOf("replay", Math.min(3, runs), () => replay(browser));

  const app = await openApp(browser, { vaultFolder, dataFolder, rows: wantedRows });
  started.push(() => app.host.stop());
  const { page } = app;
  await waitForStatus(page, "ready");
  await waitForSearch(app, count);
  say("search is ready");
  await page.waitForTimeout(indexIsWrittenMs);

  await page.setViewportSize({ ...usualSize, height: await heightForRows(page) });
  const startToRowsMs = await medianOf("start to rows", runs + 2, async () => {
    await reopen(app);
    return waitForRows(page);
  });
  await page.setViewportSize(usualSize);
  await reopen(app);
  const listPageMs = await scrollThroughList(page);
  const openMs = await medianOf("open", runs * 4, (run) => page.evaluate(openRow, 1 + (run % 6)));
  const longestTaskMs = await medianOf("longest task", runs, () => readForAWhile(app));

  await reopen(app);
  await waitForSearch(app, count);
  await page.waitForTimeout(memorySettlesMs);
  await collectGarbage(page);
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

/** From the page's start with an empty profile until the whole journal is in the working copy. */
async function replay(browser: Browser): Promise<number> {
  const { page, context, host } = await openApp(browser, { vaultFolder, dataFolder, rows: wantedRows });
  const ms = await waitForStatus(page, "ready");
  await context.close();
  await host.stop();
  return ms;
}

async function heightForRows(page: Page): Promise<number> {
  const rowHeight = await page.evaluate(
    () => document.querySelector("[role=option]")?.getBoundingClientRect().height ?? 90,
  );
  return Math.ceil(rowHeight) * (wantedRows + 4) + 200;
}
