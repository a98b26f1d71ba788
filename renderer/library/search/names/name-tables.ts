import { foldText } from "../../../model/fold-text.ts";
import type { ActorName, ActorRow, AddedName, PlaceName, PlaceRow } from "../../../model/names.ts";

export interface NameTables {
  readonly places: readonly PlaceRow[];
  readonly actors: readonly ActorRow[];
  /** Changes with every row: what was found with another table is looked for again. */
  readonly checksum: string;
}

/** As `names` are compared: small letters, no accents, one space between words. */
export function foldName(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export function namesOfPlace({ name, variants }: PlaceRow): readonly string[] {
  return [name, ...variants];
}

export function namesOfActor({ name, acronyms, variants, searchOnly }: ActorRow): readonly string[] {
  return [name, ...acronyms, ...variants, ...searchOnly];
}

export function shownPlace({ id, name, type, territories, labels }: PlaceRow): PlaceName {
  return { id, name, type, territories, labels };
}

export function shownActor({ id, name, acronyms, labels }: ActorRow): ActorName {
  return { id, name, short: acronyms[0] ?? name, labels };
}

/** The shipped tables with what this library's people added: spellings of known rows, and rows of their own. */
export function joinTables(shipped: NameTables, added: readonly AddedName[]): NameTables {
  if (added.length === 0) return shipped;
  const places = new Map(shipped.places.map((row) => [row.id, row]));
  const actors = new Map(shipped.actors.map((row) => [row.id, row]));
  for (const one of added) {
    const { name, variants, means, territory, date } = one;
    const place = means === null ? undefined : places.get(means);
    const actor = means === null ? undefined : actors.get(means);
    const own = { id: `own-${one.id}`, name, labels: {}, careful: {}, source: "own", date };
    if (one.table === "place" && place !== undefined) {
      places.set(place.id, { ...place, variants: distinct([...place.variants, name, ...variants], place.name) });
    } else if (one.table === "actor" && actor !== undefined) {
      actors.set(actor.id, { ...actor, variants: distinct([...actor.variants, name, ...variants], actor.name) });
    } else if (one.table === "place" && territory !== null) {
      places.set(own.id, { ...own, type: "locality", territories: [territory], variants: distinct(variants, name) });
    } else if (one.table === "actor") {
      const row = {
        ...own,
        type: "institution",
        acronyms: [],
        searchOnly: [],
        variants: distinct(variants, name),
      } as const;
      actors.set(own.id, row);
    }
  }
  return {
    places: [...places.values()],
    actors: [...actors.values()],
    checksum: `${shipped.checksum} ${quickDigest(JSON.stringify(added))}`,
  };
}

function distinct(names: readonly string[], but: string): string[] {
  return [...new Set(names)].filter((name) => name !== but);
}

/** FNV-1a: enough to tell one list of additions from the next. */
function quickDigest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
