import type { InterfaceLanguage } from "../settings.ts";
import { cutQuery, isOr, type QueryPiece } from "./cut-query.ts";
import { type OperatorKey, writtenKey } from "./query-operators.ts";

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Takes one piece out of a query's text, with the OR beside it, and leaves the rest as it was typed. */
export function withoutPiece(query: string, piece: Pick<QueryPiece, "start" | "end">): string {
  const { pieces } = cutQuery(query);
  const at = pieces.findIndex(({ start }) => start === piece.start);
  const [before, after] = [pieces[at - 1], pieces[at + 1]];
  const start = before?.kind === "or" && after?.kind !== "or" ? before.start : piece.start;
  const end = after?.kind === "or" ? after.end : piece.end;
  return `${query.slice(0, start).trimEnd()} ${query.slice(end).trimStart()}`.trim();
}

/** A query with one more `key:value`, in the reader's language; once is enough. */
export function withOperator(query: string, key: OperatorKey, value: string, language: InterfaceLanguage): string {
  if (asks(query, key, value)) return query;
  // An OR that has no other side yet would join the two.
  const before = cutQuery(query).pieces.at(-1)?.end ?? 0;
  const open = query.slice(before).trim();
  const others = isOr(open) ? query.slice(0, before) : query.trim();
  const written = writtenOperator(key, value, language);
  const longer = `${others} ${written} `.trimStart();
  // Behind a quotation mark that nothing closes, or beyond what is searched, it would mean nothing.
  return asks(longer, key, value) ? longer : `${written} ${others} `;
}

function asks(query: string, key: OperatorKey, value: string): boolean {
  return conditionsIn(query)(key, value);
}

/** Which conditions a query has already. It is read once, however many are asked about: a pasted page is long. */
export function conditionsIn(query: string): (key: OperatorKey, value: string) => boolean {
  const { pieces } = cutQuery(query);
  return (key, value) =>
    pieces.some(
      (piece) =>
        piece.kind === "operator" &&
        piece.key === key &&
        piece.value === withoutQuotes(value) &&
        !piece.negated &&
        // A part of a source's name is more than the source that is called so.
        (piece.isQuoted || key !== "source"),
    );
}

/** A source's name always in quotation marks: without them it would be a part of other sources' names too. */
function writtenOperator(key: OperatorKey, value: string, language: InterfaceLanguage): string {
  const isQuoted = key === "source" || /[\s:"“”„«»]/u.test(value);
  return `${writtenKey(key, language)}:${isQuoted ? `"${withoutQuotes(value)}"` : value}`;
}

/** No quotation mark can stand in a quoted value. */
export function withoutQuotes(value: string): string {
  return value.replace(/["“”]/gu, "").trim();
}

/** A question all in capitals as one whose OR joins again. */
export function smallButOrs(query: string): string {
  return query.replace(/\S+/gu, (written) => (isOr(written) ? written : written.toLowerCase()));
}

interface WrittenCondition {
  readonly key: OperatorKey;
  readonly value: string;
}

/** Puts one condition in another's place, as somebody chose it; the rest stays as it was typed. */
export function replaceCondition(
  query: string,
  asked: WrittenCondition,
  meant: WrittenCondition,
  language: InterfaceLanguage,
): string {
  const piece = pieceOf(query, asked);
  const written = writtenOperator(meant.key, meant.value, language);
  // Typed without its operator: the question was nothing but the name.
  if (query.trim() === asked.value) return written;
  return piece === undefined ? `${query.trim()} ${written}` : replaced(query, piece, written);
}

/** A query without one of its conditions; the rest stays as it was typed. */
export function withoutCondition(query: string, asked: WrittenCondition): string {
  const piece = pieceOf(query, asked);
  return piece === undefined ? query : withoutPiece(query, piece);
}

function pieceOf(query: string, { key, value }: WrittenCondition): QueryPiece | undefined {
  return cutQuery(query).pieces.find((one) => one.kind === "operator" && one.key === key && one.value === value);
}

/** "plac:Sake" as "place:Sake"; null where it no longer stands there. */
export function meantOperator(
  query: string,
  { typed, key }: { readonly typed: string; readonly key: OperatorKey },
  language: InterfaceLanguage,
): { readonly label: string; readonly query: string } | null {
  const piece = cutQuery(query).pieces.find((one) => one.kind === "word" && one.text === typed);
  const value = typed.slice(typed.indexOf(":") + 1);
  if (piece === undefined || value === "") return null;
  const label = `${writtenKey(key, language)}:${value}`;
  return { label, query: replaced(query, piece, label) };
}

/** A query without its conditions and exclusions; of an OR the words stay. */
export function wordsOf(query: string): string {
  const { pieces } = cutQuery(query);
  return pieces.reduce((said, piece, at) => {
    if ((piece.kind !== "word" && piece.kind !== "phrase") || piece.negated) return said;
    const isJoined = pieces[at - 1]?.kind === "or" && isText(pieces[at - 2]);
    const or = isJoined ? `${query.slice(pieces[at - 1]?.start, pieces[at - 1]?.end)} ` : "";
    return `${said} ${or}${query.slice(piece.start, piece.end)}`.trim();
  }, "");
}

function isText(piece: QueryPiece | undefined): boolean {
  return piece?.kind === "word" || piece?.kind === "phrase";
}

function replaced(query: string, { start, end }: Pick<QueryPiece, "start" | "end">, written: string): string {
  return query.slice(0, start) + written + query.slice(end);
}

/** A condition where a word of a query stood; the rest stays as it was typed. */
export function wordAsCondition(
  query: string,
  word: string,
  { key, value }: WrittenCondition,
  language: InterfaceLanguage,
): string {
  const found = stretchOf(query, word);
  const written = writtenOperator(key, value, language);
  return found === null ? `${query.trim()} ${written}` : replaced(query, found.piece, written);
}

/** Another word where one of a query stood, also inside a compound or a phrase. */
export function replaceWord(query: string, word: string, other: string): string {
  const found = stretchOf(query, word);
  return found === null ? `${query.trim()} ${other}` : replaced(query, found, other);
}

function stretchOf(query: string, word: string) {
  for (const piece of cutQuery(query).pieces) {
    if (piece.kind !== "word" && piece.kind !== "phrase") continue;
    const start = query.indexOf(word, piece.start);
    const end = start + word.length;
    if (start >= 0 && end <= piece.end && !isInWord(query, start, end)) return { start, end, piece };
  }
  return null;
}

function isInWord(query: string, start: number, end: number): boolean {
  return letterOrDigit.test(query.slice(start - 1, start)) || letterOrDigit.test(query.slice(end, end + 1));
}
