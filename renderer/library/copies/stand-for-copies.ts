import type { BriefingId } from "../../model/ids.ts";
import type { RowCopies } from "../../model/view.ts";

/** A list in which one row stands for all copies of one text. */
export interface GroupedList<Row> {
  readonly rows: readonly Row[];
  /** What stands behind a row, in the list's order. */
  readonly behind: ReadonlyMap<BriefingId, readonly Row[]>;
  readonly hidden: number;
}

export interface GroupRows<Row> {
  readonly idOf: (row: Row) => BriefingId;
  /** Everyone with this text, itself too; the same array for each of them. Empty = no copies. */
  readonly groupOf: (id: BriefingId) => readonly BriefingId[];
  /** Negative where the first one should stand for both. */
  readonly compare: (one: Row, other: Row) => number;
}

/** Nothing is merged: the one that stands for the others keeps its own place, and so do they once they are shown. */
export function standForCopies<Row>(
  rows: readonly Row[],
  { idOf, groupOf, compare }: GroupRows<Row>,
): GroupedList<Row> {
  const groups = new Map<readonly BriefingId[], Row[]>();
  for (const row of rows) {
    const group = groupOf(idOf(row));
    if (group.length < 2) continue;
    const there = groups.get(group);
    if (there === undefined) groups.set(group, [row]);
    else there.push(row);
  }
  const behind = new Map<BriefingId, readonly Row[]>();
  const isBehind = new Set<Row>();
  for (const members of groups.values()) {
    if (members.length < 2) continue;
    const first = members.reduce((best, row) => (compare(row, best) < 0 ? row : best));
    const others = members.filter((row) => row !== first);
    behind.set(idOf(first), others);
    for (const row of others) isBehind.add(row);
  }
  if (isBehind.size === 0) return { rows, behind, hidden: 0 };
  return { rows: rows.filter((row) => !isBehind.has(row)), behind, hidden: isBehind.size };
}

/** The rows with those behind the opened ones right below them. */
export function openCopies<Row>(
  { rows, behind }: GroupedList<Row>,
  opened: readonly BriefingId[],
  idOf: (row: Row) => BriefingId,
): readonly Row[] {
  const isOpened = new Set(opened.filter((id) => behind.has(id)));
  if (isOpened.size === 0) return rows;
  return rows.flatMap((row) => (isOpened.has(idOf(row)) ? [row, ...(behind.get(idOf(row)) ?? [])] : [row]));
}

/** What the page is told of the copies among these rows. */
export function describeCopies<Row>(
  rows: readonly Row[],
  { behind }: GroupedList<Row>,
  { idOf, isUnread }: { readonly idOf: (row: Row) => BriefingId; readonly isUnread: (row: Row) => boolean },
): readonly RowCopies[] {
  if (behind.size === 0) return [];
  const standIn = new Map<BriefingId, BriefingId>();
  for (const [of, others] of behind) for (const row of others) standIn.set(idOf(row), of);
  return rows.flatMap((row): RowCopies[] => {
    const id = idOf(row);
    const others = behind.get(id);
    if (others !== undefined) {
      return [{ role: "stands-for", id, others: others.length, unreadOthers: others.filter(isUnread).length }];
    }
    const of = standIn.get(id);
    return of === undefined ? [] : [{ role: "copy", id, of }];
  });
}
