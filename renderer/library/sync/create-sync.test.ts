import { beforeEach, describe, expect, test } from "vitest";
import type { FetchedAddress } from "../../contracts/host.ts";
import { type AnswerFetch, FakeMachine, fakeAnswer } from "../../host/fake-host.ts";
import { fail } from "../../model/result.ts";
import type { Source } from "../../model/source.ts";
import type { SyncStatus } from "../../model/sync-status.ts";
import { createSync, type RanSync, type Sync } from "./create-sync.ts";
import {
  MemoryVault,
  noArticles,
  type PlainItem,
  parsePlainFeed,
  plainFeed,
  plainSource,
} from "./memory-vault.suite.ts";
import { setUpSettling } from "./settle.suite.ts";
import { createFeedStore } from "./store-feed.ts";

const monday = Date.UTC(2026, 9, 19, 14, 5);
const radio = plainSource("radio", { rank: 1 });
const roads = plainSource("roads");
const health = plainSource("health");

const settle = setUpSettling();
let machine: FakeMachine;
let store: MemoryVault;
let sync: Sync;
let told: SyncStatus[];
let waits: { delayMs: number; wake: () => void }[];
let bugs: unknown[];
let ran: RanSync[];
let mayRetry: boolean;
let mayGoOut: boolean;
let now: number;

beforeEach(() => {
  machine = new FakeMachine();
  store = new MemoryVault();
  told = [];
  waits = [];
  bugs = [];
  ran = [];
  mayRetry = true;
  mayGoOut = true;
  now = monday;
  sync = newSession();
});

function newSession({ seenEarlier = null }: { seenEarlier?: number | null } = {}): Sync {
  const vault = store.vault();
  const randomBytes = (count: number) => new Uint8Array(count).fill(128);
  return createSync({
    host: machine.connect(),
    clock: () => now,
    wait: (delayMs) => new Promise((wake) => waits.push({ delayMs, wake })),
    randomBytes,
    vault,
    parseFeed: parsePlainFeed,
    articles: noArticles,
    feedStore: createFeedStore({ vault, intake: store.intake(), randomBytes }),
    seenEarlier,
    mayRetry: () => mayRetry,
    mayGoOut: async () => mayGoOut,
    onStatus: (status) => told.push(status),
    onRan: (one) => ran.push(one),
    onBug: (error) => `bug ${bugs.push(error)}`,
  });
}

function items(count: number, from = 0): PlainItem[] {
  return Array.from({ length: count }, (_, place) => ({
    key: `item-${from + place}`,
    title: `Road report ${from + place}`,
    at: monday - (from + place) * 60_000,
  }));
}

function serveFeed(source: Source, body: string, but: Partial<FetchedAddress> = {}): void {
  machine.serve(source.address, fakeAnswer(source.address, body, but));
}

const progressOf = (status: SyncStatus, source: Source) =>
  (status.at === "syncing" ? status.sources : status.last).find(({ sourceId }) => sourceId === source.id)?.progress;
const linesTo = (source: Source) => machine.requests.filter(({ address }) => address === source.address);

async function timePasses(): Promise<void> {
  for (const { wake } of waits.splice(0)) wake();
  await settle();
}

