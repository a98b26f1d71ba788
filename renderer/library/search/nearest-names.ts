import Fuse from "fuse.js";
import type { BriefingId } from "../../model/ids.ts";
import type { PlaceName } from "../../model/names.ts";
import type { Catalogue } from "../vault.ts";
import { editsAllowed, WordMatcher } from "./edit-distance.ts";
import { foldWord } from "./fold.ts";
import { maxTermLength } from "./joined-words.ts";
import type { NameLookUp } from "./names/look-up-name.ts";
import { foldName, type NameTables, namesOfPlace, shownPlace } from "./names/name-tables.ts";
import { placeAt } from "./names/names-in-briefings.ts";
import { termsOf } from "./tokenise.ts";

/** Names are what people misspell beyond two letters, and the newest titles hold those that are asked for. */
const newestTitles = 500;
const shortestName = 4;
const longestName = 40;
const mostNames = 3;
const farthest = 0.45;
/** A place's name is short: of Pinga, Minga is near and Mpanga is not. */
const farthestPlace = 0.34;
const mostPlaces = 4;

interface PlaceSpelling {
  readonly spelling: string;
  readonly place: PlaceName;
}

interface SpeltPlace {
  readonly letters: Uint16Array;
  readonly row: number;
}

/** What was made of the catalogue as it stood. While older briefings are still being read in, its sequence stays. */
interface Kept<Made> {
  readonly sequence: number;
  readonly ids: readonly BriefingId[];
  readonly made: Made;
}

/** Words of the newest titles and the sources' names that a word may have been meant for, however it is spelt. */
export class NearestNames {
  readonly #catalogue: Catalogue;
  #fuse: Kept<Fuse<string>> | null = null;
  #sources: Kept<readonly string[]> | null = null;
  #tables: NameTables | null = null;
  #spelt: { readonly tables: NameTables; readonly spellings: readonly SpeltPlace[] } | null = null;
  #places = new Fuse<PlaceSpelling>([]);

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  find(word: string): string[] {
    // Of a pasted page without a space nothing is near, and Fuse would look for it for seconds.
    if (word.length > longestName || foldWord(word).length < shortestName) return [];
    const make = () => new Fuse(this.#names(), { threshold: farthest, ignoreDiacritics: true, distance: 20 });
    this.#fuse = this.#upToNow(this.#fuse, make);
    return this.#fuse.made.search(word, { limit: mostNames }).map(({ item }) => item);
  }

  /** Places of nearly this name, each with its territories; a territory written behind the name is left out. */
  placesLike(typed: string, tables: NameTables): PlaceName[] {
    const [name = ""] = typed.slice(0, longestName).split(/[(,·]/u);
    if (foldWord(name).length < shortestName - 1) return [];
    if (this.#tables !== tables) {
      this.#tables = tables;
      const spellings = tables.places.flatMap((row) =>
        namesOfPlace(row).map((spelling) => ({ spelling, place: shownPlace(row) })),
      );
      const keys = ["spelling"];
      this.#places = new Fuse(spellings, { keys, threshold: farthestPlace, ignoreDiacritics: true, distance: 20 });
    }
    const found = this.#places.search(name.trim(), { limit: mostPlaces * 4 }).map(({ item }) => item.place);
    return [...new Map(found.map((place) => [place.id, place])).values()].slice(0, mostPlaces);
  }

  /**
   * Places whose name is as few typos away as a search forgives, the nearest first; with none, and nothing else to
   * offer, those that are only alike. None for a name that is known.
   */
  placesMeant(
    word: string,
    { tables, lookUp }: { readonly tables: NameTables; readonly lookUp: NameLookUp },
    { farther }: { readonly farther: boolean },
  ): PlaceName[] {
    if (lookUp.place(word).kind === "found" || lookUp.actor(word).length > 0) return [];
    const near = this.#placesNear(foldName(word), tables);
    return near.length === 0 && farther ? this.placesLike(word, tables) : near;
  }

  #placesNear(typed: string, tables: NameTables): PlaceName[] {
    const edits = editsAllowed(typed);
    if (edits === 0 || typed.includes(" ") || typed.length > maxTermLength) return [];
    if (this.#spelt?.tables !== tables) this.#spelt = { tables, spellings: speltLetters(tables) };
    const matcher = new WordMatcher(typed);
    const near = this.#spelt.spellings
      .map(({ letters, row }) => ({ row, distance: matcher.distance(letters, 0, letters.length, edits) }))
      .filter(({ distance }) => distance <= edits)
      .sort((a, b) => a.distance - b.distance);
    const rows = [...new Set(near.map(({ row }) => row))];
    return rows.slice(0, mostPlaces).flatMap((row) => placeAt(tables, row));
  }

  /** What briefings say that they come from, and the feeds that nothing came from yet. */
  sourceNames(): readonly string[] {
    const catalogue = this.#catalogue;
    this.#sources = this.#upToNow(this.#sources, () => {
      const names = new Set(catalogue.sources().map(({ name }) => name));
      for (const id of catalogue.allIds()) names.add(catalogue.head(id)?.sourceName ?? "");
      names.delete("");
      return [...names];
    });
    return this.#sources.made;
  }

  #upToNow<Made>(known: Kept<Made> | null, make: () => Made): Kept<Made> {
    const { sequence } = this.#catalogue;
    const ids = this.#catalogue.allIds();
    return known?.sequence === sequence && known.ids === ids ? known : { sequence, ids, made: make() };
  }

  sourcesLike(typed: string): string[] {
    const fuse = new Fuse(this.sourceNames(), { threshold: farthest, ignoreDiacritics: true, ignoreLocation: true });
    return fuse.search(typed.slice(0, longestName), { limit: mostNames }).map(({ item }) => item);
  }

  #names(): string[] {
    const catalogue = this.#catalogue;
    const titles = catalogue
      .allIds()
      .slice(0, newestTitles)
      .map((id) => catalogue.head(id)?.title ?? "");
    const names = new Map<string, string>();
    for (const text of [...catalogue.sources().map((source) => source.name), ...titles]) {
      for (const { text: folded, start, end, whole } of termsOf(text)) {
        if (!whole && folded.length >= shortestName && !names.has(folded)) names.set(folded, text.slice(start, end));
      }
    }
    return [...names.values()];
  }
}

/** Names of one word: a typo is looked for in one word of a question at a time. */
function speltLetters({ places }: NameTables): SpeltPlace[] {
  return places.flatMap((place, row) =>
    namesOfPlace(place)
      .map(foldName)
      .filter((name) => !name.includes(" "))
      .map((name) => ({ letters: Uint16Array.from(name, (letter) => letter.charCodeAt(0)), row })),
  );
}
