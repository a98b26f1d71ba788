import type { SourceId } from "../../model/ids.ts";
import type { Instant } from "../../model/time.ts";
import type { Cell } from "./library-state.ts";
import { isSinceLooked } from "./select-briefings.ts";

export interface SourceTally {
  total: number;
  unread: number;
  newestItem: Instant | null;
  /** Articles that were fetched behind its extracts. */
  articles: number;
  articleBytes: number;
}

export interface Tallies {
  readonly all: SourceTally;
  sinceLooked: number;
  saved: number;
  deleted: number;
  readonly bySource: Map<SourceId, SourceTally>;
}

/** Counts all that is here in one go. Cells come newest first. */
export function tallyOf(cells: Iterable<Cell>, lookedUpTo: number): Tallies {
  const tallies: Tallies = { all: emptyTally(), sinceLooked: 0, saved: 0, deleted: 0, bySource: new Map() };
  for (const cell of cells) {
    if (cell.isDeleted) {
      tallies.deleted++;
      continue;
    }
    if (cell.isSaved) tallies.saved++;
    if (isSinceLooked(cell, lookedUpTo)) tallies.sinceLooked++;
    count(tallies.all, cell);
    const { sourceId } = cell.record.head;
    if (sourceId === null) continue;
    const ofSource = tallies.bySource.get(sourceId) ?? emptyTally();
    tallies.bySource.set(sourceId, ofSource);
    count(ofSource, cell);
  }
  return tallies;
}

function emptyTally(): SourceTally {
  return { total: 0, unread: 0, newestItem: null, articles: 0, articleBytes: 0 };
}

/** The first one counted is the newest. */
function count(tally: SourceTally, cell: Cell): void {
  tally.total++;
  if (!cell.isRead) tally.unread++;
  tally.newestItem ??= cell.time;
  const { fullText } = cell.record.head;
  if (fullText?.at !== "fetched") return;
  tally.articles++;
  tally.articleBytes += fullText.received;
}
