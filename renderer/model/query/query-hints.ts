import type { PlaceName, Territory } from "../names.ts";
import type { Instant } from "../time.ts";
import type { SyntaxHint } from "./cut-query.ts";
import type { ClosedKey, OperatorKey } from "./query-operators.ts";

/** What a person should know of how their query was read. Nothing here is an error: it was searched all the same. */
export type QueryHint =
  | SyntaxHint
  | { readonly kind: "date-unknown"; readonly key: OperatorKey; readonly value: string }
  | { readonly kind: "value-unknown"; readonly key: ClosedKey; readonly value: string }
  | { readonly kind: "place-unknown"; readonly value: string; readonly near: readonly PlaceName[] }
  /** There is such a place, but not there; those of nearly the same name that are there. */
  | {
      readonly kind: "place-elsewhere";
      readonly value: string;
      readonly said: Territory;
      readonly is: readonly PlaceName[];
      readonly near: readonly PlaceName[];
    }
  /** Asked for with a territory, as it was typed, that it doesn't lie in. */
  | {
      readonly kind: "place-outside";
      readonly value: string;
      readonly territory: string;
      readonly said: Territory;
      readonly is: readonly PlaceName[];
      readonly near: readonly PlaceName[];
    }
  /** One name, several places: all of them were searched. */
  | { readonly kind: "place-several"; readonly value: string; readonly places: readonly PlaceName[] }
  /** The town was searched; the territory around it has the same name. */
  | { readonly kind: "territory-too"; readonly value: string; readonly territory: Territory }
  | { readonly kind: "territory-unknown"; readonly value: string }
  | { readonly kind: "actor-unknown"; readonly value: string }
  | { readonly kind: "source-unknown"; readonly value: string; readonly near: readonly string[] }
  /** Names are still being looked for in the texts. */
  | { readonly kind: "names-incomplete"; readonly done: number; readonly outOf: number };

/** Nothing new of a place: said with how many sources were asked at all, for silence is not calm. */
export interface Silence {
  /** One where a name means one place; each place of the name that nothing recent was found on. */
  readonly places: readonly SilentPlace[];
  readonly checkedSources: number;
  readonly enabledSources: number;
}

export interface SilentPlace {
  readonly place: PlaceName;
  /** null = no report of it here at all. */
  readonly newest: Instant | null;
}
