import type { PlaceRow, Territory } from "../../../model/names.ts";

/** A name of a place in one of a briefing's texts; several rows = a name of several places. */
export interface PlaceOccurrence {
  readonly rows: readonly number[];
  readonly text: number;
  readonly start: number;
  readonly end: number;
}

/** "Kibati, en territoire de Walikale": so far from each other the two still belong together. */
const nearby = 80;
const namesTerritory = new Set(["territory", "territory-seat", "city"]);

/** A name of several places is one of them where a territory is named near it; else all of them stay doubtful. */
export function chooseHomonyms(
  occurrences: readonly PlaceOccurrence[],
  places: readonly PlaceRow[],
): { readonly places: readonly number[]; readonly doubtful: readonly number[] } {
  const sure = new Set<number>();
  const doubtful = new Set<number>();
  const open: PlaceOccurrence[] = [];
  for (const occurrence of occurrences) {
    const [only, ...others] = occurrence.rows;
    if (only !== undefined && others.length === 0) sure.add(only);
    else open.push(occurrence);
  }
  for (const occurrence of open) {
    const said = territoriesNear(occurrence, occurrences, places);
    const chosen = occurrence.rows.filter((row) => places[row]?.territories.some((territory) => said.has(territory)));
    if (chosen.length === 1) for (const row of chosen) sure.add(row);
    else for (const row of occurrence.rows) doubtful.add(row);
  }
  // One sense a briefing: what it said once it means throughout.
  for (const { rows } of open) {
    if (rows.some((row) => sure.has(row))) for (const row of rows) doubtful.delete(row);
  }
  const sorted = (rows: Iterable<number>) => [...rows].sort((a, b) => a - b);
  return { places: sorted(sure), doubtful: sorted(doubtful) };
}

/** In one text, or where one text ends and the next begins, as under a title. */
function isNear(other: PlaceOccurrence, { text, start, end }: Omit<PlaceOccurrence, "rows">): boolean {
  if (other.text === text) return other.start - end <= nearby && start - other.end <= nearby;
  if (other.text === text + 1) return other.start <= nearby;
  return other.text === text - 1 && start <= nearby;
}

function territoriesNear(
  { text, start, end, rows }: PlaceOccurrence,
  occurrences: readonly PlaceOccurrence[],
  places: readonly PlaceRow[],
): ReadonlySet<Territory> {
  const said = new Set<Territory>();
  for (const other of occurrences) {
    if (other.rows === rows || !isNear(other, { text, start, end })) continue;
    for (const row of other.rows) {
      const place = places[row];
      if (place !== undefined && namesTerritory.has(place.type)) for (const one of place.territories) said.add(one);
    }
  }
  return said;
}
