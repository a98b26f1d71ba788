import { foldText } from "../../../model/fold-text.ts";
import type { ActorRow, PlaceRow, Territory } from "../../../model/names.ts";
import { foldName, type NameTables, namesOfActor, namesOfPlace } from "./name-tables.ts";

export type PlaceLookUp =
  /** More than one row where several places have the name. */
  | { readonly kind: "found"; readonly rows: readonly number[] }
  | { readonly kind: "wrong-territory"; readonly rows: readonly number[]; readonly said: Territory }
  | { readonly kind: "unknown" };

export interface NamedRow {
  readonly table: "place" | "actor";
  readonly row: number;
  /** As it was typed, folded. */
  readonly folded: string;
  /** Its other names, folded. */
  readonly names: readonly string[];
}

/** How a territory may be written; one name may mean the city and the territory around it. */
const territoryNames: Readonly<Record<Territory, readonly string[]>> = {
  goma: ["goma", "goma ville", "ville de goma", "goma city", "mji wa goma"],
  "beni-city": ["beni ville", "ville de beni", "beni city", "mji wa beni"],
  butembo: ["butembo", "butembo ville", "ville de butembo", "butembo city", "mji wa butembo"],
  beni: ["beni", "beni territoire", "territoire de beni", "beni territory", "wilaya ya beni"],
  lubero: ["lubero"],
  masisi: ["masisi"],
  nyiragongo: ["nyiragongo"],
  rutshuru: ["rutshuru"],
  walikale: ["walikale"],
  kalehe: ["kalehe", "kalehe south kivu", "kalehe sud kivu", "kalehe kivu kusini"],
  mambasa: ["mambasa", "mambasa ituri"],
};
/** Acronyms that are words too: they count only in capitals, and not where everything is. */
export const everydayWords: ReadonlySet<string> = new Set(["who", "mac", "rad", "fib", "un", "eu"]);
const frames = /^(?:territoire d[eu]|territory of|wilaya ya) | (?:territory|territoire)$/u;

/** Finds rows by what a person typed: any name, accents, capitals and hyphens aside. */
export class NameLookUp {
  readonly #tables: NameTables;
  readonly #places = new Map<string, number[]>();
  readonly #actors = new Map<string, number[]>();

