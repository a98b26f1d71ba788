import type { QueryPiece, SyntaxHint } from "./cut-query.ts";

/** "PAM OU HCR" is a question, "LE PONT AU NORD DE SAKE" a headline. */
const fewestWordsOfHeadline = 4;

export interface ReadCapitals {
  readonly pieces: readonly QueryPiece[];
  readonly hint: SyntaxHint | null;
}

/**
 * A text without one small letter says nothing by writing OR, OU or AU in capitals: "AU" is how a French headline says
 * "at the". Where it reads like a headline they are words; where it may be either they join, and a hint tells.
 */
export function readCapitals(text: string, pieces: readonly QueryPiece[]): ReadCapitals {
  const ors = pieces.filter(({ kind }) => kind === "or");
  const [first] = ors;
  const others = pieces.filter(({ kind }) => kind !== "or");
  const areWords = others.every((piece) => piece.kind === "word" && !piece.negated);
  if (first === undefined || others.length === 0 || !areWords || /\p{Ll}/u.test(text)) return { pieces, hint: null };
  const typed = text.slice(first.start, first.end);
  const isChain = pieces.every(({ kind }, at) => (kind === "or") === (at % 2 === 1));
  if (isChain || (others.length < fewestWordsOfHeadline && pieces[0]?.kind !== "or")) {
    const isOpen = pieces.at(-1)?.kind === "or" && ors.length === 1;
    return { pieces, hint: isOpen ? null : { kind: "or-read", typed } };
  }
  return {
    pieces: pieces.map((piece) =>
      piece.kind === "or"
        ? { kind: "word", text: text.slice(piece.start, piece.end), negated: false, start: piece.start, end: piece.end }
        : piece,
    ),
    hint: { kind: "or-as-word", typed },
  };
}
