import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { mebibyte } from "../../renderer/model/measure.ts";
import { answerOf, failureOf, feedServer, rawServer } from "./fetch-testbed.suite.ts";

/** Only what the fetch waits for itself stands still: a machine that is busy elsewhere never runs a limit out. */
const stopClocks = () => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
afterEach(() => vi.useRealTimers());

/** A clock by which everything that comes is told. */
function quickClock(): () => number {
  let now = 0;
  return () => (now += 500);
}

const quickBrotli = (bytes: Uint8Array) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } });

describe("what a request tells", () => {
  test("our name and version, the formats we read, and nothing about the person", async () => {
    let heard: string[] = [];
    const address = await feedServer((request, response) => {
      heard = request.rawHeaders;
      response.end("<rss/>");
    });
    await answerOf(`${address}/feed?page=2`);
    expect(heard.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase())).toEqual([
      "host",
      "user-agent",
      "accept",
      "accept-encoding",
      "connection",
    ]);
    expect(heard).toContain("FieldReader/1.2.3");
    expect(heard).toContain("gzip, deflate, br");
  });

  test("a cookie is not kept, not even through a redirect", async () => {
    const cookies: (string | undefined)[] = [];
    const address = await feedServer((request, response) => {
      cookies.push(request.headers.cookie, request.headers.referer);
      if (request.url === "/") response.writeHead(302, { location: "/feed", "set-cookie": "id=7" }).end();
      else response.end("<rss/>");
    });
    await answerOf(address);
    expect(cookies).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("a validator that would break out of its header is left away", async () => {
    const etags: (string | undefined)[] = [];
    const address = await feedServer((request, response) => {
      etags.push(request.headers["if-none-match"]);
      response.end("<rss/>");
    });
    await answerOf(address, { etag: 'x"\r\nCookie: id=7' });
    await answerOf(address, { etag: 'W/"plain"' });
    expect(etags).toEqual([undefined, 'W/"plain"']);
  });
});

describe("packed answers", () => {
  const text = "Briefing from Kalembe. ".repeat(50);
  test.each([
    ["gzip", gzipSync(text)],
    ["x-gzip", gzipSync(text)],
    ["GZIP", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["br", brotliCompressSync(text)],
    ["identity", Buffer.from(text)],
  ])("%s is unpacked, and what came over the link is counted", async (encoding, packed) => {
    const address = await feedServer((_request, response) => {
      response.writeHead(200, { "content-encoding": encoding }).end(packed);
    });
    const answer = await answerOf(address);
    expect(answer.text).toBe(text);
    expect(answer.received).toBe(packed.length);
    expect(answer.end).toEqual({ end: "complete" });
  });

  test.each(["zstd", "gzip, br", "compress"])(
    "%s, which nobody asked for, is said to be unreadable",
    async (encoding) => {
      const address = await feedServer((_request, response) => {
        response.writeHead(200, { "content-encoding": encoding }).end("?????");
      });
      expect((await answerOf(address)).end).toEqual({ end: "cut", failure: { kind: "unreadable-encoding", encoding } });
    },
  );

  test("text that only claims to be gzip is said to be unreadable", async () => {
    const address = await feedServer((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end("<rss>not packed at all</rss>");
    });
    expect((await answerOf(address)).end).toEqual({
      end: "cut",
      failure: { kind: "unreadable-encoding", encoding: "gzip" },
    });
  });

  test.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ] as const)("a %s answer whose end is missing keeps what could be unpacked", async (encoding, pack) => {
    const noise = Array.from({ length: 3_000 }, (_, place) => `item ${(place * 7919) % 10_007}`).join("\n");
    const packed = pack(noise);
    const address = await feedServer((_request, response) => {
      response.writeHead(200, { "content-encoding": encoding });
      response.end(packed.subarray(0, packed.length - 20));
    });
    const answer = await answerOf(address);
    expect(answer.end).toMatchObject({ end: "cut", failure: { kind: "connection-cut" } });
    expect(answer.text.length).toBeGreaterThan(1_000);
    expect(noise.startsWith(answer.text)).toBe(true);
  });

  test.each([
    ["gzip", gzipSync],
    ["br", quickBrotli],
  ] as const)("a %s bomb is stopped long before the size limit", async (encoding, pack) => {
    const bomb = pack(new Uint8Array(50 * mebibyte));
    const address = await feedServer((_request, response) => {
      response.writeHead(200, { "content-encoding": encoding }).end(bomb);
    });
    const answer = await answerOf(address);
    expect(answer.end).toEqual({ end: "cut", failure: { kind: "expands-too-much" } });
    expect(answer.bytes.length).toBeLessThan(mebibyte + bomb.length * 100);
  });

  test("a small document may be packed as tightly as it likes", async () => {
    const address = await feedServer((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(" ".repeat(200_000)));
    });
    expect((await answerOf(address)).end).toEqual({ end: "complete" });
  });
});

