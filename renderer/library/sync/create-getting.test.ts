import { beforeEach, describe, expect, test } from "vitest";
import { FakeMachine, fakeAnswer, fakeHeadBytes } from "../../host/fake-host.ts";
import type { GettingMode, GettingStatus } from "../../model/getting.ts";
import { fail } from "../../model/result.ts";
import type { Source } from "../../model/source.ts";
import { createGetting, type Getting } from "./create-getting.ts";
import { createSync, type Sync } from "./create-sync.ts";
import { MemoryVault, noArticles, parsePlainFeed, plainFeed, plainSource } from "./memory-vault.suite.ts";
import { setUpSettling } from "./settle.suite.ts";
import { createFeedStore } from "./store-feed.ts";

const monday = Date.UTC(2026, 9, 19, 14, 5);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const radio = plainSource("radio", { rank: 1 });
const roads = plainSource("roads");

const settle = setUpSettling();
let machine: FakeMachine;
let store: MemoryVault;
let sync: Sync;
let getting: Getting;
let now: number;
let waits: { at: number; wake: () => void }[];
let told: GettingStatus[];
let bugs: unknown[];

/** Of full texts, for each source. */
let articleBytes: number;

beforeEach(() => {
  machine = new FakeMachine();
  store = new MemoryVault();
  store.add(radio, roads);
  now = monday;
  told = [];
  bugs = [];
  articleBytes = 0;
  startSession();
});

function startSession(): void {
  waits = [];
  const host = machine.connect();
  const vault = store.vault();
  const randomBytes = (count: number) => new Uint8Array(count).fill(128);
  const clock = () => now;
  const wait = (delayMs: number) => new Promise<void>((wake) => waits.push({ at: now + delayMs, wake }));
  const onBug = (error: unknown) => `bug ${bugs.push(error)}`;
  const tools = { host, vault, clock, wait, randomBytes, parseFeed: parsePlainFeed, onBug };
  sync = createSync({
    ...tools,
    articles: noArticles,
    feedStore: createFeedStore({ vault, intake: store.intake(), randomBytes }),
    seenEarlier: null,
    mayRetry: () => store.gettingRules.mode !== "manual",
    mayGoOut: () => getting.mayGoOut(),
    onStatus: () => {},
    onRan: (ran) => getting.noteRun(ran),
  });
  getting = createGetting({
    ...tools,
    sync,
    expectedArticleBytes: () => articleBytes,
    onStatus: (status) => told.push(status),
  });
}

function choose(mode: GettingMode, onMeteredLink = false): void {
  store.gettingRules = { mode, onMeteredLink };
  getting.follow();
}

const item = { key: "a", title: "The ferry runs again", at: monday };
function serve(source: Source, size = 0): void {
  const body = plainFeed([item]) + "\n".repeat(size);
  machine.serve(source.address, ({ etag }) =>
    etag === '"1"'
      ? fakeAnswer(source.address, "", { status: 304, etag })
      : fakeAnswer(source.address, body, { etag: '"1"' }),
  );
}
const unplug = () => [radio, roads].map(({ address }) => machine.unplugLink(address));
const asked = () => machine.requests.length;

/** Time goes by; timers fire when it is their time. */
async function passes(ms: number, stepMs = minuteMs): Promise<void> {
  for (const end = now + ms; now < end; ) {
    now += Math.min(stepMs, end - now);
    const ripe = waits.filter(({ at }) => at <= now);
    waits = waits.filter(({ at }) => at > now);
    for (const { wake } of ripe) wake();
    await settle();
  }
}

async function start(): Promise<void> {
  getting.start();
  await settle();
}

const checked = (agoMs: number) => {
  for (const { id } of [radio, roads]) store.checked.set(id, now - agoMs);
};

