import type { BriefingRow, Language, TextRange } from "./briefing.ts";
import type { BriefingId, DeliveryId, SourceId } from "./ids.ts";
import type { Bytes } from "./measure.ts";
import type { PlaceName, Territory } from "./names.ts";
import type { QueryHint, Silence } from "./query/query-hints.ts";
import type { Instant } from "./time.ts";

/** What the list shows. */
export type View =
  /** What arrived or was revised since the current reader last looked, alerts first. */
  | { readonly kind: "since-looked" }
  | { readonly kind: "all" }
  | { readonly kind: "unread" }
  | { readonly kind: "saved" }
  | { readonly kind: "arrivals" }
  | { readonly kind: "deleted" }
  | { readonly kind: "references" }
  | { readonly kind: "source"; readonly sourceId: SourceId };

/** null = any. A period is by the source's own time. */
export interface Filters {
  readonly unreadOnly: boolean;
  readonly savedOnly: boolean;
  readonly sourceId: SourceId | null;
  readonly language: Language | null;
  readonly from: Instant | null;
  readonly until: Instant | null;
  /** The reader's own areas; empty = everywhere. What they leave out is counted in every answer. */
  readonly areas: readonly Territory[];
}

export const noFilters: Filters = {
  unreadOnly: false,
  savedOnly: false,
  sourceId: null,
  language: null,
  from: null,
  until: null,
  areas: [],
};

/** Whether a list shows only a part of its view. */
export function isFiltered(filters: Filters): boolean {
  return (
    filters.unreadOnly ||
    filters.savedOnly ||
    filters.sourceId !== null ||
    filters.language !== null ||
    filters.from !== null ||
    filters.until !== null
  );
}

/** How something came: one sync of one source, one import, one paste. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly way: "feed" | "file" | "paste";
  /** A source's name, file names, or "" for a paste. */
  readonly label: string;
  readonly at: Instant;
  readonly added: number;
  readonly revised: number;
  readonly received: Bytes;
  readonly leftOut: readonly string[];
}

export interface ListPage {
  /** The library's sequence this answer stands for; older answers are dropped. */
  readonly sequence: number;
  readonly rows: readonly BriefingRow[];
  /** All rows of this view, or null while they are still being counted. */
  readonly total: number | null;
  readonly offset: number;
  /** The newest change that these rows know of, by the library's own count: what was seen was seen up to here. */
  readonly upTo: number;
  /** Left out because they name only places outside the areas asked for. */
  readonly outsideAreas: number;
  /** In "arrivals": the deliveries that the rows of this page belong to. */
  readonly deliveries: readonly Delivery[];
  /** Of the rows on this page that stand for copies of their text or are such copies. */
  readonly copies: readonly RowCopies[];
  /** So many stand behind others in the whole view. */
  readonly hiddenCopies: number;
}

/** What a row has to do with the same text by other sources. */
export type RowCopies =
  | { readonly role: "stands-for"; readonly id: BriefingId; readonly others: number; readonly unreadOthers: number }
  | { readonly role: "copy"; readonly id: BriefingId; readonly of: BriefingId };

export interface ViewCounts {
  readonly sequence: number;
  /** null while the catalogue is still loading. */
  readonly "since-looked": number | null;
  readonly all: number | null;
  readonly unread: number | null;
  readonly saved: number | null;
  readonly arrivals: number | null;
  readonly deleted: number | null;
}

/** What the current reader hasn't looked at yet, by where it comes from. */
export interface SinceLooked {
  readonly sequence: number;
  /** null = this reader has never said that they looked. */
  readonly lookedAt: Instant | null;
  readonly alerts: number;
  /** Most first. */
  readonly sources: readonly SinceLookedSource[];
}

export interface SinceLookedSource {
  /** null = files and pastes. */
  readonly sourceId: SourceId | null;
  readonly name: string;
  readonly count: number;
}

export interface SearchHit {
  readonly row: BriefingRow;
  readonly titleRanges: readonly TextRange[];
  /** The best passage, with its matches. */
  readonly snippet: string;
  readonly snippetRanges: readonly TextRange[];
}

/** A word of a query that stands nowhere, or nearly so, with what may have been meant. */
export interface UnmatchedWord {
  readonly word: string;
  /** The nearest words that do stand somewhere. */
  readonly nearest: readonly string[];
  /** Places that are called nearly so. */
  readonly places: readonly PlaceName[];
}

export interface SearchAnswer {
  readonly sequence: number;
  /** Copies of one text follow the nearest of them. */
  readonly hits: readonly SearchHit[];
  readonly copies: readonly RowCopies[];
  readonly total: number;
  /** A phrase was looked up in the texts of the nearest only: there may be more. */
  readonly isAtLeast: boolean;
  /** The index is still being built; this many of all briefings could be searched. */
  readonly searched: number;
  readonly outOf: number;
  readonly unmatched: readonly UnmatchedWord[];
  /** Words that stand in very few briefings, where one nearly like it stands in many. */
  readonly rare: readonly UnmatchedWord[];
  readonly hints: readonly QueryHint[];
  /** Hits left out because they name only places outside the areas asked for. */
  readonly outsideAreas: number;
  /** With no hit: what finds something once a condition or filter is left out. */
  readonly wider: readonly WiderSearch[];
  /** The query asks for a place, and no recent report names it. */
  readonly silence: Silence | null;
}

/** A question that asks for less than one that found nothing. */
export type WiderQuery = { readonly query: string; readonly keepsFilters: boolean } & (
  | {
      readonly without: "condition";
      /** As it was typed. */
      readonly written: string;
    }
  | { readonly without: "filters" | "all" }
);

export type WiderSearch = WiderQuery & { readonly total: number };

/** What a search finds: news first, and below it what the reference shelf says. */
export interface SearchFindings extends SearchAnswer {
  readonly references: readonly SearchHit[];
}
