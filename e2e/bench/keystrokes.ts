import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findVaultPlaces } from "../../electron/services/vault-folder.ts";
import { fillVault } from "./fill-vault.ts";
import type { BenchCorpus } from "./given-corpus.ts";
import { launchBrowser, openApp, waitForSearch, waitForStatus } from "./measured-app.ts";
import { measureNarrowing, type NarrowingFigures, withNames } from "./narrowing.ts";
import { median, percentile, rounded } from "./statistics.ts";

export interface KeystrokeFigures {
  readonly count: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

const questions = 20;
const lettersOfQuestion = 14;
const betweenKeysMs = 120;
const indexIsWrittenMs = 8_000;

export interface InAppFigures {
  readonly keystroke: KeystrokeFigures;
  readonly narrowing: NarrowingFigures;
}

/** From a key to its results in the document, and conditions, in the shipped app with so many briefings. */
export async function measureInApp(
  corpus: BenchCorpus,
  count: number,
  say: (what: string) => void,
): Promise<InAppFigures> {
  const folder = mkdtempSync(join(tmpdir(), "field-reader-keys-"));
  const dataFolder = join(folder, "data");
  const vaultFolder = join(folder, "vault");
  mkdirSync(dataFolder);
  const home = {
    platform: process.platform,
    home: dataFolder,
    env: { XDG_DATA_HOME: dataFolder, LOCALAPPDATA: dataFolder },
  };
  const places = findVaultPlaces({ vault: vaultFolder, computer: home });
  mkdirSync(join(places.hostKeyPath, ".."), { recursive: true });
  const started: (() => Promise<unknown>)[] = [];
  try {
    await fillVault(places, {
      count,
      briefings: withNames(corpus.briefings()),
      now: Date.now(),
      onProgress: (done) => {
        if (done % 10_000 === 0) say(`${done} briefings written for the app`);
      },
    });
    const browser = await launchBrowser();
    started.push(() => browser.close());
    const app = await openApp(browser, { vaultFolder, dataFolder, rows: 5 });
    started.push(() => app.host.stop());
    const { page, library } = app;
    await waitForStatus(page, "ready");
    await waitForSearch(app, count);
    say("the app can search all of them");
    await page.waitForTimeout(indexIsWrittenMs);
    await page.evaluate(() => window.fieldReaderNotes.watchKeys());
    for (const { q } of everyNth(corpus.queries(), questions)) {
      await library.search.fill("");
      await page.waitForTimeout(300);
      await library.search.pressSequentially(q.trim().slice(0, lettersOfQuestion), { delay: betweenKeysMs });
      await page.waitForTimeout(300);
    }
    const keys = await page.evaluate(() => window.fieldReaderNotes.keysToResultsMs);
    const keystroke = { count, p50Ms: rounded(median(keys)), p95Ms: rounded(percentile(keys, 0.95)) };
    return { keystroke, narrowing: await measureNarrowing(app, count) };
  } finally {
    for (const stop of started.reverse()) await stop().catch(() => {});
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function everyNth<Item>(items: readonly Item[], wanted: number): Item[] {
  const every = Math.max(1, Math.floor(items.length / wanted));
  return items.filter((_, number) => number % every === 0).slice(0, wanted);
}
