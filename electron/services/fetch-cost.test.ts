import { createServer as createHttpsServer } from "node:https";
import type { Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { expect, test } from "vitest";
import { feedServer, fetchFrom, listen, rawServer } from "./fetch-testbed.suite.ts";
import { certificate, privateKey } from "./test-certificate.suite.ts";

const body = "<rss>Sake</rss>";

test("an unchanged answer without a body still costs its head", async () => {
  const address = await feedServer((_request, response) => response.writeHead(304).end());
  const { ok, overLink } = await fetchFrom(address);
  expect(ok).toBe(true);
  expect(overLink).toBeGreaterThan(30);
  expect(overLink).toBeLessThan(400);
});

test("what redirects cost on the way is counted too", async () => {
  const address = await feedServer((request, response) => {
    if (request.url === "/") response.writeHead(302, { location: "/moved", "x-long": "x".repeat(3_000) }).end();
    else response.end(body);
  });
  const { overLink } = await fetchFrom(`${address}/`);
  expect(overLink).toBeGreaterThan(3_000 + body.length);
});

test("over https the handshake is part of it", async () => {
  const port = await listen(
    createHttpsServer({ cert: certificate, key: privateKey }, (_request, response) => response.end(body)),
  );
  const network = {
    startTls: (socket: Socket) => connectTls({ socket, servername: "feeds.example", ca: certificate }),
  };
  const { ok, overLink } = await fetchFrom(`https://127.0.0.1:${port}/`, { network });
  expect(ok).toBe(true);
  expect(overLink).toBeGreaterThan(600);
});

test("a try that fails half-way costs what came, and one that reached nobody costs nothing", async () => {
  const cut = await rawServer((socket) => socket.end("HTTP/1.1 2"));
  expect(await fetchFrom(cut)).toMatchObject({ ok: false, overLink: 10 });
  expect(await fetchFrom("http://127.0.0.1:9/")).toMatchObject({ ok: false, overLink: 0 });
});
