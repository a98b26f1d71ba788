import type { BodyMatch, BriefingRow, OpenBriefing, RevisionContent, TextRange } from "../../model/briefing.ts";
import type { Change } from "../../model/changes.ts";
import type { BriefingId } from "../../model/ids.ts";
import type { ShelfCounts } from "../../model/reference.ts";
import type { InterfaceLanguage } from "../../model/settings.ts";
import type { Filters, ListPage, SearchAnswer, SearchFindings, SearchHit, View, ViewCounts } from "../../model/view.ts";
import type { Catalogue } from "../vault.ts";
import { makeShelfItems, type ShelfItem, type ShelfTools, type ShelfVersion } from "./shelf-items.ts";

/** One language version that answers a search. */
export interface FoundVersion {
  readonly id: BriefingId;
  readonly language: InterfaceLanguage;
}

export interface PresentedVersion extends FoundVersion {
  readonly titleRanges: readonly TextRange[];
  readonly snippet: string;
  readonly snippetRanges: readonly TextRange[];
}

/** Full text of the shelf, apart from that of the news. */
export interface ShelfSearch {
  add(version: { readonly id: BriefingId; readonly language: InterfaceLanguage; content: RevisionContent }): void;
  /** One version an item, the preferred language where it answers too; best first. */
  find(query: string, preferred: InterfaceLanguage): readonly FoundVersion[];
  /** The query asks for references, so that all of them are shown. */
  isAskedFor(query: string): boolean;
  /** In the order given, each with its best passage. */
  present(query: string, found: readonly FoundVersion[]): readonly PresentedVersion[];
  /** No word of a query stands in these texts: what is found is only like it. */
  onlyGuesses(query: string): boolean;
  /** Whether a word of a query stands in any of these texts. */
  knows(word: string): boolean;
  matchesIn(content: RevisionContent, query: string): readonly BodyMatch[];
}

export interface ShelfOptions extends Pick<ShelfTools, "digestId"> {
  readonly texts: () => Promise<readonly string[]>;
  readonly buildBody: () => Promise<ShelfTools["buildBody"]>;
  readonly catalogue: Catalogue;
  readonly search: ShelfSearch;
  readonly wait: (delayMs: number) => Promise<void>;
  /** The shelf can be shown. */
  readonly onLoaded: () => void;
}

interface ListQuery {
  readonly view: View;
  readonly filters: Filters;
  readonly offset: number;
  readonly limit: number;
  readonly language?: InterfaceLanguage | undefined;
}

/** More would push what they stand below off the screen. */
const mostFound = 3;

/**
 * The texts that come with the app. They are no briefings: the journal keeps only what a person did with them, so a
 * newer app brings newer texts and nothing arrives, and no list or count of news ever sees them.
 */
export class ReferenceShelf {
  readonly #options: ShelfOptions;
  #items: readonly ShelfItem[] | null = null;
  #byId: ReadonlyMap<BriefingId, ShelfItem> = new Map();
  #loading: Promise<readonly ShelfItem[]> | null = null;
  #preparing: Promise<void> | null = null;

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  load(): Promise<readonly ShelfItem[]> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<readonly ShelfItem[]> {
    const { texts, digestId, buildBody, onLoaded } = this.#options;
    const [files, build] = await Promise.all([texts(), buildBody()]);
    this.#items = await makeShelfItems(files, { digestId, buildBody: build });
    this.#byId = new Map(this.#items.map((item) => [item.id, item]));
    onLoaded();
    return this.#items;
  }

  /** Makes all of it searchable, text by text, so that other questions are answered in between. */
  prepareSearch(): Promise<void> {
    this.#preparing ??= this.#prepareSearch();
    return this.#preparing;
  }

