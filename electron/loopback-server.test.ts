import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "cborg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ChannelClosed, RemoteBug } from "../renderer/contracts/rpc.ts";
import { connectLoopbackHost } from "../renderer/host/loopback-host.ts";
import { succeed } from "../renderer/model/result.ts";
import { startLoopbackHost } from "./loopback-host.ts";
import type { LoopbackServer } from "./loopback-server.ts";

let folder = "";
let server: LoopbackServer;
let origin = "";
let bugs: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "field-reader-"));
  await mkdir(join(folder, "page", "assets"), { recursive: true });
  await writeFile(join(folder, "page", "index.html"), "<!doctype html><title>Field Reader</title>");
  await writeFile(join(folder, "page", "assets", "worker-1234.js"), "0");
  await writeFile(join(folder, "page", "assets", "index-1234.js"), "0");
  await writeFile(join(folder, "outside.txt"), "not for the page");
  bugs = [];
  server = await startLoopbackHost({
    vaultFolder: join(folder, "vault"),
    hostKeyPath: join(folder, "vault.key"),
    rendererFolder: join(folder, "page"),
    port: 0,
    version: "0",
    locale: "fr-CD",
    inEverydayBrowser: true,
    freeBytes: async () => 100 * 1024 * 1024,
    openExternal: async () => succeed(null),
    onBug: (_error, doing) => {
      bugs.push(doing);
      return "bug-1";
    },
  });
  origin = new URL(server.launchAddress("direct")).origin;
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const ours = () => ({ origin, "sec-fetch-site": "same-origin" });

async function newToken(): Promise<string> {
  const secret = new URL(server.launchAddress("direct")).hash.slice("#launch=".length);
  const token = randomBytes(32).toString("base64url");
  const swapped = await fetch(`${origin}/session`, { method: "POST", body: `${secret} ${token}`, headers: ours() });
  expect(swapped.status).toBe(204);
  return token;
}

const withOurHeaders = (signal?: AbortSignal) => (address: string, init: RequestInit) =>
  fetch(address, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), ...ours() },
    ...(signal === undefined ? {} : { signal }),
  });

async function connectTab(signal?: AbortSignal) {
  return connectLoopbackHost({ token: await newToken(), origin, fetch: withOurHeaders(signal) });
}

/** What the server says to bytes that no browser would send, until it hangs up. */
function rawAnswer(sent: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(server.port, "127.0.0.1", () => socket.write(sent));
    socket.on("data", (data) => {
      heard += data.toString("latin1");
    });
    socket.on("error", () => resolve(heard));
    socket.on("close", () => resolve(heard));
  });
}

