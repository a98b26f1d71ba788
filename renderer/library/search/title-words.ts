import type { BriefingHead } from "../../model/briefing.ts";
import type { WordAnswer } from "./search-index.ts";
import { termsOf } from "./tokenise.ts";

const titleTerms = new WeakMap<BriefingHead, ReadonlySet<string>>();

/** Whether every word of a query stands in the title as well, as typed or within the typos allowed. */
export function standsInTitle(head: BriefingHead, words: readonly WordAnswer[]): boolean {
  const terms = termsOfTitle(head);
  return words.every(({ strict, near, beginning }) => {
    for (const term of terms) if (strict.has(term) || (beginning !== null && term.startsWith(beginning))) return true;
    const others = near();
    for (const term of terms) if (others.has(term)) return true;
    return false;
  });
}

function termsOfTitle(head: BriefingHead): ReadonlySet<string> {
  const known = titleTerms.get(head);
  if (known !== undefined) return known;
  const terms = new Set(termsOf(head.title).map(({ text }) => text));
  titleTerms.set(head, terms);
  return terms;
}
