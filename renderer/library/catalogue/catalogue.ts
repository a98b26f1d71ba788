import { isOutsideAreas } from "../../model/areas.ts";
import type { KeptAttachment } from "../../model/attachment.ts";
import type { BriefingRow } from "../../model/briefing.ts";
import { defaultGettingRules } from "../../model/getting.ts";
import type { BlobName, BriefingId, SourceId } from "../../model/ids.ts";
import { defaultSettings } from "../../model/settings.ts";
import type { Instant } from "../../model/time.ts";
import { type Filters, noFilters, type SinceLooked, type View, type ViewCounts } from "../../model/view.ts";
import { describeCopies, type GroupedList, openCopies, standForCopies } from "../copies/stand-for-copies.ts";
import type { Catalogue, NamedTerritories } from "../vault.ts";
import { compareStandIns, groupsCopies } from "./choose-stand-in.ts";
import { countSinceLooked } from "./count-since-looked.ts";
import type { Cell, LibraryState } from "./library-state.ts";
import { isAbove, isSinceLooked, type SelectContext, selectBriefings } from "./select-briefings.ts";
import { addCounts } from "./traffic-tally.ts";

interface SourceTally {
  total: number;
  unread: number;
  newestItem: Instant | null;
  /** Articles that were fetched behind its extracts. */
  articles: number;
  articleBytes: number;
}

interface Tallies {
  readonly version: number;
  readonly all: SourceTally;
  sinceLooked: number;
  saved: number;
  deleted: number;
  readonly bySource: Map<SourceId, SourceTally>;
}

export const nothingCounted: ViewCounts = {
  sequence: 0,
  "since-looked": null,
  all: null,
  unread: null,
  saved: null,
  arrivals: null,
  deleted: null,
};

/** More views than a person switches between before something changes. */
const viewsKept = 12;

/** Answers from memory. What it counts and lists is kept until the next change. */
export class MemoryCatalogue implements Catalogue {
  readonly whenComplete: Promise<void>;
  isComplete = false;
  readonly #state: LibraryState;
  #settle: () => void = () => {};
  #tallies: Tallies | null = null;
  #kept: { readonly version: number; readonly attachments: readonly KeptAttachment[] } | null = null;
  /** Asked for with every letter of a search. */
  #ids: { readonly version: number; readonly all: readonly BriefingId[] } | null = null;
  readonly #views = new Map<string, readonly Cell[]>();
  readonly #grouped = new WeakMap<readonly Cell[], GroupedList<Cell>>();
  #viewsVersion = "";
  #named: NamedTerritories = { version: 0, territoriesOf: () => [] };

