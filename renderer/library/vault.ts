import type { KeptAttachment } from "../model/attachment.ts";
import type { BriefingHead, BriefingRow, ReadingState, RevisionContent, RevisionNote } from "../model/briefing.ts";
import type { Change } from "../model/changes.ts";
import type { CommitFailure } from "../model/failure.ts";
import type { GettingPace, GettingRules } from "../model/getting.ts";
import type { BriefingId, DeliveryId, ReaderId, SourceId } from "../model/ids.ts";
import type { Bytes } from "../model/measure.ts";
import type { AddedName, Territory } from "../model/names.ts";
import type { Reader } from "../model/reader.ts";
import type { Result } from "../model/result.ts";
import type { SavedSearch } from "../model/saved-search.ts";
import type { Settings } from "../model/settings.ts";
import type { Source, SourceCursor } from "../model/source.ts";
import type { Instant } from "../model/time.ts";
import type { TrafficCount } from "../model/traffic.ts";
import type { Delivery, Filters, RowCopies, SinceLooked, View, ViewCounts } from "../model/view.ts";

/** The opened library as the rest of the worker sees it: append-then-apply for writing, memory for reading. */
export interface Vault {
  readonly catalogue: Catalogue;
  /** Resolves after the journal has the changes on disk and lists, states and counts show them. One batch at a time. */
  commit(changes: readonly Change[]): Promise<Result<{ readonly sequence: number }, CommitFailure>>;
  /** Deflates and seals a body for a "revision-arrived" change. */
  sealRevision(id: BriefingId, revision: number, content: RevisionContent): Promise<Uint8Array>;
  /** null = not here or damaged. Newest revision where none is named. */
  readRevision(id: BriefingId, revision: number | null): Promise<RevisionContent | null>;
  listRevisions(id: BriefingId): Promise<readonly RevisionNote[]>;
  /** When a source was last asked; kept in the working copy only, because an unchanged source must cost no write. */
  noteChecked(sourceId: SourceId, at: Instant): Promise<void>;
  /** Adds to what a source has cost: at first in the working copy only, and with the next change in the journal. */
  noteTraffic(sourceId: SourceId | null, received: Bytes, at: Instant): Promise<void>;
  /** Kept in the working copy only: losing it costs an estimate or one offer too many. */
  noteGetting(notes: Partial<GettingNotes>): Promise<void>;
}

export interface GettingNotes {
  readonly pace: GettingPace | null;
  /** When an offer was last waved away. */
  readonly dismissedAt: Instant | null;
}

/** Everything lists, filters, counts and doubles are decided from, in memory. */
export interface Catalogue {
  readonly sequence: number;
  /** False while older heads are still being read in; counts are null until then. */
  readonly isComplete: boolean;
  readonly whenComplete: Promise<void>;

  head(id: BriefingId): BriefingHead | null;
  state(id: BriefingId): ReadingState;
  isDeleted(id: BriefingId): boolean;
  /** Head and state by one look, for what asks of every hit; null = not here, or deleted. */
  row(id: BriefingId): BriefingRow | null;
  /** What was done with a text of the reference shelf, which isn't among the briefings here. */
  referenceState(id: BriefingId): { readonly isRemoved: boolean; readonly isSaved: boolean };
  /** Content digests of every stored revision, oldest first. Empty for an unknown briefing. */
  digests(id: BriefingId): readonly string[];
  /** By canonical link (see `canonicalLink`): the same item by another way. */
  findByLink(canonicalLink: string): BriefingId | null;

  /** Newest first by the list's order; ids that are gone meanwhile just don't appear. */
  page(query: {
    view: View;
    filters: Filters;
    offset: number;
    limit: number;
    /** Rows below which the copies they stand for are listed. */
    opened?: readonly BriefingId[] | undefined;
  }): {
    readonly rows: readonly BriefingRow[];
    readonly total: number | null;
    /** Left out because they name only places outside the areas asked for. */
    readonly outsideAreas: number;
    readonly copies: readonly RowCopies[];
    readonly hiddenCopies: number;
  };
  /** Ids of a view in its order; `notNewerThan` leaves out what stands above that briefing. */
  idsOf(query: { view: View; filters: Filters; notNewerThan: BriefingId | null }): readonly BriefingId[];
  /** Lists of what comes in by itself hold only what may lie in these areas; none = everywhere. */
  counts(areas?: readonly Territory[]): ViewCounts;
  /** Everyone with this text, itself and deleted ones too; the same array for each of them. Empty = no copies. */
  copyGroupOf(id: BriefingId): readonly BriefingId[];
  /** How far the changes go that lists know of, by lamport count. */
  readonly upTo: number;
  /** How far the current reader has looked, and when they said so. */
  looked(): { readonly upTo: number; readonly at: Instant | null };
  sinceLooked(): SinceLooked;
  /** Every briefing that isn't deleted, newest first: what search is built from. */
  allIds(): readonly BriefingId[];
  /** The same ones, with what a condition asks of them; the same array until something changes. */
  allRows(): readonly BriefingRow[];

  /** Every file that some briefing names, once a blob; those of deleted briefings too, because they can come back. */
  kept(): readonly KeptAttachment[];

  sources(): readonly Source[];
  cursor(sourceId: SourceId): SourceCursor | null;
  lastCheckedAt(sourceId: SourceId): Instant | null;
  sourceCounts(sourceId: SourceId): { readonly total: number; readonly unread: number };
  /** What one article of a source took so far, in the mean; null = none was fetched. */
  articleBytes(sourceId: SourceId): Bytes | null;
  /** The newest briefing time of a source, or of all. */
  newestItem(sourceId: SourceId | null): Instant | null;
  delivery(id: DeliveryId): Delivery | null;
  deliveries(): readonly Delivery[];
  /** Of the current reader. */
  settings(): Settings;
  gettingRules(): GettingRules;
  gettingNotes(): GettingNotes;
  /** What is in the journal and what isn't yet. */
  traffic(): readonly TrafficCount[];
  /** Of the reader who reads now, by name. */
  savedSearches(): readonly SavedSearch[];
  readers(): readonly Reader[];
  /** null = nobody has kept anything yet. */
  currentReader(): ReaderId | null;
  addedNames(): readonly AddedName[];
  /** Lists and counts by areas need to know which territories a briefing names. */
  nameTerritories(named: NamedTerritories): void;
}

export interface NamedTerritories {
  /** Counts every change of the answers. */
  readonly version: number;
  /** Empty = it names no place, or hasn't been looked at. */
  territoriesOf(id: BriefingId): readonly Territory[];
}
