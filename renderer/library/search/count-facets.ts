import type { CancelSignal } from "../../contracts/calls.ts";
import type { BriefingRow, Language } from "../../model/briefing.ts";
import type { CountedState, FacetCounts } from "../../model/facets.ts";
import { type Territory, territories } from "../../model/names.ts";
import { type Instant, orderTimeOf } from "../../model/time.ts";
import { startOfDay } from "../../model/zoned-days.ts";
import type { FoundNames } from "./names/find-names.ts";
import type { NameTables } from "./names/name-tables.ts";
import { actorAt, type CurrentNames, placeAt } from "./names/names-in-briefings.ts";
import { type BriefingTest, hasAttachment, isInState } from "./narrow.ts";
import type { WordAnswer } from "./search-index.ts";
import { standsInTitle } from "./title-words.ts";

/** Two milliseconds each: the next letter waits no longer than that. Reading a title costs as much as all the rest. */
const rowsPerSlice = { withTitles: 200, withoutTitles: 800 };
const mostOfAKind = 12;

const countedTests: readonly (readonly [CountedState, BriefingTest])[] = [
  ["unread", isInState.unread],
  ["saved", isInState.saved],
  ["reference", isInState.reference],
  ["attachment", hasAttachment],
];

export interface CountNeeds {
  /** Where the library stood when the hits were found. */
  readonly sequence: number;
  readonly names: CurrentNames;
  readonly timeZone: string;
  readonly wait: (delayMs: number) => Promise<void>;
  /** The words asked for, as they may stand in a title. */
  readonly words: readonly WordAnswer[];
}

/** Counts hits by what can narrow them, in slices: the next letter must not wait for it. null = cancelled. */
export async function countFacets(
  rows: readonly BriefingRow[],
  { sequence, names, timeZone, wait, words }: CountNeeds,
  signal: CancelSignal | undefined,
): Promise<FacetCounts | null> {
  const { tables, facets } = names;
  const bySource = new Map<string, Tally>();
  const byLanguage = new Map<Language, Tally>();
  const byMonth = new Map<string, Tally>();
  const byState = new Map<CountedState, Tally>();
  const byPlace = new RowCounts(tables.places.length);
  const byActor = new RowCounts(tables.actors.length);
  const byTerritory = new TerritoryCounts(tables);
  const monthOf = monthsIn(timeZone);
  const slice = words.length > 0 ? rowsPerSlice.withTitles : rowsPerSlice.withoutTitles;
  for (const [at, { head, state }] of rows.entries()) {
    if (at % slice === slice - 1) await wait(0);
    if (signal?.aborted === true) return null;
    if (head.sourceName !== "") add(bySource, head.sourceName);
    add(byLanguage, head.language);
    add(byMonth, monthOf(orderTimeOf(head.times)));
    const found = facets.get(head.id);
    if (found !== null) {
      byPlace.add(found.places);
      byPlace.add(found.doubtful);
      byActor.add(found.actors);
      byTerritory.add(found);
    }
    for (const [name, holds] of countedTests) if (holds(head, state)) add(byState, name);
    if (words.length > 0 && standsInTitle(head, words)) add(byState, "title");
  }
  return {
    sequence,
    total: rows.length,
    sources: most(bySource).map(([name, count]) => ({ name, count })),
    territories: byTerritory.most().map(([territory, count]) => ({ territory, count })),
    places: byPlace.most().flatMap(([row, count]) => placeAt(tables, row).map((place) => ({ place, count }))),
    actors: byActor.most().flatMap(([row, count]) => actorAt(tables, row).map((actor) => ({ actor, count }))),
    languages: most(byLanguage).map(([language, count]) => ({ language, count })),
    months: [...byMonth]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .slice(0, mostOfAKind)
      .map(([month, { count }]) => ({ month, count })),
    states: [...byState].map(([state, { count }]) => ({ state, count })),
  };
}

interface Tally {
  count: number;
}

function add<Key>(tallies: Map<Key, Tally>, key: Key): void {
  const known = tallies.get(key);
  if (known === undefined) tallies.set(key, { count: 1 });
  else known.count++;
}

function most<Key>(tallies: ReadonlyMap<Key, Tally>): (readonly [Key, number])[] {
  return theMost([...tallies].map(([key, { count }]) => [key, count] as const));
}

function theMost<Key>(counts: (readonly [Key, number])[]): (readonly [Key, number])[] {
  return counts.sort(([, a], [, b]) => b - a).slice(0, mostOfAKind);
}

/** How many hits name each row of a table. */
class RowCounts {
  readonly #counts: Uint32Array;
  /** In the order in which they were first met, which settles equal counts. */
  readonly #met: number[] = [];

  constructor(rows: number) {
    this.#counts = new Uint32Array(rows);
  }

  add(rows: readonly number[]): void {
    for (const row of rows) {
      const count = this.#counts[row];
      // Found with a table that was longer: it is looked for anew.
      if (count === undefined) continue;
      if (count === 0) this.#met.push(row);
      this.#counts[row] = count + 1;
    }
  }

  most(): (readonly [number, number])[] {
    return theMost(this.#met.map((row) => [row, this.#counts[row] as number] as const));
  }
}

/** A hit that names several places of a territory counts once for it. */
class TerritoryCounts {
  readonly #tables: NameTables;
  /** By row of the places: a bit for each of its territories. Filled as rows are met. */
  readonly #bits: Uint32Array;
  readonly #counts = new Uint32Array(territories.length);

  constructor(tables: NameTables) {
    this.#tables = tables;
    this.#bits = new Uint32Array(tables.places.length);
  }

  add({ places, doubtful }: FoundNames): void {
    let named = 0;
    for (const row of places) named |= this.#bitsOf(row);
    for (const row of doubtful) named |= this.#bitsOf(row);
    for (let at = 0; named !== 0; at++, named >>>= 1) {
      if ((named & 1) === 1) this.#counts[at] = (this.#counts[at] as number) + 1;
    }
  }

  most(): (readonly [Territory, number])[] {
    const counted = territories.map((territory, at) => [territory, this.#counts[at] as number] as const);
    return theMost(counted.filter(([, count]) => count > 0));
  }

  #bitsOf(row: number): number {
    const known = this.#bits[row] ?? 0;
    if (known !== 0) return known;
    let bits = 0;
    for (const territory of this.#tables.places[row]?.territories ?? []) bits |= 1 << territories.indexOf(territory);
    this.#bits[row] = bits;
    return bits;
  }
}

const monthsOfZones = new Map<string, (at: Instant) => string>();

function monthsIn(timeZone: string): (at: Instant) => string {
  const known = monthsOfZones.get(timeZone) ?? monthsKeptIn(timeZone);
  monthsOfZones.set(timeZone, known);
  return known;
}

/** Asking Intl for each briefing would take a second: a month's bounds are asked for once. */
function monthsKeptIn(timeZone: string): (at: Instant) => string {
  const known: { readonly month: string; readonly from: Instant; readonly until: Instant }[] = [];
  let last: (typeof known)[number] | undefined;
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit" });
  return (at) => {
    const holds = ({ from, until }: (typeof known)[number]) => at >= from && at < until;
    if (last === undefined || !holds(last)) last = known.find(holds);
    if (last !== undefined) return last.month;
    const month = format.format(at);
    const [year = 1970, number = 1] = month.split("-").map(Number);
    const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
    const from = startOfDay(`${month}-01`, timeZone);
    const until = startOfDay(`${next}-01`, timeZone);
    // A month before 1970, as a clock that was reset dates things, has no bounds here: it is asked for each time.
    if (from !== null && until !== null) known.push({ month, from, until });
    return month;
  };
}
