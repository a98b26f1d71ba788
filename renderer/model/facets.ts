import type { Language } from "./briefing.ts";
import type { ActorName, PlaceName, Territory } from "./names.ts";

interface Counted {
  readonly count: number;
}

/** What `is:`, `has:` and `in:` would leave. */
export type CountedState = "unread" | "saved" | "reference" | "attachment" | "title";

/** How the hits of a query divide; each list with the most first, and only what stands in the hits. */
export interface FacetCounts {
  readonly sequence: number;
  readonly total: number;
  readonly sources: readonly (Counted & { readonly name: string })[];
  readonly territories: readonly (Counted & { readonly territory: Territory })[];
  readonly places: readonly (Counted & { readonly place: PlaceName })[];
  readonly actors: readonly (Counted & { readonly actor: ActorName })[];
  readonly languages: readonly (Counted & { readonly language: Language })[];
  /** "2026-10", newest first, in the reader's zone. */
  readonly months: readonly (Counted & { readonly month: string })[];
  readonly states: readonly (Counted & { readonly state: CountedState })[];
}
