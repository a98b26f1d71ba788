import { afterEach, describe, expect, test } from "vitest";
import type { Host, LeaseToken } from "../contracts/host.ts";
import { type BlobName, brandId } from "../model/ids.ts";
import { mebibyte } from "../model/measure.ts";

/** A document that the test's own network has at an address. */
export interface ServedDocument {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** Sends the body's first half, then nothing until the fetch is cancelled. */
  readonly stallsHalfway?: boolean;
}

/** One computer with one library on it. */
export interface HostUnderTest {
  /** Another window, tab or worker on the same computer. */
  connect(): Promise<Host>;
  /** That window is closed, its worker with it. */
  close(host: Host): Promise<void>;
  setFreeBytes(bytes: number): void;
  serve(
    document: ServedDocument,
  ): Promise<{ readonly address: string; readonly asked: () => readonly AskedDocument[] }>;
  readonly openedLinks: readonly string[];
  end(): Promise<void>;
}

export interface AskedDocument {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const tailOf = (text: string) => bytes(text).slice(-32);
const done = { ok: true, value: null };
const local = { insecure: true, local: true };
const justAsk = { etag: null, lastModified: null, permissions: local };

async function leaseOf(host: Host): Promise<LeaseToken> {
  const lease = await host.acquireLease({ takeOver: false });
  if (!lease.ok) throw new Error("the vault is open elsewhere");
  return lease.value;
}

async function waitUntil(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isSo(); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).toBe(true);
}

