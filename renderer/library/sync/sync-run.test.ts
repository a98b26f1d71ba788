import { describe, expect, test } from "vitest";
import { type AnswerFetch, fakeAnswer } from "../../host/fake-host.ts";
import { radio, roads } from "./memory-sync.suite.ts";
import { plainFeed, plainSource } from "./memory-vault.suite.ts";
import { health, items, progressOf, setUpSyncTestbed } from "./sync-testbed.suite.ts";

const bed = setUpSyncTestbed();
const emptyCursor = { etag: null, lastModified: null, documentDigest: null, newestItem: null, lastBytes: null };

describe("order, and one bad source", () => {
  test("rank first, then cheapest, and a lower rank waits until the higher ones are through", async () => {
    const cheap = plainSource("cheap");
    bed.store.add(roads, cheap, radio);
    bed.store.cursors.set(roads.id, { ...emptyCursor, lastBytes: 90_000 });
    bed.store.cursors.set(cheap.id, { ...emptyCursor, lastBytes: 2_000 });
    let radioDone = false;
    const order: string[] = [];
    for (const source of [roads, cheap, radio]) {
      bed.machine.serve(source.address, async ({ address }) => {
        order.push(source.name);
        if (source !== radio) expect(radioDone).toBe(true);
        for (let turn = 0; turn < 20; turn++) await null;
        if (source === radio) radioDone = true;
        return fakeAnswer(address, plainFeed(items(1)));
      });
    }
    await bed.sync.syncNow(null);
    expect(order).toEqual(["radio", "cheap", "roads"]);
  });

  test("a source that answers garbage and one that makes us stumble don't stop the third", async () => {
    bed.store.add(radio, roads, health);
    bed.serveFeed(radio, "%&/(garbage");
    bed.machine.serve(roads.address, () => {
      throw new Error("a bug of ours");
    });
    bed.serveFeed(health, plainFeed(items(2)));
    const status = await bed.sync.syncNow(null);
    expect(status.at).toBe("partly-done");
    expect(progressOf(status, radio)).toMatchObject({ failure: { kind: "not-a-feed" } });
    expect(progressOf(status, roads)).toEqual({ at: "failed", failure: { kind: "bug", reference: "bug 1" } });
    expect(bed.store.headsOf(health.id)).toHaveLength(2);
  });

  test("with no room on the disk not a byte is fetched", async () => {
    bed.store.add(radio, roads);
    bed.machine.freeBytes = 40 * 1024 * 1024;
    expect(await bed.sync.syncNow(null)).toMatchObject({ at: "stuck", failure: { kind: "disk-low" } });
    expect(bed.machine.requests).toHaveLength(0);
  });

  test("a disk that fills up during the sync stops it, and the validators stay", async () => {
    bed.store.add(radio, roads);
    bed.serveFeed(radio, plainFeed(items(5)), { etag: '"v1"' });
    bed.store.failNext = { kind: "disk-full" };
    expect(await bed.sync.syncNow(null)).toMatchObject({ at: "stuck", failure: { kind: "disk-full" } });
    expect(bed.linesTo(roads)).toHaveLength(0);
    expect(bed.store.cursors.size).toBe(0);
  });

  test("a source that is switched off is left alone unless it is asked for by name", async () => {
    bed.store.add({ ...radio, enabled: false }, roads);
    bed.serveFeed(roads, plainFeed(items(1)));
    await bed.sync.syncNow(null);
    expect(bed.linesTo(radio)).toHaveLength(0);
    await bed.sync.syncNow([radio.id]);
    expect(bed.linesTo(radio)).toHaveLength(1);
  });

  test("a source removed while it is fetched stores nothing", async () => {
    bed.store.add(radio);
    bed.machine.serve(radio.address, ({ address }) => {
      bed.store.sources.delete(radio.id);
      return fakeAnswer(address, plainFeed(items(3)));
    });
    await bed.sync.syncNow(null);
    expect(bed.store.heads.size).toBe(0);
  });
});

describe("cancelling", () => {
  /** Answers half of a feed once it is cancelled. */
  const hang =
    (whole: string): AnswerFetch =>
    ({ address }, { signal, progress }) =>
      new Promise((resolve) => {
        const half = whole.slice(0, whole.length / 2);
        progress({ received: half.length, expected: whole.length });
        const end = () => resolve(fakeAnswer(address, half, { end: { end: "cut", failure: { kind: "cancelled" } } }));
        if (signal.aborted) end();
        else signal.addEventListener("abort", end);
      });

  test("keeps what came, leaves the rest for the next time, and plans no retry", async () => {
    bed.store.add(radio, roads);
    bed.machine.serve(radio.address, hang(plainFeed(items(20))));
    const ended = bed.sync.syncNow(null);
    await bed.settle();
    bed.sync.cancel(null);
    const status = await ended;
    expect(status.at).toBe("partly-done");
    expect(progressOf(status, radio)).toEqual({ at: "cancelled" });
    expect(progressOf(status, roads)).toEqual({ at: "cancelled" });
    expect(bed.store.headsOf(radio.id).length).toBeGreaterThan(5);
    expect(bed.store.cursors.size).toBe(0);
    expect(bed.waits).toHaveLength(0);
    if (status.at === "partly-done") expect(status.totals.added).toBe(bed.store.heads.size);
  });

  test("one source alone lets the others go on", async () => {
    bed.store.add(roads, health);
    bed.machine.serve(roads.address, hang(plainFeed(items(20))));
    bed.serveFeed(health, plainFeed(items(2)));
    const ended = bed.sync.syncNow(null);
    await bed.settle();
    bed.sync.cancel(roads.id);
    const status = await ended;
    expect(progressOf(status, roads)).toEqual({ at: "cancelled" });
    expect(progressOf(status, health)).toMatchObject({ at: "done", added: 2 });
  });
});
