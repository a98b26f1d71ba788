import type { NamedItem } from "../model/saved-search.ts";
import type { Catalogue } from "./vault.ts";

const newestTitles = 500;

/** Everything with a name that a person can go to, beside what the page itself can do. */
export function paletteItems(catalogue: Catalogue, commands: readonly Omit<NamedItem, "kind">[]): NamedItem[] {
  return [
    ...commands.map(({ id, label }): NamedItem => ({ kind: "command", id, label })),
    ...catalogue.sources().map(({ id, name }): NamedItem => ({ kind: "source", id, label: name })),
    ...catalogue.savedSearches().map(({ id, name }): NamedItem => ({ kind: "saved-search", id, label: name })),
    ...catalogue
      .allIds()
      .slice(0, newestTitles)
      .map((id): NamedItem => ({ kind: "briefing", id, label: catalogue.head(id)?.title ?? "" })),
  ];
}
