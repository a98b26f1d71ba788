import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { mebibyte } from "../../renderer/model/measure.ts";
import { type FetchLimits, shippedFetchLimits } from "./fetch-limits.ts";
import { createFetchAddress } from "./fetch-url.ts";
import { type NetworkAccess, systemNetwork } from "./open-connection.ts";
import { certificate, privateKey } from "./test-certificate.ts";

const servers: { close(): void; closeAllConnections?(): void }[] = [];
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** A feed server on this computer; answers its address. */
async function feedServer(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(answer))}`;
}

/** A server that speaks for itself, byte by byte. */
async function rawServer(speak: (socket: Socket) => void): Promise<string> {
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", () => speak(socket));
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

interface Wish {
  readonly etag?: string;
  readonly lastModified?: string;
  readonly insecure?: boolean;
  readonly local?: boolean;
  readonly limits?: Partial<FetchLimits>;
  readonly network?: Partial<NetworkAccess>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: unknown) => void;
  readonly clock?: () => number;
}

function fetchFrom(address: string, wish: Wish = {}) {
  const fetchAddress = createFetchAddress({
    network: { ...systemNetwork, ownPorts: () => [], ...wish.network },
    limits: { ...shippedFetchLimits, ...wish.limits },
    clock: wish.clock ?? Date.now,
    version: "1.2.3",
  });
  return fetchAddress(
    {
      address,
      etag: wish.etag ?? null,
      lastModified: wish.lastModified ?? null,
      permissions: { insecure: wish.insecure ?? true, local: wish.local ?? true },
    },
    { signal: wish.signal ?? new AbortController().signal, progress: wish.onProgress ?? (() => {}) },
  );
}

async function answerOf(address: string, wish: Wish = {}) {
  const fetched = await fetchFrom(address, wish);
  if (!fetched.ok) throw new Error(`no answer: ${JSON.stringify(fetched.failure)}`);
  return { ...fetched.value, text: new TextDecoder().decode(fetched.value.bytes) };
}

async function failureOf(address: string, wish: Wish = {}) {
  const fetched = await fetchFrom(address, wish);
  if (fetched.ok) throw new Error(`answered ${fetched.value.status}`);
  return fetched.failure;
}

const quickBrotli = (bytes: Uint8Array) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } });

const publicIp = "93.184.216.34";
/** A connection that really goes to a test's server but whose peer says to be another. */
const pretendingToBe =
  (ip: string, port: number): NetworkAccess["connectTcp"] =>
  () =>
    Object.defineProperty(connect(port, "127.0.0.1"), "remoteAddress", { get: () => ip });

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
    const address = await feedServer((_request, response) => response.write("first half"));
    const answer = await answerOf(address, { limits: { idleSeconds: 0.1 } });
    expect(answer.text).toBe("first half");
    expect(answer.end).toEqual({ end: "cut", failure: { kind: "timeout", phase: "idle", seconds: 0.1 } });
  });

  test("a body that drips for ever is cut after the total time", async () => {
    const address = await feedServer((_request, response) => {
      const drip = setInterval(() => response.write("."), 20);
      response.once("close", () => clearInterval(drip));
    });
    const answer = await answerOf(address, { limits: { idleSeconds: 0.2, totalSeconds: 0.5 } });
    expect(answer.end).toEqual({ end: "cut", failure: { kind: "timeout", phase: "total", seconds: 0.5 } });
    expect(answer.text.length).toBeGreaterThan(5);
  });

  test("a slow but steady body isn't cut by the idle time", async () => {
    const address = await feedServer((_request, response) => {
      let left = 8;
      const drip = setInterval(() => {
        response.write(".");
        if (--left === 0) {
          clearInterval(drip);
          response.end();
        }
      }, 60);
    });
    expect((await answerOf(address, { limits: { idleSeconds: 0.3 } })).end).toEqual({ end: "complete" });
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
    const address = await rawServer((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", () => {
        setTimeout(() => socket.resetAndDestroy(), 50);
      });
    });
    const answer = await answerOf(address);
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
    let isClosed = false;
    const address = await feedServer((_request, response) => {
      response.write("first half");
      response.once("close", () => {
        isClosed = true;
      });
    });
    const answer = await answerOf(address, { signal: AbortSignal.timeout(200) });
    expect(answer.text).toBe("first half");
    expect(answer.end).toEqual({ end: "cut", failure: { kind: "cancelled" } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isClosed).toBe(true);
  });
});

describe("progress", () => {
  test("tells what came over the link and what is expected, a few times a second", async () => {
    const address = await feedServer((_request, response) => {
      response.writeHead(200, { "content-length": 30 });
      let sent = 0;
      const drip = setInterval(() => {
        response.write("0123456789");
        if (++sent === 3) clearInterval(drip);
      }, 40);
    });
    let now = 0;
    const told: unknown[] = [];
    await answerOf(address, {
      clock: () => {
        now += 150;
        return now;
      },
      onProgress: (progress) => told.push(progress),
    });
    expect(told.length).toBeGreaterThan(0);
    expect(told.at(-1)).toMatchObject({ expected: 30 });
    expect(told.length).toBeLessThanOrEqual(3);
  });
});

describe("redirects", () => {
  const hops = (count: number, status: number) =>
    feedServer((request, response) => {
      const at = Number(request.url?.slice(1));
      if (at < count) response.writeHead(status, { location: `/${at + 1}` }).end("moved");
      else response.end(`arrived after ${at}`);
    });

  test("five are followed, the sixth is one too many", async () => {
    expect((await answerOf(`${await hops(5, 302)}/0`)).text).toBe("arrived after 5");
    expect(await failureOf(`${await hops(6, 302)}/0`)).toEqual({ kind: "too-many-redirects", limit: 5 });
  });

  test.each([
    [301, true],
    [308, true],
    [302, false],
    [303, false],
    [307, false],
  ])("after a %d the new address is the source's: %s", async (status, isPermanent) => {
    const address = await hops(1, status);
    const answer = await answerOf(`${address}/0`);
    expect(answer.finalAddress).toBe(`${address}/1`);
    expect(answer.permanentRedirect).toBe(isPermanent);
  });

  test("one passing detour makes the whole way a passing one", async () => {
    const address = await feedServer((request, response) => {
      if (request.url === "/0") response.writeHead(301, { location: "/1" }).end();
      else if (request.url === "/1") response.writeHead(302, { location: "/2" }).end();
      else response.end("here");
    });
    expect((await answerOf(`${address}/0`)).permanentRedirect).toBe(false);
  });

  test("304 and a redirect to nowhere are answers, not redirects", async () => {
    const address = await feedServer((request, response) => response.writeHead(request.url === "/a" ? 304 : 302).end());
    expect((await answerOf(`${address}/a`)).status).toBe(304);
    expect((await answerOf(`${address}/b`)).status).toBe(302);
  });

  test.each([
    ["file:///etc/passwd", { kind: "bad-address", address: "file:///etc/passwd" }],
    ["http://user:pw@127.0.0.1/", { kind: "bad-address", address: "http://user:pw@127.0.0.1/" }],
    ["http://192.168.1.1/admin", { kind: "local-address", host: "192.168.1.1" }],
    ["http://localhost/", { kind: "local-address", host: "localhost" }],
    ["https://example.org/", { kind: "local-address", host: "example.org" }],
  ])("a source confirmed as local that leads to %s is refused", async (location, failure) => {
    const address = await feedServer((_request, response) => response.writeHead(302, { location }).end());
    expect(await failureOf(address)).toEqual(failure);
  });

  test.each([
    ["http://127.0.0.1:9/", "127.0.0.1"],
    ["http://2130706433/", "127.0.0.1"],
    ["http://[::1]/", "::1"],
    ["http://169.254.169.254/latest/meta-data/", "169.254.169.254"],
    ["http://inside.example/", "inside.example"],
  ])("a public source that leads to %s is refused", async (location, host) => {
    const port = await listen(createServer((_request, response) => response.writeHead(302, { location }).end()));
    const failure = await failureOf("http://outside.example/", {
      local: false,
      network: {
        resolveName: async (name) => [{ address: name === "inside.example" ? "10.0.0.5" : publicIp, family: 4 }],
        connectTcp: pretendingToBe(publicIp, port),
      },
    });
    expect(failure).toEqual({ kind: "local-address", host });
  });

  test("from https down to http is refused without the source's permission", async () => {
    const port = await listen(
      createHttpsServer({ cert: certificate, key: privateKey }, (_request, response) => {
        response.writeHead(301, { location: "http://outside.example/" }).end();
      }),
    );
    const failure = await failureOf("https://feeds.example/", {
      insecure: false,
      local: false,
      network: {
        resolveName: async () => [{ address: publicIp, family: 4 }],
        connectTcp: pretendingToBe(publicIp, port),
        startTls: (socket) => connectTls({ socket, servername: "feeds.example", ca: certificate }),
      },
    });
    expect(failure).toEqual({ kind: "insecure-address", host: "outside.example" });
  });
});

describe("addresses that are refused", () => {
  const neverConnect: Partial<NetworkAccess> = {
    connectTcp: () => {
      throw new Error("connected");
    },
  };
  const resolvesTo = (...addresses: string[]): Partial<NetworkAccess> => ({
    ...neverConnect,
    resolveName: async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
  });

  test.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0177.1/",
    "http://0x7f.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[fe80::1]/",
    "http://[fd12::1]/",
    "http://10.1.2.3/",
    "http://100.64.0.1/",
    "http://169.254.169.254/",
    "http://224.0.0.251/",
    "http://0.0.0.0/",
  ])("%s is judged before anything is connected", async (address) => {
    const failure = await failureOf(address, { local: false, network: neverConnect });
    expect(failure.kind).toBe("local-address");
  });

  test.each([
    ["192.168.0.10"],
    ["127.0.0.1"],
    ["::1"],
    ["::ffff:10.0.0.1"],
    [publicIp, "10.0.0.1"],
    ["10.0.0.1", publicIp],
  ])("a name whose addresses are %s isn't connected to", async (...addresses) => {
    const failure = await failureOf("http://feeds.example/", { local: false, network: resolvesTo(...addresses) });
    expect(failure).toEqual({ kind: "local-address", host: "feeds.example" });
  });

  test("a peer that isn't where the name pointed gets no request", async () => {
    let wasAsked = false;
    const port = await listen(
      createServer((_request, response) => {
        wasAsked = true;
        response.end();
      }),
    );
    const failure = await failureOf("http://feeds.example/", {
      local: false,
      network: {
        resolveName: async () => [{ address: publicIp, family: 4 }],
        connectTcp: () => connect(port, "127.0.0.1"),
      },
    });
    expect(failure).toEqual({ kind: "local-address", host: "feeds.example" });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(wasAsked).toBe(false);
  });

  test("a name is looked up once: what was judged is what is connected to", async () => {
    let lookups = 0;
    const address = await feedServer((_request, response) => response.end("<rss/>"));
    const port = new URL(address).port;
    const network = {
      resolveName: async () => {
        lookups++;
        return [{ address: "127.0.0.1", family: 4 }];
      },
    };
    expect((await answerOf(`http://feeds.example:${port}/`, { network })).text).toBe("<rss/>");
    expect(lookups).toBe(1);
  });

  test("our own port is refused even to a source confirmed as local", async () => {
    const address = await feedServer((_request, response) => response.end("ours"));
    const ownPorts = () => [Number(new URL(address).port)];
    expect(await failureOf(address, { network: { ownPorts } })).toEqual({ kind: "own-address" });
    expect(await failureOf(address.replace("127.0.0.1", "localhost"), { network: { ownPorts } })).toEqual({
      kind: "own-address",
    });
  });

  test("http without the source's permission isn't asked", async () => {
    expect(await failureOf("http://127.0.0.1/", { insecure: false, network: neverConnect })).toEqual({
      kind: "insecure-address",
      host: "127.0.0.1",
    });
  });
});