describe("the page's files", () => {
  test("the page comes with the headers that keep it to itself", async () => {
    const page = await fetch(`${origin}/`);
    expect(await page.text()).toContain("Field Reader");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page.headers.get("content-security-policy")).toContain("trusted-types worker-url");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(page.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(page.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(page.headers.get("cache-control")).toBe("no-cache");
    expect(page.headers.get("access-control-allow-origin")).toBe(null);
  });

  test("a worker's file has a policy of its own, and named files are kept for good", async () => {
    const worker = await fetch(`${origin}/assets/worker-1234.js`);
    expect(worker.headers.get("content-security-policy")).toContain("require-trusted-types-for 'script'");
    expect(worker.headers.get("content-security-policy")).toContain("'wasm-unsafe-eval'");
    expect(worker.headers.get("cache-control")).toContain("immutable");
    const script = await fetch(`${origin}/assets/index-1234.js`);
    expect(script.headers.get("content-security-policy")).not.toContain("wasm");
  });

  test.each(["/../outside.txt", "/%2e%2e/outside.txt", "/assets/..%2f..%2foutside.txt", "//outside.txt", "/assets"])(
    "nothing outside the page's folder is at %s",
    async (path) => {
      const answer = await rawAnswer(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1.1 404/);
      expect(answer).not.toContain("not for the page");
    },
  );
});

describe("what is refused", () => {
  test.each([
    [
      "a site that the browser wants to reach through us",
      "GET http://example.org/ HTTP/1.1\r\nHost: example.org\r\n\r\n",
    ],
    ["a tunnel", "CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n"],
    ["a tunnel to our own fixed name", "CONNECT reader.localhost:443 HTTP/1.1\r\nHost: reader.localhost:443\r\n\r\n"],
    ["a name that was pointed at us", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"],
    ["a request without a host", "GET / HTTP/1.0\r\n\r\n"],
    ["a cross-origin question", "OPTIONS /host/diskState HTTP/1.1\r\nHost: evil.example\r\n\r\n"],
  ])("%s", async (_what, sent) => {
    expect(await rawAnswer(sent)).toMatch(/^HTTP\/1.1 (403|400)/);
  });

  test("a change to another protocol", async () => {
    const sent = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    expect(await rawAnswer(sent)).toMatch(/^HTTP\/1.1 403/);
  });

  test("an address on the network of this computer: only 127.0.0.1 is listened on", async () => {
    await expect(fetch(`http://[::1]:${server.port}/`)).rejects.toThrow();
  });

  test("a used secret", async () => {
    const secret = new URL(server.launchAddress("direct")).hash.slice("#launch=".length);
    const swap = (letter: string) =>
      fetch(`${origin}/session`, { method: "POST", body: `${secret} ${letter.repeat(43)}`, headers: ours() });
    expect((await swap("a")).status).toBe(204);
    expect((await swap("b")).status).toBe(403);
  });

  test("a page with an old token hears that its host is gone", async () => {
    await expect(connectLoopbackHost({ token: "x".repeat(43), origin, fetch: withOurHeaders() })).rejects.toThrow(
      ChannelClosed,
    );
  });
});

describe("what a call may weigh", () => {
  async function post(name: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
    const token = await newToken();
    const stream = await fetch(`${origin}/host/events`, {
      method: "POST",
      headers: { ...ours(), authorization: `Bearer ${token}` },
    });
    const reader = stream.body?.getReader();
    const first = (await reader?.read())?.value ?? new Uint8Array();
    const client =
      Buffer.from(first)
        .toString("latin1")
        .match(/[0-9a-f-]{36}/)?.[0] ?? "";
    const answer = await fetch(`${origin}/host/${name}`, {
      method: "POST",
      body,
      headers: {
        ...ours(),
        authorization: `Bearer ${token}`,
        "x-reader-client": client,
        "x-reader-call": "1",
        ...headers,
      },
    });
    await reader?.cancel();
    return answer.status;
  }

  test("a few kilobytes where only short lines are needed", async () => {
    expect(await post("diskState", new Uint8Array(encode({})))).toBe(202);
    expect(await post("diskState", new Uint8Array(5_000))).toBe(413);
    expect(await post("releaseLease", new Uint8Array(5_000))).toBe(413);
  });

  test("a header of 64 KB, and a journal's append of 16 MB", async () => {
    expect(await post("writeHeader", new Uint8Array(65_537))).toBe(413);
    expect(await post("writeHeader", new Uint8Array(encode({ bytes: new Uint8Array(60_000) })))).toBe(202);
    expect(await post("appendJournal", new Uint8Array(16 * 1024 * 1024 + 1))).toBe(413);
  });

  test("no more than it may, also when it doesn't say how much comes", async () => {
    const token = await newToken();
    const sent = [
      "POST /session HTTP/1.1",
      `Host: 127.0.0.1:${server.port}`,
      `Origin: ${origin}`,
      "Sec-Fetch-Site: same-origin",
      `Authorization: Bearer ${token}`,
      "Transfer-Encoding: chunked",
      "",
      "400",
      "x".repeat(1024),
      "",
    ].join("\r\n");
    expect(await rawAnswer(sent)).toMatch(/^HTTP\/1.1 403/);
  });

  test("what isn't CBOR, or names a key twice, is no call", async () => {
    expect(await post("diskState", new Uint8Array([0xff, 0x00]))).toBe(400);
    expect(await post("acquireLease", new Uint8Array([0xa2, 0x61, 0x61, 0xf4, 0x61, 0x61, 0xf5]))).toBe(400);
  });

  test("a call for a tab that isn't there, or without a number, is refused", async () => {
    expect(await post("diskState", new Uint8Array(encode({})), { "x-reader-client": "unknown" })).toBe(403);
    expect(await post("diskState", new Uint8Array(encode({})), { "x-reader-call": "one" })).toBe(400);
  });
});

describe("tabs", () => {
  test("a call that doesn't exist, or with wrong arguments, is the caller's bug and harms nobody", async () => {
    const host = await connectTab();
    await expect(host.openExternal({ address: "x".repeat(30_000) })).rejects.toThrow(RemoteBug);
    await expect(host.openExternal({ address: "x".repeat(300_000) })).rejects.toThrow("http-413");
    expect(bugs).toEqual(["openExternal"]);
    expect((await host.diskState({})).level).toBe("normal");
  });

  test("a closed tab's fetches are cancelled on the way", async () => {
    let wasAsked = false;
    let wasDropped = false;
    const stalled = createServer((_request: IncomingMessage, response) => {
      wasAsked = true;
      response.write("half");
      response.once("close", () => {
        wasDropped = true;
      });
    });
    await new Promise<void>((resolve) => stalled.listen(0, "127.0.0.1", resolve));
    const tab = new AbortController();
    const host = await connectTab(tab.signal);
    const address = `http://127.0.0.1:${(stalled.address() as AddressInfo).port}/`;
    const permissions = { insecure: true, local: true };
    const fetching = host.fetchAddress({ address, etag: null, lastModified: null, permissions }).catch(() => null);
    await expect.poll(() => wasAsked).toBe(true);
    tab.abort();
    await fetching;
    await expect.poll(() => wasDropped).toBe(true);
    stalled.close();
  });

  test("our own port isn't fetched from, whoever asks", async () => {
    const host = await connectTab();
    const permissions = { insecure: true, local: true };
    const ask = (address: string) => host.fetchAddress({ address, etag: null, lastModified: null, permissions });
    expect(await ask(`${origin}/`)).toMatchObject({ ok: false, failure: { kind: "own-address" } });
    expect(await ask(`http://localhost:${server.port}/`)).toMatchObject({
      ok: false,
      failure: { kind: "own-address" },
    });
  });

  test("a host that ends tells every tab, and waiting calls end too", async () => {
    const host = await connectTab();
    let wasTold = false;
    host.on("gone", () => {
      wasTold = true;
    });
    const waiting = host
      .fetchAddress({
        address: "http://127.0.0.1:9/",
        etag: null,
        lastModified: null,
        permissions: { insecure: true, local: true },
      })
      .catch((error: unknown) => error);
    await server.close();
    await waiting;
    await expect.poll(() => wasTold).toBe(true);
    await expect(host.diskState({})).rejects.toThrow(ChannelClosed);
  });

  test("sixteen tabs are enough", async () => {
    for (let tab = 0; tab < 16; tab++) await connectTab();
    await expect(connectTab()).rejects.toThrow(ChannelClosed);
  });
});

test("through us as a proxy the whole app is at its fixed address, whatever our port", async () => {
  const launch = new URL(server.launchAddress("proxied"));
  expect(launch.origin).toBe("http://reader.localhost");
  const status = await new Promise((resolve) => {
    const asked = request(
      {
        host: "127.0.0.1",
        port: server.port,
        method: "POST",
        path: "http://reader.localhost/session",
        headers: { host: "reader.localhost", origin: launch.origin, "sec-fetch-site": "same-origin" },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    asked.end(`${launch.hash.slice("#launch=".length)} ${"a".repeat(43)}`);
  });
  expect(status).toBe(204);
  await server.whenOpened;
});