describe("limits", () => {
  test("a document over 10 MB is cut at 10 MB, packed or not", async () => {
    const chunk = Buffer.from(Array.from({ length: 65_536 }, (_, place) => (place * 31 + (place >> 7)) & 0xff));
    const address = await feedServer((_request, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    });
    const answer = await answerOf(address);
    expect(answer.bytes.length).toBe(10 * mebibyte);
    expect(answer.end).toEqual({ end: "cut", failure: { kind: "too-large", limit: 10 * mebibyte } });
  });

  test("exactly at the limit a document is whole", async () => {
    const address = await feedServer((_request, response) => response.end("12345678"));
    expect((await answerOf(address, { limits: { decodedBytes: 8 } })).end).toEqual({ end: "complete" });
    expect((await answerOf(address, { limits: { decodedBytes: 7 } })).text).toBe("1234567");
  });

  test("a name that nobody resolves in time ends the connect phase", async () => {
    const network = { resolveName: () => new Promise<never>(() => {}) };
    expect(await failureOf("http://slow.example/", { network, limits: { connectSeconds: 0.1 } })).toEqual({
      kind: "timeout",
      phase: "connect",
      seconds: 0.1,
    });
  });

  test("a server that takes the request and says nothing ends the first-byte phase", async () => {
    const address = await rawServer(() => {});
    expect(await failureOf(address, { limits: { firstByteSeconds: 0.1 } })).toEqual({
      kind: "timeout",
      phase: "first-byte",
      seconds: 0.1,
    });
  });

  test("a body that stops is cut after the idle time, and what came is kept", async () => {
    stopClocks();
    const address = await feedServer((_request, response) => response.write("first half"));
    const answer = await answerOf(address, {
      limits: { idleSeconds: 0.5 },
      clock: quickClock(),
      onProgress: () => vi.advanceTimersByTime(500),
    });
    expect(answer.text).toBe("first half");
    expect(answer.end).toEqual({ end: "cut", failure: { kind: "timeout", phase: "idle", seconds: 0.5 } });
  });

  test("a body that drips for ever is cut after the total time", async () => {
    stopClocks();
    const address = await feedServer((_request, response) => {
      const drip = setInterval(() => response.write("."), 20);
      response.once("close", () => clearInterval(drip));
    });
    const answer = await answerOf(address, {
      limits: { idleSeconds: 5, totalSeconds: 1 },
      clock: quickClock(),
      onProgress: () => vi.advanceTimersByTime(100),
    });
    expect(answer.end).toEqual({ end: "cut", failure: { kind: "timeout", phase: "total", seconds: 1 } });
    expect(answer.text.length).toBeGreaterThan(5);
  });

  test("a slow but steady body isn't cut by the idle time", async () => {
    stopClocks();
    let left = 20;
    let drip: () => void = () => {};
    const address = await feedServer((_request, response) => {
      drip = () => (left-- > 0 ? response.write(".") : response.end());
      drip();
    });
    const answer = await answerOf(address, {
      limits: { idleSeconds: 1 },
      clock: quickClock(),
      onProgress: () => {
        vi.advanceTimersByTime(900);
        drip();
      },
    });
    expect(answer).toMatchObject({ text: ".".repeat(20), end: { end: "complete" } });
  });
});

