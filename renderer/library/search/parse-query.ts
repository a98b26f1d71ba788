import { maxTermLength, termsOf } from "./tokenise.ts";

/** More words than a person types; what stands beyond them is left out. */
export const maxQueryWords = 32;
// Enough for the longest question; a pasted page is cut before it is looked at.
const maxQueryLength = 4_000;

export interface QueryWord {
  /** Folded. */
  readonly text: string;
  /** As it was typed. */
  readonly typed: string;
  /** Other spellings that say the same: "maimai" for Mai-Mai, "rdc" for "r d c" side by side. */
  readonly joined: readonly string[];
  /** Still being typed: longer words that begin so count too. */
  readonly isUnfinished: boolean;
  /** In quotation marks: no typos, no other forms. */
  readonly isQuoted: boolean;
}

export interface Query {
  readonly words: readonly QueryWord[];
  /** Folded words that must stand side by side. */
  readonly phrases: readonly (readonly string[])[];
}

interface Piece {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** The one place that knows how a query is written: words, and phrases in "quotation marks" or «guillemets». */
export function parseQuery(typed: string): Query {
  const words = new Map<string, QueryWord>();
  const phrases: string[][] = [];
  const pieces = cutAtQuotes(typed.slice(0, maxQueryLength));
  pieces.forEach((piece, index) => {
    const isLast = index === pieces.length - 1;
    const terms = termsOf(piece.text, { wholeElisions: true });
    const parts = terms.filter((term) => !term.whole);
    const wholes = terms.filter((term) => term.whole);
    if (piece.isQuoted && parts.length > 1) phrases.push(parts.map((part) => part.text));
    parts.forEach((part, at) => {
      if (words.size >= maxQueryWords && !words.has(part.text)) return;
      const joined = wholes.filter((whole) => whole.start <= part.start && whole.end >= part.end).map((w) => w.text);
      if (!piece.isQuoted) joined.push(...neighboursJoined(parts[at - 1]?.text, part.text, parts[at + 1]?.text));
      const known = words.get(part.text);
      words.set(part.text, {
        text: part.text,
        typed: piece.text.slice(part.start, part.end),
        joined: [...new Set([...(known?.joined ?? []), ...joined])].filter((text) => text !== part.text),
        isUnfinished: isLast && !piece.isQuoted && at === parts.length - 1 && part.end === piece.text.length,
        isQuoted: piece.isQuoted || known?.isQuoted === true,
      });
    });
  });
  return { words: [...words.values()], phrases };
}

// An unbalanced mark is no mark: the rest is words.
function cutAtQuotes(text: string): Piece[] {
  const pieces: Piece[] = [];
  const quoted = /["“”„]([^"“”„]*)["“”]|«([^»]*)»/gu;
  let end = 0;
  for (const match of text.matchAll(quoted)) {
    pieces.push({ text: text.slice(end, match.index), isQuoted: false });
    pieces.push({ text: match[1] ?? match[2] ?? "", isQuoted: true });
    end = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(end), isQuoted: false });
  return pieces.filter((piece) => piece.text !== "");
}

function neighboursJoined(before: string | undefined, word: string, after: string | undefined): string[] {
  return [before === undefined ? "" : before + word, after === undefined ? "" : word + after].filter(
    (text) => text !== "" && text.length <= maxTermLength,
  );
}
