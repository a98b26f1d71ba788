// `npm run screenshots`: the README's picture, from the shipped app on texts of our own.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright";
import { startAppHost } from "../fixtures/app-host.ts";
import { asPlainText, type SampleBriefing, sampleBriefings } from "../fixtures/sample-briefings.ts";
import { findTestBrowser } from "../fixtures/test-browser.ts";
import { LibraryPage } from "../pages/library-page.ts";
import { startFeedServer } from "../servers/feed-server.ts";

const picture = resolve("assets/screenshot.png");
const [cholera, route, rain, markets, volcano] = sampleBriefings;
if (!cholera || !route || !rain || !markets || !volcano) throw new Error("the sample briefings are gone");

/** The texts are of one week in October 2026; in the picture that week is this one. */
function asOfThisWeek(briefing: SampleBriefing): SampleBriefing {
  return { ...briefing, published: briefing.published - newest + Date.now() - 20 * 3_600_000 };
}

const newest = Math.max(...sampleBriefings.map(({ published }) => published));
const folder = mkdtempSync(join(tmpdir(), "field-reader-screenshots-"));
const dataFolder = join(folder, "data");
mkdirSync(dataFolder);
const feeds = await startFeedServer();
const host = await startAppHost({ vaultFolder: join(folder, "vault"), dataFolder, locale: "en-GB" });
const { executablePath, env } = await findTestBrowser();
const browser = await chromium.launch({ executablePath, env: { ...(process.env as Record<string, string>), ...env } });
try {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(host.address);
  const library = new LibraryPage(page, "en");
  await library.whenReady();
  await library.addLocalSource(
    feeds.publish("/lake.xml", { title: "Radio of the Lake", items: [cholera, rain].map(asOfThisWeek) }),
  );
  await library.addLocalSource(
    feeds.publish("/roads.atom", { title: "Infos routes", items: [route, markets].map(asOfThisWeek) }),
  );
  const note = await library.openFiles([{ name: "note.txt", content: asPlainText(volcano) }]);
  await note.save();
  await library.open(cholera.title);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(9_000);
  await page.screenshot({ path: picture });
  process.stdout.write(`${picture}\n`);
} finally {
  await browser.close();
  await host.stop();
  await feeds.close();
  rmSync(folder, { recursive: true, force: true });
}
