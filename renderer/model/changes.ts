import type { KeptAttachment } from "./attachment.ts";
import type { BriefingHead, Language, Provenance } from "./briefing.ts";
import type { ArticleFailure } from "./failure.ts";
import type { GettingRules } from "./getting.ts";
import type { AttachmentId, BriefingId, DeviceId, ReaderId, SavedSearchId, SourceId } from "./ids.ts";
import type { AddedName } from "./names.ts";
import type { SavedSearch } from "./saved-search.ts";
import type { Settings } from "./settings.ts";
import type { Source, SourceCursor } from "./source.ts";
import type { Instant } from "./time.ts";
import type { TrafficCount } from "./traffic.ts";
import type { Delivery } from "./view.ts";

/**
 * Everything that ever happens to a library, change format 2. The journal is a row of these; all else is rebuilt from
 * it. Never edit a shape that has shipped: add a format with an upcaster and a stored fixture.
 */
export type Change =
  /** Revision 1 makes the briefing; later ones keep the older bodies readable. */
  | {
      readonly kind: "revision-arrived";
      readonly head: BriefingHead;
      /** Digest of title, key points, body tree and attachments, trackers and white space out. 32 hex digits. */
      readonly contentDigest: string;
      /** What it shares with copies of the same text elsewhere; null = too short to tell, or from before this was kept. */
      readonly signature: string | null;
      /** Title, key points, a number or a place changed: unread again. */
      readonly marksUnread: boolean;
      /** Deflated and sealed `RevisionContent`; the very bytes that the working copy keeps too. */
      readonly body: Uint8Array;
    }
  | { readonly kind: "provenance-added"; readonly id: BriefingId; readonly provenance: Provenance }
  | { readonly kind: "briefing-withdrawn"; readonly id: BriefingId; readonly at: Instant }
  /** The article behind an extract was asked for and isn't to be had. */
  | {
      readonly kind: "full-text-missed";
      readonly id: BriefingId;
      readonly failure: ArticleFailure;
      readonly at: Instant;
    }
  | { readonly kind: "language-corrected"; readonly id: BriefingId; readonly language: Language }
  | { readonly kind: "briefings-deleted"; readonly ids: readonly BriefingId[] }
  | { readonly kind: "briefings-restored"; readonly ids: readonly BriefingId[] }
  | { readonly kind: "read-set"; readonly ids: readonly BriefingId[]; readonly read: boolean }
  | { readonly kind: "saved-set"; readonly ids: readonly BriefingId[]; readonly saved: boolean }
  /** Only after the blobs that it names are on the disk. */
  | {
      readonly kind: "attachments-kept";
      readonly briefingId: BriefingId;
      readonly attachments: readonly KeptAttachment[];
    }
  /** Its blob stays until nothing names it any more and a later start sweeps it. */
  | { readonly kind: "attachment-removed"; readonly briefingId: BriefingId; readonly attachmentId: AttachmentId }
  /** References come with the app, not through the journal: only what was done with them is kept, by their ids. */
  | { readonly kind: "references-saved"; readonly ids: readonly BriefingId[]; readonly saved: boolean }
  | { readonly kind: "references-removed"; readonly ids: readonly BriefingId[]; readonly removed: boolean }
  | { readonly kind: "source-added"; readonly source: Source }
  | { readonly kind: "source-changed"; readonly source: Source }
  | { readonly kind: "source-removed"; readonly sourceId: SourceId }
  /** Rides in the last entry of what it closes, so it never runs ahead. */
  | { readonly kind: "cursor-moved"; readonly sourceId: SourceId; readonly cursor: SourceCursor }
  | { readonly kind: "delivery-made"; readonly delivery: Delivery }
  | { readonly kind: "reader-added"; readonly readerId: ReaderId; readonly name: string }
  | { readonly kind: "settings-changed"; readonly settings: Settings }
  | { readonly kind: "name-added"; readonly name: AddedName }
  | { readonly kind: "name-removed"; readonly id: AddedName["id"] }
  | { readonly kind: "getting-rules-changed"; readonly rules: GettingRules }
  /** What came since the last one; amounts add up. Rides along with whatever is written next. */
  | { readonly kind: "traffic-counted"; readonly counts: readonly TrafficCount[] }
  /** A new one of the reader who made the change, or what it is called now. */
  | { readonly kind: "search-saved"; readonly search: SavedSearch }
  | { readonly kind: "search-removed"; readonly searchId: SavedSearchId }
  | { readonly kind: "reader-renamed"; readonly readerId: ReaderId; readonly name: string }
  /** What they read and saved stays written, and comes back with them: by the same id, added again. */
  | { readonly kind: "reader-removed"; readonly readerId: ReaderId }
  /** Who reads on the device that made this. */
  | { readonly kind: "reader-chosen"; readonly readerId: ReaderId }
  /**
   * A reader has seen all that came up to this lamport count: unlike a clock's time it never goes backwards.
   * 0 = takes back that they ever looked.
   */
  | { readonly kind: "looked-set"; readonly upTo: number; readonly at: Instant | null };

/** Who made a change, and when by their own count: of two about one thing the higher (lamport, deviceId) wins. */
export interface Stamp {
  readonly deviceId: DeviceId;
  /** Counts this device's changes, one by one. */
  readonly seq: number;
  readonly lamport: number;
  readonly readerId: ReaderId;
  readonly at: Instant;
}

export interface StampedChange {
  readonly stamp: Stamp;
  readonly change: Change;
}

/** What a UI query can depend on. */
export type ChangedKind =
  | "briefings"
  | "reading-state"
  | "sources"
  | "deliveries"
  | "settings"
  | "getting"
  | "saved-searches"
  | "readers"
  | "search-index"
  /** Names that people added, or what was found of names in the texts. */
  | "names"
  | "catalogue";

/** One applied batch, told to the page. */
export interface Changed {
  readonly sequence: number;
  readonly kinds: readonly ChangedKind[];
  readonly ids: readonly BriefingId[] | "many";
}
