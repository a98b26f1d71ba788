import { describe, expect, test } from "vitest";
import { bytes, leaseOf, type StartComputer } from "./host-under-test.suite.ts";

export function describeLease(startComputer: StartComputer): void {
  describe("one writer", () => {
    test("a second window hears that the library is open elsewhere, and can read meanwhile", async () => {
      const { computer, host } = await startComputer();
      const lease = await leaseOf(host);
      const start = { lease, generation: 1, expectedLength: 0, expectedTail: bytes("") };
      await host.appendJournal({ ...start, bytes: bytes("entry") });
      const second = await computer.connect();
      expect(await second.acquireLease({ takeOver: false })).toEqual({
        ok: false,
        failure: { kind: "open-elsewhere" },
      });
      expect(await second.journalLength({ generation: 1 })).toEqual({ ok: true, value: 5 });
    });

    test("“use it here” gives the second window the library and tells the first, whose writes are refused", async () => {
      const { computer, host } = await startComputer();
      const lease = await leaseOf(host);
      let hasLost = false;
      host.on("lease-lost", () => {
        hasLost = true;
      });
      const second = await computer.connect();
      const taken = await second.acquireLease({ takeOver: true });
      expect(taken.ok).toBe(true);
      await expect.poll(() => hasLost).toBe(true);
      const leaseLost = { ok: false, failure: { kind: "lease-lost" } };
      const start = { lease, generation: 1, expectedLength: 0, expectedTail: bytes("") };
      expect(await host.appendJournal({ ...start, bytes: bytes("late") })).toEqual(leaseLost);
      expect(await host.writeHeader({ lease, slot: 0, bytes: bytes("late") })).toEqual(leaseLost);
      expect(await host.cutJournal({ lease, generation: 1, length: 0 })).toEqual(leaseLost);
      expect(await host.writeHostKey({ lease, key: bytes("late") })).toEqual(leaseLost);
      expect(await host.journalLength({ generation: 1 })).toEqual({ ok: true, value: null });
    });

    test("a window that closes leaves the library free for the next", async () => {
      const { computer, host } = await startComputer();
      await leaseOf(host);
      await computer.close(host);
      const second = await computer.connect();
      let lease = await second.acquireLease({ takeOver: false });
      // A closed tab is noticed a moment later.
      for (let tries = 0; tries < 500 && !lease.ok; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        lease = await second.acquireLease({ takeOver: false });
      }
      expect(lease.ok).toBe(true);
    });

    test("a window that asks twice gets the library again, and its first lease is void", async () => {
      const { host } = await startComputer();
      const first = await leaseOf(host);
      const second = await leaseOf(host);
      const leaseLost = { ok: false, failure: { kind: "lease-lost" } };
      expect(await host.writeHeader({ lease: first, slot: 0, bytes: bytes("x") })).toEqual(leaseLost);
      expect((await host.writeHeader({ lease: second, slot: 0, bytes: bytes("x") })).ok).toBe(true);
    });

    test("a lease given back can be had by another", async () => {
      const { computer, host } = await startComputer();
      await host.releaseLease({ lease: await leaseOf(host) });
      const second = await computer.connect();
      expect((await second.acquireLease({ takeOver: false })).ok).toBe(true);
    });

    test("a made-up lease writes nothing", async () => {
      const { host } = await startComputer();
      await leaseOf(host);
      const wish = { lease: "guessed", generation: 1, expectedLength: 0, expectedTail: bytes(""), bytes: bytes("x") };
      expect(await host.appendJournal(wish)).toEqual({ ok: false, failure: { kind: "lease-lost" } });
    });
  });
}
