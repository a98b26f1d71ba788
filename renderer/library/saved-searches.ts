import type { Change } from "../model/changes.ts";
import { type DeliveryId, idOfBytes, type SavedSearchId } from "../model/ids.ts";
import type { NewHits, SavedSearch, SavedSearchRow } from "../model/saved-search.ts";
import type { SyncStatus } from "../model/sync-status.ts";
import type { Filters } from "../model/view.ts";
import type { SearchService } from "./search/search-service.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Catalogue } from "./vault.ts";

/** How many briefings have every word of a query. */
type CountHits = SearchService["countHits"];

export interface SavedSearches {
  /** With what is unread in them, in these areas; none = everywhere. */
  list(areas: Filters["areas"]): Promise<readonly SavedSearchRow[]>;
  /** Without an id it is a new one. */
  changeTo(wanted: Omit<SavedSearch, "id"> & { readonly id: SavedSearchId | null }): Change;
  /** Call with every status of a sync: once one has ended, what it brought is told. */
  followSync(status: SyncStatus): void;
  /** More can be searched than before. */
  followIndex(): void;
}

export interface SavedSearchOptions {
  readonly catalogue: Catalogue;
  readonly search: { readonly countHits: CountHits; readonly isComplete: boolean };
  readonly randomBytes: Surroundings["randomBytes"];
  readonly onNewHits: (hits: readonly NewHits[]) => void;
  readonly onBug: (error: unknown, doing: string) => void;
}

/** Searches that are views: how much is unread in them, and what a sync has brought for them. */
export function createSavedSearches({
  catalogue,
  search,
  randomBytes,
  onNewHits,
  onBug,
}: SavedSearchOptions): SavedSearches {
  /** Deliveries that were there when the running sync began; null = none runs and none is waited for. */
  let before: ReadonlySet<DeliveryId> | null = null;
  let isSyncing = false;

  const deliveryIds = (): Set<DeliveryId> => new Set(catalogue.deliveries().map(({ id }) => id));

  async function rowOf(saved: SavedSearch, areas: Filters["areas"]): Promise<SavedSearchRow> {
    if (!search.isComplete) return { search: saved, unread: null };
    const filters: Filters = { ...saved.filters, unreadOnly: true, areas };
    return { search: saved, unread: await search.countHits({ query: saved.query, filters, among: null }) };
  }

  async function tell(known: ReadonlySet<DeliveryId>): Promise<void> {
    const saved = catalogue.savedSearches();
    if (saved.length === 0) return;
    const isNew = new Set(catalogue.deliveries().flatMap(({ id }) => (known.has(id) ? [] : [id])));
    const arrived = new Set(
      isNew.size === 0 ? [] : catalogue.allIds().filter((id) => isNew.has(catalogue.head(id)?.delivery as DeliveryId)),
    );
    if (arrived.size === 0) return;
    const hits: NewHits[] = [];
    for (const { name, query, filters } of saved) {
      const count = await search.countHits({ query, filters: { ...filters, unreadOnly: true }, among: arrived });
      if (count > 0) hits.push({ name, count });
    }
    if (hits.length > 0) onNewHits(hits);
  }

  /** What came can only be searched once the index has it. */
  function tellOnceSearchable(): void {
    if (before === null || isSyncing || !search.isComplete) return;
    const known = before;
    before = null;
    tell(known).catch((error: unknown) => onBug(error, "looking for new hits of saved searches"));
  }

  return {
    list: (areas) => Promise.all(catalogue.savedSearches().map((saved) => rowOf(saved, areas))),
    changeTo: ({ id, ...search }) => ({
      kind: "search-saved",
      search: { id: id ?? idOfBytes<SavedSearchId>(randomBytes(16)), ...search },
    }),
    followSync({ at }) {
      if (at === "syncing") before ??= deliveryIds();
      isSyncing = at === "syncing";
      tellOnceSearchable();
    },
    followIndex: tellOnceSearchable,
  };
}
