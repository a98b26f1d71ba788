import { createServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { connect, createServer as createTcpServer, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { describe, expect, test } from "vitest";
import { answerOf, failureOf, feedServer, listen, pretendingToBe, publicIp, rawServer } from "./fetch-testbed.suite.ts";
import type { NetworkAccess } from "./open-connection.ts";
import { certificate, privateKey } from "./test-certificate.suite.ts";

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
    const server = createServer((_request, response) => {
      wasAsked = true;
      response.end();
    });
    const isLeft = new Promise((resolve) => server.once("connection", (socket) => socket.once("close", resolve)));
    const port = await listen(server);
    const failure = await failureOf("http://feeds.example/", {
      local: false,
      network: {
        resolveName: async () => [{ address: publicIp, family: 4 }],
        connectTcp: () => connect(port, "127.0.0.1"),
      },
    });
    expect(failure).toEqual({ kind: "local-address", host: "feeds.example" });
    await isLeft;
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
