import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { decode } from "cborg";
import { kibibyte, mebibyte } from "../renderer/model/measure.ts";
import type { HostServices } from "./handlers.ts";
import { type LoopbackClient, openClient } from "./loopback-client.ts";
import { createGate, fixedOrigin } from "./loopback-gate.ts";
import type { PageFiles } from "./services/page-files.ts";

export interface LoopbackServer {
  readonly port: number;
  /**
   * An address that opens the app once. `proxied` is for a browser that was started with us as its proxy and gives
   * an origin that outlives the port; `direct` is for any other.
   */
  launchAddress(form: "proxied" | "direct"): string;
  /** Resolves when a page has swapped its secret: a browser has really come. */
  readonly whenOpened: Promise<void>;
  close(): Promise<void>;
}

export interface ServeLoopback {
  readonly port: number;
  readonly pageFiles: PageFiles;
  readonly services: HostServices;
  readonly onBug: (error: unknown, doing: string) => string;
}

/** The most that a call's arguments may weigh. What isn't named here is a few short lines. */
const bodyCaps: Readonly<Record<string, number>> = {
  appendJournal: 16 * mebibyte,
  writeBlob: 2 * mebibyte,
  deleteBlobs: 64 * kibibyte,
  writeHeader: 64 * kibibyte,
  fetchAddress: 256 * kibibyte,
  openExternal: 128 * kibibyte,
};
const usualBodyCap = 4 * kibibyte;
const mostClients = 16;

export async function serveLoopback({ port, pageFiles, services, onBug }: ServeLoopback): Promise<LoopbackServer> {
  const gate = createGate();
  const clients = new Map<string, LoopbackClient>();
  let reportOpened: () => void = () => {};
  const whenOpened = new Promise<void>((resolve) => {
    reportOpened = resolve;
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const admission = gate.admit(request);
    switch (admission.admitted) {
      case "file":
        return sendFile(admission.pathname, response);
      case "secret-swap":
        return swapSecret(request, response);
      case "host-call":
        return takeCall(admission.name, request, response);
      case "no":
        return refuse(response);
    }
  }

  async function sendFile(pathname: string, response: ServerResponse): Promise<void> {
    const file = await pageFiles.read(pathname);
    // Every browser asks for this one by itself; without an icon that is no error worth a line in its console.
    if (file === null) return end(response, pathname === "/favicon.ico" ? 204 : 404);
    response.writeHead(200, { ...file.headers, "content-length": file.bytes.length }).end(file.bytes);
  }

  async function swapSecret(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, 256);
    if (body === null || !gate.swapSecret(Buffer.from(body).toString("latin1"))) return refuse(response);
    reportOpened();
    end(response, 204);
  }

  async function takeCall(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (name === "events") return openStream(response);
    const client = clients.get(String(request.headers["x-reader-client"]));
    if (client === undefined) return refuse(response);
    const id = Number(request.headers["x-reader-call"]);
    if (!Number.isSafeInteger(id)) return end(response, 400);
    const body = await readBody(request, bodyCaps[name] ?? usualBodyCap);
    if (body === null) return end(response, 413);
    if (name === "cancel") {
      client.cancel(id);
      return end(response, 204);
    }
    const args = decodeArgs(body);
    if (args === undefined) return end(response, 400);
    client.call(id, name, args);
    end(response, 202);
  }

  function openStream(response: ServerResponse): void {
    if (clients.size >= mostClients) {
      end(response, 503);
      return;
    }
    response.writeHead(200, { ...plain, "content-type": "application/octet-stream" });
    const client = openClient(response, { services, onBug, onEnd: ({ id }) => clients.delete(id) });
    clients.set(client.id, client);
  }

  const server = createServer({ maxHeaderSize: 16 * kibibyte }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      onBug(error, "answering the page");
      response.destroy();
    });
  });
  // Of the browser's own traffic that comes to us as its proxy, nothing goes on.
  server.on("connect", (_request, socket) => socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n"));
  server.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n"));
  server.on("clientError", (_error, socket) => socket.destroy());
  server.keepAliveTimeout = 60_000;

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port }, resolve);
  });
  const openPort = (server.address() as AddressInfo).port;

  return {
    port: openPort,
    launchAddress(form) {
      const origin = form === "proxied" ? fixedOrigin : `http://127.0.0.1:${openPort}`;
      gate.openFor(origin);
      return `${origin}/#launch=${gate.createSecret()}`;
    },
    whenOpened,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const client of [...clients.values()]) client.end();
      server.closeAllConnections();
      await closed;
    },
  };
}

const plain = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, plain).end();
}

/** The rest of what a stranger sends isn't read. */
function refuse(response: ServerResponse): void {
  response.writeHead(403, { ...plain, connection: "close" }).end();
}

/** null = heavier than it may be. */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function decodeArgs(body: Uint8Array): unknown {
  try {
    return decode(body, { rejectDuplicateMapKeys: true });
  } catch {
    return undefined;
  }
}
