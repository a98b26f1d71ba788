import { type MediaNs, parseRdfFeed, parseRssFeed, type RdfFeed, type RssFeed } from "feedsmith";
import type { AttachmentMention } from "../../model/briefing.ts";
import {
  absoluteAddress,
  attachmentFrom,
  type DraftBody,
  type DraftFeed,
  type DraftItem,
  distinctAttachments,
  nestBase,
} from "./draft-item.ts";

type RssItem = RssFeed.Item<string>;
type RdfItem = RdfFeed.Item<string>;
type WithNamespaces = Pick<RssItem, "dc" | "content" | "media" | "xml" | "atom">;

/** RSS 0.9x and 2.0. Throws what feedsmith throws: the document is not well-formed enough. */
export function readRss(xml: string, address: string): DraftFeed {
  const feed = parseRssFeed(xml);
  const homePage = absoluteAddress(feed.link ?? alternateLink(feed.atom?.links), address);
  const base = nestBase(homePage ?? address, feed.xml?.base);
  return {
    title: feed.title ?? "",
    homePage,
    language: feed.language ?? feed.dc?.languages?.[0] ?? null,
    nextAddress: null,
    baseAddress: base,
    items: (feed.items ?? []).map((item) => readRssItem(item, base)),
  };
}

/** RSS 1.0 and 0.90, which are RDF. */
export function readRdf(xml: string, address: string): DraftFeed {
  const feed = parseRdfFeed(xml);
  const homePage = absoluteAddress(feed.link, address);
  const base = nestBase(homePage ?? address, feed.xml?.base);
  return {
    title: feed.title ?? "",
    homePage,
    language: feed.dc?.languages?.[0] ?? null,
    nextAddress: null,
    baseAddress: base,
    items: (feed.items ?? []).map((item) => readRdfItem(item, base)),
  };
}

function readRssItem(item: RssItem, feedBase: string | null): DraftItem {
  const base = nestBase(feedBase, item.xml?.base);
  const guid = item.guid?.value ?? null;
  const link =
    absoluteAddress(item.link ?? alternateLink(item.atom?.links), base) ??
    (item.guid?.isPermaLink === false ? null : absoluteAddress(guid, null));
  return {
    ...commonFields(item, item.description),
    id: guid ?? item.atom?.id ?? null,
    title: item.title ?? item.dc?.titles?.[0] ?? "",
    link,
    baseAddress: link ?? base,
    published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.atom?.published ?? null,
    updated: item.atom?.updated ?? item.dcterms?.modified?.[0] ?? null,
    authors: [...(item.authors ?? []).map(({ name, email }) => name ?? email ?? ""), ...(item.dc?.creators ?? [])],
    publisher: item.dc?.publishers?.[0] ?? item.source?.title ?? null,
    attachments: distinctAttachments([
      ...(item.enclosures ?? []).map(({ url, type, length }) =>
        attachmentFrom(
          {
            address: url as string | undefined,
            mediaType: type as string | undefined,
            bytes: length as number | undefined,
            name: undefined,
          },
          base,
        ),
      ),
      ...mediaAttachments(item.media, base),
    ]),
  };
}

function readRdfItem(item: RdfItem, feedBase: string | null): DraftItem {
  const base = nestBase(feedBase, item.xml?.base);
  const link = absoluteAddress(item.link as string | undefined, base);
  return {
    ...commonFields(item, item.description),
    id: item.rdf?.about ?? null,
    title: (item.title as string | undefined) ?? "",
    link: link ?? absoluteAddress(item.rdf?.about, base),
    baseAddress: link ?? base,
    published: item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? null,
    updated: item.dcterms?.modified?.[0] ?? null,
    authors: item.dc?.creators ?? [],
    publisher: item.dc?.publishers?.[0] ?? null,
    attachments: distinctAttachments(mediaAttachments(item.media, base)),
  };
}

function commonFields(item: WithNamespaces, description: string | undefined): Pick<DraftItem, "bodies" | "language"> {
  const bodies: DraftBody[] = [];
  if (item.content?.encoded !== undefined) {
    bodies.push({ kind: "html", text: item.content.encoded, isSummary: false });
  }
  // Its type is nowhere said; nearly all write HTML, and plain text reads the same as HTML.
  const summary = description ?? item.dc?.descriptions?.[0];
  if (summary !== undefined)
    bodies.push({ kind: looksLikeHtml(summary) ? "html" : "text", text: summary, isSummary: true });
  const embedded = item.atom?.content?.value ?? item.atom?.summary?.value;
  if (bodies.length === 0 && embedded !== undefined) bodies.push({ kind: "html", text: embedded, isSummary: false });
  const mediaText = item.media?.description?.value as string | undefined;
  if (bodies.length === 0 && mediaText !== undefined) bodies.push({ kind: "html", text: mediaText, isSummary: true });
  return { bodies, language: item.xml?.lang ?? item.dc?.languages?.[0] ?? null };
}

function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>|&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(text.slice(0, 50_000));
}

function alternateLink(links: readonly { href?: unknown; rel?: string }[] | undefined): string | undefined {
  const alternate = links?.find(({ rel }) => rel === undefined || rel === "alternate");
  return typeof alternate?.href === "string" ? alternate.href : undefined;
}

/** Pictures that only dress an item are left out: they are no documents to fetch. */
function mediaAttachments(media: MediaNs.ItemOrFeed | undefined, base: string | null): (AttachmentMention | null)[] {
  const contents = [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap((group) => group.contents ?? [])];
  return contents
    .filter(({ medium, type }) => medium !== "image" && !type?.startsWith("image/"))
    .map(({ url, type, fileSize, title }) =>
      attachmentFrom(
        { address: url, mediaType: type, bytes: fileSize, name: title?.value as string | undefined },
        base,
      ),
    );
}