describe("cuts", () => {
  test("a body shorter than announced is cut, and what came is kept", async () => {
    const address = await rawServer((socket) => {
      socket.end("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss><item>Sake</item>");
    });
    const answer = await answerOf(address);
    expect(answer.text).toBe("<rss><item>Sake</item>");
    expect(answer.end).toEqual({ end: "cut", failure: { kind: "connection-cut", received: 22 } });
  });

  test("a chunked body without its last chunk is cut", async () => {
    const address = await rawServer((socket) => {
      socket.end("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<rss\r\n");
    });
    const answer = await answerOf(address);
    expect(answer.text).toBe("<rss");
    expect(answer.end).toMatchObject({ end: "cut", failure: { kind: "connection-cut" } });
  });

  test("a line that is reset in the middle keeps what came", async () => {
    let reset: () => void = () => {};
    const address = await rawServer((socket) => {
      reset = () => socket.resetAndDestroy();
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    });
    const answer = await answerOf(address, { clock: quickClock(), onProgress: () => reset() });
    expect(answer.text).toBe("half");
    expect(answer.end).toMatchObject({ end: "cut", failure: { kind: "connection-cut", received: 4 } });
  });

  test("a line that ends before any answer is a cut without one", async () => {
    const address = await rawServer((socket) => socket.resetAndDestroy());
    expect(await failureOf(address)).toEqual({ kind: "connection-cut", received: 0 });
  });

  test("what isn't HTTP is no answer", async () => {
    const address = await rawServer((socket) => socket.end("SSH-2.0-OpenSSH_9\r\n"));
    expect(await failureOf(address)).toEqual({ kind: "connection-cut", received: 0 });
  });

  test("cancelled before an answer, nothing came", async () => {
    const address = await rawServer(() => {});
    expect(await failureOf(address, { signal: AbortSignal.timeout(100) })).toEqual({ kind: "cancelled" });
    expect(await failureOf(address, { signal: AbortSignal.abort() })).toEqual({ kind: "cancelled" });
  });

  test("cancelled while it comes, what came is kept and the line is closed", async () => {
    const cancelling = new AbortController();
    let reportClosed: () => void = () => {};
    const isClosed = new Promise<void>((resolve) => {
      reportClosed = resolve;
    });
    const address = await feedServer((_request, response) => {
      response.write("first half");
      response.once("close", reportClosed);
    });
    const answer = await answerOf(address, {
      signal: cancelling.signal,
      clock: quickClock(),
      onProgress: () => setImmediate(() => cancelling.abort()),
    });
    expect(answer.text).toBe("first half");
    expect(answer.end).toEqual({ end: "cut", failure: { kind: "cancelled" } });
    await isClosed;
  });

  test.each(["identity", "gzip"])(
    "cancelled at the moment when a part comes, that part is kept too (%s)",
    async (encoding) => {
      const cancelling = new AbortController();
      const text = "Briefing from Kalembe. ".repeat(50);
      const packed = encoding === "gzip" ? gzipSync(text) : Buffer.from(text);
      const address = await feedServer((_request, response) => {
        response.writeHead(200, { "content-encoding": encoding, "content-length": packed.length + 1 }).write(packed);
      });
      const answer = await answerOf(address, {
        signal: cancelling.signal,
        clock: quickClock(),
        onProgress: () => cancelling.abort(),
      });
      expect(answer.text).toBe(text);
      expect(answer.end).toEqual({ end: "cut", failure: { kind: "cancelled" } });
    },
  );
});

describe("progress", () => {
  const drippingServer = () =>
    feedServer((_request, response) => {
      response.writeHead(200, { "content-length": 30 });
      let sent = 0;
      const drip = setInterval(() => {
        response.write("0123456789");
        if (++sent === 3) clearInterval(drip);
      }, 40);
    });

  test("tells what came over the link and what is expected", async () => {
    const told: unknown[] = [];
    await answerOf(await drippingServer(), { clock: quickClock(), onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toEqual({ received: 30, expected: 30 });
  });

  test("isn't told more often than a person can read it", async () => {
    stopClocks();
    const told: unknown[] = [];
    await answerOf(await drippingServer(), { clock: () => 0, onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([]);
  });

  test("what had come before the line stood still is told", async () => {
    const address = await feedServer((_request, response) => {
      response.writeHead(200, { "content-length": 30 }).write("0123456789");
    });
    const stopping = new AbortController();
    const told: unknown[] = [];
    const onProgress = (progress: unknown) => {
      told.push(progress);
      stopping.abort();
    };
    await answerOf(address, { clock: () => 0, signal: stopping.signal, onProgress });
    expect(told).toEqual([{ received: 10, expected: 30 }]);
  });
});
