import type { Phrase } from "./parse-query.ts";
import { termsOf } from "./tokenise.ts";

export interface WantedNames {
  /** The word of the query that they answer. */
  readonly index: number;
  /** Folded words that stand side by side. */
  readonly names: readonly Phrase[];
}

/** Where names of several words stand in a text: "Programme alimentaire mondial" for who asked for WFP. */
export function findNames(
  text: string,
  wanted: readonly WantedNames[],
  add: (word: number, start: number, end: number) => void,
): void {
  const terms = termsOf(text).filter(({ whole }) => !whole);
  const byFirst = new Map<string, { readonly index: number; readonly name: Phrase }[]>();
  for (const { index, names } of wanted) {
    for (const name of names) byFirst.set(name[0] ?? "", [...(byFirst.get(name[0] ?? "") ?? []), { index, name }]);
  }
  for (const [at, first] of terms.entries()) {
    for (const { index, name } of byFirst.get(first.text) ?? []) {
      const last = terms[at + name.length - 1];
      if (last !== undefined && name.every((word, step) => terms[at + step]?.text === word)) {
        add(index, first.start, last.end);
      }
    }
  }
}
