import type { KeptAttachment } from "../../model/attachment.ts";
import type { BriefingRow } from "../../model/briefing.ts";
import { defaultGettingRules } from "../../model/getting.ts";
import type { BlobName, BriefingId, SourceId } from "../../model/ids.ts";
import { defaultSettings } from "../../model/settings.ts";
import { type Filters, noFilters, type SinceLooked, type View, type ViewCounts } from "../../model/view.ts";
import { describeCopies, openCopies } from "../copies/stand-for-copies.ts";
import type { Catalogue, NamedTerritories } from "../vault.ts";
import { countSinceLooked } from "./count-since-looked.ts";
import { KeptForVersion } from "./kept-for-version.ts";
import { cellId, KeptLists, rowOf } from "./kept-lists.ts";
import type { Cell, LibraryState } from "./library-state.ts";
import { isAbove } from "./select-briefings.ts";
import { type Tallies, tallyOf } from "./tally-briefings.ts";
import { addCounts } from "./traffic-tally.ts";

export const nothingCounted: ViewCounts = {
  sequence: 0,
  "since-looked": null,
  all: null,
  unread: null,
  saved: null,
  arrivals: null,
  deleted: null,
};

/** Answers from memory. What it counts and lists is kept until the next change. */
export class MemoryCatalogue implements Catalogue {
  readonly whenComplete: Promise<void>;
  isComplete = false;
  readonly #state: LibraryState;
  #settle: () => void = () => {};
  readonly #tallies = new KeptForVersion(() => tallyOf(this.#state.newestFirst(), this.looked().upTo));
  readonly #kept = new KeptForVersion(() => oneOfEachBlob(this.#state.newestFirst()));
  readonly #lists: KeptLists;

  constructor(state: LibraryState) {
    this.#state = state;
    this.#lists = new KeptLists(state);
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
    const grouped = this.#lists.groupedOf(view, filters);
    const all = openCopies(grouped, opened, cellId);
    const cells = all.slice(offset, offset + limit);
    const rows = cells.map(rowOf);
    const copies = describeCopies(cells, grouped, { idOf: cellId, isUnread: (cell) => !cell.isRead });
    const hiddenCopies = grouped.hidden - (all.length - grouped.rows.length);
    const outsideAreas =
      filters.areas.length === 0
        ? 0
        : this.#lists.cellsOf(view, { ...filters, areas: [] }).length - this.#lists.cellsOf(view, filters).length;
    return { rows, total: this.isComplete ? all.length : null, copies, hiddenCopies, outsideAreas };
  }

  idsOf({ view, filters, notNewerThan }: { view: View; filters: Filters; notNewerThan: BriefingId | null }) {
    const cells = this.#lists.cellsOf(view, filters);
    if (notNewerThan === null) return cells.map(cellId);
    const mark = this.#state.cell(notNewerThan);
    if (mark === null) return [];
    const { context } = this.#lists;
    return cells.filter((cell) => !isAbove(cell, mark, view, context)).map(cellId);
  }

  counts(areas: Filters["areas"] = []): ViewCounts {
    const { sequence } = this;
    if (!this.isComplete) return { ...nothingCounted, sequence };
    const { all, saved, deleted, sinceLooked } = this.#tally();
    const inAreas = (kind: "all" | "unread") => this.#lists.cellsOf({ kind }, { ...noFilters, areas }).length;
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
    const { ownLook } = this.#state;
    return { upTo: ownLook?.upTo ?? 0, at: ownLook?.at ?? null };
  }

  sinceLooked(): SinceLooked {
    const { sequence } = this;
    const cells = this.#lists.cellsOf({ kind: "since-looked" }, noFilters);
    return { sequence, lookedAt: this.looked().at, ...countSinceLooked(cells, this.#state.sources) };
  }

  readers() {
    return [...this.#state.readersNow()].map(([id, name]) => ({ id, name }));
  }

  allIds(): readonly BriefingId[] {
    return this.#lists.allIds();
  }

  allRows(): readonly BriefingRow[] {
    return this.#lists.allRows();
  }

  kept(): readonly KeptAttachment[] {
    return this.#kept.at(this.#state.version);
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
    this.#lists.nameTerritories(named);
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

  #tally(): Tallies {
    return this.#tallies.at(this.#state.version);
  }
}

function oneOfEachBlob(cells: Iterable<Cell>): readonly KeptAttachment[] {
  const byBlob = new Map<BlobName, KeptAttachment>();
  for (const { record } of cells) for (const attachment of record.head.kept) byBlob.set(attachment.blob, attachment);
  return [...byBlob.values()];
}
