import { beforeEach } from "vitest";
import type { FetchedAddress } from "../../contracts/host.ts";
import { FakeMachine, type FakeRequest, fakeAnswer } from "../../host/fake-host.ts";
import type { Source } from "../../model/source.ts";
import type { SourceProgress, SyncStatus } from "../../model/sync-status.ts";
import type { Sync } from "./create-sync.ts";
import { monday, syncWith, toolsOver } from "./memory-sync.suite.ts";
import { MemoryVault, type PlainItem, plainSource } from "./memory-vault.suite.ts";
import { setUpSettling } from "./settle.suite.ts";

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
    const clock = () => bed.now;
    const wait = (delayMs: number) => new Promise<void>((wake) => bed.waits.push({ delayMs, wake }));
    const tools = toolsOver(machine, store, { clock, wait, bugs: [] });
    sync = syncWith(tools, store, { onStatus: (status) => bed.told.push(status) });
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
