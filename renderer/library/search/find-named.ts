import Fuse from "fuse.js";
import type { NamedItem } from "../../model/saved-search.ts";

/** Names are short: a letter or two wrong, and letters left out at the end, but no more than that. */
const farthest = 0.4;

/** The named things that a half-typed, misspelt word may mean, best first; all of them, in their order, for none. */
export function findNamed(items: readonly NamedItem[], typed: string, limit: number): readonly NamedItem[] {
  const wanted = typed.trim();
  if (wanted === "") return items.slice(0, limit);
  const fuse = new Fuse(items, {
    keys: ["label"],
    threshold: farthest,
    ignoreLocation: true,
    ignoreDiacritics: true,
    ignoreFieldNorm: true,
  });
  return fuse.search(wanted, { limit }).map(({ item }) => item);
}
