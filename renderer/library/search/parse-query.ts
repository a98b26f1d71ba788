import { type CutQuery, cutQuery, type QueryPiece, type SyntaxHint } from "../../model/query/cut-query.ts";
import type { OperatorKey } from "../../model/query/query-operators.ts";
import { maxTermLength } from "./joined-words.ts";
import { anyThing, type NamedThing, thingsNamed } from "./things-named.ts";
import { type Term, termsOf } from "./tokenise.ts";

/** More words than a person types; what stands beyond them is left out. */
export const maxQueryWords = 32;
const maxConditions = 32;

export interface QueryWord {
  /** Folded. */
  readonly text: string;
  /** As it was typed. */
  readonly typed: string;
  /** Other spellings that say the same: "maimai" for Mai-Mai, "rdc" for "r d c" side by side, the other side of OR. */
  readonly joined: readonly string[];
  /** Still being typed: longer words that begin so count too. */
  readonly isUnfinished: boolean;
  /** In quotation marks: no typos, no other forms. */
  readonly isQuoted: boolean;
  /** A place or an actor is called so: what is called nearly so is another. */
  readonly isName: boolean;
  /** It names something, alone or with the words beside it, that has other names too. */
  readonly named: NamedThing | null;
}

/** One `key:value`. */
export interface Condition {
  readonly key: OperatorKey;
  readonly value: string;
  /** In quotation marks: the whole name. */
  readonly isQuoted: boolean;
  readonly negated: boolean;
}

/** Folded words that stand side by side. */
export type Phrase = readonly string[];

/** A word or a phrase that is one side of an OR, where another side is a condition. */
export interface TextSide {
  readonly words: readonly QueryWord[];
  /** null = they may stand anywhere. */
  readonly phrase: Phrase | null;
}

/** What was joined by OR: one side at least must hold. */
export interface AnyOf {
  readonly conditions: readonly Condition[];
  readonly texts: readonly TextSide[];
}

export interface Query {
  readonly words: readonly QueryWord[];
  readonly phrases: readonly Phrase[];
  /** Of each row, one phrase at least must stand in the text: "…" OR "…". */
  readonly eitherPhrases: readonly (readonly Phrase[])[];
  /** None of them may stand in the text. */
  readonly excluded: readonly Phrase[];
  /** Conditions, and words that are joined to one by OR. All must hold. */
  readonly conditions: readonly AnyOf[];
  readonly hints: readonly SyntaxHint[];
}

export interface ParseOptions {
  /** Other names of what a word names: "hcr" is "unhcr" too. */
  readonly spellingsOf?: (word: string) => readonly string[];
  /** What a stretch of a query names, if it is one thing; null = nothing, or several. */
  readonly namedThing?: (stretch: string) => NamedThing | null;
  readonly isName?: (word: string) => boolean;
}

type TextPiece = Extract<QueryPiece, { kind: "word" | "phrase" }>;
type OperatorPiece = Extract<QueryPiece, { kind: "operator" }>;

/** Says what a query asks for. How it is written is `cut-query.ts`'s to know. */
export function parseQuery(typed: string, options: ParseOptions = {}): Query {
  const cut = cutQuery(typed);
  const words = new QueryWords(options);
  const phrases: Phrase[] = [];
  const eitherPhrases: (readonly Phrase[])[] = [];
  const excluded: Phrase[] = [];
  const conditions: AnyOf[] = [];
  const groups = groupsOf(cut);
  // What stands behind the last word narrows it; the word itself may still be half typed.
  const lastWords = groups.findLastIndex(({ kind }) => kind !== "conditions");
  const isOpenEnd = lastWords < groups.length - 1;
  for (const [at, group] of groups.entries()) {
    if (group.kind === "conditions") {
      const texts = group.texts.map(({ kind, text, end }) =>
        textSideOf(text, { ...options, isQuoted: kind === "phrase", isLast: end === typed.length }),
      );
      conditions.push({
        conditions: group.pieces.map(({ key, value, isQuoted, negated }) => ({ key, value, isQuoted, negated })),
        texts: texts.filter(({ words: ofSide }) => ofSide.length > 0),
      });
    } else if (group.kind === "excluded") {
      const phrase = partsOf(termsIn(group.piece.text));
      if (phrase.length > 0) excluded.push(phrase);
    } else if (group.kind === "either") {
      const alternatives = words.addEither(group.pieces.map(({ text }) => text));
      if (alternatives.some((parts) => parts.length > 1)) eitherPhrases.push(alternatives);
    } else {
      const phrase = words.addText(group.text, {
        isQuoted: group.isQuoted,
        isLast: at === lastWords && (isOpenEnd || group.end === typed.length),
      });
      if (group.isQuoted && phrase.length > 1) phrases.push(phrase);
    }
  }
  return {
    words: words.all(),
    phrases,
    eitherPhrases,
    excluded,
    conditions: anyOfOneSource(conditions.slice(0, maxConditions)),
    hints: withCutHint(cut.hints, words.isCut || conditions.length > maxConditions),
  };
}

