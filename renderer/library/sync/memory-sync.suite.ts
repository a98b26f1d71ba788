import type { FakeMachine } from "../../host/fake-host.ts";
import { createSync, type Sync, type SyncSurroundings } from "./create-sync.ts";
import { type MemoryVault, noArticles, type PlainItem, parsePlainFeed, plainSource } from "./memory-vault.suite.ts";
import { createFeedStore } from "./store-feed.ts";

export const monday = Date.UTC(2026, 9, 19, 14, 5);
export const radio = plainSource("radio", { rank: 1 });
export const roads = plainSource("roads");

/** What a sync stands on here: a machine and a vault in memory, and a time that goes as the test says. */
export function toolsOver(
  machine: FakeMachine,
  store: MemoryVault,
  {
    clock,
    wait,
    bugs,
  }: Pick<SyncSurroundings<PlainItem>, "clock" | "wait"> & {
    /** Filled with what was noted as a bug. */
    readonly bugs: unknown[];
  },
) {
  return {
    host: machine.connect(),
    vault: store.vault(),
    clock,
    wait,
    randomBytes: (count: number) => new Uint8Array(count).fill(128),
    parseFeed: parsePlainFeed,
    onBug: (error: unknown) => `bug ${bugs.push(error)}`,
  };
}

/** A sync that may always go out and tells nobody, but for what a test wants of it. */
export function syncWith(
  tools: ReturnType<typeof toolsOver>,
  store: MemoryVault,
  but: Partial<SyncSurroundings<PlainItem>>,
): Sync {
  const { vault, randomBytes } = tools;
  return createSync({
    ...tools,
    articles: noArticles,
    feedStore: createFeedStore({ vault, intake: store.intake(), randomBytes }),
    seenEarlier: null,
    mayRetry: () => true,
    mayGoOut: async () => true,
    onStatus: () => {},
    onRan: () => {},
    ...but,
  });
}
