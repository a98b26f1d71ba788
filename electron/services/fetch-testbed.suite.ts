import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { afterEach } from "vitest";
import { type FetchLimits, shippedFetchLimits } from "./fetch-limits.ts";
import { createFetchAddress } from "./fetch-url.ts";
import { type NetworkAccess, systemNetwork } from "./open-connection.ts";

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

export async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** A feed server on this computer; answers its address. */
export async function feedServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(answer))}`;
}

/** A server that speaks for itself, byte by byte. */
export async function rawServer(speak: (socket: Socket) => void): Promise<string> {
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", () => speak(socket));
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

export interface Wish {
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

export function fetchFrom(address: string, wish: Wish = {}) {
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

export async function answerOf(address: string, wish: Wish = {}) {
  const fetched = await fetchFrom(address, wish);
  if (!fetched.ok) throw new Error(`no answer: ${JSON.stringify(fetched.failure)}`);
  return { ...fetched.value, text: new TextDecoder().decode(fetched.value.bytes) };
}

export async function failureOf(address: string, wish: Wish = {}) {
  const fetched = await fetchFrom(address, wish);
  if (fetched.ok) throw new Error(`answered ${fetched.value.status}`);
  return fetched.failure;
}

export const publicIp = "93.184.216.34";
/** A connection that really goes to a test's server but whose peer says to be another. */
export const pretendingToBe =
  (ip: string, port: number): NetworkAccess["connectTcp"] =>
  () =>
    Object.defineProperty(connect(port, "127.0.0.1"), "remoteAddress", { get: () => ip });