  constructor(tables: NameTables) {
    this.#tables = tables;
    tables.places.forEach((row, number) => {
      for (const name of namesOfPlace(row)) put(this.#places, foldName(name), number);
    });
    tables.actors.forEach((row, number) => {
      for (const name of namesOfActor(row)) put(this.#actors, foldName(name), number);
    });
  }

  /** "Kibati", "Kibati (Walikale)", "Kibati, Walikale". */
  place(typed: string): PlaceLookUp {
    const whole = this.#places.get(foldName(typed));
    if (whole !== undefined) return { kind: "found", rows: whole };
    const { name, territory } = cutTerritory(typed);
    const rows = name === null ? undefined : this.#places.get(foldName(name));
    if (rows === undefined) return { kind: "unknown" };
    if (territory === null) return { kind: "found", rows };
    const inside = rows.filter((row) => this.#tables.places[row]?.territories.includes(territory));
    if (inside.length === 0) return { kind: "wrong-territory", rows, said: territory };
    // "Nyiragongo (Nyiragongo)" is the volcano: the territory is called so too, but never shown so.
    const shown = inside.filter((row) => this.#isShownAs(foldName(name ?? ""), row));
    return { kind: "found", rows: shown.length > 0 ? shown : inside };
  }

  #isShownAs(folded: string, row: number): boolean {
    const place = this.#tables.places[row];
    return place !== undefined && [place.name, ...Object.values(place.labels)].some((one) => foldName(one) === folded);
  }

  actor(typed: string): readonly number[] {
    return this.#actors.get(foldName(typed)) ?? [];
  }

  /** Whether a place or an actor is called so, and the word is no word of every day besides. */
  isName(word: string): boolean {
    const folded = foldName(word);
    const isMeant = ({ careful }: PlaceRow | ActorRow) =>
      !Object.keys(careful).some((name) => foldName(name) === folded);
    const rows = [
      ...(this.#places.get(folded) ?? []).flatMap((row) => this.#tables.places[row] ?? []),
      ...(this.#actors.get(folded) ?? []).flatMap((row) => this.#tables.actors[row] ?? []),
    ];
    return rows.length > 0 && rows.every(isMeant) && !everydayWords.has(folded);
  }

  /** Ids of the rows that have this name. */
  idsNamed(table: "place" | "actor", typed: string): readonly string[] {
    if (table === "actor") return this.actor(typed).flatMap((row) => this.#tables.actors[row]?.id ?? []);
    const found = this.place(typed);
    return found.kind === "found" ? found.rows.flatMap((row) => this.#tables.places[row]?.id ?? []) : [];
  }

  /** The one row that a stretch of a query names, with its other names; null = none, or several. */
  only(typed: string): NamedRow | null {
    const folded = foldName(typed);
    const places = this.#places.get(folded) ?? [];
    const actors = this.#actorsSaying(folded);
    const [row] = [...places, ...actors];
    if (row === undefined || places.length + actors.length > 1) return null;
    const table = places.length > 0 ? "place" : "actor";
    const spellings = table === "place" ? this.#placeSpellings(row) : this.#actorSpellings(row, typed);
    const names = [...new Set(spellings.map(foldName))].filter((name) => name !== folded);
    return names.length === 0 ? null : { table, row, folded, names };
  }

  /** Other spellings, of one word each, of what this word names; none where it names several places. */
  spellingsOf(word: string): readonly string[] {
    const folded = foldName(word);
    const places = this.#places.get(folded) ?? [];
    const actors = this.#actorsSaying(folded);
    const names = [
      ...(places.length === 1 ? places.flatMap((row) => this.#placeSpellings(row)) : []),
      ...actors.flatMap((row) => this.#actorSpellings(row, word)),
    ].map(foldName);
    return [...new Set(names)].filter((name) => name !== folded && !name.includes(" "));
  }

  /** Without those that mostly aren't meant by it: who types "DRC" asks for the country. */
  #actorsSaying(folded: string): readonly number[] {
    const isAsked = ({ careful }: ActorRow) =>
      Object.entries(careful).some(([name, care]) => care === "asked" && foldName(name) === folded);
    return (this.#actors.get(folded) ?? []).filter((row) => {
      const actor = this.#tables.actors[row];
      return actor !== undefined && !isAsked(actor);
    });
  }

  #placeSpellings(row: number): readonly string[] {
    const place = this.#tables.places[row];
    // A variant that is another place's name too would bring the other place's briefings.
    return (place === undefined ? [] : namesOfPlace(place)).filter(
      (name) => (this.#places.get(foldName(name)) ?? []).length === 1 && place?.careful[name] === undefined,
    );
  }

  /** "who" is a question; "WHO" is an agency. */
  #actorSpellings(row: number, word: string): readonly string[] {
    const actor = this.#tables.actors[row];
    if (actor === undefined) return [];
    if (everydayWords.has(foldName(word)) && word !== word.toUpperCase()) return [];
    return namesOfActor(actor).filter((name) => actor.careful[name] === undefined);
  }
}

/** null = no territory that is known here. */
export function territoryOf(typed: string): Territory | null {
  const folded = foldName(typed);
  const bare = folded.replace(frames, "");
  for (const [territory, names] of Object.entries(territoryNames)) {
    if (names.includes(folded) || names.includes(bare) || territory === foldText(typed)) return territory as Territory;
  }
  return null;
}

function cutTerritory(typed: string): { readonly name: string | null; readonly territory: Territory | null } {
  const [, name = null, said = ""] = /^([^(,·]+)[(,·]([^)]*)\)?\s*$/u.exec(typed) ?? [];
  return { name, territory: territoryOf(said) };
}

function put(map: Map<string, number[]>, name: string, row: number): void {
  const rows = map.get(name);
  if (rows === undefined) map.set(name, [row]);
  else if (!rows.includes(row)) rows.push(row);
}
