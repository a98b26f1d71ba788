import { type LocalServer, startLocalServer } from "../servers/local-server.ts";
import { generateBriefings } from "./corpus.ts";
import { htmlOf } from "./fill-vault.ts";

/** Stands in every item, so that a search for it says how many of them can be found. */
export const feedMarker = "Zwingelspruit";
const path = "/large.xml";

export interface LargeFeed {
  readonly address: string;
  /** When the last byte of the newest answer had been sent: milliseconds since 1970, with fractions. */
  readonly sentAt: number;
  /** From now on it has so many items of about 6 KB. */
  grow(items: number): void;
  close(): Promise<void>;
}

/** A feed that is small when it is added and has a thousand new items at the next look. */
export async function startLargeFeed(): Promise<LargeFeed> {
  const server: LocalServer = await startLocalServer();
  let document = feedOf(1);
  let sentAt = 0;
  server.route(path, (_request, response) => {
    response.writeHead(200, { "content-type": "application/rss+xml", "content-length": document.length });
    response.end(document, () => {
      sentAt = performance.timeOrigin + performance.now();
    });
  });
  return {
    address: server.address(path),
    get sentAt() {
      return sentAt;
    },
    grow(items) {
      document = feedOf(items);
    },
    close: () => server.close(),
  };
}

function feedOf(count: number): Buffer {
  const items = [...generateBriefings({ count, seed: 7, words: [600, 720] })].map(
    (briefing, number) =>
      `<item><guid>${briefing.id}</guid><title>${feedMarker} ${number} ${briefing.title}</title>` +
      `<pubDate>${new Date(Date.UTC(2026, 0, 1) - number * 3_600_000).toUTCString()}</pubDate>` +
      `<description><![CDATA[${htmlOf(briefing)}]]></description></item>`,
  );
  const channel = `<title>Large</title><link>http://127.0.0.1/</link><description>Large</description>${items.join("")}`;
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>${channel}</channel></rss>`);
}
