import * as v from "valibot";
import type { CallContext, CallOptions, HandlersOf } from "../contracts/calls.ts";
import {
  type FetchedAddress,
  type FetchReply,
  type Host,
  type HostCalls,
  type HostEvents,
  hostCalls,
  type LeaseToken,
  type StoreFailure,
} from "../contracts/host.ts";
import { ChannelClosed, RemoteBug } from "../contracts/rpc.ts";
import { diskLevelAt } from "../model/disk-level.ts";
import type { FetchFailure } from "../model/failure.ts";
import { type Bytes, mebibyte } from "../model/measure.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import type { Instant } from "../model/time.ts";
import { FakeDisk, type FakeWrite, type WriteFate } from "./fake-disk.ts";

export interface FakeRequest {
  readonly address: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly permissions: { readonly insecure: boolean; readonly local: boolean };
}

/** Where a test doesn't say what came over the link, it was the body and a small head. */
export type FakeAnswer = Result<FetchedAddress, FetchFailure> & { readonly overLink?: Bytes };
export const fakeHeadBytes: Bytes = 300;
type FetchContext = CallContext<{ received: Bytes; expected: Bytes | null }>;
export type AnswerFetch = (request: FakeRequest, context: FetchContext) => FakeAnswer | Promise<FakeAnswer>;

/** An answer with the usual headers; name only what the test is about. */
export function fakeAnswer(address: string, body: string | Uint8Array, but: Partial<FetchedAddress> = {}): FakeAnswer {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return succeed({
    status: 200,
    finalAddress: address,
    permanentRedirect: false,
    contentType: null,
    etag: null,
    lastModified: null,
    serverDate: null,
    bytes,
    received: bytes.length,
    end: { end: "complete" },
    ...but,
  });
}

/** A computer in memory, for tests of the library. Hosts made by `connect` share its disk, as tabs do. */
export class FakeMachine {
  readonly disk = new FakeDisk();
  readonly requests: FakeRequest[] = [];
  readonly openedLinks: string[] = [];
  /** What the system says of the link; most say nothing. */
  isMetered: boolean | null = null;
  freeBytes: Bytes = 1024 * mebibyte;
  /** What files are dated by. */
  clock: () => Instant = Date.now;
  /** Decides what becomes of each write; a power cut here ends every host of the machine. */
  fateOf: (write: FakeWrite) => WriteFate = () => ({ ends: "kept" });
  readonly #answers = new Map<string, AnswerFetch>();
  readonly #clients = new Map<Host, FakeClient>();
  #holder: { readonly client: FakeClient; readonly token: LeaseToken } | null = null;
  #writes = 0;
  #leases = 0;

  /** A new window, tab or worker. */
  connect(): Host {
    const client = new FakeClient(this);
    const host = client.host();
    this.#clients.set(host, client);
    return host;
  }

