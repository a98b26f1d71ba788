import type { BriefingId } from "../../../model/ids.ts";
import type { SearchFindings } from "../../../model/view.ts";
import { indexOfId, type ListWindow, rowAt, rowCount } from "../../reading/list-window.ts";
import type { ListItem, ListSource } from "./list-item.ts";

export interface ListGroups {
  readonly groups: boolean;
  /** The list has news, so that references in it stand apart. */
  readonly hasNews: boolean;
}

/** Items are made once per window, so that a row is rendered again only when it is another one. */
export function windowSource(window: ListWindow, { groups, hasNews }: ListGroups): ListSource {
  const made = new Map<number, ListItem>();
  const isFirstReference = (index: number) => index === 0 || rowAt(window, index - 1)?.reference === undefined;
  return {
    count: rowCount(window),
    itemAt(index) {
      const known = made.get(index);
      if (known !== undefined) return known;
      const row = rowAt(window, index);
      if (row === null) return null;
      const before = groups ? rowAt(window, index - 1) : null;
      const starts = groups && before?.head.delivery !== row.head.delivery;
      const item = {
        row,
        hit: null,
        delivery: starts ? (window.deliveries.get(row.head.delivery) ?? null) : null,
        copies: window.copies.get(row.head.id) ?? null,
        startsReferences: hasNews && row.reference !== undefined && isFirstReference(index),
      };
      made.set(index, item);
      return item;
    },
    indexOf: (id) => indexOfId(window, id),
  };
}

/** Copies follow the hit that stands for them, and show where it is opened. */
export function searchSource(answer: SearchFindings | null, opened: ReadonlySet<BriefingId>): ListSource {
  const notes = new Map((answer?.copies ?? []).map((copies) => [copies.id, copies]));
  const news = (answer?.hits ?? []).flatMap((hit): ListItem[] => {
    const copies = notes.get(hit.row.head.id) ?? null;
    const isHidden = copies?.role === "copy" && !opened.has(copies.of);
    return isHidden ? [] : [{ row: hit.row, hit, delivery: null, copies, startsReferences: false }];
  });
  const references = (answer?.references ?? []).map(
    (hit, index): ListItem => ({ row: hit.row, hit, delivery: null, copies: null, startsReferences: index === 0 }),
  );
  const items = [...news, ...references];
  const places = new Map<BriefingId, number>(items.map(({ row }, index) => [row.head.id, index]));
  return {
    count: items.length,
    itemAt: (index) => items[index] ?? null,
    indexOf: (id) => places.get(id) ?? -1,
  };
}
