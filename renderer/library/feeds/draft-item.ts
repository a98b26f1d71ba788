import type { AttachmentMention } from "../../model/briefing.ts";
import type { ItemFailure } from "../../model/failure.ts";
import { withoutTrackers } from "../../model/query-trackers.ts";

/** An item's fields as a format's reader found them, before dates, keys and teasers are settled the same way for all. */
export interface DraftItem {
  /** guid, id or rdf:about; null where the feed gives none. */
  readonly id: string | null;
  readonly title: string;
  readonly link: string | null;
  readonly bodies: readonly DraftBody[];
  readonly baseAddress: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly language: string | null;
  readonly attachments: readonly AttachmentMention[];
}

export interface DraftBody {
  readonly kind: "html" | "text";
  readonly text: string;
  /** A summary may stand for a text that only the page has; a content element is the text. */
  readonly isSummary: boolean;
}

export interface DraftFeed {
  readonly title: string;
  readonly homePage: string | null;
  readonly language: string | null;
  readonly nextAddress: string | null;
  readonly baseAddress: string | null;
  readonly items: readonly DraftItem[];
}

/** A document as one of the formats' readers gave it, with what it had to leave out. */
export interface ReadDocument {
  readonly feed: DraftFeed;
  readonly failures: readonly ItemFailure[];
  readonly damaged: boolean;
}

/** An address in a feed made absolute and kept only if a browser could open it. */
export function absoluteAddress(written: string | null | undefined, base: string | null): string | null {
  const trimmed = written?.trim() ?? "";
  if (trimmed === "" || trimmed.length > 4_000) return null;
  const usableBase = base !== null && URL.canParse(base) ? base : undefined;
  if (!URL.canParse(trimmed, usableBase)) return null;
  const parsed = new URL(trimmed, usableBase);
  return parsed.protocol === "http:" || parsed.protocol === "https:" ? parsed.href : null;
}

/** `inner` as xml:base writes it: relative to what holds it. */
export function nestBase(outer: string | null, inner: string | null | undefined): string | null {
  return absoluteAddress(inner, outer) ?? outer;
}

export function attachmentFrom(
  {
    address,
    mediaType,
    bytes,
    name,
  }: {
    address: string | undefined;
    mediaType: string | undefined;
    bytes: number | undefined;
    name: string | undefined;
  },
  base: string | null,
): AttachmentMention | null {
  const written = absoluteAddress(address, base);
  if (written === null) return null;
  const absolute = withoutTrackers(written);
  return {
    name: name?.trim() || fileNameOf(absolute),
    address: absolute,
    mediaType: mediaType?.trim() || null,
    bytes: bytes !== undefined && Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null,
  };
}

function fileNameOf(address: string): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split("/").filter(Boolean).at(-1);
  if (last === undefined) return hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Each address once, the first mention wins. */
export function distinctAttachments(mentions: readonly (AttachmentMention | null)[]): readonly AttachmentMention[] {
  const byAddress = new Map<string, AttachmentMention>();
  for (const mention of mentions) {
    if (mention !== null && !byAddress.has(mention.address)) byAddress.set(mention.address, mention);
  }
  return [...byAddress.values()];
}
