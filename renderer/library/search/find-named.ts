import Fuse from "fuse.js";
import type { NamedItem, NamedKind } from "../../model/saved-search.ts";

/** Names are short: a letter or two wrong, and letters left out at the end, but no more than that. */
const farthest = 0.4;

/** The beginning of a pasted page says as much, and Fuse would look for all of it for seconds. */
const longestWanted = 80;

/** The name tables are long, so that much in them is a little like anything: they mustn't push out what is only here. */
const ofTables: ReadonlySet<NamedKind> = new Set(["place", "actor"]);
const farthestOfTables = 0.2;
const mostOfTable = 5;

export interface Findable {
  readonly item: NamedItem;
  /** All that finds it, shown or not. */
  readonly names: readonly string[];
}

/** The named things that a half-typed, misspelt word may mean, best first; all of them, in their order, for none. */
export function findNamed(all: readonly Findable[], typed: string, limit: number): readonly NamedItem[] {
  const wanted = typed.trim().slice(0, longestWanted);
  if (wanted === "") return all.slice(0, limit).map(({ item }) => item);
  // Each name stands alone: Fuse would take several names that are all a little like it for one that is very like it.
  const named = all.flatMap(({ item, names }) => names.map((name) => ({ item, name })));
  const fuse = new Fuse(named, {
    keys: ["name"],
    threshold: farthest,
    includeScore: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    ignoreFieldNorm: true,
  });
  const found = new Set<NamedItem>();
  const taken = new Map<NamedKind, number>();
  for (const {
    item: { item },
    score = 0,
  } of fuse.search(wanted)) {
    if (found.size === limit) break;
    if (found.has(item)) continue;
    const count = taken.get(item.kind) ?? 0;
    if (ofTables.has(item.kind) && (score > farthestOfTables || count === mostOfTable)) continue;
    taken.set(item.kind, count + 1);
    found.add(item);
  }
  return [...found];
}
