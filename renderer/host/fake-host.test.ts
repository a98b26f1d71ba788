import { describe, expect, test } from "vitest";
import type { Host } from "../contracts/host.ts";
import { describeHostContract } from "./contract/host-contract.suite.ts";
import type { AskedDocument, HostUnderTest } from "./contract/host-under-test.suite.ts";
import { FakeMachine, fakeAnswer } from "./fake-host.ts";

async function startFakeComputer(): Promise<HostUnderTest> {
  const machine = new FakeMachine();
  let served = 0;
  return {
    connect: async () => machine.connect(),
    close: async (host) => machine.close(host),
    setFreeBytes: (bytes) => {
      machine.freeBytes = bytes;
    },
    openedLinks: machine.openedLinks,
    async serve({ status = 200, headers = {}, body, stallsHalfway = false }) {
      const address = `https://feeds.example/${++served}`;
      const asked: AskedDocument[] = [];
      machine.serve(address, async ({ etag, lastModified }, { signal, progress }) => {
        asked.push({ etag, lastModified });
        const facts = {
          status,
          contentType: headers["content-type"] ?? null,
          etag: headers.etag ?? null,
          lastModified: headers["last-modified"] ?? null,
          serverDate: headers.date === undefined ? null : Date.parse(headers.date),
        };
        if (!stallsHalfway) return fakeAnswer(address, body, facts);
        const half = body.slice(0, body.length / 2);
        const isCancelled = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
        progress({ received: half.length, expected: body.length });
        await isCancelled;
        return fakeAnswer(address, half, { ...facts, end: { end: "cut", failure: { kind: "cancelled" } } });
      });
      return { address, asked: () => asked };
    },
    end: async () => machine.restart(),
  };
}

describeHostContract("the fake in memory", startFakeComputer);

describe("the fake in memory, when things go wrong", () => {
  const entry = new TextEncoder().encode("0123456789");
  async function append(host: Host) {
    const lease = await host.acquireLease({ takeOver: false });
    if (!lease.ok) throw new Error("the vault is open elsewhere");
    return host.appendJournal({
      lease: lease.value,
      generation: 1,
      expectedLength: 0,
      expectedTail: new Uint8Array(),
      bytes: entry,
    });
  }

  test("a power cut in mid-write keeps the bytes that reached the disk, and nobody hears an answer", async () => {
    const machine = new FakeMachine();
    machine.fateOf = () => ({ ends: "power-cut", keptBytes: 4 });
    const host = machine.connect();
    let isGone = false;
    host.on("gone", () => {
      isGone = true;
    });
    await expect(append(host)).rejects.toThrow();
    expect(isGone).toBe(true);
    await expect(host.diskState({})).rejects.toThrow();
    const next = machine.connect();
    expect(await next.readJournal({ generation: 1, offset: 0, maxBytes: 99 })).toEqual({
      ok: true,
      value: entry.slice(0, 4),
    });
    expect((await next.acquireLease({ takeOver: false })).ok).toBe(true);
  });

  test("a full disk keeps nothing of the write", async () => {
    const machine = new FakeMachine();
    machine.fateOf = () => ({ ends: "disk-full" });
    const host = machine.connect();
    expect(await append(host)).toEqual({ ok: false, failure: { kind: "disk-full" } });
    expect(await host.journalLength({ generation: 1 })).toEqual({ ok: true, value: null });
  });

  test("a program that takes the library makes the holder's writes fail", async () => {
    const machine = new FakeMachine();
    const host = machine.connect();
    const lease = await host.acquireLease({ takeOver: false });
    if (!lease.ok) throw new Error("the vault is open elsewhere");
    let hasLost = false;
    host.on("lease-lost", () => {
      hasLost = true;
    });
    machine.takeLeaseAway();
    expect(hasLost).toBe(true);
    expect(await host.writeHeader({ lease: lease.value, slot: 0, bytes: entry })).toEqual({
      ok: false,
      failure: { kind: "lease-lost" },
    });
  });
});
