import { beforeEach, describe, expect, test } from "vitest";
import { FakeMachine, fakeAnswer } from "../host/fake-host.ts";
import type { SourceId } from "../model/ids.ts";
import { fail } from "../model/result.ts";
import type { FeedLink } from "../model/source-preview.ts";
import { canonicalFeedAddress, completeAddress } from "./feed-address.ts";
import { findFeedLinks } from "./feeds/find-feed-links.ts";
import { parseFeed } from "./feeds/parse-feed.ts";
import type { FeedItem } from "./feeds/parsed-feed.ts";
import { createSources, type Sources } from "./sources.ts";
import { shippedLimits } from "./surroundings.ts";
import { MemoryVault, plainId } from "./sync/memory-vault.suite.ts";
import { createFeedStore } from "./sync/store-feed.ts";

const monday = Date.UTC(2026, 9, 19, 14, 5);
const none = { insecure: false, local: false };
const address = "https://radio.example/rss.xml";

let machine: FakeMachine;
let store: MemoryVault;
let sources: Sources;

beforeEach(() => {
  machine = new FakeMachine();
  store = new MemoryVault();
  const vault = store.vault();
  const plain = store.intake();
  const toPlain = (item: FeedItem) => ({ key: item.itemKey, title: item.title, at: item.published ?? monday });
  sources = createSources({
    host: machine.connect(),
    clock: () => monday,
    vault,
    parseFeed: async (bytes, origin) => parseFeed({ bytes, ...origin, limits: shippedLimits }),
    findFeedLinks: async (...page) => findFeedLinks(...page),
    feedStore: createFeedStore<FeedItem>({
      vault,
      intake: ({ next, items, ...arrival }) => plain({ ...arrival, items: items.map(toPlain) }),
      randomBytes: (count) => new Uint8Array(count).fill(7),
    }),
    sourceIdOf: async (canonical) => plainId<SourceId>(canonical),
  });
});

function rss(titles: readonly string[]): string {
  const items = titles.map((title, place) => {
    const date = new Date(monday - place * 3_600_000).toUTCString();
    const text = "The tap at the market gave water in the morning. ".repeat(20);
    return `<item><title>${title}</title><guid>${title}</guid><pubDate>${date}</pubDate><description>${text}</description></item>`;
  });
  return `<rss version="2.0"><channel><title>Radio Kivu</title><link>https://radio.example/</link>${items.join("")}</channel></rss>`;
}

function page(feeds: readonly FeedLink[]): string {
  const links = feeds.map(
    (feed) => `<link rel="alternate" type="application/rss+xml" title="${feed.title}" href="${feed.address}">`,
  );
  return `<!doctype html><html><head><title>Radio Kivu</title>${links.join("")}</head><body><p>News from the lake.</p></body></html>`;
}

const serve = (at: string, body: string, but = {}) => machine.serve(at, fakeAnswer(at, body, but));
const look = (typed: string, permissions = none) => sources.look({ address: typed, permissions });

