import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright";
import { makeBigDocument } from "../fixtures/make-big-documents.ts";
import { briefingsIn, type MadeFile, makeDocument } from "../fixtures/make-documents.ts";
import { ImportDialog } from "../pages/import-dialog.ts";
import { launchBrowser, type OpenedApp, openApp, patienceMs } from "./measured-app.ts";
import { collectGarbage, rendererMegabytes } from "./renderer-memory.ts";
import { machineLoad, median, rounded } from "./statistics.ts";

interface ImportRun {
  readonly readMs: number;
  readonly saveMs: number;
  readonly startMb: number;
  readonly peakMb: number;
  readonly longestTaskMs: number;
  readonly briefings: number;
}

/** Files on the disk, and how many briefings they make. */
interface Pile {
  readonly paths: readonly string[];
  readonly briefings: number;
}

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "100" },
    runs: { type: "string", default: "3" },
    /** Forty files of 10 MB each as well. */
    big: { type: "boolean", default: false },
  },
});
const fileCount = Number(values.files);
const runs = Number(values.runs);
const memoryEveryMs = 100;
/** What the start itself still does isn't the import's. */
const startSettlesMs = 2_000;

const folder = mkdtempSync(join(tmpdir(), "field-reader-bench-import-"));
const documents = join(folder, "documents");
mkdirSync(documents);
const mixed: Pile = { paths: pathsOf(fileCount, makeDocument), briefings: briefingsIn(fileCount) };
const bigFileCount = 40;

try {
  const measured: ImportRun[] = [];
  for (let run = 0; run < runs; run++) measured.push(await importOnce(`run-${run}`, mixed));
  const of = (figure: (run: ImportRun) => number) => median(measured.map(figure));
  const seconds = of(({ readMs, saveMs }) => readMs + saveMs) / 1000;
  const figures = {
    filesPerSecond: rounded(fileCount / seconds),
    peakMb: rounded(
      of(({ startMb, peakMb }) => peakMb - startMb),
      0,
    ),
    longestTaskMs: rounded(
      of(({ longestTaskMs }) => longestTaskMs),
      0,
    ),
  };
  console.table([
    { figure: "files", measured: fileCount, aim: "" },
    { figure: "briefings made of them", measured: of(({ briefings }) => briefings), aim: "" },
    { figure: "read, s", measured: rounded(of(({ readMs }) => readMs) / 1000, 2), aim: "" },
    { figure: "save, s", measured: rounded(of(({ saveMs }) => saveMs) / 1000, 2), aim: "" },
    { figure: "files per second", measured: figures.filesPerSecond, aim: "" },
    {
      figure: "memory at the start, MB",
      measured: rounded(
        of(({ startMb }) => startMb),
        0,
      ),
      aim: "",
    },
    { figure: "peak above that, MB", measured: figures.peakMb, aim: "≤ 300" },
    { figure: "longest task of the page, ms", measured: figures.longestTaskMs, aim: "≤ 50" },
    ...(values.big ? await bigFigures() : []),
    { figure: "load of the machine", measured: machineLoad(), aim: "" },
  ]);
  console.log(JSON.stringify(figures));
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** What ten times as many bytes a file take: one run, because nothing but the peak is asked of it. */
async function bigFigures(): Promise<{ figure: string; measured: number; aim: string }[]> {
  const pile = { paths: pathsOf(bigFileCount, makeBigDocument), briefings: bigFileCount };
  const { readMs, saveMs, startMb, peakMb, longestTaskMs } = await importOnce("big", pile);
  const what = `${bigFileCount} files of 10 MB`;
  return [
    { figure: `${what}: read and saved, s`, measured: rounded((readMs + saveMs) / 1000, 2), aim: "" },
    { figure: `${what}: peak above the start, MB`, measured: rounded(peakMb - startMb, 0), aim: "≤ 300" },
    { figure: `${what}: longest task of the page, ms`, measured: rounded(longestTaskMs, 0), aim: "≤ 50" },
  ];
}

function pathsOf(count: number, make: (number: number) => MadeFile): string[] {
  return Array.from({ length: count }, (_, number) => {
    const { name, content } = make(number);
    writeFileSync(join(documents, name), content);
    return join(documents, name);
  });
}

/** The whole way in an app of its own: picked, read, looked at, saved. */
async function importOnce(run: string, pile: Pile): Promise<ImportRun> {
  const place = join(folder, run);
  mkdirSync(join(place, "data"), { recursive: true });
  const browser = await launchBrowser();
  const app = await openApp(browser, { vaultFolder: join(place, "vault"), dataFolder: join(place, "data"), rows: 1 });
  try {
    const { page, library } = app;
    await library.whenReady();
    await page.waitForTimeout(startSettlesMs);
    await collectGarbage(page);
    const startMb = await rendererMegabytes(browser);
    const memory = watchMemory(browser);
    await page.evaluate(() => window.fieldReaderNotes.startSession());
    const { readMs, saveMs, briefings } = await readAndSave(app, pile);
    const longestTaskMs = await page.evaluate(() => window.fieldReaderNotes.longestTaskMs);
    return { readMs, saveMs, startMb, peakMb: await memory.stop(), longestTaskMs, briefings };
  } finally {
    await browser.close();
    await app.host.stop();
  }
}

async function readAndSave(
  { page, library }: OpenedApp,
  { paths, briefings }: Pile,
): Promise<{ readMs: number; saveMs: number; briefings: number }> {
  const words = library.text.dialogs.import;
  const choosing = page.waitForEvent("filechooser");
  await page.locator("body").press("ControlOrMeta+o");
  const chooser = await choosing;
  const startedAt = performance.now();
  await chooser.setFiles(paths);
  const preview = new ImportDialog(page, library.text);
  await preview.title.waitFor({ timeout: patienceMs });
  const readMs = performance.now() - startedAt;
  const savedFrom = performance.now();
  await preview.save(briefings);
  await page
    .getByRole("dialog", { name: words.title({ count: briefings }) })
    .waitFor({ state: "hidden", timeout: patienceMs });
  await waitForRow(page);
  return { readMs, saveMs: performance.now() - savedFrom, briefings };
}

async function waitForRow(page: Page): Promise<void> {
  await page.getByRole("option").first().waitFor({ timeout: patienceMs });
}

function watchMemory(browser: Browser): { stop(): Promise<number> } {
  let peak = 0;
  let isWatching = true;
  const watching = (async () => {
    while (isWatching) {
      peak = Math.max(peak, await rendererMegabytes(browser));
      await new Promise((resolve) => setTimeout(resolve, memoryEveryMs));
    }
  })();
  return {
    async stop() {
      isWatching = false;
      await watching;
      return peak;
    },
  };
}
