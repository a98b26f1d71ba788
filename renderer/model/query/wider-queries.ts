import { type Filters, isFiltered, type WiderQuery } from "../view.ts";
import { cutQuery, type QueryPiece } from "./cut-query.ts";
import { withoutPiece, wordsOf } from "./edit-query.ts";

/** Of a pasted text nobody reads what each condition may have left out. */
const mostConditions = 4;

/** What may be asked when a question finds nothing: without one condition, without the filters, the words alone. */
export function widerQueries(typed: string, filters: Filters): WiderQuery[] {
  const query = typed.trim();
  const conditions = cutQuery(query).pieces.filter(narrows).slice(0, mostConditions);
  const filtered = isFiltered(filters);
  const words = wordsOf(query);
  const wider: WiderQuery[] = [];
  if (conditions.length > (filtered ? 0 : 1)) {
    for (const piece of conditions) {
      const written = query.slice(piece.start, piece.end);
      wider.push({ without: "condition", written, query: withoutPiece(query, piece), keepsFilters: true });
    }
    if (filtered) wider.push({ without: "filters", query, keepsFilters: false });
  }
  if (conditions.length > 0 || filtered) wider.push({ without: "all", query: words, keepsFilters: false });
  return wider.filter((one) => one.query !== "");
}

function narrows(piece: QueryPiece): boolean {
  return piece.kind === "operator" || (piece.kind !== "or" && piece.negated);
}
