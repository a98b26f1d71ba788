import { shippedLimits } from "../surroundings.ts";
import { parseFeed } from "./parse-feed.ts";
import type { ParsedFeed } from "./parsed-feed.ts";

const feedAddress = "https://radio.example.org/feed.xml";

export function read(
  document: string | Uint8Array,
  { address = feedAddress, contentType = null as string | null } = {},
) {
  const bytes = typeof document === "string" ? new TextEncoder().encode(document) : document;
  return parseFeed({ bytes, contentType, address, limits: shippedLimits });
}

/** For documents that must be feeds: the test ends here if it isn't one. */
export function readOk(
  document: string | Uint8Array,
  about: { address?: string; contentType?: string | null } = {},
): ParsedFeed {
  const parsed = read(document, about);
  if (!parsed.ok) throw new Error(`not read: ${parsed.failure.kind}`);
  return parsed.value;
}

export const rss = (items: string, head = "<title>Radio du Lac</title><link>https://radio.example.org/</link>") =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>${head}${items}</channel></rss>\n`;

export const atom = (entries: string, attributes = "") =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Radio du Lac</title><id>urn:radio</id><updated>2026-10-19T12:00:00Z</updated>${entries}</feed>`;

/** One plain item of a feed whose items are all alike but for their number. */
export const item = (number: number, more = "") =>
  `<item><title>Rapport ${number}</title><link>https://radio.example.org/${number}</link><guid>rapport-${number}</guid><pubDate>Mon, 19 Oct 2026 0${number % 10}:00:00 +0200</pubDate><description>Le puits ${number} est ouvert.</description>${more}</item>`;
