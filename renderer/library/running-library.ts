import type { GettingStatus } from "../model/getting.ts";
import { brandId, type SourceId } from "../model/ids.ts";
import type { NamedItem, NewHits } from "../model/saved-search.ts";
import type { SyncStatus } from "../model/sync-status.ts";
import type { Instant } from "../model/time.ts";
import { type Attachments, createAttachments } from "./attachments/attachments.ts";
import type { DrawPicture } from "./attachments/draw-picture.ts";
import { createDrafts, type Drafts } from "./drafts.ts";
import { createFullTexts, type FullTexts } from "./full-text.ts";
import { digestId } from "./intake/digest.ts";
import { loadTakeIn } from "./load-take-in.ts";
import type { OpenedVault } from "./opened-vault.ts";
import { createOwnNames, type OwnNames } from "./own-names.ts";
import { type PaletteNeeds, paletteItems } from "./palette-items.ts";
import { createReaders, type Readers } from "./readers.ts";
import { createSavedSearches, type SavedSearches } from "./saved-searches.ts";
import { findNamed } from "./search/find-named.ts";
import { NamesKeeper } from "./search/names/keep-facets.ts";
import { territoriesOf } from "./search/names/names-in-briefings.ts";
import { shippedTables } from "./search/names/shipped-tables.ts";
import { ReferenceSearch } from "./search/reference-search.ts";
import { createSearchService, type SearchService } from "./search/search-service.ts";
import { createSearchHistory, type SearchHistory } from "./search-history.ts";
import { ReferenceShelf } from "./shelf/reference-shelf.ts";
import { createSourceLists, type SourceLists } from "./source-lists.ts";
import { createSources, type Sources } from "./sources.ts";
import type { Surroundings } from "./surroundings.ts";
import { createGetting, type Getting } from "./sync/create-getting.ts";
import { createSync, type Sync } from "./sync/create-sync.ts";
import { createFeedStore } from "./sync/store-feed.ts";
import { type UndoableActions, undoableActions } from "./undo.ts";

/** An open library with everything that works on it. */
export interface RunningLibrary {
  readonly vault: OpenedVault;
  readonly actions: UndoableActions;
  readonly readers: Readers;
  readonly sources: Sources;
  readonly sourceLists: SourceLists;
  readonly sync: Sync;
  readonly attachments: Attachments;
  readonly getting: Getting;
  readonly drawPicture: DrawPicture | null;
  readonly fullTexts: FullTexts;
  readonly drafts: Drafts;
  readonly search: SearchService;
  readonly names: NamesKeeper;
  readonly ownNames: OwnNames;
  readonly savedSearches: SavedSearches;
  readonly searchHistory: SearchHistory;
  readonly shelf: ReferenceShelf;
  /** Everything with a name that a half-typed word may mean. */
  findNamed(asked: Pick<PaletteNeeds, "commands" | "typed"> & { readonly limit: number }): readonly NamedItem[];
  stop(): void;
}

export interface RunOptions {
  readonly vault: OpenedVault;
  readonly surroundings: Surroundings;
  readonly onSync: (status: SyncStatus) => void;
  readonly onGetting: (status: GettingStatus) => void;
  readonly onSearchProgress: () => void;
  readonly onNamesProgress: () => void;
  readonly onNewHits: (hits: readonly NewHits[]) => void;
  readonly onShelfLoaded: () => void;
  readonly onBug: (error: unknown, doing: string) => string;
}

/**
 * What this library saw of the servers' time before it was opened. Times of checks are renewed by every sync, so that
 * one that a wrong clock made goes away with the next; deliveries stand in where the working copy is new.
 */
function newestServerDateIn({ catalogue }: OpenedVault): Instant | null {
  const checks = catalogue
    .sources()
    .filter(({ enabled }) => enabled)
    .map(({ id }) => catalogue.lastCheckedAt(id) ?? 0);
  const newestCheck = Math.max(0, ...checks);
  if (newestCheck > 0) return newestCheck;
  const fed = catalogue.deliveries().filter(({ way }) => way === "feed");
  return fed.reduce<Instant | null>((newest, { at }) => Math.max(newest ?? 0, at), null);
}

