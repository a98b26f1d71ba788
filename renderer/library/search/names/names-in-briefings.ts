import type { ActorName, PlaceName, Territory } from "../../../model/names.ts";
import type { NameFacets } from "./name-facets.ts";
import { type NameTables, shownActor, shownPlace } from "./name-tables.ts";

export interface CurrentNames {
  readonly tables: NameTables;
  readonly facets: NameFacets;
}

/** All that it may be about: of a doubtful place every territory counts, so that nobody's area loses it. */
export function territoriesOf({ tables, facets }: CurrentNames, id: string): readonly Territory[] {
  const found = facets.get(id);
  if (found === null || (found.places.length === 0 && found.doubtful.length === 0)) return [];
  const named = new Set<Territory>();
  for (const rows of [found.places, found.doubtful]) {
    for (const row of rows) for (const territory of tables.places[row]?.territories ?? []) named.add(territory);
  }
  return [...named];
}

export function placeAt(tables: NameTables, row: number): PlaceName[] {
  const place = tables.places[row];
  return place === undefined ? [] : [shownPlace(place)];
}

export function actorAt(tables: NameTables, row: number): ActorName[] {
  const actor = tables.actors[row];
  return actor === undefined ? [] : [shownActor(actor)];
}
