import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright";

const kibibytesPerMegabyte = 1024;

/** Frees what is free in the page and in its workers; the browser must have been started with --expose-gc. */
export async function collectGarbage(page: Page): Promise<void> {
  const collect = () => (globalThis as unknown as { gc(): void }).gc();
  for (let time = 0; time < 2; time++) {
    await page.evaluate(collect);
    for (const worker of page.workers()) await worker.evaluate(collect);
  }
}

/** Proportional set size of the app's renderer process, page and worker together. Linux only. */
export async function rendererMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  // Beside the app's there may be a spare one, which is small.
  return Math.max(...processInfo.filter(({ type }) => type === "renderer").map(({ id }) => proportionalSize(id)));
}

function proportionalSize(processId: number): number {
  try {
    const rollup = readFileSync(`/proc/${processId}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / kibibytesPerMegabyte;
  } catch {
    return 0;
  }
}
