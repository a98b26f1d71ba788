import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fetchLargeFile } from "./fetch-electron.mjs";

const content = Buffer.from(Array.from({ length: 300_000 }, (_unused, place) => (place * 7919) % 251));
const sha256 = createHash("sha256").update(content).digest("hex");

let folder = "";
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {};
/** What happens once so much has come. */
let onCame: (received: number) => void = () => {};
const asked: IncomingMessage["headers"][] = [];
const server = createServer((request, response) => {
  asked.push(request.headers);
  answer(request, response);
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "field-reader-fetch-"));
  asked.length = 0;
  onCame = () => {};
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

/** Only what the fetch waits for itself stands still: a machine that is busy elsewhere never runs it out. */
const stopClocks = () => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });

function bring(wish: { skip?: AbortSignal; idleMs?: number; sha256?: string } = {}) {
  return fetchLargeFile({
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/electron.zip`,
    fileName: "electron.zip",
    folder,
    sha256: wish.sha256 ?? sha256,
    idleMs: wish.idleMs ?? 5_000,
    skip: wish.skip ?? new AbortController().signal,
    onProgress: ({ received }) => onCame(received),
  });
}

const whole = { "content-length": content.length, etag: '"one"' };

/** Sends the first bytes and cuts the line when they have come. */
function cutAfter(bytes: number, headers: Record<string, string | number> = whole) {
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, headers);
    response.write(content.subarray(0, bytes));
    onCame = (received) => {
      if (received === bytes) response.destroy();
    };
  };
}

function serveRanges(etag: string, served = content) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? Number.NaN);
    if (Number.isNaN(from) || request.headers["if-range"] !== etag) {
      response.writeHead(200, { "content-length": served.length, etag }).end(served);
      return;
    }
    const range = `bytes ${from}-${served.length - 1}/${served.length}`;
    response.writeHead(206, { "content-length": served.length - from, "content-range": range, etag });
    response.end(served.subarray(from));
  };
}

test("a whole file comes at once and leaves no part behind", async () => {
  answer = serveRanges('"one"');
  const fetched = await bring();
  expect(fetched).toEqual({ ok: true, path: join(folder, "electron.zip") });
  expect(readFileSync(join(folder, "electron.zip")).equals(content)).toBe(true);
  expect(existsSync(join(folder, "electron.zip.part"))).toBe(false);
});

test("after a cut, the next start asks only for what is missing", async () => {
  answer = cutAfter(120_000);
  expect(await bring()).toMatchObject({ ok: false, why: "fetch-failed" });

  answer = serveRanges('"one"');
  expect(await bring()).toMatchObject({ ok: true });
  expect(asked[1]).toMatchObject({ range: "bytes=120000-", "if-range": '"one"' });
  expect(readFileSync(join(folder, "electron.zip")).equals(content)).toBe(true);
});

test("when the file on the server changed meanwhile, the kept part is not mixed with it", async () => {
  answer = cutAfter(120_000, { ...whole, etag: '"old"' });
  await bring();
  answer = serveRanges('"new"');
  expect(await bring()).toMatchObject({ ok: true });
  expect(readFileSync(join(folder, "electron.zip")).equals(content)).toBe(true);
});

test.each([
  ["has only a weak validator", { "content-length": content.length, etag: 'W/"one"' }],
  ["has no validator", { "content-length": content.length }],
])("a part whose server %s is fetched from the start", async (_what, headers) => {
  answer = cutAfter(120_000, headers);
  await bring();
  answer = serveRanges('"one"');
  expect(await bring()).toMatchObject({ ok: true });
  expect(asked[1]?.range).toBeUndefined();
});

test("a server that refuses to go on is asked again from the start", async () => {
  answer = cutAfter(120_000);
  await bring();
  answer = (request, response) => {
    if (request.headers.range === undefined) serveRanges('"one"')(request, response);
    else response.writeHead(416).end();
  };
  expect(await bring()).toMatchObject({ ok: true });
});

test("a line on which nothing comes any more is given up, and what came is kept", async () => {
  stopClocks();
  answer = (_request, response) => {
    response.writeHead(200, whole);
    response.write(content.subarray(0, 50_000));
  };
  onCame = (received) => {
    if (received === 50_000) vi.advanceTimersByTime(300);
  };
  expect(await bring({ idleMs: 300 })).toMatchObject({ ok: false, why: "stalled" });
  expect(readFileSync(join(folder, "electron.zip.part")).length).toBe(50_000);
});

test("a server that never answers is given up too", async () => {
  answer = () => {};
  expect(await bring({ idleMs: 200 })).toMatchObject({ ok: false, why: "stalled" });
});

test("a slow line on which something still comes is not given up", async () => {
  stopClocks();
  answer = (_request, response) => {
    response.writeHead(200, whole);
    let sent = 0;
    const sendMore = () => {
      response.write(content.subarray(sent, sent + 60_000));
      sent += 60_000;
      if (sent === content.length) response.end();
    };
    sendMore();
    onCame = (received) => {
      vi.advanceTimersByTime(300);
      if (received === sent && sent < content.length) sendMore();
    };
  };
  expect(await bring({ idleMs: 400 })).toMatchObject({ ok: true });
});

test("a pressed key ends it at once and keeps what came", async () => {
  const key = new AbortController();
  answer = (_request, response) => {
    response.writeHead(200, whole);
    response.write(content.subarray(0, 50_000));
  };
  onCame = (received) => {
    if (received === 50_000) key.abort();
  };
  expect(await bring({ skip: key.signal })).toMatchObject({ ok: false, why: "skipped" });
  expect(existsSync(join(folder, "electron.zip.part"))).toBe(true);
});

test("a file that isn't what the package promised is thrown away, whatever sent it", async () => {
  answer = serveRanges('"one"', Buffer.from("<html>Please log in</html>"));
  expect(await bring()).toMatchObject({ ok: false, why: "damaged" });
  expect(existsSync(join(folder, "electron.zip.part"))).toBe(false);
  expect(existsSync(join(folder, "electron.zip"))).toBe(false);
});

test("an answer that isn't the file is named by its number", async () => {
  answer = (_request, response) => response.writeHead(404).end();
  expect(await bring()).toEqual({ ok: false, why: "fetch-failed", detail: "HTTP 404" });
});

test("without a link the reason is named", async () => {
  answer = (request) => request.destroy();
  expect(await bring()).toMatchObject({ ok: false, why: "fetch-failed", detail: expect.stringMatching(/\S/) });
});