  constructor(state: LibraryState) {
    this.#state = state;
    this.whenComplete = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  markComplete(): void {
    this.isComplete = true;
    this.#settle();
  }

  get sequence(): number {
    return this.#state.sequence;
  }

  head(id: BriefingId) {
    return this.#state.record(id)?.head ?? null;
  }

  state(id: BriefingId) {
    const cell = this.#state.cell(id);
    return { read: cell?.isRead === true, saved: cell?.isSaved === true };
  }

  isDeleted(id: BriefingId): boolean {
    return this.#state.cell(id)?.isDeleted === true;
  }

  row(id: BriefingId) {
    const cell = this.#state.cell(id);
    return cell === null || cell.isDeleted ? null : rowOf(cell);
  }

  referenceState(id: BriefingId) {
    const marks = this.#state.referenceMarks(id);
    const reader = this.#state.currentReader;
    return {
      isRemoved: marks?.removal?.on === true,
      isSaved: marks?.saved.find(({ readerId }) => readerId === reader)?.mark.on === true,
    };
  }

  digests(id: BriefingId): readonly string[] {
    return this.#state.record(id)?.revisions.map(({ digest }) => digest) ?? [];
  }

  findByLink(link: string): BriefingId | null {
    return this.#state.idByLink(link);
  }

  page({ view, filters, offset, limit, opened = [] }: Parameters<Catalogue["page"]>[0]) {
    const grouped = this.#groupedOf(view, filters);
    const all = openCopies(grouped, opened, cellId);
    const cells = all.slice(offset, offset + limit);
    const rows = cells.map(rowOf);
    const copies = describeCopies(cells, grouped, { idOf: cellId, isUnread: (cell) => !cell.isRead });
    const hiddenCopies = grouped.hidden - (all.length - grouped.rows.length);
    const outsideAreas =
      filters.areas.length === 0
        ? 0
        : this.#cellsOf(view, { ...filters, areas: [] }).length - this.#cellsOf(view, filters).length;
    return { rows, total: this.isComplete ? all.length : null, copies, hiddenCopies, outsideAreas };
  }

  idsOf({ view, filters, notNewerThan }: { view: View; filters: Filters; notNewerThan: BriefingId | null }) {
    const cells = this.#cellsOf(view, filters);
    if (notNewerThan === null) return cells.map((cell) => cell.record.head.id);
    const mark = this.#state.cell(notNewerThan);
    if (mark === null) return [];
    const context = this.#context;
    return cells.filter((cell) => !isAbove(cell, mark, view, context)).map((cell) => cell.record.head.id);
  }

  counts(areas: Filters["areas"] = []): ViewCounts {
    const { sequence } = this;
    if (!this.isComplete) return { ...nothingCounted, sequence };
    const { all, saved, deleted, sinceLooked } = this.#tally();
    const inAreas = (kind: "all" | "unread") => this.#cellsOf({ kind }, { ...noFilters, areas }).length;
    return {
      sequence,
      "since-looked": sinceLooked,
      all: areas.length === 0 ? all.total : inAreas("all"),
      unread: areas.length === 0 ? all.unread : inAreas("unread"),
      saved,
      arrivals: all.total,
      deleted,
    };
  }

  copyGroupOf(id: BriefingId): readonly BriefingId[] {
    return this.#state.copyGroupOf(id);
  }

  /** How far the changes go that lists know of. */
  get upTo(): number {
    return this.#state.lamport;
  }

  looked() {
    const reader = this.#state.currentReader;
    const look = reader === null ? null : this.#state.lookOf(reader);
    return { upTo: look?.upTo ?? 0, at: look?.at ?? null };
  }

  sinceLooked(): SinceLooked {
    const { sequence } = this;
    const cells = this.#cellsOf({ kind: "since-looked" }, noFilters);
    return { sequence, lookedAt: this.looked().at, ...countSinceLooked(cells, this.#state.sources) };
  }

  readers() {
    return [...this.#state.readersNow()].map(([id, name]) => ({ id, name }));
  }

  allIds(): readonly BriefingId[] {
    const { version } = this.#state;
    if (this.#ids?.version === version) return this.#ids.all;
    const all = this.idsOf({ view: { kind: "all" }, filters: noFilters, notNewerThan: null });
    this.#ids = { version, all };
    return all;
  }

  *allRows(): Generator<BriefingRow> {
    for (const cell of this.#cellsOf({ kind: "all" }, noFilters)) yield rowOf(cell);
  }

  kept(): readonly KeptAttachment[] {
    const { version } = this.#state;
    if (this.#kept?.version === version) return this.#kept.attachments;
    const byBlob = new Map<BlobName, KeptAttachment>();
    for (const { record } of this.#state.newestFirst()) {
      for (const attachment of record.head.kept) byBlob.set(attachment.blob, attachment);
    }
    const attachments = [...byBlob.values()];
    this.#kept = { version, attachments };
    return attachments;
  }

  sources() {
    return [...this.#state.sources.values()];
  }

  cursor(sourceId: SourceId) {
    return this.#state.cursors.get(sourceId) ?? null;
  }

  lastCheckedAt(sourceId: SourceId) {
    return this.#state.lastChecked.get(sourceId) ?? null;
  }

  sourceCounts(sourceId: SourceId) {
    const { total, unread } = this.#tally().bySource.get(sourceId) ?? { total: 0, unread: 0 };
    return { total, unread };
  }

  articleBytes(sourceId: SourceId) {
    const tally = this.#tally().bySource.get(sourceId);
    return tally === undefined || tally.articles === 0 ? null : Math.round(tally.articleBytes / tally.articles);
  }

  newestItem(sourceId: SourceId | null) {
    const tallies = this.#tally();
    return (sourceId === null ? tallies.all : tallies.bySource.get(sourceId))?.newestItem ?? null;
  }

  delivery(id: Parameters<Catalogue["delivery"]>[0]) {
    return this.#state.deliveries.get(id) ?? null;
  }

  deliveries() {
    return [...this.#state.deliveries.values()];
  }

  currentReader() {
    return this.#state.currentReader;
  }

  savedSearches() {
    const reader = this.#state.currentReader;
    return [...this.#state.savedSearches.values()]
      .flatMap(({ readerId, search }) => (search === null || readerId !== reader ? [] : [search]))
      .map((search) => ({ ...search, filters: { ...noFilters, ...search.filters } }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  settings() {
    const reader = this.#state.currentReader;
    const stored = reader === null ? null : this.#state.settingsOf(reader);
    return { ...defaultSettings, ...stored?.settings };
  }

  addedNames() {
    return [...this.#state.names.values()];
  }

  nameTerritories(named: NamedTerritories): void {
    this.#named = named;
  }

  gettingRules() {
    return this.#state.gettingRules?.rules ?? defaultGettingRules;
  }

  gettingNotes() {
    return this.#state.gettingNotes;
  }

  traffic() {
    return addCounts(this.#state.traffic, this.#state.uncounted);
  }

  get #context(): SelectContext {
    return { deliveries: this.#state.deliveries, lookedUpTo: this.looked().upTo };
  }

  #groupedOf(view: View, filters: Filters): GroupedList<Cell> {
    const cells = this.#cellsOf(view, filters);
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

  #cellsOf(view: View, filters: Filters): readonly Cell[] {
    const version = `${this.#state.version} ${this.#named.version}`;
    if (this.#viewsVersion !== version || this.#views.size > viewsKept) this.#views.clear();
    this.#viewsVersion = version;
    const key = JSON.stringify([view, filters]);
    const known = this.#views.get(key);
    if (known !== undefined) return known;
    const cells =
      filters.areas.length === 0
        ? selectBriefings(this.#state.newestFirst(), { view, filters }, this.#context)
        : this.#cellsOf(view, { ...filters, areas: [] }).filter((cell) => !this.#isOutside(cell, filters.areas));
    this.#views.set(key, cells);
    return cells;
  }

  #isOutside({ record }: Cell, areas: Filters["areas"]): boolean {
    return isOutsideAreas(this.#named.territoriesOf(record.head.id), areas);
  }

  #tally(): Tallies {
    const { version } = this.#state;
    if (this.#tallies?.version === version) return this.#tallies;
    const lookedUpTo = this.looked().upTo;
    const tallies: Tallies = {
      version,
      all: emptyTally(),
      sinceLooked: 0,
      saved: 0,
      deleted: 0,
      bySource: new Map(),
    };
    for (const cell of this.#state.newestFirst()) {
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
    this.#tallies = tallies;
    return tallies;
  }
}

function rowOf({ record, isRead, isSaved }: Cell): BriefingRow {
  return { head: record.head, state: { read: isRead, saved: isSaved } };
}

function cellId({ record }: Cell): BriefingId {
  return record.head.id;
}

function emptyTally(): SourceTally {
  return { total: 0, unread: 0, newestItem: null, articles: 0, articleBytes: 0 };
}

/** Cells come newest first, so the first one counted is the newest. */
function count(tally: SourceTally, cell: Cell): void {
  tally.total++;
  if (!cell.isRead) tally.unread++;
  tally.newestItem ??= cell.time;
  const { fullText } = cell.record.head;
  if (fullText?.at !== "fetched") return;
  tally.articles++;
  tally.articleBytes += fullText.received;
}
