import type { BriefingRow } from "../../../model/briefing.ts";
import type { BriefingId } from "../../../model/ids.ts";
import type { Delivery, RowCopies, SearchHit } from "../../../model/view.ts";

/** What one place of the list shows: a row of a view or a hit of a search. */
export interface ListItem {
  readonly row: BriefingRow;
  readonly hit: SearchHit | null;
  /** Set on the first row of each delivery in "arrivals". */
  readonly delivery: Delivery | null;
  /** null = no other source's copy of this text is in the list. */
  readonly copies: RowCopies | null;
  /** On the first reference below the news. */
  readonly startsReferences: boolean;
}

/** The list as the rows' window sees it, whatever fills it. */
export interface ListSource {
  readonly count: number;
  /** null = not here yet. */
  itemAt(index: number): ListItem | null;
  indexOf(id: BriefingId): number;
}