  /** That window is closed: what it held is free. */
  close(host: Host): void {
    const client = this.#clients.get(host);
    this.#clients.delete(host);
    if (this.#holder?.client === client) this.#holder = null;
    client?.end();
  }

  /** What an address answers from now on. An address nobody scripted says `name-not-found`. */
  serve(address: string, answer: FakeAnswer | AnswerFetch): void {
    this.#answers.set(address, typeof answer === "function" ? answer : () => answer);
  }

  unplugLink(address: string): void {
    this.serve(address, fail({ kind: "no-link" }));
  }

  /** kill -9 or a power cut between two writes: what was acknowledged stays, every host is gone. */
  restart(): void {
    this.#holder = null;
    const gone = [...this.#clients.values()];
    this.#clients.clear();
    for (const client of gone) client.end();
  }

  /** Another program takes the library. */
  takeLeaseAway(): void {
    const lost = this.#holder;
    this.#holder = null;
    lost?.client.emit("lease-lost", null);
  }

  acquire(client: FakeClient, takeOver: boolean): LeaseToken | null {
    if (this.#holder !== null && this.#holder.client !== client) {
      if (!takeOver) return null;
      this.takeLeaseAway();
    }
    const token = `lease-${++this.#leases}`;
    this.#holder = { client, token };
    return token;
  }

  release(token: LeaseToken): void {
    if (this.#holder?.token === token) this.#holder = null;
  }

  /** Does a guarded write and answers its failure, or null when it is on the disk. */
  write(
    lease: LeaseToken,
    to: FakeWrite["to"],
    bytes: Uint8Array,
    put: (kept: Uint8Array) => void,
  ): StoreFailure | null {
    if (this.#holder?.token !== lease) return { kind: "lease-lost" };
    if (diskLevelAt(this.freeBytes) !== "normal") return { kind: "disk-low", freeBytes: this.freeBytes };
    const fate = this.fateOf({ to, bytes: bytes.length, number: ++this.#writes });
    switch (fate.ends) {
      case "kept":
        put(bytes.slice());
        return null;
      case "power-cut":
        put(bytes.slice(0, fate.keptBytes));
        this.disk.losePower();
        this.restart();
        throw new ChannelClosed();
      case "disk-full":
        return { kind: "disk-full" };
      case "failed":
        return { kind: "write-failed", code: fate.code };
    }
  }

  holds(lease: LeaseToken): boolean {
    return this.#holder?.token === lease;
  }

  async answer(request: FakeRequest, context: FetchContext): Promise<FakeAnswer> {
    this.requests.push(request);
    const answer = this.#answers.get(request.address);
    if (answer === undefined) return fail({ kind: "name-not-found", host: hostOf(request.address) });
    return answer(request, context);
  }
}

class FakeClient {
  readonly #machine: FakeMachine;
  readonly #listeners = new Map<keyof HostEvents, Set<(event: never) => void>>();
  #ended = false;

  constructor(machine: FakeMachine) {
    this.#machine = machine;
  }

  emit<Name extends keyof HostEvents>(name: Name, event: HostEvents[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(event as never);
  }

  end(): void {
    this.#ended = true;
    this.emit("gone", null);
  }

  host(): Host {
    const handlers = handlersOver(this.#machine, this);
    const calls = Object.fromEntries(
      Object.keys(hostCalls).map((name) => [
        name,
        (args: unknown, options?: CallOptions<never>) => this.#call(handlers, name as keyof HostCalls, args, options),
      ]),
    ) as { [Name in keyof HostCalls]: Host[Name] };
    return {
      ...calls,
      setMenu: null,
      notify: null,
      on: (name, listener) => {
        const known = this.#listeners.get(name) ?? new Set();
        this.#listeners.set(name, known.add(listener as (event: never) => void));
        return () => known.delete(listener as (event: never) => void);
      },
    };
  }

  /** As strict as a real host: what its guard refuses is a bug of the caller. */
  async #call(
    handlers: HandlersOf<HostCalls>,
    name: keyof HostCalls,
    args: unknown,
    options: CallOptions<never> = {},
  ): Promise<unknown> {
    await null;
    if (this.#ended) throw new ChannelClosed();
    const checked = v.safeParse(hostCalls[name].guard, args);
    if (!checked.success) throw new RemoteBug(`refused-${name}`);
    const context: CallContext<never> = {
      signal: options.signal ?? new AbortController().signal,
      progress: (value) => options.onProgress?.(value),
      transferReply: () => {},
    };
    const handler = handlers[name] as (args: unknown, context: CallContext<never>) => Promise<unknown>;
    const reply = await handler(checked.output, context);
    if (this.#ended) throw new ChannelClosed();
    return reply;
  }
}

function handlersOver(machine: FakeMachine, client: FakeClient): HandlersOf<HostCalls> {
  const { disk } = machine;
  const outcome = (failure: StoreFailure | null) => (failure === null ? succeed(null) : fail(failure));
  return {
    about: async () => ({
      kind: "loopback",
      platform: "linux",
      locale: "fr-CD",
      vaultFolder: "/home/reader/vault",
      inEverydayBrowser: false,
    }),
    acquireLease: async ({ takeOver }) => {
      const token = machine.acquire(client, takeOver);
      return token === null ? fail({ kind: "open-elsewhere" }) : succeed(token);
    },
    releaseLease: async ({ lease }) => {
      machine.release(lease);
      return null;
    },
    readHeader: async () => succeed([disk.headers[0]?.slice() ?? null, disk.headers[1]?.slice() ?? null]),
    writeHeader: async ({ lease, slot, bytes }) =>
      outcome(
        machine.write(lease, "header", bytes, (kept) => {
          disk.headers[slot] = kept;
        }),
      ),
    journalLength: async ({ generation }) => succeed(disk.journalLength(generation)),
    readJournal: async ({ generation, offset, maxBytes }) => succeed(disk.readJournal(generation, offset, maxBytes)),
    appendJournal: async ({ lease, generation, expectedLength, expectedTail, bytes }) => {
      if (!machine.holds(lease)) return fail({ kind: "lease-lost" });
      const length = disk.journalLength(generation) ?? 0;
      const tail = disk.readJournal(generation, Math.max(0, length - 32), 32);
      if (length !== expectedLength || !isSame(tail, expectedTail)) return fail({ kind: "head-moved", length });
      const failure = machine.write(lease, "journal", bytes, (kept) => disk.append(generation, kept));
      return failure === null ? succeed(length + bytes.length) : fail(failure);
    },
    cutJournal: async ({ lease, generation, length }) => {
      if (!machine.holds(lease)) return fail({ kind: "lease-lost" });
      disk.cut(generation, length);
      return succeed(null);
    },
    writeBlob: async ({ lease, blob, offset, bytes }) => {
      if (!machine.holds(lease)) return fail({ kind: "lease-lost" });
      const length = disk.blobFacts(blob)?.bytes ?? 0;
      if (length !== offset) return fail({ kind: "head-moved", length });
      return outcome(
        machine.write(lease, "blob", bytes, (kept) => disk.appendBlob(blob, kept, Math.floor(machine.clock()))),
      );
    },
    finishBlob: async ({ lease, blob }) => {
      if (!machine.holds(lease)) return fail({ kind: "lease-lost" });
      if (disk.blobFacts(blob) === null) return fail({ kind: "write-failed", code: "ENOENT" });
      return outcome(
        machine.write(lease, "blob-finish", new Uint8Array(1), (kept) => {
          if (kept.length > 0) disk.finishBlob(blob);
        }),
      );
    },
    readBlob: async ({ blob, offset, maxBytes }) => succeed(disk.readBlob(blob, offset, maxBytes)),
    listBlobs: async () =>
      succeed(
        disk.blobNames().flatMap((blob) => {
          const facts = disk.blobFacts(blob);
          return facts === null ? [] : [{ blob, ...facts }];
        }),
      ),
    deleteBlobs: async ({ lease, blobs }) => {
      if (!machine.holds(lease)) return fail({ kind: "lease-lost" });
      for (const blob of blobs) disk.deleteBlob(blob);
      return succeed(null);
    },
    readHostKeys: async () => (disk.hostKey === null ? [] : [{ protection: "key-file", key: disk.hostKey.slice() }]),
    writeHostKey: async ({ lease, key }) => {
      const failure = machine.write(lease, "host-key", key, (kept) => {
        disk.hostKey = kept;
      });
      return failure === null ? succeed("key-file") : fail(failure);
    },
    markParsing: async ({ digest }) => {
      const tries = disk.parseMarks.get(digest) ?? 0;
      disk.parseMarks.set(digest, tries + 1);
      return tries;
    },
    clearParsing: async ({ digest }) => {
      disk.parseMarks.delete(digest);
      return null;
    },
    diskState: async () => ({ level: diskLevelAt(machine.freeBytes), freeBytes: machine.freeBytes }),
    fetchAddress: async (request, context) =>
      /^https?:/i.test(request.address)
        ? withOverLink(await machine.answer(request, context))
        : { ...fail({ kind: "bad-address", address: request.address }), overLink: 0 },
    isMetered: async () => machine.isMetered,
    openExternal: async ({ address }) => {
      if (!/^(https?|mailto):/i.test(address)) return fail({ kind: "link-refused" });
      machine.openedLinks.push(address);
      return succeed(null);
    },
  };
}

function withOverLink(answer: FakeAnswer): FetchReply {
  return { ...answer, overLink: answer.overLink ?? (answer.ok ? answer.value.received + fakeHeadBytes : 0) };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}