  async #prepareSearch(): Promise<void> {
    const { search, wait } = this.#options;
    for (const { id, versions } of await this.load()) {
      for (const { language, content } of versions.values()) {
        search.add({ id, language, content: content() });
        await wait(0);
      }
    }
  }

  /** null = not read in yet. */
  counts(): ShelfCounts | null {
    if (this.#items === null) return null;
    const removed = this.#items.filter(({ id }) => this.#isRemoved(id)).length;
    return { onShelf: this.#items.length - removed, removed };
  }

  /** Saved and deleted ones are counted where they are listed. */
  addCounts(counts: ViewCounts): ViewCounts {
    const { saved, deleted } = counts;
    const items = this.#items ?? [];
    const savedHere = items.filter(({ id }) => this.#isSaved(id) && !this.#isRemoved(id)).length;
    const removed = items.filter(({ id }) => this.#isRemoved(id)).length;
    return {
      ...counts,
      saved: saved === null ? null : saved + savedHere,
      deleted: deleted === null ? null : deleted + removed,
    };
  }

  /** The shelf itself is a list of its own; among what was saved or deleted its texts stand below the news. */
  async addRows(page: ListPage, query: ListQuery): Promise<ListPage> {
    const { view, offset, limit, language } = query;
    if (view.kind === "references") await this.load();
    const items = this.#itemsIn(query);
    if (view.kind !== "references" && (page.total === null || items.length === 0)) return page;
    const newsAbove = view.kind === "references" ? 0 : (page.total ?? 0);
    const first = Math.max(0, offset - newsAbove);
    const room = limit - page.rows.length;
    const rows = items.slice(first, first + room).map((item) => this.#rowOf(versionIn(item, language)));
    return { ...page, rows: [...page.rows, ...rows], total: newsAbove + items.length };
  }

  #itemsIn({ view, filters }: ListQuery): readonly ShelfItem[] {
    const items = this.#items ?? [];
    switch (view.kind) {
      case "references":
        return items.filter(({ id }) => !this.#isRemoved(id));
      case "saved":
        return items.filter((item) => this.#isSaved(item.id) && this.#passes(item, filters));
      case "deleted":
        return items.filter(({ id }) => this.#isRemoved(id));
      default:
        return [];
    }
  }

  /** Filters that ask for something only news has leave no reference. */
  #passes({ id, versions }: ShelfItem, { unreadOnly, savedOnly, sourceId, language, from, until }: Filters): boolean {
    if (this.#isRemoved(id) || unreadOnly || sourceId !== null || from !== null || until !== null) return false;
    if (savedOnly && !this.#isSaved(id)) return false;
    return language === null || [...versions.keys()].some((known) => known === language);
  }

  /** null = none of ours. */
  async open(asked: {
    readonly id: BriefingId;
    readonly query: string | null;
    readonly language?: InterfaceLanguage | undefined;
    readonly version?: InterfaceLanguage | undefined;
  }): Promise<OpenBriefing | null> {
    if (this.#options.catalogue.head(asked.id) !== null) return null;
    await this.load();
    const item = this.#byId.get(asked.id);
    if (item === undefined) return null;
    const { query, language = "fr" } = asked;
    if (query !== null) await this.prepareSearch();
    const shown = asked.version ?? (query === null ? language : this.#answering(item.id, query, language));
    const version = versionIn(item, shown);
    const { body } = version.content();
    const { head, state, reference } = this.#rowOf(version);
    return {
      head,
      state,
      reference,
      body,
      revisions: [],
      copies: [],
      places: [],
      matches: query === null ? [] : this.#options.search.matchesIn(version.content(), query),
    };
  }

  /** Below the hits among the news, one an item. */
  async addFindings(
    answer: SearchAnswer,
    asked: { readonly query: string; readonly filters: Filters; readonly language?: InterfaceLanguage | undefined },
  ): Promise<SearchFindings> {
    // A shelf that can't be read, which is told at the start, takes no search of news with it.
    const isSearchable = await this.prepareSearch().then(
      () => true,
      () => false,
    );
    if (!isSearchable) return { ...answer, references: [] };
    const { query, filters, language = "fr" } = asked;
    const { search } = this.#options;
    const shown = (answer.total > 0 && search.onlyGuesses(query) ? [] : search.find(query, language))
      .filter(({ id }) => {
        const item = this.#byId.get(id);
        return item !== undefined && this.#passes(item, filters);
      })
      .slice(0, search.isAskedFor(query) ? undefined : mostFound);
    const references = search.present(query, shown).flatMap(({ id, language: held, ...passage }): SearchHit[] => {
      const item = this.#byId.get(id);
      return item === undefined ? [] : [{ ...passage, row: this.#rowOf(versionIn(item, held)) }];
    });
    // A word that stands here isn't one that stands nowhere.
    const unmatched =
      references.length === 0 ? answer.unmatched : answer.unmatched.filter(({ word }) => !search.knows(word));
    return { ...answer, unmatched, references };
  }

  /** Which version of an item answers a query best. */
  #answering(id: BriefingId, query: string, language: InterfaceLanguage): InterfaceLanguage {
    return this.#options.search.find(query, language).find((found) => found.id === id)?.language ?? language;
  }

  /** A page names ids without knowing whose they are. */
  async savedChanges(ids: readonly BriefingId[], saved: boolean): Promise<readonly Change[]> {
    const { briefings, references } = await this.#sort(ids);
    return [
      ...(briefings.length === 0 ? [] : [{ kind: "saved-set", ids: briefings, saved } as const]),
      ...(references.length === 0 ? [] : [{ kind: "references-saved", ids: references, saved } as const]),
    ];
  }

  async deletedChanges(ids: readonly BriefingId[], deleted: boolean): Promise<readonly Change[]> {
    const { briefings, references } = await this.#sort(ids);
    const kind = deleted ? "briefings-deleted" : "briefings-restored";
    return [
      ...(briefings.length === 0 ? [] : [{ kind, ids: briefings } as const]),
      ...(references.length === 0 ? [] : [{ kind: "references-removed", ids: references, removed: deleted } as const]),
    ];
  }

  async wholeShelfChanges(removed: boolean): Promise<readonly Change[]> {
    const items = await this.load();
    return [{ kind: "references-removed", ids: items.map(({ id }) => id), removed }];
  }

  async #sort(ids: readonly BriefingId[]) {
    const { catalogue } = this.#options;
    if (ids.some((id) => catalogue.head(id) === null)) await this.load();
    return {
      briefings: ids.filter((id) => !this.#byId.has(id)),
      references: ids.filter((id) => this.#byId.has(id)),
    };
  }

  #rowOf({ head, label }: ShelfVersion): BriefingRow & Required<Pick<BriefingRow, "reference">> {
    return { head, state: { read: true, saved: this.#isSaved(head.id) }, reference: label };
  }

  #isSaved(id: BriefingId): boolean {
    return this.#options.catalogue.referenceState(id).isSaved;
  }

  #isRemoved(id: BriefingId): boolean {
    return this.#options.catalogue.referenceState(id).isRemoved;
  }
}

function versionIn(item: ShelfItem, language: InterfaceLanguage = "fr"): ShelfVersion {
  return item.versions.get(language) ?? item.master;
}
