import type { DocumentFailure } from "../../model/failure.ts";
import { shorten } from "../../model/plain-characters.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import type { FeedFormat } from "../../model/source.ts";
import type { Limits } from "../surroundings.ts";
import { classifyJson, classifyPage, classifyText } from "./classify-page.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { detectFormat, withoutProlog } from "./detect-format.ts";
import type { ReadDocument } from "./draft-item.ts";
import { finishItems } from "./finish-items.ts";
import type { ParsedFeed } from "./parsed-feed.ts";
import { plainLine } from "./plain-line.ts";
import { readJsonDocument } from "./read-json-document.ts";
import { isReliefWeb } from "./read-reliefweb.ts";
import { readXmlDocument } from "./read-xml-document.ts";

export interface FeedBytes {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** After redirects: what relative links start from, and what tells ReliefWeb's feeds. */
  readonly address: string;
  readonly limits: Pick<Limits, "entryBytes" | "itemsPerFeed">;
}

const maxFeedTitleLength = 300;

/**
 * Bytes → a feed, whatever the server said they are. RSS 0.9x and 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1 and 1.1.
 * A feed that is cut or partly broken gives its sound items and says that it is damaged.
 */
export function parseFeed({ bytes, contentType, address, limits }: FeedBytes): Result<ParsedFeed, DocumentFailure> {
  const text = decodeBytes(bytes, contentType);
  if (/^[\s\ufeff\0]*$/.test(text.slice(0, 1_000)) && text.trim() === "") return fail({ kind: "empty-document" });
  const format = detectFormat(text);
  switch (format) {
    case "entity-bomb":
      return fail({ kind: "entity-bomb" });
    case "html":
    case "xml":
      return fail(classifyPage(text, address));
    case "json":
      return fail(classifyJson(text, address));
    case "text":
      return fail(classifyText(text, address));
    case "json-feed":
      return finish(readJsonDocument(text, address, limits.itemsPerFeed), format, address, limits);
    default:
      return finish(readXmlDocument(withoutProlog(text), format, address, limits), format, address, limits);
  }
}

function finish(
  read: ReadDocument | null,
  format: FeedFormat,
  address: string,
  limits: FeedBytes["limits"],
): Result<ParsedFeed, DocumentFailure> {
  if (read === null) return fail({ kind: "broken-feed" });
  const flavour = isReliefWeb(address) ? "reliefweb" : "plain";
  const { feed } = read;
  const title = shorten(plainLine(feed.title.slice(0, 10_000)), maxFeedTitleLength);
  const { items, failures } = finishItems(feed.items, { flavour, maxItemLength: limits.entryBytes });
  return succeed({
    title,
    homePage: feed.homePage,
    format,
    flavour,
    language: feed.language,
    items: items.map((item) => ({
      ...item,
      publisher: item.publisher === title ? null : item.publisher,
      // ReliefWeb's language is its site's.
      language: item.language ?? (flavour === "reliefweb" ? null : feed.language),
    })),
    failures: [...read.failures, ...failures],
    damaged: read.damaged,
    nextAddress: feed.nextAddress,
  });
}
