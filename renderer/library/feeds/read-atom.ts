import { type AtomFeed, parseAtomFeed } from "feedsmith";
import {
  absoluteAddress,
  attachmentFrom,
  type DraftBody,
  type DraftFeed,
  type DraftItem,
  distinctAttachments,
  nestBase,
} from "./draft-item.ts";
import { textOf } from "./extract-only.ts";

type Entry = AtomFeed.Entry<string>;
type Link = AtomFeed.Link<string>;

/** Atom 0.3 and 1.0. Throws what feedsmith throws. */
export function readAtom(xml: string, address: string): DraftFeed {
  const feed = parseAtomFeed(xml);
  const base = nestBase(address, feed.xml?.base);
  const ownAuthors = namesOf(feed.authors);
  return {
    title: textOfTitle(feed.title),
    homePage: absoluteAddress(linkOf(feed.links, ["alternate"]), base),
    language: feed.xml?.lang ?? null,
    nextAddress: null,
    baseAddress: base,
    items: (feed.entries ?? []).map((entry) => readEntry(entry, base, feed.xml?.lang ?? null, ownAuthors)),
  };
}

function readEntry(
  entry: Entry,
  feedBase: string | null,
  feedLanguage: string | null,
  feedAuthors: readonly string[],
): DraftItem {
  const base = nestBase(feedBase, entry.xml?.base);
  const link = absoluteAddress(linkOf(entry.links, ["alternate", "self", "via", "related"]), base);
  const authors = namesOf(entry.authors);
  const id = entry.id as string | undefined;
  return {
    id: id ?? null,
    title: textOfTitle(entry.title),
    link: link ?? absoluteAddress(id, null),
    bodies: bodiesOf(entry),
    baseAddress: nestBase(base ?? link, entry.content?.xml?.base),
    published: entry.published ?? entry.dc?.dates?.[0] ?? null,
    updated: (entry.updated as string | undefined) ?? null,
    authors: authors.length > 0 ? authors : feedAuthors,
    publisher: entry.source?.title === undefined ? null : textOfTitle(entry.source.title),
    language: entry.content?.xml?.lang ?? entry.xml?.lang ?? feedLanguage,
    attachments: distinctAttachments(
      (entry.links ?? [])
        .filter(({ rel }) => rel === "enclosure")
        .map(({ href, type, length, title }) =>
          attachmentFrom({ address: href as string | undefined, mediaType: type, bytes: length, name: title }, base),
        ),
    ),
  };
}

/** type="text" is text; html, xhtml and old "text/html" are HTML; other media types stand elsewhere (`src`). */
function bodiesOf(entry: Entry): readonly DraftBody[] {
  const bodies: DraftBody[] = [];
  const { content, summary } = entry;
  if (content?.value !== undefined) {
    bodies.push({ kind: kindOf(content.type), text: content.value, isSummary: false });
  }
  if (summary?.value !== undefined) bodies.push({ kind: kindOf(summary.type), text: summary.value, isSummary: true });
  const mediaText = entry.media?.groups?.[0]?.description?.value as string | undefined;
  if (bodies.length === 0 && mediaText !== undefined) bodies.push({ kind: "text", text: mediaText, isSummary: false });
  return bodies;
}

function kindOf(type: string | undefined): DraftBody["kind"] {
  return type !== undefined && /html/i.test(type) ? "html" : "text";
}

function textOfTitle(title: unknown): string {
  if (typeof title === "string") return title;
  const { value, type } = (title ?? {}) as { value?: string; type?: string };
  return value === undefined ? "" : textOf(value, kindOf(type));
}

function linkOf(links: readonly Link[] | undefined, wanted: readonly string[]): string | undefined {
  for (const relation of wanted) {
    const fitting = (links ?? []).filter(({ rel }) => (rel ?? "alternate") === relation);
    const best = fitting.find(({ type }) => type === undefined || /html/.test(type)) ?? fitting[0];
    if (typeof best?.href === "string") return best.href;
  }
  return undefined;
}

function namesOf(people: readonly { name?: unknown; email?: string }[] | undefined): readonly string[] {
  return (people ?? []).flatMap(({ name, email }) =>
    typeof name === "string" ? [name] : email === undefined ? [] : [email],
  );
}
