import type { BriefingRow } from "../../model/briefing.ts";
import type { BriefingId, DeliveryId } from "../../model/ids.ts";
import type { Delivery, ListPage, RowCopies } from "../../model/view.ts";

export const pageRows = 100;

/**
 * The part of a long list that is here. Its rows keep their places until the person asks for newer ones: what was read
 * in "unread" stays where it is ("departed"), though the library no longer counts it there.
 */
export interface ListWindow {
  /** null = the library is still counting. */
  readonly total: number | null;
  readonly pages: ReadonlyMap<number, readonly BriefingRow[]>;
  readonly departed: ReadonlySet<BriefingId>;
  readonly deliveries: ReadonlyMap<DeliveryId, Delivery>;
  /** Left out of this list because it lies outside the reader's areas. */
  readonly outsideAreas: number;
  readonly copies: ReadonlyMap<BriefingId, RowCopies>;
  /** So many copies stand behind other rows. */
  readonly hiddenCopies: number;
  /** The oldest of what its pages stand for: all that came up to here is in them. */
  readonly upTo: number;
}

export const emptyWindow: ListWindow = {
  total: null,
  pages: new Map(),
  departed: new Set(),
  deliveries: new Map(),
  outsideAreas: 0,
  copies: new Map(),
  hiddenCopies: 0,
  upTo: 0,
};

export function rowAt({ pages }: ListWindow, index: number): BriefingRow | null {
  return pages.get(Math.floor(index / pageRows))?.[index % pageRows] ?? null;
}

export function rowCount({ total, pages }: ListWindow): number {
  if (total !== null) return total;
  let end = 0;
  for (const [page, rows] of pages) end = Math.max(end, page * pageRows + rows.length);
  return end;
}

export function indexOfId({ pages }: ListWindow, id: BriefingId): number {
  for (const [page, rows] of pages) {
    const at = rows.findIndex((row) => row.head.id === id);
    if (at >= 0) return page * pageRows + at;
  }
  return -1;
}

/** Pages that these rows need and that aren't here yet. */
export function missingPages(window: ListWindow, first: number, last: number): number[] {
  const missing: number[] = [];
  const lastPage = Math.floor(Math.max(0, Math.min(last, rowCount(window) - 1)) / pageRows);
  for (let page = Math.floor(Math.max(0, first) / pageRows); page <= lastPage; page++) {
    if (!window.pages.has(page)) missing.push(page);
  }
  return missing;
}

/** Where a page of this window starts in the library's count, which leaves the departed rows out. */
export function liveOffsetOf(window: ListWindow, page: number): number {
  let departedBefore = 0;
  for (const [other, rows] of window.pages) {
    if (other < page) departedBefore += rows.filter((row) => window.departed.has(row.head.id)).length;
  }
  return page * pageRows - departedBefore;
}

export function receivePage(window: ListWindow, page: number, answer: ListPage): ListWindow {
  const deliveries = new Map(window.deliveries);
  for (const delivery of answer.deliveries) deliveries.set(delivery.id, delivery);
  const copies = new Map(window.copies);
  for (const { head } of answer.rows) copies.delete(head.id);
  for (const note of answer.copies) copies.set(note.id, note);
  return {
    ...window,
    total: answer.total === null ? null : answer.total + window.departed.size,
    pages: new Map(window.pages).set(page, answer.rows),
    deliveries,
    outsideAreas: answer.outsideAreas,
    copies,
    hiddenCopies: answer.hiddenCopies,
    upTo: window.pages.size === 0 ? answer.upTo : Math.min(window.upTo, answer.upTo),
  };
}

/** A row no longer belongs to this view, or does again. It stays in its place either way. */
export function setDeparted(window: ListWindow, id: BriefingId, departed: boolean): ListWindow {
  if (window.departed.has(id) === departed || indexOfId(window, id) < 0) return window;
  const next = new Set(window.departed);
  if (departed) next.add(id);
  else next.delete(id);
  return { ...window, departed: next };
}

export type Comparison =
  /** The rows on screen stand where they stood: their newer heads and states can be taken over. */
  | { readonly kind: "in-place"; readonly window: ListWindow }
  /** Taking the answer over would move rows; so many came in. */
  | { readonly kind: "moved"; readonly added: number };

/** Compares what the library has now for the pages on screen with what stands there. */
export function comparePages(window: ListWindow, answers: ReadonlyMap<number, ListPage>): Comparison {
  let next: ListWindow = { ...window, pages: new Map() };
  for (const [page, answer] of answers) {
    const shown = window.pages.get(page) ?? [];
    const staying = shown.filter((row) => !window.departed.has(row.head.id));
    if (!staying.every((row, at) => answer.rows[at]?.head.id === row.head.id)) {
      const known = answer.total !== null && window.total !== null;
      return { kind: "moved", added: known ? Math.max(0, answer.total + window.departed.size - window.total) : 0 };
    }
    const newer = new Map(answer.rows.map((row) => [row.head.id, row]));
    const rows = shown.map((row) => newer.get(row.head.id) ?? row);
    const appended = answer.rows.slice(staying.length, staying.length + pageRows - shown.length);
    // Pages off screen may have moved: they are left out here and asked for again when they come on screen.
    next = receivePage(next, page, { ...answer, rows: [...rows, ...appended] });
  }
  return { kind: "in-place", window: next };
}

/** How far a row has to be moved so that it stands under the pointer as before, in rows; null = it is gone. */
export function shiftOf(before: number, after: ListWindow, id: BriefingId): number | null {
  const index = indexOfId(after, id);
  return index < 0 ? null : index - before;
}
