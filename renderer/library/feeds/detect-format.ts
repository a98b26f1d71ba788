import type { FeedFormat } from "../../model/source.ts";

export type Sniffed = FeedFormat | "html" | "json" | "xml" | "text" | "entity-bomb";

const rootNames: Readonly<Record<string, Sniffed>> = {
  rss: "rss",
  feed: "atom",
  rdf: "rdf",
  channel: "rss",
  html: "html",
};
const htmlStart = /^<(?:!doctype\s+html|html|head|body|script|meta|title|div|p|h[1-6]|table|center|style|link)\b/i;

/** Longer prologs are not written by anybody who means well. */
const maxPrologLength = 100_000;

/** What a document is, by its first element. Nothing is parsed, so a bomb can't go off here. */
export function detectFormat(text: string): Sniffed {
  let at = skipSpace(text, 0);
  if (text[at] === "{" || text[at] === "[") return looksLikeJsonFeed(text) ? "json-feed" : "json";
  while (text[at] === "<" && at < maxPrologLength) {
    if (text.startsWith("<?", at)) at = after(text, "?>", at);
    else if (text.startsWith("<!--", at)) at = after(text, "-->", at);
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      const end = doctypeEnd(text, at);
      if (/<!entity/i.test(text.slice(at, end))) return "entity-bomb";
      if (/^<!doctype\s+html/i.test(text.slice(at, at + 40))) return "html";
      at = end;
    } else return rootOf(text, at);
    at = skipSpace(text, at);
  }
  return "text";
}

function rootOf(text: string, at: number): Sniffed {
  const start = text.slice(at, at + 200);
  const name = /^<(?:[\w-]+:)?([\w-]+)/.exec(start)?.[1]?.toLowerCase() ?? "";
  if (htmlStart.test(start)) return "html";
  return rootNames[name] ?? (name === "" ? "text" : "xml");
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s\ufeff]/.test(text[at] as string)) at += 1;
  return at;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/** The end of a doctype, its internal subset in brackets included. */
function doctypeEnd(text: string, from: number): number {
  const bracket = text.indexOf("[", from);
  const plain = text.indexOf(">", from);
  if (bracket < 0 || (plain >= 0 && plain < bracket)) return plain < 0 ? text.length : plain + 1;
  return after(text, ">", after(text, "]", bracket));
}

/** XML without what stands before its root: declarations are read by now, and a doctype is never followed. */
export function withoutProlog(xml: string): string {
  let at = skipSpace(xml, 0);
  while (xml.startsWith("<?", at) || xml.startsWith("<!", at)) {
    if (xml.startsWith("<?", at)) at = after(xml, "?>", at);
    else if (xml.startsWith("<!--", at)) at = after(xml, "-->", at);
    else at = doctypeEnd(xml, at);
    at = skipSpace(xml, at);
  }
  return xml.slice(at);
}

function looksLikeJsonFeed(text: string): boolean {
  const start = text.slice(0, 20_000);
  return /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/i.test(start) || /"items"\s*:\s*\[/.test(text);
}
