import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright";
import { briefingsIn, makeDocument } from "../fixtures/make-documents.ts";
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

const { values } = parseArgs({
  options: { files: { type: "string", default: "100" }, runs: { type: "string", default: "3" } },
});
const fileCount = Number(values.files);
const runs = Number(values.runs);
const memoryEveryMs = 100;
/** What the start itself still does isn't the import's. */
const startSettlesMs = 2_000;

const folder = mkdtempSync(join(tmpdir(), "field-reader-bench-import-"));
const documents = join(folder, "documents");
mkdirSync(documents);
const paths = Array.from({ length: fileCount }, (_, number) => {
  const { name, content } = makeDocument(number);
  writeFileSync(join(documents, name), content);
  return join(documents, name);
});

try {
  const measured: ImportRun[] = [];
  for (let run = 0; run < runs; run++) measured.push(await importOnce(run));
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
    { figure: "load of the machine", measured: machineLoad(), aim: "" },
  ]);
  console.log(JSON.stringify(figures));
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** The whole way in an app of its own: picked, read, looked at, saved. */
async function importOnce(run: number): Promise<ImportRun> {
  const place = join(folder, `run-${run}`);
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
    const { readMs, saveMs, briefings } = await readAndSave(app);
    const longestTaskMs = await page.evaluate(() => window.fieldReaderNotes.longestTaskMs);
    return { readMs, saveMs, startMb, peakMb: await memory.stop(), longestTaskMs, briefings };
  } finally {
    await browser.close();
    await app.host.stop();
  }
}

async function readAndSave({
  page,
  library,
}: OpenedApp): Promise<{ readMs: number; saveMs: number; briefings: number }> {
  const words = library.text.dialogs.import;
  const choosing = page.waitForEvent("filechooser");
  await page.locator("body").press("ControlOrMeta+o");
  const chooser = await choosing;
  const startedAt = performance.now();
  await chooser.setFiles(paths);
  const preview = new ImportDialog(page, library.text);
  await preview.title.waitFor({ timeout: patienceMs });
  const readMs = performance.now() - startedAt;
  const briefings = briefingsIn(fileCount);
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
