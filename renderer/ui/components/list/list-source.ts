import type { BriefingId } from "../../../model/ids.ts";
import type { SearchAnswer } from "../../../model/view.ts";
import { indexOfId, type ListWindow, rowAt, rowCount } from "../../reading/list-window.ts";
import type { ListItem, ListSource } from "./list-item.ts";

/** Items are made once per window, so that a row is rendered again only when it is another one. */
export function windowSource(window: ListWindow, { groups }: { readonly groups: boolean }): ListSource {
  const made = new Map<number, ListItem>();
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
      };
      made.set(index, item);
      return item;
    },
    indexOf: (id) => indexOfId(window, id),
  };
}

/** Copies follow the hit that stands for them, and show where it is opened. */
export function searchSource(answer: SearchAnswer | null, opened: ReadonlySet<BriefingId>): ListSource {
  const notes = new Map((answer?.copies ?? []).map((copies) => [copies.id, copies]));
  const items = (answer?.hits ?? []).flatMap((hit): ListItem[] => {
    const copies = notes.get(hit.row.head.id) ?? null;
    const isHidden = copies?.role === "copy" && !opened.has(copies.of);
    return isHidden ? [] : [{ row: hit.row, hit, delivery: null, copies }];
  });
  const places = new Map<BriefingId, number>(items.map(({ row }, index) => [row.head.id, index]));
  return {
    count: items.length,
    itemAt: (index) => items[index] ?? null,
    indexOf: (id) => places.get(id) ?? -1,
  };
}
