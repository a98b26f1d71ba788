import { type JsonFeed, parseJsonFeed } from "feedsmith";
import {
  absoluteAddress,
  attachmentFrom,
  type DraftBody,
  type DraftFeed,
  type DraftItem,
  distinctAttachments,
} from "./draft-item.ts";

type JsonItem = JsonFeed.Item<string>;

/** JSON Feed 1 and 1.1. Items without an id are kept; numeric ids become strings. */
export function readJsonFeed(json: string | object, address: string): DraftFeed {
  const feed = parseJsonFeed(json);
  const homePage = absoluteAddress(feed.home_page_url, address);
  const feedAuthors = namesOf(feed.authors);
  const items = Array.isArray(feed.items) ? feed.items : [];
  return {
    title: (feed.title as string | undefined) ?? "",
    homePage,
    language: feed.language ?? null,
    nextAddress: absoluteAddress(feed.next_url, address),
    baseAddress: homePage ?? address,
    items: items.map((item) => readItem(item, homePage ?? address, feedAuthors)),
  };
}

function readItem(item: JsonItem, base: string, feedAuthors: readonly string[]): DraftItem {
  const id = item.id as string | undefined;
  const link = absoluteAddress(item.url ?? item.external_url, base) ?? absoluteAddress(id, null);
  const authors = namesOf(item.authors);
  return {
    id: id ?? null,
    title: item.title ?? "",
    link,
    bodies: bodiesOf(item),
    baseAddress: link ?? base,
    published: item.date_published ?? null,
    updated: item.date_modified ?? null,
    authors: authors.length > 0 ? authors : feedAuthors,
    publisher: null,
    language: item.language ?? null,
    attachments: distinctAttachments(
      (item.attachments ?? []).map(({ url, mime_type, size_in_bytes, title }) =>
        attachmentFrom(
          {
            address: url as string | undefined,
            mediaType: mime_type as string | undefined,
            bytes: size_in_bytes,
            name: title,
          },
          base,
        ),
      ),
    ),
  };
}

function bodiesOf(item: JsonItem): readonly DraftBody[] {
  const {
    content_html: html,
    content_text: text,
    summary,
  } = item as { content_html?: string; content_text?: string; summary?: string };
  const bodies: DraftBody[] = [];
  if (html !== undefined) bodies.push({ kind: "html", text: html, isSummary: false });
  if (text !== undefined) bodies.push({ kind: "text", text, isSummary: false });
  if (summary !== undefined) bodies.push({ kind: "text", text: summary, isSummary: true });
  return bodies;
}

function namesOf(people: readonly { name?: string }[] | undefined): readonly string[] {
  return (people ?? []).flatMap(({ name }) => (name === undefined ? [] : [name]));
}
