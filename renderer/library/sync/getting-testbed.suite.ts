import { beforeEach } from "vitest";
import { FakeMachine, fakeAnswer } from "../../host/fake-host.ts";
import type { GettingMode } from "../../model/getting.ts";
import type { Source } from "../../model/source.ts";
import type { Instant } from "../../model/time.ts";
import { createGetting, type Getting } from "./create-getting.ts";
import type { Sync } from "./create-sync.ts";
import { monday, radio, roads, syncWith, toolsOver } from "./memory-sync.suite.ts";
import { MemoryVault, plainFeed } from "./memory-vault.suite.ts";
import { setUpSettling } from "./settle.suite.ts";

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const ferryItem = { key: "a", title: "The ferry runs again", at: monday };

/** Getting by itself over a machine, a vault and a sync in memory, new for each test; timers fire when it says so. */
export interface GettingTestbed {
  readonly machine: FakeMachine;
  readonly store: MemoryVault;
  readonly sync: Sync;
  readonly getting: Getting;
  readonly bugs: readonly unknown[];
  now: Instant;
  /** Of full texts, for each source. */
  articleBytes: number;
  /** The program starts once more; `start` is when it begins to look. */
  startSession(): void;
  start(): Promise<void>;
  settle(): Promise<void>;
  /** Time goes by; timers fire when it is their time. */
  passes(ms: number, stepMs?: number): Promise<void>;
  choose(mode: GettingMode, onMeteredLink?: boolean): void;
  /** An unchanged answer from the second time on. */
  serve(source: Source, size?: number): void;
  serveAll(): void;
  unplug(): void;
  /** When each source was asked last. */
  checked(agoMs: number): void;
  /** So much a source's last answer weighed. */
  weighed(source: Source, lastBytes: number): void;
  /** How many requests there were. */
  asked(): number;
}

export function setUpGettingTestbed(): GettingTestbed {
  const settle = setUpSettling();
  let machine: FakeMachine;
  let store: MemoryVault;
  let sync: Sync;
  let getting: Getting;
  let waits: { at: Instant; wake: () => void }[];
  let bugs: unknown[];

  const bed: GettingTestbed = {
    get machine() {
      return machine;
    },
    get store() {
      return store;
    },
    get sync() {
      return sync;
    },
    get getting() {
      return getting;
    },
    get bugs() {
      return bugs;
    },
    now: monday,
    articleBytes: 0,
    settle,

    startSession() {
      waits = [];
      const clock = () => bed.now;
      const wait = (delayMs: number) => new Promise<void>((wake) => waits.push({ at: bed.now + delayMs, wake }));
      const tools = toolsOver(machine, store, { clock, wait, bugs });
      sync = syncWith(tools, store, {
        mayRetry: () => store.gettingRules.mode !== "manual",
        mayGoOut: () => getting.mayGoOut(),
        onRan: (ran) => getting.noteRun(ran),
      });
      getting = createGetting({
        ...tools,
        sync,
        expectedArticleBytes: () => bed.articleBytes,
        onStatus: () => {},
      });
    },

    async start() {
      getting.start();
      await settle();
    },

    async passes(ms, stepMs = minuteMs) {
      for (const end = bed.now + ms; bed.now < end; ) {
        bed.now += Math.min(stepMs, end - bed.now);
        const ripe = waits.filter(({ at }) => at <= bed.now);
        waits = waits.filter(({ at }) => at > bed.now);
        for (const { wake } of ripe) wake();
        await settle();
      }
    },

    choose(mode, onMeteredLink = false) {
      store.gettingRules = { mode, onMeteredLink };
      getting.follow();
    },

    serve({ address }, size = 0) {
      const body = plainFeed([ferryItem]) + "\n".repeat(size);
      machine.serve(address, ({ etag }) =>
        etag === '"1"' ? fakeAnswer(address, "", { status: 304, etag }) : fakeAnswer(address, body, { etag: '"1"' }),
      );
    },
    serveAll() {
      for (const source of [radio, roads]) bed.serve(source);
    },
    unplug() {
      for (const { address } of [radio, roads]) machine.unplugLink(address);
    },
    checked(agoMs) {
      for (const { id } of [radio, roads]) store.checked.set(id, bed.now - agoMs);
    },
    weighed({ id }, lastBytes) {
      store.cursors.set(id, { etag: null, lastModified: null, documentDigest: null, newestItem: null, lastBytes });
    },
    asked: () => machine.requests.length,
  };

  beforeEach(() => {
    machine = new FakeMachine();
    store = new MemoryVault();
    store.add(radio, roads);
    bugs = [];
    Object.assign(bed, { now: monday, articleBytes: 0 });
    bed.startSession();
  });
  return bed;
}
