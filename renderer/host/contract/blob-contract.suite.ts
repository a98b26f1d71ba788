import { describe, expect, test } from "vitest";
import { type BlobName, brandId } from "../../model/ids.ts";
import { mebibyte } from "../../model/measure.ts";
import { bytes, done, leaseOf, type StartComputer } from "./host-under-test.suite.ts";

export function describeBlobs(startComputer: StartComputer): void {
  describe("blobs", () => {
    const blob = brandId<BlobName>("0123456789abcdef0123456789abcdef");
    const other = brandId<BlobName>("f".repeat(32));

    test("what was written chunk by chunk is read back by pieces, also by another window", async () => {
      const { computer, host } = await startComputer();
      const lease = await leaseOf(host);
      expect(await host.writeBlob({ lease, blob, offset: 0, bytes: bytes("a map of ") })).toEqual(done);
      expect(await host.writeBlob({ lease, blob, offset: 9, bytes: bytes("the ferries") })).toEqual(done);
      expect(await host.finishBlob({ lease, blob })).toEqual(done);
      const second = await computer.connect();
      const read = (offset: number, maxBytes: number) => second.readBlob({ blob, offset, maxBytes });
      expect(await read(9, 11)).toEqual({ ok: true, value: bytes("the ferries") });
      expect(await read(16, 100)).toEqual({ ok: true, value: bytes("ries") });
      expect(await read(20, 100)).toEqual({ ok: true, value: bytes("") });
    });

    test("a blob that isn't there is told from an empty end", async () => {
      const { host } = await startComputer();
      expect(await host.readBlob({ blob, offset: 0, maxBytes: 10 })).toEqual({ ok: true, value: null });
      expect(await host.listBlobs({})).toEqual({ ok: true, value: [] });
    });

    test("a chunk for another place than the end is refused with the length", async () => {
      const { host } = await startComputer();
      const lease = await leaseOf(host);
      await host.writeBlob({ lease, blob, offset: 0, bytes: bytes("chunk") });
      const moved = { ok: false, failure: { kind: "head-moved", length: 5 } };
      expect(await host.writeBlob({ lease, blob, offset: 0, bytes: bytes("again") })).toEqual(moved);
      expect(await host.writeBlob({ lease, blob, offset: 9, bytes: bytes("later") })).toEqual(moved);
      expect(await host.readBlob({ blob, offset: 0, maxBytes: 99 })).toEqual({ ok: true, value: bytes("chunk") });
    });

    test("finishing what nobody wrote is a failed write", async () => {
      const { host } = await startComputer();
      const lease = await leaseOf(host);
      expect(await host.finishBlob({ lease, blob })).toEqual({
        ok: false,
        failure: { kind: "write-failed", code: "ENOENT" },
      });
    });

    test("the list tells name, size and age, and what was deleted is gone from it", async () => {
      const { host } = await startComputer();
      const lease = await leaseOf(host);
      const before = Date.now();
      await host.writeBlob({ lease, blob, offset: 0, bytes: bytes("one") });
      await host.writeBlob({ lease, blob: other, offset: 0, bytes: bytes("another") });
      const listed = await host.listBlobs({});
      if (!listed.ok) throw new Error("not listed");
      const facts = [...listed.value].sort((left, right) => left.bytes - right.bytes);
      expect(facts.map(({ blob: name, bytes: size }) => [name, size])).toEqual([
        [blob, 3],
        [other, 7],
      ]);
      for (const { modifiedAt } of facts) expect(Math.abs(modifiedAt - before)).toBeLessThan(60_000);
      expect(await host.deleteBlobs({ lease, blobs: [blob, brandId<BlobName>("0".repeat(32))] })).toEqual(done);
      expect(await host.readBlob({ blob, offset: 0, maxBytes: 9 })).toEqual({ ok: true, value: null });
      expect(await host.listBlobs({})).toMatchObject({ value: [{ blob: other }] });
    });

    test("a megabyte of every byte there is crosses unchanged, and more than that is refused", async () => {
      const { host } = await startComputer();
      const lease = await leaseOf(host);
      const everyByte = Uint8Array.from({ length: mebibyte }, (_, place) => (place * 31 + (place >> 8)) & 0xff);
      expect(await host.writeBlob({ lease, blob, offset: 0, bytes: everyByte })).toEqual(done);
      const read = await host.readBlob({ blob, offset: 0, maxBytes: mebibyte });
      if (!read.ok || read.value === null) throw new Error("not read");
      expect(read.value.length).toBe(mebibyte);
      expect(read.value.every((byte, place) => byte === everyByte[place])).toBe(true);
      const tooMuch = new Uint8Array(mebibyte + 1);
      await expect(host.writeBlob({ lease, blob: other, offset: 0, bytes: tooMuch })).rejects.toThrow();
      await expect(host.readBlob({ blob, offset: 0, maxBytes: mebibyte + 1 })).rejects.toThrow();
      expect(await host.readBlob({ blob: other, offset: 0, maxBytes: 9 })).toEqual({ ok: true, value: null });
    });

    test.each(["../journal-1", "0123456789ABCDEF0123456789ABCDEF", "con", "", `${blob}.new`])(
      "%s is no name of a blob and reaches nothing",
      async (name) => {
        const { host } = await startComputer();
        const lease = await leaseOf(host);
        const wrong = name as BlobName;
        await expect(host.writeBlob({ lease, blob: wrong, offset: 0, bytes: bytes("x") })).rejects.toThrow();
        await expect(host.finishBlob({ lease, blob: wrong })).rejects.toThrow();
        await expect(host.readBlob({ blob: wrong, offset: 0, maxBytes: 9 })).rejects.toThrow();
        await expect(host.deleteBlobs({ lease, blobs: [wrong] })).rejects.toThrow();
      },
    );

    test("with little room nothing is written, and deleting still makes room", async () => {
      const { computer, host } = await startComputer();
      const lease = await leaseOf(host);
      await host.writeBlob({ lease, blob, offset: 0, bytes: bytes("old") });
      computer.setFreeBytes(40 * mebibyte);
      expect(await host.writeBlob({ lease, blob: other, offset: 0, bytes: bytes("x") })).toEqual({
        ok: false,
        failure: { kind: "disk-low", freeBytes: 40 * mebibyte },
      });
      expect(await host.deleteBlobs({ lease, blobs: [blob] })).toEqual(done);
      expect(await host.listBlobs({})).toEqual({ ok: true, value: [] });
    });

    test("who lost the library writes, finishes and deletes no blob", async () => {
      const { computer, host } = await startComputer();
      const lease = await leaseOf(host);
      await host.writeBlob({ lease, blob, offset: 0, bytes: bytes("kept") });
      const second = await computer.connect();
      await second.acquireLease({ takeOver: true });
      const leaseLost = { ok: false, failure: { kind: "lease-lost" } };
      expect(await host.writeBlob({ lease, blob, offset: 4, bytes: bytes("late") })).toEqual(leaseLost);
      expect(await host.finishBlob({ lease, blob })).toEqual(leaseLost);
      expect(await host.deleteBlobs({ lease, blobs: [blob] })).toEqual(leaseLost);
      expect(await second.readBlob({ blob, offset: 0, maxBytes: 99 })).toEqual({ ok: true, value: bytes("kept") });
    });
  });
}
