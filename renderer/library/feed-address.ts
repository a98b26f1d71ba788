import type { FetchFailure } from "../model/failure.ts";
import { fail, type Result, succeed } from "../model/result.ts";

/** An address as people type or paste it ("reliefweb.int/updates/rss.xml", "feed:https://…") made whole. */
export function completeAddress(typed: string): Result<string, FetchFailure> {
  const bare = typed
    .trim()
    .replace(/^feed:(\/\/)?(?=https?:)/i, "")
    .replace(/^feed:\/\//i, "https://");
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(bare) ? bare : `https://${bare}`;
  const bad = fail({ kind: "bad-address", address: typed.trim().slice(0, 200) } as const);
  if (/\s/.test(bare) || !URL.canParse(whole)) return bad;
  const { protocol, hostname, href } = new URL(whole);
  if (protocol !== "https:" && protocol !== "http:") return bad;
  const namesMachine = hostname.includes(".") || hostname.startsWith("[") || hostname === "localhost";
  return namesMachine ? succeed(href) : bad;
}

/** One feed by each of its spellings: what a source's id is made from, the same in every vault. */
export function canonicalFeedAddress(address: string): string {
  const url = new URL(address);
  url.protocol = "https:";
  url.username = "";
  url.password = "";
  url.hash = "";
  if (url.port === "80") url.port = "";
  return url.href;
}