describe("looking at an address", () => {
  test("a feed's address shows what would come, newest first, and adds nothing", async () => {
    serve(address, rss(["Water in Sake", "Beans are cheaper"]), { received: 700 });
    expect(await look("radio.example/rss.xml")).toMatchObject({
      ok: true,
      value: {
        found: "feed",
        preview: {
          address,
          title: "Radio Kivu",
          format: "rss",
          bytes: 700,
          itemCount: 2,
          extracts: 0,
          newest: [{ title: "Water in Sake", at: monday }, { title: "Beans are cheaper" }],
          alreadyAdded: null,
        },
      },
    });
    expect(store.batches).toHaveLength(0);
  });

  test("a page that names one feed answers with that feed", async () => {
    serve("https://radio.example/", page([{ address: "/rss.xml", title: "News" }]));
    serve(address, rss(["Water in Sake"]));
    expect(await look("radio.example")).toMatchObject({ ok: true, value: { found: "feed", preview: { address } } });
  });

  test("a page that names several feeds lets the person choose", async () => {
    const feeds = [
      { address, title: "News" },
      { address: "https://radio.example/weather.rss", title: "Weather" },
    ];
    serve("https://radio.example/", page(feeds));
    expect(await look("https://radio.example/")).toEqual({
      ok: true,
      value: { found: "feeds-on-page", pageTitle: "Radio Kivu", feeds },
    });
  });

  test("a page without a feed is said by its title", async () => {
    serve("https://radio.example/", page([]));
    expect(await look("https://radio.example/")).toEqual({
      ok: false,
      failure: { kind: "no-feed-on-page", title: "Radio Kivu" },
    });
  });

  test("a page whose only feed is a page again doesn't send anyone in circles", async () => {
    serve("https://radio.example/", page([{ address: "https://radio.example/feed", title: "News" }]));
    serve("https://radio.example/feed", page([{ address: "https://radio.example/", title: "News" }]));
    expect(await look("https://radio.example/")).toMatchObject({ ok: false, failure: { kind: "no-feed-on-page" } });
    expect(machine.requests).toHaveLength(2);
  });

  test("what was allowed for a page on the local network isn't for an address that only the page names", async () => {
    const allowed = { insecure: true, local: true };
    const router = "http://192.168.1.1/feed";
    const refusal = { kind: "local-address", host: "192.168.1.1" } as const;
    machine.serve(router, ({ permissions, address: asked }) =>
      permissions.local ? fakeAnswer(asked, rss(["Open ports"])) : fail(refusal),
    );
    serve("http://nas.example/", page([{ address: router, title: "News" }]));
    expect(await look("http://nas.example/", allowed)).toMatchObject({
      ok: true,
      value: { found: "feeds-on-page", feeds: [{ address: router }] },
    });
    expect(machine.requests.map(({ permissions }) => permissions)).toEqual([allowed, none]);
    serve("http://nas.example/", page([{ address: "/rss.xml", title: "News" }]));
    serve("http://nas.example/rss.xml", rss(["Water in Sake"]));
    expect(await look("http://nas.example/", allowed)).toMatchObject({ ok: true, value: { found: "feed" } });
    expect(machine.requests.at(-1)?.permissions).toEqual(allowed);
  });

  test("what the machine refuses is told as it is", async () => {
    const refusal = { kind: "insecure-address", host: "radio.example" } as const;
    machine.serve("http://radio.example/rss.xml", ({ permissions, address: asked }) =>
      permissions.insecure ? fakeAnswer(asked, rss(["Water in Sake"])) : fail(refusal),
    );
    expect(await look("http://radio.example/rss.xml")).toEqual({ ok: false, failure: refusal });
    expect(await look("http://radio.example/rss.xml", { insecure: true, local: false })).toMatchObject({
      ok: true,
      value: { preview: { insecure: true, local: false } },
    });
  });

  test("words that are no address are refused without asking the network", async () => {
    for (const typed of ["", "Water in Sake", "ftp://radio.example/", "javascript:alert(1)", "radio"]) {
      expect((await look(typed)).ok, typed).toBe(false);
    }
    expect(machine.requests).toHaveLength(0);
  });

  test("a login page instead of the feed is said as such", async () => {
    serve(address, '<html><title>Wi-Fi</title><form><input type="password"></form></html>');
    expect(await look(address)).toMatchObject({ ok: false, failure: { kind: "login-page" } });
  });
});

