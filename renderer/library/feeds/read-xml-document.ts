import type { ItemFailure } from "../../model/failure.ts";
import type { Limits } from "../surroundings.ts";
import { type CutDocument, cutIntoItems, type ItemSlice } from "./cut-into-items.ts";
import type { DraftFeed, DraftItem, ReadDocument } from "./draft-item.ts";
import { itemLabel, itemsPast } from "./finish-items.ts";
import { plainLine } from "./plain-line.ts";
import { readAtom } from "./read-atom.ts";
import { readRdf, readRss } from "./read-rss.ts";

type XmlFormat = "rss" | "rdf" | "atom";

const readers = { rss: readRss, rdf: readRdf, atom: readAtom };
const closingTag = { rss: "rss", rdf: "rdf:RDF", atom: "feed" } as const;

/** A head longer than this is an attack or a mistake; the items are read without it. */
const maxHeadLength = 500_000;

/**
 * Read as a whole where that gives every item; else each item by itself inside the feed's head, so that the broken
 * ones can be named and the others kept. null = there is neither a readable head nor any item.
 */
export function readXmlDocument(
  xml: string,
  format: XmlFormat,
  address: string,
  limits: Pick<Limits, "entryBytes" | "itemsPerFeed">,
): ReadDocument | null {
  const readable = format === "rdf" ? withoutContents(xml) : xml;
  const cut = cutIntoItems(readable, format);
  const isSound =
    cut.isComplete &&
    cut.head.length <= maxHeadLength &&
    cut.slices.length <= limits.itemsPerFeed &&
    cut.slices.every((slice) => slice.isWhole && slice.text.length <= limits.entryBytes);
  if (isSound) {
    const whole = attempt(() => readers[format](readable, address));
    if (whole !== null && whole.items.length === cut.slices.length) {
      return { feed: whole, failures: [], damaged: false };
    }
  }
  return readByItem(cut, format, address, limits);
}

/** RDF's table of contents: feedsmith leaves out what it doesn't name, and it is wrong in many feeds. */
function withoutContents(xml: string): string {
  const from = xml.search(/<(?:[\w-]+:)?items[\s>]/i);
  if (from < 0) return xml;
  const end = /<\/(?:[\w-]+:)?items\s*>/i.exec(xml.slice(from));
  return end === null ? xml : xml.slice(0, from) + xml.slice(from + end.index + end[0].length);
}

function attempt(read: () => DraftFeed): DraftFeed | null {
  try {
    return read();
  } catch {
    // feedsmith throws for documents that aren't well-formed; what is wrong with them is told item by item.
    return null;
  }
}

function readByItem(
  cut: CutDocument,
  format: XmlFormat,
  address: string,
  limits: Pick<Limits, "entryBytes" | "itemsPerFeed">,
): ReadDocument | null {
  const read = (xml: string) => attempt(() => readers[format](xml, address));
  const { own, bare } = framesOf(cut.prefix, format);
  const whole = framesOf(cut.head, format).own;
  const head = read(whole("")) ?? read(own("")) ?? read(bare(""));
  const kept = cut.slices.slice(0, limits.itemsPerFeed);
  const isReadable = (slice: ItemSlice) => slice.isWhole && slice.text.length <= limits.entryBytes;
  const texts = kept.map((slice) => (isReadable(slice) ? slice.text : null));
  const inOwn = readTogether(texts, (joined) => read(own(joined))?.items ?? null);
  // A head that is broken itself must not take all its items along.
  const drafts = inOwn.some((draft) => draft !== null)
    ? inOwn
    : readTogether(texts, (joined) => read(bare(joined))?.items ?? null);
  const failures: ItemFailure[] = [];
  kept.forEach((slice, place) => {
    if (drafts[place] !== null) return;
    const isCutOff = !slice.isWhole && place === cut.slices.length - 1 && !cut.isComplete;
    // The last item of a feed that broke off isn't bad: it will come whole with the next sync.
    if (isCutOff) return;
    failures.push({
      label: labelOf(slice, place),
      reason: slice.text.length > limits.entryBytes ? "too-large" : "unreadable",
    });
  });
  failures.push(...itemsPast(limits.itemsPerFeed, cut.slices.length));
  const items = drafts.filter((draft) => draft !== null);
  if (head === null && items.length === 0) return null;
  const feed = head ?? { title: "", homePage: null, language: null, nextAddress: null, baseAddress: null, items: [] };
  return { feed: { ...feed, items }, failures, damaged: !cut.isComplete || head === null };
}

