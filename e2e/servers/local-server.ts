import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface LocalServer {
  readonly origin: string;
  address(path: string): string;
  route(path: string, answer: Answer): void;
  /** How often a path was asked for. */
  requests(path: string): number;
  /** Nothing listens any more: whoever connects is refused. The port is kept for `restoreLink`. */
  cutLink(): Promise<void>;
  restoreLink(): Promise<void>;
  close(): Promise<void>;
}

const mostRequests = 2_000;
const mostConnections = 32;

/** A small web server on this machine alone, with an end to what it serves: a test that loops ends too. */
export async function startLocalServer(): Promise<LocalServer> {
  const routes = new Map<string, Answer>();
  const counts = new Map<string, number>();
  let served = 0;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://local").pathname;
    counts.set(path, (counts.get(path) ?? 0) + 1);
    request.on("error", () => {});
    response.on("error", () => {});
    served += 1;
    const answer = served > mostRequests ? undefined : routes.get(path);
    if (answer === undefined) response.writeHead(404, { "content-type": "text/html" }).end("<h1>404</h1>");
    else answer(request, response);
  });
  server.maxConnections = mostConnections;
  server.keepAliveTimeout = 1_000;

  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ host: "127.0.0.1", port }, () => {
        server.off("error", reject);
        resolve((server.address() as AddressInfo).port);
      });
    });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const port = await listen(0);
  const origin = `http://127.0.0.1:${port}`;

  return {
    origin,
    address: (path) => `${origin}${path}`,
    route: (path, answer) => void routes.set(path, answer),
    requests: (path) => counts.get(path) ?? 0,
    cutLink: stop,
    async restoreLink() {
      await listen(port);
    },
    async close() {
      if (server.listening) await stop();
    },
  };
}
