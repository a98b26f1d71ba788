import { describe, expect, test } from "vitest";
import { fakeAnswer } from "../../host/fake-host.ts";
import { fail } from "../../model/result.ts";
import { monday, radio } from "./memory-sync.suite.ts";
import { type PlainItem, plainFeed } from "./memory-vault.suite.ts";
import { items, progressOf, setUpSyncTestbed } from "./sync-testbed.suite.ts";

const bed = setUpSyncTestbed();

describe("what a sync brings", () => {
  test("a new source's items become briefings, and its validators ride at the end of the last batch", async () => {
    bed.store.add(radio);
    bed.serveFeed(radio, plainFeed(items(250)), { etag: '"v1"', lastModified: "Mon, 19 Oct 2026 10:00:00 GMT" });
    const status = await bed.sync.syncNow(null);
    expect(bed.store.headsOf(radio.id)).toHaveLength(250);
    expect(bed.store.batches).toHaveLength(3);
    expect(bed.store.batches.map((batch) => batch.filter(({ kind }) => kind === "cursor-moved").length)).toEqual([
      0, 0, 1,
    ]);
    expect(bed.store.batches.at(-1)?.at(-1)).toMatchObject({ kind: "cursor-moved", cursor: { etag: '"v1"' } });
    expect(bed.store.cursors.get(radio.id)).toMatchObject({ newestItem: monday });
    expect(status).toMatchObject({ at: "idle", ages: { checkedSources: 1, enabledSources: 1, lastCheckedAt: monday } });
    expect([...bed.store.deliveries.values()]).toMatchObject([{ label: "radio", added: 250, revised: 0 }]);
  });

  test("a source that answers 304 costs one request and no write", async () => {
    bed.store.add(radio);
    bed.serveFeed(radio, plainFeed(items(3)), { etag: '"v1"' });
    await bed.sync.syncNow(null);
    const writes = bed.store.batches.length;
    bed.serveFeed(radio, "", { status: 304 });
    bed.now += 60_000;
    const status = await bed.sync.syncNow(null);
    expect(bed.linesTo(radio)).toHaveLength(2);
    expect(bed.linesTo(radio)[1]).toMatchObject({ etag: '"v1"' });
    expect(bed.store.batches).toHaveLength(writes);
    expect(progressOf(status, radio)).toMatchObject({ at: "done", unchanged: true });
    expect(status.ages.lastCheckedAt).toBe(bed.now);
  });

  test("a source without validators that sends the same bytes again costs no write either", async () => {
    bed.store.add(radio);
    bed.serveFeed(radio, plainFeed(items(3)));
    await bed.sync.syncNow(null);
    const writes = bed.store.batches.length;
    expect(progressOf(await bed.sync.syncNow(null), radio)).toMatchObject({ unchanged: true });
    expect(bed.store.batches).toHaveLength(writes);
  });

  test("an item that changed is a revision, the others stay as they are", async () => {
    bed.store.add(radio);
    bed.serveFeed(radio, plainFeed(items(3)));
    await bed.sync.syncNow(null);
    const [first, ...others] = items(3);
    bed.serveFeed(radio, plainFeed([{ ...(first as PlainItem), title: "Road report, corrected" }, ...others]));
    expect(progressOf(await bed.sync.syncNow(null), radio)).toMatchObject({ added: 0, revised: 1 });
    expect(bed.store.headsOf(radio.id).map(({ revision }) => revision)).toEqual([2, 1, 1]);
  });

  test("a login page in a feed's place is said as such and leaves everything as it was", async () => {
    bed.store.add(radio);
    bed.serveFeed(radio, plainFeed(items(3)), { etag: '"v1"' });
    await bed.sync.syncNow(null);
    const before = {
      heads: bed.store.heads.size,
      cursor: bed.store.cursors.get(radio.id),
      writes: bed.store.batches.length,
    };
    bed.serveFeed(radio, "<login", {
      finalAddress: "https://wifi.hotel.example/",
      serverDate: monday + 900 * 86_400_000,
    });
    const status = await bed.sync.syncNow(null);
    expect(status).toMatchObject({ at: "stuck", failure: { kind: "login-page", host: "wifi.hotel.example" } });
    expect(bed.store).toMatchObject({ heads: { size: before.heads }, batches: { length: before.writes } });
    expect(bed.store.cursors.get(radio.id)).toEqual(before.cursor);
    expect(bed.sync.newestServerDate()).toBeNull();
  });

  test("a feed cut in the middle keeps its complete items, and the next sync asks for all of it again", async () => {
    bed.store.add(radio);
    const whole = plainFeed(items(20));
    bed.serveFeed(radio, whole.slice(0, whole.length / 2), {
      etag: '"v1"',
      end: { end: "cut", failure: { kind: "connection-cut", received: 300 } },
    });
    const status = await bed.sync.syncNow(null);
    const kept = bed.store.headsOf(radio.id).length;
    expect(kept).toBeGreaterThan(5);
    expect(status.at).toBe("partly-done");
    expect(progressOf(status, radio)).toMatchObject({ at: "done", cut: true, added: kept });
    expect(bed.store.cursors.get(radio.id)).toBeUndefined();
    bed.serveFeed(radio, whole, { etag: '"v1"' });
    await bed.sync.syncNow(null);
    expect(bed.linesTo(radio)[1]).toMatchObject({ etag: null });
    expect(bed.store.headsOf(radio.id)).toHaveLength(20);
  });

  test("a permanent redirect is noted and not followed for good", async () => {
    bed.store.add(radio);
    bed.serveFeed(radio, plainFeed(items(1)), { permanentRedirect: true, finalAddress: "https://new.example/feed" });
    expect(progressOf(await bed.sync.syncNow(null), radio)).toMatchObject({ movedTo: "https://new.example/feed" });
    expect(bed.store.sources.get(radio.id)?.address).toBe(radio.address);
  });

  test("an item dated next year doesn't make the newest item younger than now", async () => {
    bed.store.add(radio);
    bed.serveFeed(radio, plainFeed([{ key: "odd", title: "From next year", at: monday + 365 * 86_400_000 }]));
    expect((await bed.sync.syncNow(null)).ages.newestItem).toBeNull();
  });
});

