import { mkdtempSync, rmSync } from "node:fs";
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { FakeElectron } from "../e2e/fixtures/fake-electron.ts";
import type { FakePort } from "../e2e/fixtures/fake-port.ts";
import { loadShell } from "../e2e/fixtures/load-shell.ts";
import { startLocalServer } from "../e2e/servers/local-server.ts";
import type { Host } from "../renderer/contracts/host.ts";
import { describeHostContract } from "../renderer/host/contract/host-contract.suite.ts";
import type { AskedDocument, HostUnderTest } from "../renderer/host/contract/host-under-test.suite.ts";
import { connectElectronHost } from "../renderer/host/electron-host.ts";
import { mebibyte } from "../renderer/model/measure.ts";

// The shipped main.js has no switch for a full disk, so the system call below it says what a test needs.
const { statfs } = fs;
let freeBytes = 0;
fs.statfs = (async (path: string) => ({ ...(await statfs(path)), bavail: freeBytes, bsize: 1 })) as typeof fs.statfs;
syncBuiltinESMExports();
afterAll(() => {
  fs.statfs = statfs;
  syncBuiltinESMExports();
});

/** The page's port as a worker has it, joined to the end that Electron hands to main. */
function joinedPort(mainSide: FakePort): MessagePort {
  const { port1: workerEnd, port2: bridge } = new MessageChannel();
  bridge.onmessage = ({ data }) => mainSide.post(data);
  bridge.addEventListener("close", () => mainSide.close());
  mainSide.hear((message) => bridge.postMessage(message));
  mainSide.onClose(() => bridge.close());
  return workerEnd;
}

async function startComputer(): Promise<HostUnderTest> {
  const home = mkdtempSync(join(tmpdir(), "field-reader-contract-"));
  freeBytes = 1024 * mebibyte;
  const electron = new FakeElectron();
  const shell = await loadShell(electron, { home });
  await electron.becomeReady();
  while (electron.windows.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const portOf = new Map<Host, MessagePort>();
  const endings: (() => Promise<void>)[] = [];

  return {
    async connect() {
      const senderFrame = { origin: "app://reader", parent: null };
      const port = joinedPort(electron.sendPort({ senderFrame, senderId: portOf.size + 1 }));
      const host = connectElectronHost(port);
      portOf.set(host, port);
      return host;
    },
    close: async (host) => portOf.get(host)?.close(),
    setFreeBytes: (bytes) => {
      freeBytes = bytes;
    },
    openedLinks: electron.openedLinks,
    async serve({ status = 200, headers = {}, body, stallsHalfway = false }) {
      const asked: AskedDocument[] = [];
      const server = await startLocalServer();
      endings.push(() => server.close());
      server.route("/feed", (request, response) => {
        const { "if-none-match": etag = null, "if-modified-since": lastModified = null } = request.headers;
        asked.push({ etag, lastModified });
        response.writeHead(status, { ...headers, "content-length": body.length });
        if (stallsHalfway) response.write(body.slice(0, body.length / 2));
        else response.end(body);
      });
      return { address: server.address("/feed"), asked: () => asked };
    },
    async end() {
      for (const port of portOf.values()) port.close();
      for (const ending of endings) await ending();
      shell.remove();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

describeHostContract("Electron's main process, over the port that preload passes on", startComputer);
