import { afterEach, describe, expect, test } from "vitest";
import { mebibyte } from "../../model/measure.ts";
import { describeBlobs } from "./blob-contract.suite.ts";
import { bytes, type HostUnderTest, leaseOf, type StartComputer } from "./host-under-test.suite.ts";
import { describeJournal } from "./journal-contract.suite.ts";
import { describeLease } from "./lease-contract.suite.ts";
import { describeNetwork } from "./network-contract.suite.ts";

/** What the library counts on from every host. */
export function describeHostContract(name: string, start: () => Promise<HostUnderTest>): void {
  describe(`the machine side: ${name}`, () => {
    const running: HostUnderTest[] = [];
    const startComputer: StartComputer = async () => {
      const computer = await start();
      running.push(computer);
      return { computer, host: await computer.connect() };
    };
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
    describeJournal(startComputer);
    describeBlobs(startComputer);
    describeLease(startComputer);
    describeNetwork(startComputer);

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

    test("arguments that the guard refuses reach nothing", async () => {
      const { host } = await startComputer();
      const lease = await leaseOf(host);
      const negative = { lease, generation: -1, expectedLength: 0, expectedTail: bytes(""), bytes: bytes("x") };
      await expect(host.appendJournal(negative)).rejects.toThrow();
      await expect(host.readJournal({ generation: 1, offset: 0, maxBytes: 9 * mebibyte })).rejects.toThrow();
    });
  });
}