describe("pages of a JSON feed", () => {
  const page = (number: number) => `https://radio.example/feed?page=${number}`;
  const servePage = (number: number, own: readonly PlainItem[], next: string | null) =>
    bed.machine.serve(
      number === 1 ? radio.address : page(number),
      fakeAnswer(number === 1 ? radio.address : page(number), plainFeed(own, next), { etag: `"p${number}"` }),
    );

  test("older pages are fetched once, and no page twice however the feed points in a circle", async () => {
    bed.store.add(radio);
    servePage(1, items(5), page(2));
    servePage(2, items(5, 5), page(3));
    servePage(3, items(5, 10), page(2));
    await bed.sync.syncNow(null);
    expect(bed.machine.requests.map(({ address }) => address)).toEqual([radio.address, page(2), page(3)]);
    expect(bed.store.headsOf(radio.id)).toHaveLength(15);
    expect(bed.store.cursors.get(radio.id)).toMatchObject({ etag: '"p1"' });
    expect([...bed.store.deliveries.values()]).toMatchObject([{ added: 15 }]);
  });

  test("at most ten pages are fetched", async () => {
    bed.store.add(radio);
    for (let number = 1; number <= 12; number++) servePage(number, items(1, number), page(number + 1));
    await bed.sync.syncNow(null);
    expect(bed.machine.requests).toHaveLength(10);
  });

  test("a source's word takes nobody to another host", async () => {
    bed.store.add(radio);
    servePage(1, items(5), "https://elsewhere.example/feed");
    expect((await bed.sync.syncNow(null)).at).toBe("idle");
    expect(bed.machine.requests).toHaveLength(1);
  });

  test("a walk that broke off is taken up again although its first page has nothing new any more", async () => {
    bed.store.add(radio);
    servePage(1, items(5), page(2));
    servePage(2, items(5, 5), page(3));
    bed.machine.serve(page(3), fail({ kind: "timeout", phase: "idle", seconds: 30 }));
    expect(progressOf(await bed.sync.syncNow(null), radio)).toMatchObject({ at: "done", cut: true, added: 10 });
    servePage(3, items(5, 10), null);
    await bed.sync.syncNow(null);
    expect(bed.store.headsOf(radio.id)).toHaveLength(15);
    expect((await bed.sync.syncNow(null)).at).toBe("idle");
    expect(bed.linesTo(radio).at(-1)).toMatchObject({ etag: '"p1"' });
  });
});
