import type { NamedThing } from "../things-named.ts";
import type { NamedRow, NameLookUp } from "./look-up-name.ts";
import type { NameFacets } from "./name-facets.ts";

/** What a stretch of a query names, with what else it is called and the briefings that call it so. */
export function namedThing(
  stretch: string,
  { lookUp, facets }: { readonly lookUp: NameLookUp; readonly facets: NameFacets },
): NamedThing | null {
  const named = lookUp.only(stretch);
  if (named === null) return null;
  const names = named.names.filter((name) => name.includes(" "));
  return {
    spellings: named.names.filter((name) => !name.includes(" ")),
    names: names.map((name) => name.split(" ")),
    ids: () => (saysEachWord(named, names) ? [] : facets.idsNaming(named.table, named.row)),
  };
}

/** Whoever writes "Ville de Goma" writes "Goma": the word alone finds them all. */
function saysEachWord({ folded }: NamedRow, names: readonly string[]): boolean {
  const words = folded.split(" ");
  return names.every((name) => {
    const others = new Set(name.split(" "));
    return words.every((word) => others.has(word));
  });
}