function withCutHint(hints: readonly SyntaxHint[], isCut: boolean): readonly SyntaxHint[] {
  return isCut && !hints.some(({ kind }) => kind === "query-cut") ? [...hints, { kind: "query-cut" }] : hints;
}

type Group =
  | { readonly kind: "text"; readonly text: string; readonly isQuoted: boolean; readonly end: number }
  | { readonly kind: "either"; readonly pieces: readonly TextPiece[] }
  | { readonly kind: "excluded"; readonly piece: TextPiece }
  | { readonly kind: "conditions"; readonly pieces: readonly OperatorPiece[]; readonly texts: readonly TextPiece[] };

function groupsOf({ pieces }: CutQuery): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < pieces.length; ) {
    const alternatives = alternativesAt(pieces, at);
    const first = alternatives[0] as QueryPiece;
    at += alternatives.length * 2 - 1;
    const texts = alternatives.filter((piece) => piece.kind === "word" || piece.kind === "phrase");
    const operators = alternatives.filter((piece) => piece.kind === "operator");
    if (first.kind === "or") continue;
    if (operators.length > 0) groups.push({ kind: "conditions", pieces: operators, texts });
    else if (first.kind === "operator") continue;
    else if (alternatives.length > 1) groups.push({ kind: "either", pieces: texts });
    else if (first.negated) groups.push({ kind: "excluded", piece: first });
    else addText(groups, first);
  }
  return groups;
}

/** "a OR b OR c" as its sides; a piece alone is its only side. */
function alternativesAt(pieces: readonly QueryPiece[], start: number): QueryPiece[] {
  const sides = [pieces[start] as QueryPiece];
  for (let at = start + 1; pieces[at]?.kind === "or" && pieces[at + 1] !== undefined; at += 2) {
    sides.push(pieces[at + 1] as QueryPiece);
  }
  return sides;
}

/** Words side by side stay together, so that "m 23" can be read as one. */
function addText(groups: Group[], { kind, text, end }: TextPiece): void {
  const last = groups.at(-1);
  if (kind === "word" && last?.kind === "text" && !last.isQuoted) {
    groups[groups.length - 1] = { ...last, text: `${last.text} ${text}`, end };
  } else groups.push({ kind: "text", text, isQuoted: kind === "phrase", end });
}

/**
 * A briefing has one source and one language: two of them are either, whoever wrote no OR. A whole name narrows a part
 * of a name, though: who asked for "radio" and then for one of the radios wants that one.
 */
function anyOfOneSource(rows: readonly AnyOf[]): AnyOf[] {
  const joined: AnyOf[] = [];
  for (const row of rows) {
    const [first] = row.conditions;
    const key = first?.key;
    const isOfKey = ({ conditions, texts }: AnyOf) =>
      texts.length === 0 &&
      conditions.every(
        (one) => one.key === key && !one.negated && (key !== "source" || one.isQuoted === first?.isQuoted),
      );
    const isSingle = (key === "source" || key === "lang") && isOfKey(row);
    const known = isSingle ? joined.findIndex(isOfKey) : -1;
    const other = joined[known];
    if (other === undefined) joined.push(row);
    else joined[known] = { texts: [], conditions: [...other.conditions, ...row.conditions] };
  }
  return joined;
}