/** Joins the rooms: what one brings reaches the next as an argument here, so that none of them knows another. */
export function runLibrary(options: RunOptions): RunningLibrary {
  const { vault, surroundings, onSync, onGetting, onSearchProgress, onNamesProgress, onNewHits, onBug } = options;
  const { host, clock, wait, randomBytes } = surroundings;
  const takeIn = loadTakeIn(vault, surroundings);
  const { parseFeed } = takeIn;
  const feedStore = createFeedStore({ vault, intake: takeIn.intakeFeed, randomBytes });
  const onProgress = (): void => {
    onSearchProgress();
    savedSearches.followIndex();
  };
  const keeping = { vault, store: vault.buffers, clock, wait, onBug };
  const names = new NamesKeeper({
    ...keeping,
    shipped: shippedTables,
    isSearchReading: () => !search.isComplete,
    onProgress: onNamesProgress,
  });
  const onText = names.take.bind(names);
  const search: SearchService = createSearchService({ ...keeping, names, onText, onProgress });
  const savedSearches = createSavedSearches({ catalogue: vault.catalogue, search, randomBytes, onNewHits, onBug });
  const fullTexts = createFullTexts({
    host,
    clock,
    vault,
    readArticle: takeIn.readArticle,
    intakeArticle: takeIn.intakeArticle,
    inTurn: feedStore.inTurn,
  });
  const sync: Sync = createSync({
    // What a sync learns about the disk, the status tells too.
    host: { fetchAddress: host.fetchAddress, diskState: () => vault.recheckDisk() },
    clock,
    wait,
    randomBytes,
    vault,
    parseFeed,
    feedStore,
    articles: fullTexts,
    seenEarlier: newestServerDateIn(vault),
    mayRetry: () => vault.catalogue.gettingRules().mode !== "manual",
    mayGoOut: () => getting.mayGoOut(),
    onStatus(status) {
      savedSearches.followSync(status);
      onSync(status);
    },
    onRan: (ran) => getting.noteRun(ran),
    onBug,
  });
  const getting: Getting = createGetting({
    host,
    clock,
    wait,
    randomBytes,
    vault,
    parseFeed,
    sync,
    expectedArticleBytes: fullTexts.expectedBytes,
    onStatus: onGetting,
    onBug,
  });
  const sourceIdOf = async (address: string) => brandId<SourceId>(await digestId("source", address));
  vault.catalogue.nameTerritories({
    get version() {
      return names.facets.version;
    },
    territoriesOf: (id) => territoriesOf(names, id),
  });

  const attachments = createAttachments(vault);

  let isStopped = false;
  // What is due is known when all of the library is read.
  void vault.catalogue.whenComplete.then(() => isStopped || getting.start());
  const shelf = new ReferenceShelf({
    texts: surroundings.shelfTexts,
    digestId,
    buildBody: takeIn.markdownBuilder,
    catalogue: vault.catalogue,
    search: new ReferenceSearch({ isName: (word) => names.lookUp.isName(word) }),
    wait,
    onLoaded: options.onShelfLoaded,
  });

  // The list is painted before names and index are loaded, and the shelf comes last: all want the same thread.
  void vault.catalogue.whenComplete
    .then(() => names.start())
    .then(() => search.start())
    .then(() => shelf.prepareSearch())
    .catch((error: unknown) => onBug(error, "start"));

  const actions = undoableActions(vault, surroundings);
  return {
    vault,
    sync,
    getting,
    fullTexts,
    search,
    names,
    ownNames: createOwnNames({
      catalogue: vault.catalogue,
      names,
      clock,
      idOf: (table, name, place) => digestId("name", `${table}\n${name}\n${place}`),
    }),
    savedSearches,
    searchHistory: createSearchHistory(vault),
    actions,
    readers: createReaders({ vault, actions, randomBytes }),
    shelf,
    findNamed: ({ commands, typed, limit }) =>
      findNamed(paletteItems({ catalogue: vault.catalogue, tables: names.tables, commands, typed }), typed, limit),
    sources: createSources({
      host,
      clock,
      vault,
      parseFeed,
      findFeedLinks: takeIn.findFeedLinks,
      feedStore,
      sourceIdOf,
    }),
    sourceLists: createSourceLists({ vault, sourceIdOf, readOpml: takeIn.readOpml, writeOpml: takeIn.writeOpml }),
    attachments,
    drawPicture: surroundings.drawPicture,
    drafts: createDrafts({
      clock,
      randomBytes,
      wait,
      readFile: takeIn.readFile,
      readPaste: takeIn.readPaste,
      findStanding: takeIn.findStanding,
      intake: takeIn.intakeDraft,
      attachments,
      titleOf: (id) => vault.catalogue.head(id)?.title ?? null,
    }),
    stop() {
      isStopped = true;
      getting.stop();
      sync.stop();
      search.stop();
      names.stop();
    },
  };
}