describe("what a sync brings", () => {
  test("a new source's items become briefings, and its validators ride at the end of the last batch", async () => {
    store.add(radio);
    serveFeed(radio, plainFeed(items(250)), { etag: '"v1"', lastModified: "Mon, 19 Oct 2026 10:00:00 GMT" });
    const status = await sync.syncNow(null);
    expect(store.headsOf(radio.id)).toHaveLength(250);
    expect(store.batches).toHaveLength(3);
    expect(store.batches.map((batch) => batch.filter(({ kind }) => kind === "cursor-moved").length)).toEqual([0, 0, 1]);
    expect(store.batches.at(-1)?.at(-1)).toMatchObject({ kind: "cursor-moved", cursor: { etag: '"v1"' } });
    expect(store.cursors.get(radio.id)).toMatchObject({ newestItem: monday });
    expect(status).toMatchObject({ at: "idle", ages: { checkedSources: 1, enabledSources: 1, lastCheckedAt: monday } });
    expect([...store.deliveries.values()]).toMatchObject([{ label: "radio", added: 250, revised: 0 }]);
  });

  test("a source that answers 304 costs one request and no write", async () => {
    store.add(radio);
    serveFeed(radio, plainFeed(items(3)), { etag: '"v1"' });
    await sync.syncNow(null);
    const writes = store.batches.length;
    serveFeed(radio, "", { status: 304 });
    now += 60_000;
    const status = await sync.syncNow(null);
    expect(linesTo(radio)).toHaveLength(2);
    expect(linesTo(radio)[1]).toMatchObject({ etag: '"v1"' });
    expect(store.batches).toHaveLength(writes);
    expect(progressOf(status, radio)).toMatchObject({ at: "done", unchanged: true });
    expect(status.ages.lastCheckedAt).toBe(now);
  });

  test("a source without validators that sends the same bytes again costs no write either", async () => {
    store.add(radio);
    serveFeed(radio, plainFeed(items(3)));
    await sync.syncNow(null);
    const writes = store.batches.length;
    expect(progressOf(await sync.syncNow(null), radio)).toMatchObject({ unchanged: true });
    expect(store.batches).toHaveLength(writes);
  });

  test("an item that changed is a revision, the others stay as they are", async () => {
    store.add(radio);
    serveFeed(radio, plainFeed(items(3)));
    await sync.syncNow(null);
    const [first, ...others] = items(3);
    serveFeed(radio, plainFeed([{ ...(first as PlainItem), title: "Road report, corrected" }, ...others]));
    expect(progressOf(await sync.syncNow(null), radio)).toMatchObject({ added: 0, revised: 1 });
    expect(store.headsOf(radio.id).map(({ revision }) => revision)).toEqual([2, 1, 1]);
  });

  test("a login page in a feed's place is said as such and leaves everything as it was", async () => {
    store.add(radio);
    serveFeed(radio, plainFeed(items(3)), { etag: '"v1"' });
    await sync.syncNow(null);
    const before = { heads: store.heads.size, cursor: store.cursors.get(radio.id), writes: store.batches.length };
    serveFeed(radio, "<login", { finalAddress: "https://wifi.hotel.example/", serverDate: monday + 900 * 86_400_000 });
    const status = await sync.syncNow(null);
    expect(status).toMatchObject({ at: "stuck", failure: { kind: "login-page", host: "wifi.hotel.example" } });
    expect(store).toMatchObject({ heads: { size: before.heads }, batches: { length: before.writes } });
    expect(store.cursors.get(radio.id)).toEqual(before.cursor);
    expect(sync.newestServerDate()).toBeNull();
  });

  test("a feed cut in the middle keeps its complete items, and the next sync asks for all of it again", async () => {
    store.add(radio);
    const whole = plainFeed(items(20));
    serveFeed(radio, whole.slice(0, whole.length / 2), {
      etag: '"v1"',
      end: { end: "cut", failure: { kind: "connection-cut", received: 300 } },
    });
    const status = await sync.syncNow(null);
    const kept = store.headsOf(radio.id).length;
    expect(kept).toBeGreaterThan(5);
    expect(status.at).toBe("partly-done");
    expect(progressOf(status, radio)).toMatchObject({ at: "done", cut: true, added: kept });
    expect(store.cursors.get(radio.id)).toBeUndefined();
    serveFeed(radio, whole, { etag: '"v1"' });
    await sync.syncNow(null);
    expect(linesTo(radio)[1]).toMatchObject({ etag: null });
    expect(store.headsOf(radio.id)).toHaveLength(20);
  });

  test("a permanent redirect is noted and not followed for good", async () => {
    store.add(radio);
    serveFeed(radio, plainFeed(items(1)), { permanentRedirect: true, finalAddress: "https://new.example/feed" });
    expect(progressOf(await sync.syncNow(null), radio)).toMatchObject({ movedTo: "https://new.example/feed" });
    expect(store.sources.get(radio.id)?.address).toBe(radio.address);
  });

  test("an item dated next year doesn't make the newest item younger than now", async () => {
    store.add(radio);
    serveFeed(radio, plainFeed([{ key: "odd", title: "From next year", at: monday + 365 * 86_400_000 }]));
    expect((await sync.syncNow(null)).ages.newestItem).toBeNull();
  });
});

