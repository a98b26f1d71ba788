import { readCapitals } from "./or-in-capitals.ts";
import { nearestOperatorKey, type OperatorKey, operatorKeyOf } from "./query-operators.ts";

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a query is made of, with the stretch of the text it was read from. */
export type QueryPiece = Stretch &
  (
    | { readonly kind: "word"; readonly text: string; readonly negated: boolean }
    | { readonly kind: "phrase"; readonly text: string; readonly negated: boolean }
    | {
        readonly kind: "operator";
        readonly key: OperatorKey;
        readonly value: string;
        /** The value stands in quotation marks. */
        readonly isQuoted: boolean;
        readonly negated: boolean;
      }
    | { readonly kind: "or" }
  );

/** What was written in a way that means nothing; it was searched as words. */
export type SyntaxHint =
  | { readonly kind: "open-quote" }
  | { readonly kind: "operator-meant"; readonly typed: string; readonly key: OperatorKey }
  | { readonly kind: "value-missing"; readonly key: OperatorKey }
  | { readonly kind: "or-alone" }
  /** All is in capitals, as in a headline: an OR among its words was searched as a word. */
  | { readonly kind: "or-as-word"; readonly typed: string }
  /** All is in capitals, and too little of it to tell a headline: OR was read as one. */
  | { readonly kind: "or-read"; readonly typed: string }
  | { readonly kind: "query-cut" };

export interface CutQuery {
  readonly pieces: readonly QueryPiece[];
  readonly hints: readonly SyntaxHint[];
}

// Enough for the longest question; a pasted page is cut before it is looked at.
export const maxQueryLength = 4_000;
const maxPieces = 200;

const closingOf: Readonly<Record<string, string>> = { '"': '"“”', "“": '"“”', "”": '"“”', "„": '"“”', "«": "»" };
const orWords = new Set(["OR", "OU", "AU"]);
const space = /\s/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const keyBefore = /^(\p{L}{2,12})(?:[\u00a0\u202f ]?):(?!\/\/)/u;

/**
 * The one place that knows how a query is written. Nothing is wrong: what can't be read as written is words.
 *
 *     query  = clause { clause }             every clause must hold
 *     clause = side { OR side } | "-" side   one side must hold; behind a minus it must not
 *     side   = word | "phrase" | key:value
 *
 * OR (OU, AU) binds closer than standing side by side: `pont choléra OR lieu:Sake` is pont, and choléra or Sake.
 * There are no brackets. In a headline, all in capitals, OU and AU are words: see `or-in-capitals.ts`. `in:title` says
 * where words stand and a minus says what must not; neither is a side of an OR.
 */
export function cutQuery(typed: string): CutQuery {
  const text = typed.slice(0, maxQueryLength);
  const pieces: QueryPiece[] = [];
  const hints: SyntaxHint[] = typed.length > maxQueryLength ? [{ kind: "query-cut" }] : [];
  let at = 0;
  while (at < text.length && pieces.length < maxPieces) {
    if (space.test(text.charAt(at))) {
      at++;
      continue;
    }
    const negated = isMinus(text, at);
    const read = readPiece(text, negated ? at + 1 : at, hints);
    if (read.piece !== null) {
      const stretch = { start: at, end: read.end };
      const { piece } = read;
      pieces.push(piece.kind === "or" ? { ...piece, ...stretch } : { ...piece, ...stretch, negated });
    }
    at = Math.max(read.end, at + 1);
  }
  const read = readCapitals(text, pieces);
  if (read.hint !== null) hints.push(read.hint);
  return { pieces: withoutLoneOrs(read.pieces, hints), hints: distinct(hints) };
}

export function isOr(written: string): boolean {
  return orWords.has(written);
}

type Unplaced =
  | { readonly kind: "word" | "phrase"; readonly text: string }
  | { readonly kind: "operator"; readonly key: OperatorKey; readonly value: string; readonly isQuoted: boolean }
  | { readonly kind: "or" };

interface Read {
  readonly piece: Unplaced | null;
  readonly end: number;
}

function isMinus(text: string, at: number): boolean {
  if (!"-−–".includes(text.charAt(at))) return false;
  const next = text.charAt(at + 1);
  return letterOrDigit.test(next) || next in closingOf;
}

function readPiece(text: string, start: number, hints: SyntaxHint[]): Read {
  const quoted = readQuoted(text, start, hints);
  if (quoted !== null) return { piece: { kind: "phrase", text: quoted.text }, end: quoted.end };

  const [whole = "", word = ""] = keyBefore.exec(text.slice(start, start + 16)) ?? [];
  const key = word === "" ? null : operatorKeyOf(word);
  if (key !== null) return readOperator(text, key, start + whole.length, hints);

  const end = wordEnd(text, start);
  const written = text.slice(start, end);
  if (isOr(written)) return { piece: { kind: "or" }, end };
  const meant = word === "" || start + whole.length >= end ? null : nearestOperatorKey(word);
  if (meant !== null) hints.push({ kind: "operator-meant", typed: written, key: meant });
  return { piece: { kind: "word", text: written }, end };
}

/** The value stands right behind the colon, or after one space, as French writes it. */
function readOperator(text: string, key: OperatorKey, colonEnd: number, hints: SyntaxHint[]): Read {
  let at = colonEnd;
  while (at < text.length && space.test(text.charAt(at)) && at - colonEnd < 2) at++;
  const quoted = readQuoted(text, at, hints);
  const end = quoted?.end ?? wordEnd(text, at);
  const value = (quoted?.text ?? text.slice(at, end)).trim();
  if (!letterOrDigit.test(value)) {
    hints.push({ kind: "value-missing", key });
    return { piece: null, end: Math.max(colonEnd, value === "" ? colonEnd : end) };
  }
  return { piece: { kind: "operator", key, value, isQuoted: quoted !== null }, end };
}

/** An unbalanced mark is no mark: the rest is words. */
function readQuoted(
  text: string,
  at: number,
  hints: SyntaxHint[],
): { readonly text: string; readonly end: number } | null {
  const closing = closingOf[text.charAt(at)];
  if (closing === undefined) return null;
  for (let end = at + 1; end < text.length; end++) {
    if (closing.includes(text.charAt(end))) return { text: text.slice(at + 1, end), end: end + 1 };
  }
  hints.push({ kind: "open-quote" });
  return null;
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !space.test(text.charAt(end)) && (end === from || !(text.charAt(end) in closingOf)))
    end++;
  return end;
}

/** OR stands between two sides; anywhere else it is left out. */
function withoutLoneOrs(pieces: readonly QueryPiece[], hints: SyntaxHint[]): QueryPiece[] {
  return pieces.filter((piece, index) => {
    if (piece.kind !== "or") return true;
    const before = pieces[index - 1];
    const after = pieces[index + 1];
    if (before !== undefined && after !== undefined && isSide(before) && isSide(after)) return true;
    // Still being typed: the other side comes next.
    if (before !== undefined && after === undefined) return false;
    hints.push({ kind: "or-alone" });
    return false;
  });
}

function isSide(piece: QueryPiece): boolean {
  return piece.kind !== "or" && !piece.negated && !(piece.kind === "operator" && piece.key === "in");
}

function distinct(hints: readonly SyntaxHint[]): SyntaxHint[] {
  return [...new Map(hints.map((hint) => [JSON.stringify(hint), hint])).values()];
}
