import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import type { FetchedAddress } from "../contracts/host.ts";
import { type FakeAnswer, FakeMachine, fakeAnswer } from "../host/fake-host.ts";
import type { SourceId } from "../model/ids.ts";
import { fail } from "../model/result.ts";
import type { Source } from "../model/source.ts";
import { parseFeed } from "./feeds/parse-feed.ts";
import type { FeedItem } from "./feeds/parsed-feed.ts";
import { createFeedIntake } from "./intake/intake-feed.ts";
import { openVault } from "./open-vault.ts";
import type { OpenedVault } from "./opened-vault.ts";
import { type Surroundings, shippedLimits } from "./surroundings.ts";
import { createSync } from "./sync/create-sync.ts";
import { noArticles, plainSource } from "./sync/memory-vault.suite.ts";
import { createFeedStore } from "./sync/store-feed.ts";

const start = Date.UTC(2026, 9, 19);
const rounds = 8;

/** A small, even stream of numbers from 0 to 1 that a seed repeats. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface PublishedItem {
  readonly number: number;
  readonly corrections: number;
}

const titleOf = (name: string, { number }: PublishedItem) => `${name}: bulletin ${number}`;
const textOf = ({ number, corrections }: PublishedItem) =>
  `Bulletin ${number}, written ${corrections + 1} times. ${"The tap at the market gave water in the morning. ".repeat(6)}`;

/** Some stations give ids, some only links, some neither. */
function rssOf(name: string, items: readonly PublishedItem[], ids: "guid" | "link" | "none"): string {
  const entries = items.map((item) => {
    const id =
      ids === "guid"
        ? `<guid isPermaLink="false">${item.number}</guid>`
        : ids === "link"
          ? `<link>https://${name}.example/${item.number}</link>`
          : "";
    const date = new Date(start + item.number * 60_000).toUTCString();
    return `<item><title>${titleOf(name, item)}</title>${id}<pubDate>${date}</pubDate><description>${textOf(item)}</description></item>`;
  });
  return `<rss version="2.0"><channel><title>${name}</title>\n${entries.join("\n")}\n</channel></rss>`;
}

/** A publisher that adds and corrects items, behind a link that drops, cuts, repeats and lies. */
function flakyPublisher(source: Source, ids: "guid" | "link" | "none", chance: () => number) {
  const items: PublishedItem[] = [];
  let version = 0;
  let earlier = rssOf(source.name, [], ids);
  return {
    items,
    publish() {
      const count = Math.floor(chance() * 60);
      for (let made = 0; made < count; made++) items.unshift({ number: items.length, corrections: 0 });
      const at = Math.floor(chance() * items.length);
      const item = items[at];
      if (item !== undefined && chance() < 0.5) items[at] = { ...item, corrections: item.corrections + 1 };
      version += 1;
    },
    answer(etag: string | null, isHealed: boolean): FakeAnswer {
      const body = rssOf(source.name, items, ids);
      const tag = `"${version}"`;
      const whole = (but: Partial<FetchedAddress> = {}) => fakeAnswer(source.address, body, { etag: tag, ...but });
      const fate = isHealed ? 0.99 : chance();
      if (etag === tag && fate > 0.3) return fakeAnswer(source.address, "", { status: 304 });
      if (fate < 0.12) return fail({ kind: "no-link" });
      if (fate < 0.24) return fail({ kind: "timeout", phase: "first-byte", seconds: 30 });
      if (fate < 0.34) {
        const portal = '<html><title>Log in</title><form><input type="password" name="p"></form></html>';
        return fakeAnswer(source.address, portal, { etag: tag });
      }
      if (fate < 0.4) return fakeAnswer(source.address, "<h1>502 Bad Gateway</h1>", { status: 502, etag: tag });
      if (fate < 0.6) {
        const half = body.slice(0, Math.floor(chance() * body.length));
        const failure = { kind: "connection-cut", received: half.length } as const;
        // Half of the cuts aren't noticed by the machine: a proxy closed the answer in good order.
        return fakeAnswer(source.address, half, {
          etag: tag,
          ...(chance() < 0.5 ? { end: { end: "cut", failure } } : {}),
        });
      }
      if (fate < 0.68) return fakeAnswer(source.address, earlier);
      earlier = body;
      return whole();
    },
  };
}