describe("pages of a JSON feed", () => {
  const page = (number: number) => `https://radio.example/feed?page=${number}`;
  const servePage = (number: number, own: readonly PlainItem[], next: string | null) =>
    machine.serve(
      number === 1 ? radio.address : page(number),
      fakeAnswer(number === 1 ? radio.address : page(number), plainFeed(own, next), { etag: `"p${number}"` }),
    );

  test("older pages are fetched once, and no page twice however the feed points in a circle", async () => {
    store.add(radio);
    servePage(1, items(5), page(2));
    servePage(2, items(5, 5), page(3));
    servePage(3, items(5, 10), page(2));
    await sync.syncNow(null);
    expect(machine.requests.map(({ address }) => address)).toEqual([radio.address, page(2), page(3)]);
    expect(store.headsOf(radio.id)).toHaveLength(15);
    expect(store.cursors.get(radio.id)).toMatchObject({ etag: '"p1"' });
    expect([...store.deliveries.values()]).toMatchObject([{ added: 15 }]);
  });

  test("at most ten pages are fetched", async () => {
    store.add(radio);
    for (let number = 1; number <= 12; number++) servePage(number, items(1, number), page(number + 1));
    await sync.syncNow(null);
    expect(machine.requests).toHaveLength(10);
  });

  test("a source's word takes nobody to another host", async () => {
    store.add(radio);
    servePage(1, items(5), "https://elsewhere.example/feed");
    expect((await sync.syncNow(null)).at).toBe("idle");
    expect(machine.requests).toHaveLength(1);
  });

  test("a walk that broke off is taken up again although its first page has nothing new any more", async () => {
    store.add(radio);
    servePage(1, items(5), page(2));
    servePage(2, items(5, 5), page(3));
    machine.serve(page(3), fail({ kind: "timeout", phase: "idle", seconds: 30 }));
    expect(progressOf(await sync.syncNow(null), radio)).toMatchObject({ at: "done", cut: true, added: 10 });
    servePage(3, items(5, 10), null);
    await sync.syncNow(null);
    expect(store.headsOf(radio.id)).toHaveLength(15);
    expect((await sync.syncNow(null)).at).toBe("idle");
    expect(linesTo(radio).at(-1)).toMatchObject({ etag: '"p1"' });
  });
});

describe("order, and one bad source", () => {
  test("rank first, then cheapest, and a lower rank waits until the higher ones are through", async () => {
    const cheap = plainSource("cheap");
    store.add(roads, cheap, radio);
    store.cursors.set(roads.id, { ...emptyCursor, lastBytes: 90_000 });
    store.cursors.set(cheap.id, { ...emptyCursor, lastBytes: 2_000 });
    let radioDone = false;
    const order: string[] = [];
    for (const source of [roads, cheap, radio]) {
      machine.serve(source.address, async ({ address }) => {
        order.push(source.name);
        if (source !== radio) expect(radioDone).toBe(true);
        for (let turn = 0; turn < 20; turn++) await null;
        if (source === radio) radioDone = true;
        return fakeAnswer(address, plainFeed(items(1)));
      });
    }
    await sync.syncNow(null);
    expect(order).toEqual(["radio", "cheap", "roads"]);
  });

  test("a source that answers garbage and one that makes us stumble don't stop the third", async () => {
    store.add(radio, roads, health);
    serveFeed(radio, "%&/(garbage");
    machine.serve(roads.address, () => {
      throw new Error("a bug of ours");
    });
    serveFeed(health, plainFeed(items(2)));
    const status = await sync.syncNow(null);
    expect(status.at).toBe("partly-done");
    expect(progressOf(status, radio)).toMatchObject({ failure: { kind: "not-a-feed" } });
    expect(progressOf(status, roads)).toEqual({ at: "failed", failure: { kind: "bug", reference: "bug 1" } });
    expect(store.headsOf(health.id)).toHaveLength(2);
  });

  test("with no room on the disk not a byte is fetched", async () => {
    store.add(radio, roads);
    machine.freeBytes = 40 * 1024 * 1024;
    expect(await sync.syncNow(null)).toMatchObject({ at: "stuck", failure: { kind: "disk-low" } });
    expect(machine.requests).toHaveLength(0);
  });

  test("a disk that fills up during the sync stops it, and the validators stay", async () => {
    store.add(radio, roads);
    serveFeed(radio, plainFeed(items(5)), { etag: '"v1"' });
    store.failNext = { kind: "disk-full" };
    expect(await sync.syncNow(null)).toMatchObject({ at: "stuck", failure: { kind: "disk-full" } });
    expect(linesTo(roads)).toHaveLength(0);
    expect(store.cursors.size).toBe(0);
  });

  test("a source that is switched off is left alone unless it is asked for by name", async () => {
    store.add({ ...radio, enabled: false }, roads);
    serveFeed(roads, plainFeed(items(1)));
    await sync.syncNow(null);
    expect(linesTo(radio)).toHaveLength(0);
    await sync.syncNow([radio.id]);
    expect(linesTo(radio)).toHaveLength(1);
  });

  test("a source removed while it is fetched stores nothing", async () => {
    store.add(radio);
    machine.serve(radio.address, ({ address }) => {
      store.sources.delete(radio.id);
      return fakeAnswer(address, plainFeed(items(3)));
    });
    await sync.syncNow(null);
    expect(store.heads.size).toBe(0);
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
    store.add(radio, roads);
    machine.serve(radio.address, hang(plainFeed(items(20))));
    const ended = sync.syncNow(null);
    await settle();
    sync.cancel(null);
    const status = await ended;
    expect(status.at).toBe("partly-done");
    expect(progressOf(status, radio)).toEqual({ at: "cancelled" });
    expect(progressOf(status, roads)).toEqual({ at: "cancelled" });
    expect(store.headsOf(radio.id).length).toBeGreaterThan(5);
    expect(store.cursors.size).toBe(0);
    expect(waits).toHaveLength(0);
    if (status.at === "partly-done") expect(status.totals.added).toBe(store.heads.size);
  });

  test("one source alone lets the others go on", async () => {
    store.add(roads, health);
    machine.serve(roads.address, hang(plainFeed(items(20))));
    serveFeed(health, plainFeed(items(2)));
    const ended = sync.syncNow(null);
    await settle();
    sync.cancel(roads.id);
    const status = await ended;
    expect(progressOf(status, roads)).toEqual({ at: "cancelled" });
    expect(progressOf(status, health)).toMatchObject({ at: "done", added: 2 });
  });
});

