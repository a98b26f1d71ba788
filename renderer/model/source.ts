import type { Audience } from "./briefing.ts";
import type { SyncFailure } from "./failure.ts";
import type { FullTextChoice } from "./full-text.ts";
import type { SourceId } from "./ids.ts";
import type { Bytes } from "./measure.ts";
import type { Instant } from "./time.ts";

/** 1 is fetched first. */
export type SourceRank = 1 | 2 | 3;

/** What the person allowed for this one source, each confirmed after a warning. */
export interface SourcePermissions {
  /** Plain http: anyone on the way can read and change it. */
  readonly insecure: boolean;
  /** An address on the own network, typed by the person and confirmed as local. */
  readonly local: boolean;
}

export type FeedFormat = "rss" | "atom" | "rdf" | "json-feed";

export interface Source {
  readonly id: SourceId;
  /** As typed or found: fetched from here. The id is made from its canonical form. */
  readonly address: string;
  readonly name: string;
  readonly homePage: string | null;
  /** null = taken over from a list and not fetched yet: the first feed that comes tells. */
  readonly format: FeedFormat | null;
  /** ReliefWeb's RSS is read with its own rules (tag divs, posting dates, name-only authors). */
  readonly flavour: "plain" | "reliefweb";
  readonly rank: SourceRank;
  readonly enabled: boolean;
  readonly audience: Audience;
  readonly permissions: SourcePermissions;
  /** Only for showing sources together. A folder inside another is written with " / " between them. */
  readonly folder: string | null;
  readonly fullText: FullTextChoice;
}

/** What the next conditional request sends, and what the last look told. */
export interface SourceCursor {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Digest of the last complete document: an unchanged one needs no parsing. */
  readonly documentDigest: string | null;
  readonly newestItem: Instant | null;
  readonly lastBytes: number | null;
}

/** A source as the interface shows it. */
export interface SourceRow {
  readonly source: Source;
  readonly unread: number;
  readonly total: number;
  readonly lastCheckedAt: Instant | null;
  readonly newestItem: Instant | null;
  readonly lastBytes: number | null;
  readonly lastFailure: SyncFailure | null;
  /** What one article behind its extracts takes. */
  readonly articleBytes: Bytes;
}