describe("a link that isn't there", () => {
  const withError = (code: string): Partial<NetworkAccess> => ({
    resolveName: async () => {
      throw Object.assign(new Error(code), { code });
    },
  });
  test.each([
    ["EAI_AGAIN", { kind: "no-link" }],
    ["ENOTFOUND", { kind: "name-not-found", host: "feeds.example" }],
  ])("%s", async (code, failure) => {
    expect(await failureOf("http://feeds.example/", { network: withError(code) })).toEqual(failure);
  });

  test("a name without any address isn't found", async () => {
    const network = { resolveName: async () => [] };
    expect((await failureOf("http://feeds.example/", { network })).kind).toBe("name-not-found");
  });

  test("a port where nobody listens refuses", async () => {
    const server = createTcpServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    expect(await failureOf(`http://127.0.0.1:${port}/`)).toEqual({ kind: "refused", host: "127.0.0.1" });
  });
});

describe("https", () => {
  const secureServer = () =>
    listen(createHttpsServer({ cert: certificate, key: privateKey }, (_request, response) => response.end("sealed")));

  test("a certificate that nobody vouches for is refused, and nothing is asked", async () => {
    const failure = await failureOf(`https://127.0.0.1:${await secureServer()}/`, { insecure: false });
    expect(failure).toEqual({ kind: "certificate", host: "127.0.0.1" });
  });

  test("a certificate of another name is refused", async () => {
    const network = {
      startTls: (socket: Socket) => connectTls({ socket, servername: "other.example", ca: certificate }),
    };
    const failure = await failureOf(`https://127.0.0.1:${await secureServer()}/`, { network });
    expect(failure).toEqual({ kind: "certificate", host: "127.0.0.1" });
  });

  test("with a good certificate it answers", async () => {
    const network = {
      startTls: (socket: Socket) => connectTls({ socket, servername: "feeds.example", ca: certificate }),
    };
    expect((await answerOf(`https://127.0.0.1:${await secureServer()}/`, { network, insecure: false })).text).toBe(
      "sealed",
    );
  });

  test("a plain server behind https is a certificate problem, and a silent one a timeout", async () => {
    const plain = await feedServer((_request, response) => response.end("plain"));
    expect(await failureOf(plain.replace("http:", "https:"))).toEqual({ kind: "certificate", host: "127.0.0.1" });
    const silent = await rawServer(() => {});
    expect(await failureOf(silent.replace("http:", "https:"), { limits: { connectSeconds: 0.2 } })).toEqual({
      kind: "timeout",
      phase: "connect",
      seconds: 0.2,
    });
  });
});
