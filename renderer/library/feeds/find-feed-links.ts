import type { FeedLink } from "../../model/source-preview.ts";
import { titleOf } from "./classify-page.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { absoluteAddress } from "./draft-item.ts";
import { decodeReferences, plainLine } from "./plain-line.ts";

export interface FeedLinksFound {
  readonly title: string;
  readonly feeds: readonly FeedLink[];
}

const feedType =
  /^(?:application|text)\/(?:rss|atom|rdf|feed|x-rss|x-atom)?\+?(?:xml|json)$|^application\/(?:rss|atom|feed)/i;
const feedPath =
  /(?:^|[/.?&=_-])(?:feed|feeds|rss|rss2|atom|rdf)(?:$|[/.?&=_-])|\.(?:rss|atom|rdf)(?:$|\?)|(?:feed|rss|atom)\.(?:xml|json|php)(?:$|\?)/i;
const feedWords = /\b(?:rss|atom|flux|feed|fil d['’]information)\b/i;
const lookAtLength = 2_000_000;
const mostFeeds = 20;

/** Feeds that a web page names in its head, else those that its links point to. Comment feeds stand last. */
export function findFeedLinks(
  bytes: Uint8Array,
  { address, contentType }: { readonly address: string; readonly contentType: string | null },
): FeedLinksFound {
  const html = decodeBytes(bytes, contentType).slice(0, lookAtLength);
  const tags = readTags(html);
  const base = absoluteAddress(tags.find(({ name }) => name === "base")?.attribute("href"), address) ?? address;
  const named = new Map<string, string>();
  const linked = new Map<string, string>();
  for (const tag of tags) {
    const href = absoluteAddress(tag.attribute("href")?.replace(/^feed:(?=https?:)/i, ""), base);
    if (href === null || href === address) continue;
    if (tag.name === "link" && isNamedFeed(tag)) named.set(href, named.get(href) || plainLine(tag.attribute("title")));
    else if (tag.name === "a" && !named.has(href) && isFeedAnchor(tag, href)) {
      linked.set(href, linked.get(href) || plainLine(tag.text) || plainLine(tag.attribute("title")));
    }
  }
  const found = named.size > 0 ? named : linked;
  const feeds = [...found].map(([feed, title]) => ({ address: feed, title: title || new URL(feed).pathname }));
  const isComments = ({ address: feed, title }: FeedLink) => /comment/i.test(title) || /\/comments\//i.test(feed);
  const sorted = [...feeds.filter((feed) => !isComments(feed)), ...feeds.filter(isComments)];
  return { title: titleOf(html), feeds: sorted.slice(0, mostFeeds) };
}

function isNamedFeed(tag: ReadTag): boolean {
  const relation = tag.attribute("rel") ?? "";
  if (/\bfeed\b/i.test(relation)) return true;
  const type = tag.attribute("type")?.trim() ?? "";
  if (!/\balternate\b/i.test(relation) || !feedType.test(type)) return false;
  // Plain JSON or XML is named for many things; WordPress names its API so.
  return /rss|atom|rdf|feed/i.test(type) || feedPath.test(tag.attribute("href") ?? "");
}

function isFeedAnchor(tag: ReadTag, href: string): boolean {
  const { pathname, search } = new URL(href);
  return (
    feedPath.test(pathname + search) && (feedWords.test(plainLine(tag.text)) || /(?:rss|atom|feed)/i.test(pathname))
  );
}

interface ReadTag {
  readonly name: string;
  /** For a link in the text: the words up to its end. */
  readonly text: string;
  attribute(name: string): string | null;
}

/** The start tags of links and bases, found in one pass over the text. */
function readTags(html: string): readonly ReadTag[] {
  const tags: ReadTag[] = [];
  const open = /<!--|<(link|a|base)(?=[\s/])/gi;
  for (let match = open.exec(html); match !== null; match = open.exec(html)) {
    const isComment = match[1] === undefined;
    const end = html.indexOf(isComment ? "-->" : ">", open.lastIndex);
    if (end < 0) break;
    if (!isComment) {
      const attributes = html.slice(open.lastIndex, Math.min(end, open.lastIndex + 5_000));
      const after = html.slice(end + 1, end + 400);
      tags.push({
        name: (match[1] as string).toLowerCase(),
        text: after.split(/<\/a/i, 1)[0] ?? "",
        attribute: (name) => readAttribute(attributes, name),
      });
    }
    open.lastIndex = end + 1;
  }
  return tags;
}

function readAttribute(attributes: string, wanted: string): string | null {
  for (const [, name, double, single, bare] of attributes.matchAll(
    /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  )) {
    if (name?.toLowerCase() === wanted) return decodeReferences(double ?? single ?? bare ?? "");
  }
  return null;
}
