import type { AttachmentMention } from "../../model/briefing.ts";
import type { ItemFailure } from "../../model/failure.ts";
import type { FeedFormat, Source } from "../../model/source.ts";
import type { Instant } from "../../model/time.ts";

/** A feed as its source gave it, before any of it becomes a briefing. */
export interface ParsedFeed {
  readonly title: string;
  readonly homePage: string | null;
  readonly format: FeedFormat;
  readonly flavour: Source["flavour"];
  /** As the feed says ("fr", "en-GB"); often wrong, so only a hint. */
  readonly language: string | null;
  readonly items: readonly FeedItem[];
  /** Items that were left out, each by name. */
  readonly failures: readonly ItemFailure[];
  /** The document broke off or was damaged: what is complete is in `items`, the validators must not move. */
  readonly damaged: boolean;
  /** JSON Feed's `next_url`. */
  readonly nextAddress: string | null;
}

export interface FeedItem {
  /** guid, id, canonical link, else title + published: the same at every poll. */
  readonly itemKey: string;
  readonly title: string;
  readonly link: string | null;
  /** Body as the source wrote it; the longer of summary and content, by its text. */
  readonly content: { readonly kind: "html" | "text"; readonly text: string };
  /** What relative links in the body start from. */
  readonly baseAddress: string | null;
  readonly published: Instant | null;
  readonly posted: Instant | null;
  readonly updated: Instant | null;
  readonly authors: readonly string[];
  /** A publisher that differs from the feed's own name (an aggregator's item). */
  readonly publisher: string | null;
  readonly language: string | null;
  readonly attachments: readonly AttachmentMention[];
  readonly extractOnly: boolean;
}
