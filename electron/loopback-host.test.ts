import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Host } from "../renderer/contracts/host.ts";
import { describeHostContract } from "../renderer/host/contract/host-contract.suite.ts";
import type { AskedDocument, HostUnderTest } from "../renderer/host/contract/host-under-test.suite.ts";
import { connectLoopbackHost } from "../renderer/host/loopback-host.ts";
import { mebibyte } from "../renderer/model/measure.ts";
import { startLoopbackHost } from "./loopback-host.ts";
import { openExternalWith } from "./services/open-external.ts";

async function startComputer(): Promise<HostUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), "field-reader-"));
  const openedLinks: string[] = [];
  // Too little for the ballast, which would be written anew for every test.
  let freeBytes = 100 * mebibyte;
  const server = await startLoopbackHost({
    vaultFolder: join(folder, "vault"),
    hostKeyPath: join(folder, "vault.key"),
    rendererFolder: folder,
    port: 0,
    version: "0",
    locale: "fr-CD",
    inEverydayBrowser: false,
    freeBytes: async () => freeBytes,
    openExternal: openExternalWith(async (_program, args) => {
      openedLinks.push(...args);
      return true;
    }, "linux"),
    onBug: () => "bug",
  });
  const origin = new URL(server.launchAddress("direct")).origin;
  const closing = new Map<Host, AbortController>();
  const endings: (() => Promise<void>)[] = [];

  return {
    async connect() {
      const own = { origin, "sec-fetch-site": "same-origin" };
      const secret = new URL(server.launchAddress("direct")).hash.slice("#launch=".length);
      const token = randomBytes(32).toString("base64url");
      await fetch(`${origin}/session`, { method: "POST", body: `${secret} ${token}`, headers: own });
      const tab = new AbortController();
      const host = await connectLoopbackHost({
        origin,
        token,
        fetch: (address, init) =>
          fetch(address, {
            ...init,
            headers: { ...(init.headers as Record<string, string>), ...own },
            signal: init.signal ? AbortSignal.any([init.signal, tab.signal]) : tab.signal,
          }),
      });
      closing.set(host, tab);
      return host;
    },
    close: async (host) => closing.get(host)?.abort(),
    setFreeBytes: (bytes) => {
      freeBytes = bytes;
    },
    openedLinks,
    async serve({ status = 200, headers = {}, body, stallsHalfway = false }) {
      const asked: AskedDocument[] = [];
      const feeds = createServer((request, response) => {
        const { "if-none-match": etag = null, "if-modified-since": lastModified = null } = request.headers;
        asked.push({ etag, lastModified });
        response.writeHead(status, { ...headers, "content-length": body.length });
        if (stallsHalfway) response.write(body.slice(0, body.length / 2));
        else response.end(body);
      });
      await new Promise<void>((resolve) => feeds.listen(0, "127.0.0.1", resolve));
      endings.push(
        () =>
          new Promise((resolve) => {
            feeds.close(() => resolve());
            feeds.closeAllConnections();
          }),
      );
      return { address: `http://127.0.0.1:${(feeds.address() as AddressInfo).port}/feed`, asked: () => asked };
    },
    async end() {
      for (const tab of closing.values()) tab.abort();
      await server.close();
      for (const ending of endings) await ending();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

describeHostContract("a browser over 127.0.0.1", startComputer);