describe("without a link", () => {
  const noLink = fail({ kind: "no-link" } as const);

  test("waits for it, asks one source now and then, and fetches all when it answers", async () => {
    store.add(radio, roads);
    for (const source of [radio, roads]) machine.serve(source.address, noLink);
    expect(await sync.syncNow(null)).toMatchObject({ at: "waiting-for-link", since: monday });
    expect(waits).toHaveLength(1);
    now += 60_000;
    told = [];
    const asked = machine.requests.length;
    await timePasses();
    expect(machine.requests.length - asked).toBe(1);
    expect(told.every(({ at }) => at === "waiting-for-link")).toBe(true);
    expect(sync.status()).toMatchObject({ at: "waiting-for-link", since: monday });

    for (const source of [radio, roads]) serveFeed(source, plainFeed(items(2)));
    await timePasses();
    expect(sync.status().at).toBe("idle");
    expect(store.heads.size).toBe(4);
    expect(waits).toHaveLength(0);
  });

  test("a person who stops the waiting isn't told of it any more, and nothing goes out by itself", async () => {
    store.add(radio);
    expect((await sync.syncNow(null)).at).toBe("waiting-for-link");
    sync.cancel(null);
    expect(sync.status().at).toBe("idle");
    expect(told.at(-1)?.at).toBe("idle");
    const asked = machine.requests.length;
    await timePasses();
    expect(machine.requests.length).toBe(asked);
  });

  test("a name that can't be found doesn't hide that the link is back", async () => {
    store.add(radio, roads);
    machine.serve(roads.address, fail({ kind: "name-not-found", host: "roads.example" }));
    expect((await sync.syncNow(null)).at).toBe("waiting-for-link");
    serveFeed(roads, plainFeed(items(2)));
    await timePasses();
    await timePasses();
    expect(store.headsOf(roads.id)).toHaveLength(2);
  });

  test("one name of several that can't be found is that source's trouble, and isn't asked again and again", async () => {
    store.add(radio, roads);
    serveFeed(radio, plainFeed(items(2)));
    expect((await sync.syncNow(null)).at).toBe("partly-done");
    expect(waits).toHaveLength(0);
  });

  test("a sync by hand overtakes the planned one", async () => {
    store.add(radio);
    machine.serve(radio.address, noLink);
    await sync.syncNow(null);
    serveFeed(radio, plainFeed(items(2)));
    await sync.syncNow(null);
    const asked = machine.requests.length;
    await timePasses();
    expect(machine.requests).toHaveLength(asked);
  });

  test("a link that keeps breaking off is tried three more times, later each time, and then left to the person", async () => {
    store.add(radio);
    machine.serve(radio.address, fail({ kind: "timeout", phase: "first-byte", seconds: 30 }));
    await sync.syncNow(null);
    const delays: number[] = [];
    for (let round = 0; round < 6 && waits.length > 0; round++) {
      delays.push(...waits.map(({ delayMs }) => delayMs));
      await timePasses();
    }
    expect(machine.requests).toHaveLength(4);
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    expect(new Set(delays).size).toBe(3);
  });

  test("nothing is tried any more once the library is closed", async () => {
    store.add(radio);
    machine.serve(radio.address, noLink);
    await sync.syncNow(null);
    sync.stop();
    await timePasses();
    await sync.syncNow(null);
    expect(machine.requests).toHaveLength(1);
  });
});

const emptyCursor = { etag: null, lastModified: null, documentDigest: null, newestItem: null, lastBytes: null };
