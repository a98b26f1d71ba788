import type { BodyMatch, RevisionContent, TextRange } from "../../model/briefing.ts";
import type { BriefingId } from "../../model/ids.ts";
import { closedValueOf } from "../../model/query/query-operators.ts";
import type { InterfaceLanguage } from "../../model/settings.ts";
import { bodyMatches } from "./body-matches.ts";
import { rangesOf, TextMarker } from "./highlight.ts";
import { type Condition, type ParseOptions, parseQuery, type Query, withSideWords } from "./parse-query.ts";
import { holdsPhrases } from "./phrases.ts";
import { type PlainTexts, plainTextsOf } from "./plain-texts.ts";
import { SearchIndex } from "./search-index.ts";
import { bestSnippet, cutSnippet } from "./snippet.ts";

export interface ReferenceVersion {
  readonly id: BriefingId;
  readonly language: InterfaceLanguage;
}

export interface ReferenceHit extends ReferenceVersion {
  readonly titleRanges: readonly TextRange[];
  readonly snippet: string;
  readonly snippetRanges: readonly TextRange[];
}

interface HeldVersion extends ReferenceVersion {
  readonly texts: PlainTexts;
}

/** A reader gets their own language unless another version answers the question more than twice as well. */
const goodEnough = 0.5;
/** What answers this much worse than the best only meets the words by a typo. */
const tooFaint = 0.25;
/** More versions than the shelf will ever have. */
const mostVersions = 200;

/** A few dozen texts in an index of their own: none of their words weighs in among the news. */
export class ReferenceSearch {
  readonly #index = new SearchIndex();
  readonly #versions = new Map<string, HeldVersion>();
  readonly #naming: Pick<ParseOptions, "isName">;

  /** Of a name no other word is a typo: who asks for Sake isn't told what says "yake". */
  constructor(naming: Pick<ParseOptions, "isName"> = {}) {
    this.#naming = naming;
  }

  add({ id, language, content }: ReferenceVersion & { readonly content: RevisionContent }): void {
    const name = nameOf({ id, language });
    const texts = plainTextsOf(content);
    this.#versions.set(name, { id, language, texts });
    const { title, keyPoints, runs } = texts;
    this.#index.add([{ id: name, revision: 1, time: 0, title, keyPoints, sourceName: "", body: runs }]);
  }

  /** One version an item, the preferred language where it answers too; best first. */
  find(typed: string, preferred: InterfaceLanguage): readonly ReferenceVersion[] {
    const query = withSideWords(this.#read(typed));
    if (asksForNews(query)) return [];
    if (query.words.length === 0) return query.conditions.length === 0 ? [] : this.#allIn(preferred);
    const isNarrowed = query.phrases.length + query.eitherPhrases.length + query.excluded.length > 0;
    const best = new Map<BriefingId, { readonly version: HeldVersion; readonly score: number }>();
    const { hits } = this.#index.search({ query, limit: mostVersions });
    for (const { id: name, score } of hits) {
      const version = this.#versions.get(name);
      if (version === undefined) continue;
      if (isNarrowed && !holdsPhrases(version.texts, query)) continue;
      if (score < tooFaint * (hits[0]?.score ?? 0)) continue;
      const other = best.get(version.id);
      const isPreferred = version.language === preferred && score >= goodEnough * (other?.score ?? 0);
      if (other === undefined || isPreferred) best.set(version.id, { version, score });
    }
    return [...best.values()].map(({ version: { id, language } }) => ({ id, language }));
  }

  #read(typed: string): Query {
    return parseQuery(typed, this.#naming);
  }

  #allIn(preferred: InterfaceLanguage): readonly ReferenceVersion[] {
    const found = new Map<BriefingId, ReferenceVersion>();
    for (const { id, language } of this.#versions.values()) {
      if (!found.has(id) || language === preferred) found.set(id, { id, language });
    }
    return [...found.values()];
  }

  onlyGuesses(typed: string): boolean {
    const query = withSideWords(this.#read(typed));
    return query.words.length > 0 && this.#index.search({ query, limit: 1 }).unmatched.length === query.words.length;
  }

  /** `is:reference` stands in the query: all that answer are wanted, not a few below the news. */
  isAskedFor(typed: string): boolean {
    const query = this.#read(typed);
    return query.conditions.length > 0 && !asksForNews(query);
  }

  /** Reading a whole text for its best passage is the cost of it: only for those that are shown. */
  present(typed: string, found: readonly ReferenceVersion[]): readonly ReferenceHit[] {
    const marker = new TextMarker(this.#index.explain(withSideWords(this.#read(typed))));
    return found.flatMap(({ id, language }) => {
      const texts = this.#versions.get(nameOf({ id, language }))?.texts;
      if (texts === undefined) return [];
      const passages = [...texts.keyPoints, ...texts.runs];
      const [inTitle = [], ...inPassages] = marker.mark([texts.title, ...passages]);
      const snippet = bestSnippet(passages, inPassages) ?? cutSnippet(passages[0] ?? "", 0, []);
      return [{ id, language, titleRanges: rangesOf(inTitle), snippet: snippet.text, snippetRanges: snippet.ranges }];
    });
  }

  knows(word: string): boolean {
    return this.#index.search({ query: word, limit: 1 }).unmatched.length === 0;
  }

  matchesIn(content: RevisionContent, query: string): readonly BodyMatch[] {
    return bodyMatches(content, this.#index.explain(withSideWords(this.#read(query))));
  }
}

/** References have no place, actor, source or date to be narrowed by; a word that OR joins to one may stand in them. */
function asksForNews({ conditions }: Query): boolean {
  const isForReferences = ({ key, value, negated }: Condition) =>
    key === "is" && !negated && closedValueOf("is", value) === "reference";
  return !conditions.every((row) => row.texts.length > 0 || row.conditions.some(isForReferences));
}

function nameOf({ id, language }: ReferenceVersion): string {
  return `${id} ${language}`;
}
