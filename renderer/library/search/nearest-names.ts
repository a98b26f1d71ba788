import Fuse from "fuse.js";
import type { Catalogue } from "../vault.ts";
import { foldWord } from "./fold.ts";
import { termsOf } from "./tokenise.ts";

/** Names are what people misspell beyond two letters, and the newest titles hold those that are asked for. */
const newestTitles = 500;
const shortestName = 4;
const mostNames = 3;
const farthest = 0.45;

/** Words of the newest titles and the sources' names that a word may have been meant for, however it is spelt. */
export class NearestNames {
  readonly #catalogue: Catalogue;
  #sequence = -1;
  #fuse = new Fuse<string>([]);

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  find(word: string): string[] {
    if (foldWord(word).length < shortestName) return [];
    if (this.#sequence !== this.#catalogue.sequence) {
      this.#sequence = this.#catalogue.sequence;
      this.#fuse = new Fuse(this.#names(), { threshold: farthest, ignoreDiacritics: true, distance: 20 });
    }
    return this.#fuse.search(word, { limit: mostNames }).map(({ item }) => item);
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
