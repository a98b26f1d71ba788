import type { ItemFailure, SyncFailure } from "./failure.ts";
import type { ArticlesTally } from "./full-text.ts";
import type { SourceId } from "./ids.ts";
import type { Bytes } from "./measure.ts";
import type { Instant } from "./time.ts";

/** How one source fared in the running or last sync. */
export type SourceProgress =
  | { readonly at: "waiting" }
  | { readonly at: "fetching"; readonly received: Bytes; readonly expected: Bytes | null }
  | { readonly at: "storing"; readonly stored: number; readonly total: number }
  /** The feed is in; the articles behind its extracts follow. */
  | {
      readonly at: "articles";
      readonly done: number;
      readonly total: number;
      /** Of the articles alone. */
      readonly received: Bytes;
      readonly expected: Bytes;
    }
  | {
      readonly at: "done";
      readonly added: number;
      readonly revised: number;
      readonly unchanged: boolean;
      /** Items left out, each by name. */
      readonly leftOut: readonly ItemFailure[];
      /** The feed was cut; its complete items are kept and the next sync asks for all of it again. */
      readonly cut: boolean;
      readonly received: Bytes;
      /** The source says that it moved for good. Noted only: following is the person's decision. */
      readonly movedTo?: string;
      readonly articles?: ArticlesTally;
    }
  | { readonly at: "failed"; readonly failure: SyncFailure }
  | { readonly at: "cancelled" };

export interface SourceSync {
  readonly sourceId: SourceId;
  readonly name: string;
  readonly progress: SourceProgress;
}

/** The two ages that always stand together, and how many sources they speak for. */
export interface SyncAges {
  readonly lastCheckedAt: Instant | null;
  readonly newestItem: Instant | null;
  readonly checkedSources: number;
  readonly enabledSources: number;
}

export interface SyncTotals {
  readonly received: Bytes;
  readonly expected: Bytes | null;
  readonly added: number;
  readonly revised: number;
}

export type SyncStatus =
  | { readonly at: "idle"; readonly ages: SyncAges; readonly last: readonly SourceSync[] }
  | {
      readonly at: "waiting-for-link";
      readonly since: Instant;
      readonly ages: SyncAges;
      readonly last: readonly SourceSync[];
    }
  | {
      readonly at: "syncing";
      readonly ages: SyncAges;
      readonly sources: readonly SourceSync[];
      readonly totals: SyncTotals;
    }
  | {
      readonly at: "partly-done";
      readonly ages: SyncAges;
      readonly last: readonly SourceSync[];
      readonly totals: SyncTotals;
    }
  | {
      readonly at: "stuck";
      readonly ages: SyncAges;
      readonly last: readonly SourceSync[];
      readonly failure: SyncFailure;
    };