describe("in mode ask", () => {
  test("a library that wasn't asked for long is offered to be got, without any request", async () => {
    checked(2 * 24 * hourMs);
    store.cursors.set(radio.id, {
      etag: null,
      lastModified: null,
      documentDigest: null,
      newestItem: null,
      lastBytes: 600_000,
    });
    store.gettingNotes = { pace: { bytes: 300_000, ms: minuteMs }, dismissedAt: null };
    await start();
    expect(getting.status()).toEqual({
      at: "offering",
      why: "long-ago",
      estimate: { sources: 2, bytes: 600_000, isAtLeast: true, minutes: 2 },
    });
    expect(asked()).toBe(0);
  });

  test("what is offered counts the full texts that would be fetched with it", async () => {
    checked(2 * 24 * hourMs);
    store.cursors.set(radio.id, {
      etag: null,
      lastModified: null,
      documentDigest: null,
      newestItem: null,
      lastBytes: 9,
    });
    articleBytes = 50_000;
    await start();
    expect(getting.status()).toMatchObject({ at: "offering", estimate: { bytes: 50_009 } });
  });

  test("once a source answers after the link was away, the network is offered, and nothing more is asked", async () => {
    serve(radio);
    serve(roads);
    await sync.syncNow(null);
    unplug();
    getting.stop();
    now += 24 * hourMs;
    startSession();
    const before = asked();
    await start();
    await passes(90_000, 10_000);
    expect(getting.status()).toMatchObject({ why: "long-ago" });
    const whileAway = asked() - before;
    expect(whileAway).toBeGreaterThan(0);
    expect(whileAway).toBeLessThan(4);
    serve(radio);
    serve(roads);
    store.traffic.length = 0;
    await passes(20 * minuteMs);
    expect(getting.status()).toMatchObject({ at: "offering", why: "link-answers" });
    // What the look cost is counted: an unchanged answer is its head alone.
    expect(store.traffic).toEqual([expect.objectContaining({ received: fakeHeadBytes })]);
    const looked = asked();
    await passes(3 * hourMs, 10 * minuteMs);
    expect(asked()).toBe(looked);
    expect(store.heads.size).toBe(2);
    expect(bugs).toEqual([]);
  });

  test("looks go to one source after the other, and only to those of the list", async () => {
    unplug();
    await start();
    await passes(20 * minuteMs);
    const addresses = machine.requests.map(({ address }) => address);
    expect(new Set(addresses)).toEqual(new Set([radio.address, roads.address]));
    expect(addresses.slice(0, 4)).toEqual([radio, roads, radio, roads].map(({ address }) => address));
    expect(addresses.length).toBeLessThan(8);
  });

  test("a log-in page isn't a source that answers, and isn't asked every few minutes", async () => {
    for (const { address } of [radio, roads]) machine.serve(address, fakeAnswer(address, "<login"));
    await start();
    await passes(50 * minuteMs);
    expect(getting.status()).toMatchObject({ why: "long-ago" });
    expect(asked()).toBe(1);
  });

  test("a long answer is broken off as soon as it is known to be the source's", async () => {
    machine.serve(radio.address, async (_request, { signal, progress }) => {
      progress({ received: 20_000, expected: 900_000 });
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        else signal.addEventListener("abort", () => resolve());
      });
      const end = { end: "cut", failure: { kind: "cancelled" } } as const;
      return fakeAnswer(radio.address, plainFeed([item]).slice(0, 12), { received: 20_000, end });
    });
    await start();
    await passes(minuteMs);
    expect(getting.status()).toMatchObject({ why: "link-answers" });
    expect(store.traffic).toMatchObject([{ received: 20_000 + fakeHeadBytes }]);
    expect(store.heads.size).toBe(0);
  });

  test("what was waved away isn't shown again within the hour, also not after a restart", async () => {
    serve(radio);
    serve(roads);
    checked(24 * hourMs);
    await start();
    await getting.dismissOffer();
    await passes(30 * minuteMs);
    getting.stop();
    startSession();
    await start();
    expect(getting.status()).toEqual({ at: "quiet" });
    await passes(29 * minuteMs);
    expect(getting.status()).toEqual({ at: "quiet" });
    expect(asked()).toBe(0);
    await passes(3 * minuteMs);
    expect(getting.status()).toMatchObject({ at: "offering" });
  });

  test("an offer goes as soon as every source was asked in another way", async () => {
    checked(2 * 24 * hourMs);
    await start();
    expect(getting.status().at).toBe("offering");
    checked(0);
    getting.follow();
    await settle();
    expect(getting.status()).toEqual({ at: "quiet" });
  });

  test("getting ends the offer", async () => {
    serve(radio);
    serve(roads);
    await start();
    await getting.getNow(null);
    await settle();
    expect(getting.status()).toEqual({ at: "quiet" });
    expect(asked()).toBe(2);
    await passes(2 * hourMs, 10 * minuteMs);
    expect(asked()).toBe(2);
  });
});

