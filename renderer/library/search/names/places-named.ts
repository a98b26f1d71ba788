import type { NamedPlace, PlaceRow, Territory } from "../../../model/names.ts";
import type { CurrentNames } from "./names-in-briefings.ts";

/** So wide that naming them says nothing about where. */
const saysNothing = new Set(["province", "region"]);

/** The places that this version of a briefing names, the most exact first; none before it was looked at. */
export function placesNamed({ tables, facets }: CurrentNames, id: string, revision: number): readonly NamedPlace[] {
  const found = facets.get(id);
  if (found === null || facets.revisionOf(id) !== revision) return [];
  const rowsOf = (numbers: readonly number[]) => numbers.flatMap((number) => tables.places[number] ?? []);
  const sure = rowsOf(found.places)
    .filter(({ type }) => !saysNothing.has(type))
    .sort((a, b) => breadth(a) - breadth(b))
    .map(({ name, labels, territories }): NamedPlace => ({ name, labels, territories, isDoubtful: false }));
  const doubtful = new Map<string, { readonly labels: NamedPlace["labels"]; readonly territories: Set<Territory> }>();
  for (const { name, labels, territories } of rowsOf(found.doubtful)) {
    const known = doubtful.get(name) ?? { labels, territories: new Set() };
    for (const territory of territories) known.territories.add(territory);
    doubtful.set(name, known);
  }
  return [
    ...sure,
    ...[...doubtful].map(
      ([name, { labels, territories }]): NamedPlace => ({
        name,
        labels,
        territories: [...territories],
        isDoubtful: true,
      }),
    ),
  ];
}

function breadth({ type, territories }: PlaceRow): number {
  return type === "territory" ? 2 : territories.length;
}
