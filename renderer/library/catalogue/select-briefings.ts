import type { BriefingKind } from "../../model/briefing.ts";
import type { DeliveryId } from "../../model/ids.ts";
import type { Delivery, Filters, View } from "../../model/view.ts";
import { compareOrder } from "./briefing-record.ts";
import type { Cell } from "./library-state.ts";

/** What views are decided by beside the briefings themselves. */
export interface SelectContext {
  readonly deliveries: ReadonlyMap<DeliveryId, Delivery>;
  /** Up to which lamport count the current reader has looked. */
  readonly lookedUpTo: number;
}

/** The cells of a view in its order. `newestFirst` holds every briefing in the list's order. */
export function selectBriefings(
  newestFirst: readonly Cell[],
  { view, filters }: { readonly view: View; readonly filters: Filters },
  { deliveries, lookedUpTo }: SelectContext,
): readonly Cell[] {
  const selected = newestFirst.filter((cell) => isInView(cell, view, lookedUpTo) && passes(cell, filters));
  if (view.kind === "since-looked") return selected.toSorted(compareUrgency);
  return view.kind === "arrivals" ? groupByDelivery(selected, deliveries) : selected;
}

/** Whether a cell stands above another in a view's order. */
export function isAbove(cell: Cell, other: Cell, view: View, { deliveries }: SelectContext): boolean {
  if (view.kind === "since-looked") return (compareUrgency(cell, other) || compareOrder(cell, other)) < 0;
  const byDelivery =
    view.kind === "arrivals" ? compareArrival(cell.record.head.delivery, other.record.head.delivery, deliveries) : 0;
  return (byDelivery || compareOrder(cell, other)) < 0;
}

/** Alerts first, then security and access; the rest stays in the list's order. */
const urgency: Readonly<Record<BriefingKind, number>> = {
  alert: 0,
  security: 1,
  access: 1,
  sitrep: 2,
  reference: 2,
  unknown: 2,
};

export function compareUrgency(left: Cell, right: Cell): number {
  return urgency[left.record.head.kind] - urgency[right.record.head.kind];
}

export function isSinceLooked(cell: Cell, lookedUpTo: number): boolean {
  return !cell.isDeleted && cell.record.changed > lookedUpTo;
}

function isInView(cell: Cell, view: View, lookedUpTo: number): boolean {
  switch (view.kind) {
    case "since-looked":
      return isSinceLooked(cell, lookedUpTo);
    case "all":
    case "arrivals":
      return !cell.isDeleted;
    case "unread":
      return !cell.isDeleted && !cell.isRead;
    case "saved":
      return !cell.isDeleted && cell.isSaved;
    case "deleted":
      return cell.isDeleted;
    // Another shelf: see library/shelf.
    case "references":
      return false;
    case "source":
      return !cell.isDeleted && cell.record.head.sourceId === view.sourceId;
  }
}

function passes(cell: Cell, filters: Filters): boolean {
  if (filters.unreadOnly && cell.isRead) return false;
  if (filters.savedOnly && !cell.isSaved) return false;
  if (filters.sourceId !== null && cell.record.head.sourceId !== filters.sourceId) return false;
  if (filters.language !== null && cell.record.head.language !== filters.language) return false;
  if (filters.from !== null && cell.time < filters.from) return false;
  return filters.until === null || cell.time <= filters.until;
}

function groupByDelivery(cells: readonly Cell[], deliveries: ReadonlyMap<DeliveryId, Delivery>): Cell[] {
  const groups = new Map<DeliveryId, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.record.head.delivery);
    if (group === undefined) groups.set(cell.record.head.delivery, [cell]);
    else group.push(cell);
  }
  return [...groups].sort(([left], [right]) => compareArrival(left, right, deliveries)).flatMap(([, group]) => group);
}

/** Newest delivery first; of two at one moment the one with the greater id, so that the order stays the same. */
function compareArrival(left: DeliveryId, right: DeliveryId, deliveries: ReadonlyMap<DeliveryId, Delivery>): number {
  if (left === right) return 0;
  const later = (deliveries.get(right)?.at ?? 0) - (deliveries.get(left)?.at ?? 0);
  return later !== 0 ? later : left < right ? 1 : -1;
}
