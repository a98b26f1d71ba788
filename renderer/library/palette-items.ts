import type { NamedItem } from "../model/saved-search.ts";
import type { Findable } from "./search/find-named.ts";
import {
  foldName,
  type NameTables,
  namesOfActor,
  namesOfPlace,
  shownActor,
  shownPlace,
} from "./search/names/name-tables.ts";
import type { Catalogue } from "./vault.ts";

const newestTitles = 500;
/** Fewer letters would list who is in the table, and it isn't there to be browsed. */
const fewestLettersOfActor = 3;

export interface PaletteNeeds {
  readonly catalogue: Catalogue;
  readonly tables: NameTables;
  readonly commands: readonly { readonly id: string; readonly label: string }[];
  readonly typed: string;
}

/** Everything with a name that a person can go to, beside what the page itself can do. */
export function paletteItems({ catalogue, tables, commands, typed }: PaletteNeeds): Findable[] {
  return [
    ...commands.map(({ id, label }) => byLabel({ kind: "command", id, label })),
    ...catalogue.sources().map(({ id, name }) => byLabel({ kind: "source", id, label: name })),
    ...catalogue.savedSearches().map(({ id, name }) => byLabel({ kind: "saved-search", id, label: name })),
    ...placesIn(tables),
    ...actorsNamed(tables, typed),
    ...catalogue
      .allIds()
      .slice(0, newestTitles)
      .map((id) => byLabel({ kind: "briefing", id, label: catalogue.head(id)?.title ?? "" })),
  ];
}

function byLabel(item: NamedItem): Findable {
  return { item, names: [item.label] };
}

function placesIn({ places }: NameTables): Findable[] {
  return places.map((row) => ({
    item: { kind: "place", id: row.id, label: row.name, place: shownPlace(row) },
    names: namesOfPlace(row),
  }));
}

/** Those of whom the typed letters begin a name, whichever. */
function actorsNamed({ actors }: NameTables, typed: string): Findable[] {
  const begun = foldName(typed);
  if (begun.length < fewestLettersOfActor) return [];
  return actors.flatMap((row) => {
    const names = namesOfActor(row).filter((name) => foldName(name).startsWith(begun));
    if (names.length === 0) return [];
    return [{ item: { kind: "actor", id: row.id, label: row.name, actor: shownActor(row) }, names }];
  });
}
