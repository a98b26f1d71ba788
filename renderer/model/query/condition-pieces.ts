import { cutQuery, type QueryPiece } from "./cut-query.ts";

export type ConditionPiece = Exclude<QueryPiece, { readonly kind: "or" }>;

export interface ShownCondition {
  readonly piece: ConditionPiece;
  /** It and the one before it are sides of one OR. */
  readonly isJoined: boolean;
}

/** What of a query leaves something out: conditions, exclusions, and the words that an OR joins to a condition. */
export function conditionPieces(query: string): readonly ShownCondition[] {
  const { pieces } = cutQuery(query);
  const clauses: ConditionPiece[][] = [];
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === "or") continue;
    const last = clauses.at(-1);
    if (last !== undefined && pieces[at - 1]?.kind === "or") last.push(piece);
    else clauses.push([piece]);
  }
  return clauses
    .filter((sides) => sides.some((side) => side.kind === "operator" || side.negated))
    .flatMap((sides) => sides.map((piece, at) => ({ piece, isJoined: at > 0 })));
}