describe("adding, changing, removing", () => {
  async function add(name = "Radio Kivu") {
    await look(address);
    return sources.add({ address, name, rank: 1, permissions: none });
  }

  test("what the look brought is stored at once, without asking again, and the next sync asks conditionally", async () => {
    serve(address, rss(["Water in Sake", "Beans are cheaper"]), { etag: '"v1"' });
    expect(await add("Our radio")).toMatchObject({ ok: true, value: { added: 2 } });
    expect(machine.requests).toHaveLength(1);
    expect(store.heads.size).toBe(2);
    const [source] = store.sources.values();
    expect(source).toMatchObject({ name: "Our radio", rank: 1, enabled: true, audience: "public", address });
    expect(store.cursors.get(source?.id as SourceId)).toMatchObject({ etag: '"v1"', newestItem: monday });
    expect(
      sources.list(
        () => null,
        () => 60_000,
      ),
    ).toMatchObject([{ total: 2, lastCheckedAt: monday, lastFailure: null }]);
  });

  test("a feed that was cut while it was looked at stores what came and has no validators", async () => {
    const whole = rss(["Water in Sake", "Beans are cheaper", "Rain on Tuesday"]);
    const failure = { kind: "connection-cut", received: 900 } as const;
    serve(address, whole.slice(0, whole.length * 0.7), { etag: '"v1"', end: { end: "cut", failure } });
    expect(await add()).toMatchObject({ ok: true, value: { added: 2 } });
    expect(store.cursors.size).toBe(0);
  });

  test("the same feed by another spelling of its address is already there", async () => {
    serve(address, rss(["Water in Sake"]));
    await add();
    serve("http://RADIO.example:80/rss.xml#top", rss(["Water in Sake"]));
    machine.serve(
      "http://radio.example/rss.xml#top",
      fakeAnswer("http://radio.example/rss.xml", rss(["Water in Sake"])),
    );
    const again = await look("http://RADIO.example:80/rss.xml#top", { insecure: true, local: false });
    expect(again).toMatchObject({ ok: true, value: { preview: { alreadyAdded: [...store.sources.keys()][0] } } });
    const { preview } = (again.ok && again.value.found === "feed" ? again.value : null) ?? { preview: null };
    expect(
      await sources.add({ address: preview?.address ?? "", name: "Twice", rank: 2, permissions: none }),
    ).toMatchObject({ ok: false, failure: { kind: "already-added", name: "Radio Kivu" } });
  });

  test("a source that moved for good is added at its new address", async () => {
    serve("https://radio.example/old", rss(["Water in Sake"]), { permanentRedirect: true, finalAddress: address });
    expect(await look("https://radio.example/old")).toMatchObject({ value: { preview: { address } } });
  });

  test("a feed on another host than the page that was allowed is kept without what was allowed there", async () => {
    serve("http://nas.example/", page([{ address, title: "News" }]));
    serve(address, rss(["Water in Sake"]));
    await look("http://nas.example/", { insecure: true, local: true });
    await sources.add({ address, name: "Radio", rank: 2, permissions: { insecure: true, local: true } });
    expect([...store.sources.values()][0]?.permissions).toEqual(none);
  });

  test("a local address that sends its reader elsewhere for good stays the source's address", async () => {
    serve("http://nas.example/old", rss(["Water in Sake"]), {
      permanentRedirect: true,
      finalAddress: "http://192.168.1.1/feed",
    });
    expect(await look("http://nas.example/old", { insecure: true, local: true })).toMatchObject({
      value: { preview: { address: "http://nas.example/old" } },
    });
  });

  test("a changed name, rank or switch keeps the rest, and an empty name changes nothing", async () => {
    serve(address, rss(["Water in Sake"]));
    await add();
    const [before] = store.sources.values();
    const sourceId = before?.id as SourceId;
    expect(sources.changesTo({ sourceId, rank: 3, enabled: false })).toEqual([
      { kind: "source-changed", source: { ...before, rank: 3, enabled: false } },
    ]);
    expect(sources.changesTo({ sourceId, name: "  " })).toEqual([{ kind: "source-changed", source: before }]);
  });

  test("a source that is gone meanwhile isn't changed", () => {
    expect(sources.changesTo({ sourceId: "0".repeat(32) as SourceId, rank: 1 })).toEqual([]);
  });

  test("a disk without room leaves no half-added source", async () => {
    serve(address, rss(["Water in Sake"]));
    store.failNext = { kind: "disk-full" };
    expect(await add()).toEqual({ ok: false, failure: { kind: "disk-full" } });
    expect(store.sources.size).toBe(0);
    expect(await sources.add({ address, name: "Radio Kivu", rank: 2, permissions: none })).toMatchObject({ ok: true });
  });
});

test("an address is completed as a person would, and one feed has one canonical address", () => {
  expect(completeAddress(" reliefweb.int/updates/rss.xml ")).toEqual({
    ok: true,
    value: "https://reliefweb.int/updates/rss.xml",
  });
  expect(completeAddress("feed://radio.example/rss")).toEqual({ ok: true, value: "https://radio.example/rss" });
  expect(completeAddress("feed:https://radio.example/rss")).toEqual({ ok: true, value: "https://radio.example/rss" });
  expect(canonicalFeedAddress("http://Radio.example:80/rss?country=75#x")).toBe("https://radio.example/rss?country=75");
});