/** A parser call costs most of a millisecond however short its text is: this many keep any feed under a second. */
const mostParserCalls = 1_000;

/**
 * Reads slices in as few calls as it takes: all of them at once, and where that fails each half by itself, down to the
 * one that is broken. null stands for what couldn't be read.
 */
function readTogether(
  texts: readonly (string | null)[],
  read: (joined: string) => readonly DraftItem[] | null,
): (DraftItem | null)[] {
  const drafts: (DraftItem | null)[] = texts.map(() => null);
  const readable = texts.flatMap((text, place) => (text === null ? [] : [{ text, place }]));
  const waiting = [readable];
  for (let calls = 0; calls < mostParserCalls; calls++) {
    const group = waiting.pop();
    if (group === undefined) break;
    const items = group.length === 0 ? [] : read(group.map(({ text }) => text).join("\n"));
    if (items?.length === group.length) {
      for (const [at, { place }] of group.entries()) drafts[place] = items[at] ?? null;
    } else if (group.length > 1) {
      const half = group.length >> 1;
      waiting.push(group.slice(half), group.slice(0, half));
    }
  }
  return drafts;
}

type Frame = (items: string) => string;

/** What to put around items to read them: the feed's own head, or only its root's start tag with its name spaces. */
function framesOf(head: string, format: XmlFormat): { readonly own: Frame; readonly bare: Frame } {
  const root = rootStartTag(head, format);
  const close = `</${/^<([\w:-]+)/.exec(root)?.[1] ?? closingTag[format]}>`;
  const isRss = format === "rss";
  const bare: Frame = (items) => `${root}${isRss ? "<channel>" : ""}${items}${isRss ? "</channel>" : ""}${close}`;
  return { own: head.length > maxHeadLength ? bare : ownFrame(head, format, close), bare };
}

function rootStartTag(head: string, format: XmlFormat): string {
  const open = /<(?:[\w-]+:)?(?:rss|rdf|feed)\b[^<>]{0,20000}>/i.exec(head.slice(0, 100_000));
  if (open !== null) return open[0];
  return format === "atom" ? '<feed xmlns="http://www.w3.org/2005/Atom">' : `<${closingTag[format]} version="2.0">`;
}

const lastClosingTag = /<\/(?:[\w-]+:)?(?:channel|rss|rdf|feed)\s*>\s*$/i;

function withoutClosingTags(head: string): string {
  let rest = head.trimEnd();
  for (let tag = lastClosingTag.exec(rest.slice(-60)); tag !== null; tag = lastClosingTag.exec(rest.slice(-60))) {
    rest = rest.slice(0, rest.length - tag[0].length).trimEnd();
  }
  return rest;
}

/** The head with the items at the end of it, closed again whatever of its end was cut off. */
function ownFrame(head: string, format: XmlFormat, close: string): Frame {
  const opened = withoutClosingTags(head.replace(/<[^<>]*$/, ""));
  const isInChannel = format === "rss" && /<channel\b/i.test(opened) && !/<\/channel\s*>/i.test(opened);
  return (items) => `${opened}${items}${isInChannel ? "</channel>" : ""}${close}`;
}

function labelOf(slice: ItemSlice, place: number): string {
  const title = /<(?:[\w-]+:)?title\b[^<>]{0,500}>(?:\s*<!\[CDATA\[)?([^<\]]{1,300})/i.exec(
    slice.text.slice(0, 20_000),
  );
  return itemLabel(plainLine(title?.[1]), place);
}
