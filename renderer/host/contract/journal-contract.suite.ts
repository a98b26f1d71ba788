import { describe, expect, test } from "vitest";
import { mebibyte } from "../../model/measure.ts";
import { bytes, leaseOf, type StartComputer } from "./host-under-test.suite.ts";

const tailOf = (text: string) => bytes(text).slice(-32);

export function describeJournal(startComputer: StartComputer): void {
  describe("journal", () => {
    test("what was appended is read back, in order and by pieces", async () => {
      const { host } = await startComputer();
      const lease = await leaseOf(host);
      const first = await host.appendJournal({
        lease,
        generation: 1,
        expectedLength: 0,
        expectedTail: bytes(""),
        bytes: bytes("arrived at Walikale"),
      });
      expect(first).toEqual({ ok: true, value: 19 });
      const second = await host.appendJournal({
        lease,
        generation: 1,
        expectedLength: 19,
        expectedTail: tailOf("arrived at Walikale"),
        bytes: bytes(" and read"),
      });
      expect(second).toEqual({ ok: true, value: 28 });
      expect(await host.journalLength({ generation: 1 })).toEqual({ ok: true, value: 28 });
      const read = await host.readJournal({ generation: 1, offset: 11, maxBytes: 8 });
      expect(read).toEqual({ ok: true, value: bytes("Walikale") });
    });

    test("reading past the end gives fewer bytes than asked", async () => {
      const { host } = await startComputer();
      const lease = await leaseOf(host);
      await host.appendJournal({
        lease,
        generation: 1,
        expectedLength: 0,
        expectedTail: bytes(""),
        bytes: bytes("short"),
      });
      expect(await host.readJournal({ generation: 1, offset: 3, maxBytes: 100 })).toEqual({
        ok: true,
        value: bytes("rt"),
      });
      expect(await host.readJournal({ generation: 1, offset: 50, maxBytes: 100 })).toEqual({
        ok: true,
        value: bytes(""),
      });
    });

    test("a writer with another length or another tail in mind writes nothing and hears the length", async () => {
      const { host } = await startComputer();
      const lease = await leaseOf(host);
      const start = { lease, generation: 1, expectedLength: 0, expectedTail: bytes("") };
      await host.appendJournal({ ...start, bytes: bytes("entry one") });
      const headMoved = { ok: false, failure: { kind: "head-moved", length: 9 } };
      expect(await host.appendJournal({ ...start, bytes: bytes("again") })).toEqual(headMoved);
      const otherTail = { ...start, expectedLength: 9, expectedTail: bytes("entry two"), bytes: bytes("again") };
      expect(await host.appendJournal(otherTail)).toEqual(headMoved);
      expect(await host.journalLength({ generation: 1 })).toEqual({ ok: true, value: 9 });
    });

    test("a torn tail is cut off and the next entry goes in its place", async () => {
      const { host } = await startComputer();
      const lease = await leaseOf(host);
      const start = { lease, generation: 1, expectedLength: 0, expectedTail: bytes("") };
      await host.appendJournal({ ...start, bytes: bytes("whole|torn") });
      expect(await host.cutJournal({ lease, generation: 1, length: 6 })).toEqual({ ok: true, value: null });
      const next = { lease, generation: 1, expectedLength: 6, expectedTail: bytes("whole|"), bytes: bytes("new") };
      expect(await host.appendJournal(next)).toEqual({ ok: true, value: 9 });
      expect(await host.readJournal({ generation: 1, offset: 0, maxBytes: 99 })).toEqual({
        ok: true,
        value: bytes("whole|new"),
      });
    });

    test("generations are separate files", async () => {
      const { host } = await startComputer();
      const lease = await leaseOf(host);
      const start = { lease, expectedLength: 0, expectedTail: bytes("") };
      await host.appendJournal({ ...start, generation: 1, bytes: bytes("old") });
      await host.appendJournal({ ...start, generation: 2, bytes: bytes("compacted") });
      expect(await host.journalLength({ generation: 1 })).toEqual({ ok: true, value: 3 });
      expect(await host.journalLength({ generation: 2 })).toEqual({ ok: true, value: 9 });
    });

    test("a megabyte of every byte there is crosses unchanged", async () => {
      const { host } = await startComputer();
      const lease = await leaseOf(host);
      const everyByte = Uint8Array.from({ length: mebibyte }, (_, place) => (place * 31 + (place >> 8)) & 0xff);
      const start = { lease, generation: 1, expectedLength: 0, expectedTail: bytes("") };
      await host.appendJournal({ ...start, bytes: everyByte });
      const read = await host.readJournal({ generation: 1, offset: 0, maxBytes: 2 * mebibyte });
      if (!read.ok) throw new Error("not read");
      expect(read.value).toBeInstanceOf(Uint8Array);
      expect(read.value.length).toBe(mebibyte);
      expect(read.value.every((byte, place) => byte === everyByte[place])).toBe(true);
    });
  });
}