/** A text as one side of an OR: all its words must stand there, of a phrase side by side. */
export function textSideOf(
  text: string,
  { isQuoted, isLast, ...options }: ParseOptions & { readonly isQuoted: boolean; readonly isLast: boolean },
): TextSide {
  const words = new QueryWords(options);
  const phrase = words.addText(text, { isQuoted, isLast });
  return { words: words.all(), phrase: isQuoted && phrase.length > 1 ? phrase : null };
}

/** A query as it is marked in a text: also by the words that an OR joins to a condition. */
export function withSideWords(query: Query): Query {
  const known = new Set(query.words.map(({ text }) => text));
  const sides = query.conditions.flatMap(({ texts }) => texts.flatMap(({ words }) => words));
  return { ...query, words: [...query.words, ...sides.filter(({ text }) => !known.has(text))] };
}

class QueryWords {
  readonly #words = new Map<string, QueryWord>();
  /** There were more words than are searched. */
  isCut = false;
  readonly #options: ParseOptions;

  constructor(options: ParseOptions) {
    this.#options = options;
  }

  all(): QueryWord[] {
    return [...this.#words.values()];
  }

  addText(text: string, { isQuoted, isLast }: { readonly isQuoted: boolean; readonly isLast: boolean }): Phrase {
    const terms = termsIn(text);
    const parts = terms.filter((term) => !term.whole);
    const wholes = terms.filter((term) => term.whole);
    const named = isQuoted ? [] : thingsNamed(text, parts, this.#options.namedThing);
    parts.forEach((part, at) => {
      const typed = text.slice(part.start, part.end);
      const joined = wholes.filter((whole) => whole.start <= part.start && whole.end >= part.end).map((w) => w.text);
      if (!isQuoted) {
        joined.push(...neighboursJoined(parts[at - 1]?.text, part.text, parts[at + 1]?.text));
        joined.push(...this.#spellingsOf(typed), ...(named[at]?.spellings ?? []));
      }
      const isEnd = at === parts.length - 1 && part.end === text.length;
      this.#add({
        text: part.text,
        typed,
        joined,
        isUnfinished: isLast && !isQuoted && isEnd,
        isQuoted,
        isName: this.#options.isName?.(typed) ?? false,
        named: named[at] ?? null,
      });
    });
    return parts.map((part) => part.text);
  }

  /** One word that any side of an OR answers; of a phrase its longest word stands for it. */
  addEither(texts: readonly string[]): readonly Phrase[] {
    const sides = texts
      .map((text) => ({ text, parts: partsOf(termsIn(text)) }))
      .filter(({ parts }) => parts.length > 0);
    const [first, ...others] = sides.flatMap(({ text, parts }) => [
      parts.reduce((longest, part) => (part.length > longest.length ? part : longest), ""),
      ...(parts.length === 1 ? this.#spellingsOf(text) : []),
    ]);
    const named = sides.flatMap(({ text, parts }) =>
      parts.length === 1 ? (this.#options.namedThing?.(text) ?? []) : [],
    );
    if (first !== undefined) {
      const typed = texts[0] ?? "";
      const joined = { joined: others, named: anyThing(named) };
      this.#add({ text: first, typed, ...joined, isUnfinished: false, isQuoted: true, isName: false });
    }
    return sides.map(({ parts }) => parts);
  }

  #spellingsOf(typed: string): readonly string[] {
    return this.#options.spellingsOf?.(typed) ?? [];
  }

  #add(word: QueryWord): void {
    const known = this.#words.get(word.text);
    if (known === undefined && this.#words.size >= maxQueryWords) {
      this.isCut = true;
      return;
    }
    const joined = [...new Set([...(known?.joined ?? []), ...word.joined])].filter((text) => text !== word.text);
    const isAlsoQuoted = word.isQuoted || known?.isQuoted === true;
    this.#words.set(word.text, { ...word, joined, isQuoted: isAlsoQuoted, named: word.named ?? known?.named ?? null });
  }
}

function termsIn(text: string): Term[] {
  return termsOf(text, { wholeElisions: true });
}

function partsOf(terms: readonly Term[]): Phrase {
  return terms.filter((term) => !term.whole).map((term) => term.text);
}

function neighboursJoined(before: string | undefined, word: string, after: string | undefined): string[] {
  return [before === undefined ? "" : before + word, after === undefined ? "" : word + after].filter(
    (text) => text !== "" && text.length <= maxTermLength,
  );
}
