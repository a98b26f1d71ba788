import { isOutsideAreas } from "../../model/areas.ts";
import type { BriefingRow } from "../../model/briefing.ts";
import type { BriefingId } from "../../model/ids.ts";
import { type Filters, noFilters, type View } from "../../model/view.ts";
import { type GroupedList, standForCopies } from "../copies/stand-for-copies.ts";
import type { NamedTerritories } from "../vault.ts";
import { compareStandIns, groupsCopies } from "./choose-stand-in.ts";
import { KeptForVersion } from "./kept-for-version.ts";
import type { Cell, LibraryState } from "./library-state.ts";
import { type SelectContext, selectBriefings } from "./select-briefings.ts";

/** More views than a person switches between before something changes. */
const viewsKept = 12;

/** The lists that views are made of, each kept until the next change. */
export class KeptLists {
  readonly #state: LibraryState;
  readonly #views = new Map<string, readonly Cell[]>();
  #viewsVersion = "";
  readonly #grouped = new WeakMap<readonly Cell[], GroupedList<Cell>>();
  /** Asked for with every letter of a search. */
  readonly #ids = new KeptForVersion<readonly BriefingId[]>(() => this.#all().map(cellId));
  /** With every letter of a condition: to make 50,000 of them anew takes longer than to test them. */
  readonly #rows = new KeptForVersion<readonly BriefingRow[]>(() => this.#all().map(rowOf));
  #named: NamedTerritories = { version: 0, territoriesOf: () => [] };

  constructor(state: LibraryState) {
    this.#state = state;
  }

  nameTerritories(named: NamedTerritories): void {
    this.#named = named;
  }

  get context(): SelectContext {
    return { deliveries: this.#state.deliveries, lookedUpTo: this.#state.ownLook?.upTo ?? 0 };
  }

  allIds(): readonly BriefingId[] {
    return this.#ids.at(this.#state.version);
  }

  allRows(): readonly BriefingRow[] {
    return this.#rows.at(this.#state.version);
  }

  groupedOf(view: View, filters: Filters): GroupedList<Cell> {
    const cells = this.cellsOf(view, filters);
    const known = this.#grouped.get(cells);
    if (known !== undefined) return known;
    const grouped = groupsCopies(view)
      ? standForCopies(cells, {
          idOf: cellId,
          groupOf: (id) => this.#state.copyGroupOf(id),
          compare: (one, other) => compareStandIns(one, other, this.#state.sources),
        })
      : { rows: cells, behind: new Map(), hidden: 0 };
    this.#grouped.set(cells, grouped);
    return grouped;
  }

  cellsOf(view: View, filters: Filters): readonly Cell[] {
    const version = `${this.#state.version} ${this.#named.version}`;
    if (this.#viewsVersion !== version || this.#views.size > viewsKept) this.#views.clear();
    this.#viewsVersion = version;
    const key = JSON.stringify([view, filters]);
    const known = this.#views.get(key);
    if (known !== undefined) return known;
    const cells =
      filters.areas.length === 0
        ? selectBriefings(this.#state.newestFirst(), { view, filters }, this.context)
        : this.cellsOf(view, { ...filters, areas: [] }).filter((cell) => !this.#isOutside(cell, filters.areas));
    this.#views.set(key, cells);
    return cells;
  }

  #all(): readonly Cell[] {
    return this.cellsOf({ kind: "all" }, noFilters);
  }

  #isOutside({ record }: Cell, areas: Filters["areas"]): boolean {
    return isOutsideAreas(this.#named.territoriesOf(record.head.id), areas);
  }
}

export function cellId({ record }: Cell): BriefingId {
  return record.head.id;
}

export function rowOf({ record, isRead, isSaved }: Cell): BriefingRow {
  return { head: record.head, state: { read: isRead, saved: isSaved } };
}
