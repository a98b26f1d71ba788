import { IDBFactory } from "fake-indexeddb";
import type { Host } from "../../contracts/host.ts";
import { FakeMachine } from "../../host/fake-host.ts";
import type { Changed } from "../../model/changes.ts";
import type { OpenFailure } from "../../model/failure.ts";
import type { BriefingId } from "../../model/ids.ts";
import type { LibraryStatus } from "../../model/library-status.ts";
import type { LogFact } from "../../model/log-event.ts";
import type { Result } from "../../model/result.ts";
import { noFilters } from "../../model/view.ts";
import { type OpenVaultOptions, openVault } from "../open-vault.ts";
import type { OpenedVault } from "../opened-vault.ts";
import { type Limits, type Surroundings, shippedLimits } from "../surroundings.ts";
import { sampleEpoch } from "./sample-changes.suite.ts";

/** The journal's generation until a compaction makes another. */
export const sampleGeneration = 1;

/** A small random source that gives the same bytes for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function randomBytesFrom(random: () => number): (count: number) => Uint8Array<ArrayBuffer> {
  return (count) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
}

export interface OpenedSample {
  readonly result: Result<OpenedVault, OpenFailure>;
  readonly statuses: LibraryStatus[];
  readonly changes: Changed[];
  readonly log: LogFact[];
}

/** A laptop for tests: a disk, a browser profile and a clock that stands still. */
export class SampleLaptop {
  readonly machine = new FakeMachine();
  profile = new IDBFactory();
  now = sampleEpoch;
  limits: Limits = shippedLimits;
  /** Puts something between the library and its host, such as a link that loses answers. */
  overHost: (host: Host) => Host = (host) => host;
  readonly #randomBytes: (count: number) => Uint8Array<ArrayBuffer>;

  constructor(seed = 1) {
    this.#randomBytes = randomBytesFrom(seededRandom(seed));
    this.machine.clock = () => this.now;
  }

  surroundings(): Surroundings {
    return {
      host: this.overHost(this.machine.connect()),
      clock: () => this.now,
      randomBytes: this.#randomBytes,
      wait: async () => {},
      startPdfWorker: () => {
        throw new Error("no PDF here");
      },
      indexedDB: this.profile,
      limits: this.limits,
      drawPicture: null,
      shelfTexts: async () => [],
    };
  }

  async tryOpen(but: Partial<OpenVaultOptions> = {}): Promise<OpenedSample> {
    const statuses: LibraryStatus[] = [];
    const changes: Changed[] = [];
    const log: LogFact[] = [];
    const result = await openVault(this.surroundings(), {
      onStatus: (status) => statuses.push(status),
      onChanged: (changed) => changes.push(changed),
      onLog: (fact) => log.push(fact),
      takeOver: false,
      ...but,
    });
    return { result, statuses, changes, log };
  }

  /** Opened and read in whole; a failure is a failed test. */
  async open(but: Partial<OpenVaultOptions> = {}): Promise<OpenedVault & { readonly told: OpenedSample }> {
    const told = await this.tryOpen(but);
    if (!told.result.ok) throw new Error(`the library didn't open: ${JSON.stringify(told.result.failure)}`);
    const vault = told.result.value;
    await vault.catalogue.whenComplete;
    return Object.assign(vault, { told });
  }

  journal(): Uint8Array {
    const { disk } = this.machine;
    return disk.readJournal(sampleGeneration, 0, disk.journalLength(sampleGeneration) ?? 0);
  }

  async databaseNames(): Promise<string[]> {
    return (await this.profile.databases()).flatMap(({ name }) => name ?? []);
  }
}

export function listedIds(vault: OpenedVault): BriefingId[] {
  const { rows } = vault.catalogue.page({ view: { kind: "all" }, filters: noFilters, offset: 0, limit: 10_000 });
  return rows.map(({ head }) => head.id);
}