const seeds = [1, 7, 42, 1_234_567];
test.each(seeds)("seed %i: whatever link and power did, after one good sync every item is here once", async (seed) => {
  const chance = chanceFrom(seed);
  const machine = new FakeMachine();
  const randomBytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(chance() * 256));
  let profile = new IDBFactory();
  let isHealed = false;

  async function openLibrary(): Promise<OpenedVault> {
    const opened = await openVault(surroundings(), {
      takeOver: true,
      onStatus: () => {},
      onChanged: () => {},
      onLog: () => {},
    });
    if (!opened.ok) throw new Error(`seed ${seed}: ${opened.failure.kind}`);
    await opened.value.catalogue.whenComplete;
    return opened.value;
  }
  function surroundings(): Surroundings {
    return {
      host: machine.connect(),
      clock: () => start + 90 * 86_400_000,
      randomBytes,
      wait: () => new Promise<void>(() => {}),
      startPdfWorker: () => {
        throw new Error("no PDF here");
      },
      indexedDB: profile,
      limits: shippedLimits,
      drawPicture: null,
      shelfTexts: async () => [],
    };
  }
  function startSync(vault: OpenedVault) {
    return createSync<FeedItem>({
      ...surroundings(),
      vault,
      parseFeed: async (bytes, about) => parseFeed({ bytes, ...about, limits: shippedLimits }),
      articles: noArticles,
      feedStore: createFeedStore({ vault, intake: createFeedIntake(vault), randomBytes }),
      seenEarlier: null,
      mayRetry: () => true,
      mayGoOut: async () => true,
      onStatus: () => {},
      onRan: () => {},
      onBug: () => "a power cut",
    });
  }

  let vault = await openLibrary();
  const idKinds = ["guid", "link", "none"] as const;
  const sources = ["radio", "roads", "health"].map((name, place) =>
    plainSource(name, { rank: place === 0 ? 1 : 2, id: `${place}`.repeat(32) as SourceId }),
  );
  await vault.commit(sources.map((source) => ({ kind: "source-added", source })));
  const publishers = sources.map((source, place) => {
    const publisher = flakyPublisher(source, idKinds[place] ?? "none", chance);
    machine.serve(source.address, ({ etag }) => publisher.answer(etag, isHealed));
    return publisher;
  });

  let sync = startSync(vault);
  for (let round = 0; round < rounds; round++) {
    for (const publisher of publishers) publisher.publish();
    if (chance() < 0.3) {
      // The power goes in the middle of some write; what of it reached the disk is torn.
      let writesLeft = Math.floor(chance() * 4);
      const share = chance();
      machine.fateOf = ({ bytes }) =>
        writesLeft-- > 0 ? { ends: "kept" } : { ends: "power-cut", keptBytes: Math.floor(bytes * share) };
    }
    const ended = sync.syncNow(null);
    if (chance() < 0.2) sync.cancel(null);
    await ended.catch(() => {});
    machine.fateOf = () => ({ ends: "kept" });
    if (chance() < 0.5) {
      machine.restart();
      if (chance() < 0.3) profile = new IDBFactory();
      vault = await openLibrary();
      sync = startSync(vault);
    }
  }
  isHealed = true;
  machine.restart();
  vault = await openLibrary();
  sync = startSync(vault);
  expect((await sync.syncNow(null)).at, `seed ${seed}`).toBe("idle");

  for (const [place, source] of sources.entries()) {
    const published = publishers[place]?.items ?? [];
    const view = { kind: "source", sourceId: source.id } as const;
    const noFilters = {
      unreadOnly: false,
      savedOnly: false,
      sourceId: null,
      language: null,
      from: null,
      until: null,
      areas: [],
    };
    const { rows } = vault.catalogue.page({ view, filters: noFilters, offset: 0, limit: 5_000 });
    const stored = rows.map(({ head }) => head.title);
    expect(stored.sort(), `seed ${seed}, ${source.name}`).toEqual(
      published.map((item) => titleOf(source.name, item)).sort(),
    );
    for (const { head } of rows.slice(0, 20)) {
      const content = await vault.readRevision(head.id, null);
      const number = head.title.split(" ").at(-1);
      expect(JSON.stringify(content?.body), `seed ${seed}, ${head.title}`).toContain(`Bulletin ${number}, written`);
    }
  }
  const before = vault.sequence;
  await sync.syncNow(null);
  expect(vault.sequence, `seed ${seed}: an unchanged source was written`).toBe(before);
});
