import { describe, expect, test } from "vitest";
import { bytes, type StartComputer } from "./host-under-test.suite.ts";

const local = { insecure: true, local: true };
const justAsk = { etag: null, lastModified: null, permissions: local };

export function describeNetwork(startComputer: StartComputer): void {
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
      const { address } = await computer.serve({ body: "first half|second half", stallsHalfway: true });
      const cancelling = new AbortController();
      const told: unknown[] = [];
      const onProgress = (progress: unknown) => {
        told.push(progress);
        cancelling.abort();
      };
      const fetched = await host.fetchAddress({ ...justAsk, address }, { signal: cancelling.signal, onProgress });
      // Also where nothing more comes it is told what did.
      expect(told).toEqual([{ received: 11, expected: 22 }]);
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
}
