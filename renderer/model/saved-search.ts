import type { SavedSearchId } from "./ids.ts";
import type { ActorName, PlaceName } from "./names.ts";
import type { Filters } from "./view.ts";

/** A search that a reader keeps as a view of its own. */
export interface SavedSearch {
  readonly id: SavedSearchId;
  readonly name: string;
  /** As it was typed. */
  readonly query: string;
  readonly filters: Filters;
}

export interface SavedSearchRow {
  readonly search: SavedSearch;
  /** Unread briefings with every word of it; null while not all can be searched yet. */
  readonly unread: number | null;
}

/** What the last sync brought for a saved search. */
export interface NewHits {
  readonly name: string;
  readonly count: number;
}

/** Something with a name that the command palette can go to or do. */
export type NamedKind = "command" | "source" | "saved-search" | "place" | "actor" | "briefing";

export type NamedItem =
  | {
      readonly kind: Exclude<NamedKind, "place" | "actor">;
      /** A command's id, a source's, a saved search's, a briefing's. */
      readonly id: string;
      readonly label: string;
    }
  | { readonly kind: "place"; readonly id: string; readonly label: string; readonly place: PlaceName }
  | { readonly kind: "actor"; readonly id: string; readonly label: string; readonly actor: ActorName };
