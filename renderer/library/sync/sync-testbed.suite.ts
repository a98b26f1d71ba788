import { beforeEach } from "vitest";
import type { FetchedAddress } from "../../contracts/host.ts";
import { FakeMachine, type FakeRequest, fakeAnswer } from "../../host/fake-host.ts";
import type { Source } from "../../model/source.ts";
import type { SourceProgress, SyncStatus } from "../../model/sync-status.ts";
import { createSync, type Sync } from "./create-sync.ts";
import { MemoryVault, noArticles, type PlainItem, parsePlainFeed, plainSource } from "./memory-vault.suite.ts";
import { setUpSettling } from "./settle.suite.ts";
import { createFeedStore } from "./store-feed.ts";

export const monday = Date.UTC(2026, 9, 19, 14, 5);
export const radio = plainSource("radio", { rank: 1 });
export const roads = plainSource("roads");
export const health = plainSource("health");

/** A sync over a machine and a vault in memory, new for each test; time passes when the test says so. */
export interface SyncTestbed {
  readonly machine: FakeMachine;
  readonly store: MemoryVault;
  readonly sync: Sync;
  told: SyncStatus[];
  waits: { delayMs: number; wake: () => void }[];
  now: number;
  serveFeed(source: Source, body: string, but?: Partial<FetchedAddress>): void;
  linesTo(source: Source): readonly FakeRequest[];
  settle(): Promise<void>;
  /** Every wait that is planned ends. */
  timePasses(): Promise<void>;
}

export function setUpSyncTestbed(): SyncTestbed {
  const settle = setUpSettling();
  let machine = new FakeMachine();
  let store = new MemoryVault();
  let sync: Sync;
  const bed: SyncTestbed = {
    get machine() {
      return machine;
    },
    get store() {
      return store;
    },
    get sync() {
      return sync;
    },
    told: [],
    waits: [],
    now: monday,
    serveFeed: ({ address }, body, but = {}) => machine.serve(address, fakeAnswer(address, body, but)),
    linesTo: (source) => machine.requests.filter(({ address }) => address === source.address),
    settle,
    async timePasses() {
      for (const { wake } of bed.waits.splice(0)) wake();
      await settle();
    },
  };

  beforeEach(() => {
    machine = new FakeMachine();
    store = new MemoryVault();
    Object.assign(bed, { told: [], waits: [], now: monday });
    const vault = store.vault();
    const randomBytes = (count: number) => new Uint8Array(count).fill(128);
    let bugs = 0;
    sync = createSync({
      host: machine.connect(),
      clock: () => bed.now,
      wait: (delayMs) => new Promise((wake) => bed.waits.push({ delayMs, wake })),
      randomBytes,
      vault,
      parseFeed: parsePlainFeed,
      articles: noArticles,
      feedStore: createFeedStore({ vault, intake: store.intake(), randomBytes }),
      seenEarlier: null,
      mayRetry: () => true,
      mayGoOut: async () => true,
      onStatus: (status) => bed.told.push(status),
      onRan: () => {},
      onBug: () => `bug ${++bugs}`,
    });
  });
  return bed;
}

export function items(count: number, from = 0): PlainItem[] {
  return Array.from({ length: count }, (_, place) => ({
    key: `item-${from + place}`,
    title: `Road report ${from + place}`,
    at: monday - (from + place) * 60_000,
  }));
}

export function progressOf(status: SyncStatus, source: Source): SourceProgress | undefined {
  const sources = status.at === "syncing" ? status.sources : status.last;
  return sources.find(({ sourceId }) => sourceId === source.id)?.progress;
}
