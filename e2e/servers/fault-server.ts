import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { rssOf, type SampleFeed } from "./feed-documents.ts";
import { type Answer, type LocalServer, startLocalServer } from "./local-server.ts";

/** What can stand between a reader and a feed. */
export type Fault =
  | { readonly kind: "none" }
  | { readonly kind: "login-page" }
  | { readonly kind: "bot-wall" }
  | { readonly kind: "error-page"; readonly status: number }
  | { readonly kind: "garbage" }
  | { readonly kind: "empty" }
  | { readonly kind: "truncated"; readonly share: number }
  | { readonly kind: "connection-cut"; readonly share: number }
  /** Sends this share and then stands still until the test goes on. */
  | { readonly kind: "stalls"; readonly share: number }
  | { readonly kind: "trickles"; readonly bytesPerTick: number; readonly tickMs: number }
  | { readonly kind: "redirect-loop" }
  | { readonly kind: "wrong-charset" }
  | { readonly kind: "bad-close-tag" }
  | { readonly kind: "gzip-bomb" }
  | { readonly kind: "entity-bomb" }
  | { readonly kind: "deep-nesting" }
  | { readonly kind: "huge-title"; readonly megabytes: number };

export interface FaultServer extends LocalServer {
  publish(path: string, feed: SampleFeed): string;
  breakPath(path: string, fault: Fault): void;
  /** How many bytes of a body were sent before it stood still; null = it doesn't. */
  stalledAt(path: string): number | null;
  /** Lets everything that stalls go on to its end. */
  letGo(): void;
}

interface Stalled {
  readonly sent: number;
  readonly goOn: () => void;
}

/** A publisher behind everything that goes wrong in the field. */
export async function startFaultServer(): Promise<FaultServer> {
  const server = await startLocalServer();
  const feeds = new Map<string, SampleFeed>();
  const faults = new Map<string, Fault>();
  const stalled = new Map<string, Stalled>();

  const answer =
    (path: string): Answer =>
    (_request, response) => {
      const feed = feeds.get(path) ?? { title: "", items: [] };
      send(response, {
        body: rssOf(feed, `${server.origin}/`),
        path,
        fault: faults.get(path) ?? { kind: "none" },
        stalled,
      });
    };

  return {
    ...server,
    publish(path, feed) {
      feeds.set(path, feed);
      server.route(path, answer(path));
      return server.address(path);
    },
    breakPath(path, fault) {
      faults.set(path, fault);
      server.route(path, answer(path));
    },
    stalledAt: (path) => stalled.get(path)?.sent ?? null,
    letGo() {
      for (const { goOn } of stalled.values()) goOn();
      stalled.clear();
    },
  };
}

const feedType = { "content-type": "application/rss+xml; charset=utf-8" };
const pageType = { "content-type": "text/html; charset=utf-8" };

function send(
  response: ServerResponse,
  { body, path, fault, stalled }: { body: string; path: string; fault: Fault; stalled: Map<string, Stalled> },
): void {
  const bytes = Buffer.from(body);
  const part = (share: number) => bytes.subarray(0, Math.floor(bytes.length * share));
  switch (fault.kind) {
    case "none":
      response.writeHead(200, { ...feedType, "content-length": bytes.length }).end(bytes);
      break;
    case "login-page":
      response.writeHead(200, pageType).end(loginPage);
      break;
    case "bot-wall":
      response.writeHead(403, pageType).end(botWall);
      break;
    case "error-page":
      response
        .writeHead(fault.status, pageType)
        .end(`<html><title>${fault.status}</title><h1>Server error</h1></html>`);
      break;
    case "garbage":
      response.writeHead(200, feedType).end(Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 251)));
      break;
    case "empty":
      response.writeHead(200, feedType).end();
      break;
    case "truncated":
      response.writeHead(200, feedType).end(part(fault.share));
      break;
    case "connection-cut":
      response.writeHead(200, { ...feedType, "content-length": bytes.length });
      response.write(part(fault.share), () => setTimeout(() => response.destroy(), 50));
      break;
    case "stalls":
      response.writeHead(200, { ...feedType, "content-length": bytes.length });
      response.write(part(fault.share));
      stalled.set(path, {
        sent: part(fault.share).length,
        goOn: () => response.end(bytes.subarray(part(fault.share).length)),
      });
      break;
    case "trickles":
      response.writeHead(200, { ...feedType, "content-length": bytes.length });
      trickle(response, bytes, fault);
      break;
    case "redirect-loop":
      response.writeHead(302, { location: path }).end();
      break;
    case "wrong-charset":
      // Says Latin 1 and is UTF-8, as many a small station's server does.
      response.writeHead(200, { "content-type": "application/rss+xml; charset=iso-8859-1" }).end(bytes);
      break;
    case "bad-close-tag":
      response.writeHead(200, feedType).end(body.replace("</title><guid", "</titel><guid"));
      break;
    case "gzip-bomb":
      response.writeHead(200, { ...feedType, "content-encoding": "gzip" }).end(bomb());
      break;
    case "entity-bomb":
      response.writeHead(200, feedType).end(entityBomb());
      break;
    case "deep-nesting":
      response.writeHead(200, feedType).end(body.replace("<![CDATA[", `<![CDATA[${"<div>".repeat(100_000)}`));
      break;
    case "huge-title":
      response
        .writeHead(200, feedType)
        .end(body.replace("<item><title>", `<item><title>${"long ".repeat(fault.megabytes * 200_000)}`));
      break;
  }
}

function trickle(response: ServerResponse, bytes: Buffer, pace: { bytesPerTick: number; tickMs: number }): void {
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + pace.bytesPerTick));
    sent += pace.bytesPerTick;
    if (sent < bytes.length) return;
    clearInterval(timer);
    response.end();
  }, pace.tickMs);
  response.on("close", () => clearInterval(timer));
}

const bomb = () => gzipSync(Buffer.alloc(64 * 1024 * 1024, " "), { level: 9 });

function entityBomb(): string {
  const levels = Array.from({ length: 12 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`);
  return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">${levels.join("")}]><rss version="2.0"><channel><title>&e12;</title><item><title>&e12;</title></item></channel></rss>`;
}

const loginPage = `<!doctype html><html><head><title>Wi-Fi</title></head><body><h1>Welcome to the guest network</h1>
<form action="/login" method="post"><label>Room <input name="room"></label><label>Password <input type="password" name="password"></label>
<button>Log in</button></form></body></html>`;

const botWall = `<!doctype html><html><head><title>Just a moment...</title><meta http-equiv="refresh" content="5"></head>
<body><h1>Checking your browser before accessing the site</h1><noscript>Please enable JavaScript and cookies to continue</noscript>
<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1"></script></body></html>`;