/** What the library counts on from every host. */
export function describeHostContract(name: string, start: () => Promise<HostUnderTest>): void {
  describe(`the machine side: ${name}`, () => {
    const running: HostUnderTest[] = [];
    async function startComputer(): Promise<{ computer: HostUnderTest; host: Host }> {
      const computer = await start();
      running.push(computer);
      return { computer, host: await computer.connect() };
    }
    afterEach(async () => {
      for (const computer of running.splice(0)) await computer.end();
    });

    test("says where the library lies and in which language the system speaks", async () => {
      const { host } = await startComputer();
      const about = await host.about({});
      expect(about.vaultFolder).not.toBe("");
      expect(Intl.getCanonicalLocales(about.locale)).toHaveLength(1);
    });

    test("a fresh computer has no header, no journal and no key", async () => {
      const { host } = await startComputer();
      expect(await host.readHeader({})).toEqual({ ok: true, value: [null, null] });
      expect(await host.journalLength({ generation: 1 })).toEqual({ ok: true, value: null });
      expect(await host.readHostKeys({})).toEqual([]);
    });

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

    describe("header and key", () => {
      test("each slot keeps its own bytes", async () => {
        const { host } = await startComputer();
        const lease = await leaseOf(host);
        await host.writeHeader({ lease, slot: 0, bytes: bytes("header 1") });
        await host.writeHeader({ lease, slot: 1, bytes: bytes("header 2") });
        await host.writeHeader({ lease, slot: 0, bytes: bytes("header 3") });
        expect(await host.readHeader({})).toEqual({ ok: true, value: [bytes("header 3"), bytes("header 2")] });
      });

      test("this computer keeps a key and says what guards it", async () => {
        const { host } = await startComputer();
        const lease = await leaseOf(host);
        const written = await host.writeHostKey({ lease, key: bytes("0123456789abcdef") });
        if (!written.ok) throw new Error("not written");
        const keys = await host.readHostKeys({});
        expect(keys).toEqual([{ protection: written.value, key: bytes("0123456789abcdef") }]);
      });
    });

    describe("files being read", () => {
      const digest = "00112233445566778899aabbccddeeff";

      test("a file whose reading never ended is known by the number of tries, in every window", async () => {
        const { computer, host } = await startComputer();
        expect(await host.markParsing({ digest })).toBe(0);
        await computer.close(host);
        const second = await computer.connect();
        expect(await second.markParsing({ digest })).toBe(1);
        expect(await second.markParsing({ digest: digest.replaceAll("0", "9") })).toBe(0);
      });

      test("a file that was read to its end starts from nothing again", async () => {
        const { host } = await startComputer();
        await host.markParsing({ digest });
        await host.clearParsing({ digest });
        await host.clearParsing({ digest });
        expect(await host.markParsing({ digest })).toBe(0);
      });
    });

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
        await waitUntil(() => hasLost);
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
        for (let tries = 0; tries < 50 && !lease.ok; tries++) {
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

    describe("disk", () => {
      test.each([
        [1024 * mebibyte, "normal"],
        [40 * mebibyte, "no-writes"],
        [8 * mebibyte, "journal-only"],
      ] as const)("%d free bytes mean %s", async (freeBytes, level) => {
        const { computer, host } = await startComputer();
        computer.setFreeBytes(freeBytes);
        expect(await host.diskState({})).toEqual({ level, freeBytes });
      });

      test("with little room left nothing is written, and the journal stays as it was", async () => {
        const { computer, host } = await startComputer();
        const lease = await leaseOf(host);
        computer.setFreeBytes(40 * mebibyte);
        const wish = { lease, generation: 1, expectedLength: 0, expectedTail: bytes(""), bytes: bytes("x") };
        const diskLow = { ok: false, failure: { kind: "disk-low", freeBytes: 40 * mebibyte } };
        expect(await host.appendJournal(wish)).toEqual(diskLow);
        expect(await host.writeHeader({ lease, slot: 0, bytes: bytes("x") })).toEqual(diskLow);
        expect(await host.journalLength({ generation: 1 })).toEqual({ ok: true, value: null });
      });
    });

    describe("fetching", () => {
      test("brings a document with what its server says about it", async () => {
        const { computer, host } = await startComputer();
        const headers = {
          "content-type": "application/rss+xml",
          etag: '"v1"',
          "last-modified": "Tue, 20 Oct 2026 06:00:00 GMT",
          date: "Wed, 21 Oct 2026 06:00:00 GMT",
        };
        const { address } = await computer.serve({ headers, body: "<rss>Sake</rss>" });
        const fetched = await host.fetchAddress({ ...justAsk, address });
        expect(fetched).toEqual({
          ok: true,
          overLink: expect.any(Number),
          value: {
            status: 200,
            finalAddress: address,
            permanentRedirect: false,
            contentType: "application/rss+xml",
            etag: '"v1"',
            lastModified: "Tue, 20 Oct 2026 06:00:00 GMT",
            serverDate: Date.UTC(2026, 9, 21, 6),
            bytes: bytes("<rss>Sake</rss>"),
            received: 15,
            end: { end: "complete" },
          },
        });
      });

      test("asks only for what is new", async () => {
        const { computer, host } = await startComputer();
        const { address, asked } = await computer.serve({ status: 304, body: "" });
        const validators = { etag: '"v1"', lastModified: "Tue, 20 Oct 2026 06:00:00 GMT" };
        const fetched = await host.fetchAddress({ ...justAsk, ...validators, address });
        expect(fetched.ok && fetched.value.status).toBe(304);
        expect(asked()).toEqual([validators]);
      });

      test("cancelled half-way, it gives back what came", async () => {
        const { computer, host } = await startComputer();
        const { address, asked } = await computer.serve({ body: "first half|second half", stallsHalfway: true });
        const cancelling = new AbortController();
        const fetching = host.fetchAddress({ ...justAsk, address }, { signal: cancelling.signal });
        await waitUntil(() => asked().length > 0);
        // The first half has to come by the same way.
        setTimeout(() => cancelling.abort(), 300);
        const fetched = await fetching;
        if (!fetched.ok) throw new Error(`failed: ${fetched.failure.kind}`);
        expect(fetched.value.bytes).toEqual(bytes("first half|"));
        expect(fetched.value.end).toEqual({ end: "cut", failure: { kind: "cancelled" } });
      });

      test("what isn't an address is said to be none", async () => {
        const { host } = await startComputer();
        const fetched = await host.fetchAddress({ ...justAsk, address: "file:///etc/passwd" });
        expect(fetched).toEqual({
          ok: false,
          failure: { kind: "bad-address", address: "file:///etc/passwd" },
          overLink: 0,
        });
      });
    });

    describe("links", () => {
      test("a web address goes to the system's browser", async () => {
        const { computer, host } = await startComputer();
        expect(await host.openExternal({ address: "https://example.org/report?id=7" })).toEqual({
          ok: true,
          value: null,
        });
        expect(computer.openedLinks).toEqual(["https://example.org/report?id=7"]);
      });

      test.each(["javascript:alert(1)", "file:///home", "smb://server/share", "not an address"])(
        "%s goes nowhere",
        async (address) => {
          const { computer, host } = await startComputer();
          expect(await host.openExternal({ address })).toEqual({ ok: false, failure: { kind: "link-refused" } });
          expect(computer.openedLinks).toEqual([]);
        },
      );
    });

    test("arguments that the guard refuses reach nothing", async () => {
      const { host } = await startComputer();
      const lease = await leaseOf(host);
      const negative = { lease, generation: -1, expectedLength: 0, expectedTail: bytes(""), bytes: bytes("x") };
      await expect(host.appendJournal(negative)).rejects.toThrow();
      await expect(host.readJournal({ generation: 1, offset: 0, maxBytes: 9 * mebibyte })).rejects.toThrow();
    });
  });
}
