import type { Term } from "./tokenise.ts";

/** A place or an actor that words of a query name. */
export interface NamedThing {
  /** Its other names of one word, folded. */
  readonly spellings: readonly string[];
  /** Its other names of several words, folded. */
  readonly names: readonly (readonly string[])[];
  /** Briefings that name it, where the words alone wouldn't find them all. */
  readonly ids: () => readonly string[];
}

/** Names have at most so many words: "Forces armées de la République démocratique du Congo". */
const longestNameWords = 10;

/** By part: what it names, with those beside it where that makes a longer name. */
export function thingsNamed(
  text: string,
  parts: readonly Term[],
  namedThing: ((stretch: string) => NamedThing | null) | undefined,
): readonly (NamedThing | null)[] {
  const named = parts.map((): NamedThing | null => null);
  if (namedThing === undefined) return named;
  for (let from = 0; from < parts.length; from++) {
    for (let to = Math.min(parts.length, from + longestNameWords) - 1; to >= from; to--) {
      const thing = namedThing(text.slice(parts[from]?.start, parts[to]?.end));
      if (thing === null) continue;
      named.fill(thing, from, to + 1);
      from = to;
      break;
    }
  }
  return named;
}

/** Who is asked for by OR is found by the names of either. */
export function anyThing(things: readonly NamedThing[]): NamedThing | null {
  if (things.length === 0) return null;
  return {
    spellings: things.flatMap(({ spellings }) => spellings),
    names: things.flatMap(({ names }) => names),
    ids: () => things.flatMap(({ ids }) => ids()),
  };
}
