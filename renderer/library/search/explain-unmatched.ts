import { foldText } from "../../model/fold-text.ts";
import type { PlaceName } from "../../model/names.ts";
import type { UnmatchedWord } from "../../model/view.ts";
import type { NameLookUp } from "./names/look-up-name.ts";
import type { NameTables } from "./names/name-tables.ts";
import { placeAt } from "./names/names-in-briefings.ts";
import type { NearestNames } from "./nearest-names.ts";
import type { IndexAnswer } from "./search-index.ts";
import { spellAsIn } from "./spelling.ts";

/** Of a pasted text nobody reads what each word may have meant. */
const mostExplained = 6;

export interface ExplainNeeds {
  readonly nearest: NearestNames;
  readonly names: { readonly tables: NameTables; readonly lookUp: NameLookUp };
  /** Of the first hits, for accents and capitals. */
  readonly texts: readonly string[];
}

/** What may have been meant by words that stand nowhere: places, and the nearest words as the hits write them. */
export function explainUnmatched(
  unmatched: IndexAnswer["unmatched"],
  { nearest, names, texts }: ExplainNeeds,
): UnmatchedWord[] {
  return unmatched.slice(0, mostExplained).map(({ word, nearest: near }) => {
    const words = near.length > 0 ? spellAsIn(texts, near) : nearest.find(word);
    const places = nearest.placesMeant(word, names, { farther: words.length === 0 });
    // A place stands there with its territory; its bare name beside it would say less.
    const isPlace = (other: string) => places.some(({ name }) => foldText(name) === foldText(other));
    return { word, nearest: words.filter((other) => !isPlace(other)), places };
  });
}

/** Words that may have been meant by one that stands in a few texts; a place stands there with its territory. */
export function offered(
  word: string,
  near: readonly string[],
  { names: { tables, lookUp }, texts }: Pick<ExplainNeeds, "names" | "texts">,
): UnmatchedWord {
  const places: PlaceName[] = [];
  const words: string[] = [];
  for (const one of near) {
    const found = lookUp.place(one);
    if (found.kind === "found") places.push(...found.rows.flatMap((row) => placeAt(tables, row)));
    else words.push(one);
  }
  return { word, nearest: spellAsIn(texts, words), places };
}