describe("by the clock", () => {
  test("every hour each source is asked once, and a closed lid makes no second time of it", async () => {
    serve(radio);
    serve(roads);
    choose("every-hour");
    await start();
    expect(asked()).toBe(2);
    expect(getting.status()).toEqual({ at: "planned", next: monday + hourMs });
    await passes(58 * minuteMs);
    expect(asked()).toBe(2);
    await passes(4 * minuteMs);
    expect(asked()).toBe(4);
    now += 9 * hourMs;
    await passes(2 * minuteMs);
    expect(asked()).toBe(6);
  });

  test("what was due without a link comes when the link is there", async () => {
    unplug();
    choose("every-6-hours");
    await start();
    expect(sync.status().at).toBe("waiting-for-link");
    await passes(5 * minuteMs);
    serve(radio);
    serve(roads);
    await passes(20 * minuteMs);
    expect(sync.status().at).toBe("idle");
    expect(store.heads.size).toBe(2);
  });

  test("what the person stopped stays stopped until they ask", async () => {
    unplug();
    choose("every-30-min");
    await start();
    getting.stopGetting(null);
    await settle();
    serve(radio);
    serve(roads);
    const stoppedAt = asked();
    await passes(5 * hourMs, 10 * minuteMs);
    expect(asked()).toBe(stoppedAt);
    expect(getting.status()).toEqual({ at: "paused" });
    await getting.getNow(null);
    await settle();
    expect(asked()).toBe(stoppedAt + 2);
    await passes(32 * minuteMs);
    expect(asked()).toBe(stoppedAt + 4);
  });

  test("over a link that is paid by volume nothing goes out by itself, unless it is allowed to", async () => {
    serve(radio);
    serve(roads);
    machine.isMetered = true;
    choose("every-hour");
    await start();
    expect(getting.status()).toEqual({ at: "metered" });
    await passes(40 * minuteMs, 5 * minuteMs);
    expect(asked()).toBe(0);
    choose("every-hour", true);
    await settle();
    expect(asked()).toBe(2);
  });

  test("a wait for the link that ends on a link paid by volume goes on waiting", async () => {
    unplug();
    choose("every-hour");
    await start();
    const tried = asked();
    machine.isMetered = true;
    serve(radio);
    serve(roads);
    await passes(30 * minuteMs);
    expect(asked()).toBe(tried);
    expect(getting.status()).toEqual({ at: "metered" });
    machine.isMetered = false;
    await passes(20 * minuteMs);
    expect(store.heads.size).toBe(2);
    expect(getting.status()).toMatchObject({ at: "planned" });
  });
});

describe("in mode manual", () => {
  test("nothing goes out by itself: no look, no offer, and no second try after a “Get” without a link", async () => {
    unplug();
    choose("manual");
    await start();
    await passes(5 * hourMs, 10 * minuteMs);
    expect(asked()).toBe(0);
    expect(await getting.getNow(null)).toMatchObject({ at: "idle" });
    const tried = asked();
    await passes(5 * hourMs, 10 * minuteMs);
    expect(asked()).toBe(tried);
    expect(getting.status()).toEqual({ at: "quiet" });
  });

  test("choosing it ends a wait for the link", async () => {
    unplug();
    choose("every-hour");
    await start();
    expect(sync.status().at).toBe("waiting-for-link");
    choose("manual");
    await settle();
    const tried = asked();
    expect(sync.status().at).toBe("idle");
    await passes(hourMs, 10 * minuteMs);
    expect(asked()).toBe(tried);
  });
});

test("how fast a sync went is kept for the next estimate", async () => {
  serve(radio, 50_000);
  machine.serve(roads.address, async () => {
    now += 10_000;
    return fail({ kind: "refused", host: "roads.example" });
  });
  await start();
  await getting.getNow(null);
  await settle();
  expect(store.gettingNotes.pace).toMatchObject({ ms: 10_000 });
});
