import type { Page } from "playwright";
import { feedMarker, startLargeFeed } from "./large-feed.ts";
import { type OpenedApp, patienceMs, reopen } from "./measured-app.ts";
import { openRow } from "./page-probe.ts";
import { median } from "./statistics.ts";

const feedItems = 1_000;

/** The calls that scrolling makes: asked in the page, answered by the worker, back in the page. */
export async function scrollThroughList(page: Page): Promise<number> {
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
export async function readForAWhile(app: OpenedApp): Promise<number> {
  const { page, library } = app;
  await reopen(app);
  await page.waitForTimeout(300);
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

/** From the feed's last byte until a search finds every one of its items. */
export async function takeInFeed({ page, library }: OpenedApp): Promise<number> {
  const feed = await startLargeFeed();
  await library.addLocalSource(feed.address);
  feed.grow(feedItems);
  const before = await foundWith({ page, library }, feedMarker);
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

async function foundWith(
  { page, library: { search } }: Pick<OpenedApp, "page" | "library">,
  word: string,
): Promise<number> {
  await search.fill(word);
  await page.waitForTimeout(1_000);
  const total = await page.evaluate(() => window.fieldReaderNotes.search?.total ?? 0);
  await search.fill("");
  return total;
}
