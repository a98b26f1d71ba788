import type { RevisionContent } from "../../../model/briefing.ts";
import type { Changed } from "../../../model/changes.ts";
import type { BriefingId } from "../../../model/ids.ts";
import type { Instant } from "../../../model/time.ts";
import type { Catalogue } from "../../vault.ts";
import { searchDocumentOf } from "../plain-texts.ts";
import type { SearchDocument } from "../search-index.ts";
import { NameFinder } from "./find-names.ts";
import { NameLookUp } from "./look-up-name.ts";
import { NameFacets } from "./name-facets.ts";
import { joinTables, type NameTables } from "./name-tables.ts";

export interface KeepFacetsOptions {
  readonly vault: {
    readonly catalogue: Catalogue;
    readRevisions(ids: readonly BriefingId[]): Promise<readonly (RevisionContent | null)[]>;
    /** The same ones in the order in which so many are read soonest. */
    inReadingOrder(ids: readonly BriefingId[]): readonly BriefingId[];
  };
  readonly shipped: NameTables;
  /** null = made anew at each start. */
  readonly store: {
    read(name: string): Promise<Uint8Array | null>;
    write(buffers: ReadonlyMap<string, Uint8Array | null>): Promise<void>;
  } | null;
  /** Search is reading texts and gives them here: reading them a second time would only slow it. */
  readonly isSearchReading: () => boolean;
  readonly wait: (delayMs: number) => Promise<void>;
  readonly clock: () => Instant;
  readonly onProgress: () => void;
  readonly onBug: (error: unknown, doing: string) => void;
}

const keptAs = "names/facets";
const briefingsPerSlice = 32;
const longestTurnMs = 12;
const quietBeforeSaveMs = 6_000;
const progressEveryMs = 1_500;
const waitForSearchMs = 150;

/** The name tables as they are now, and what was found with them; found anew in the background when they change. */
export class NamesKeeper {
  readonly #options: KeepFacetsOptions;
  #tables: NameTables;
  #finder: NameFinder | null = null;
  #lookUp: NameLookUp | null = null;
  #facets = new NameFacets();
  #backlog: BriefingId[] = [];
  /** Couldn't be read: they come again with the next change. */
  #unread: BriefingId[] = [];
  #loading: Promise<void> | null = null;
  #isLoaded = false;
  #isStopped = false;
  #isWorking = false;
  #isSaved = true;
  #saveTurn = 0;

  constructor(options: KeepFacetsOptions) {
    this.#options = options;
    this.#tables = options.shipped;
  }

  get tables(): NameTables {
    return this.#tables;
  }

  get lookUp(): NameLookUp {
    this.#lookUp ??= new NameLookUp(this.#tables);
    return this.#lookUp;
  }

  get facets(): NameFacets {
    return this.#facets;
  }

  get isComplete(): boolean {
    return this.#isLoaded && this.#backlog.length === 0 && this.#unread.length === 0 && !this.#isWorking;
  }

  /** Call once the list is painted: the tables and what was found are read then. */
  start(): Promise<void> {
    this.#loading ??= this.#load().catch((error: unknown) => this.#noteBug(error));
    return this.#loading;
  }

  stop(): void {
    this.#isStopped = true;
  }

  follow({ kinds, ids }: Changed): void {
    if (this.#isStopped) return;
    if (!this.#isLoaded) {
      // What was found with the tables before these isn't taken over.
      if (kinds.includes("names")) this.#takeTables();
      return;
    }
    if (kinds.includes("names") && this.#takeTables()) {
      this.#facets.clear();
      this.#compareAll();
    } else if (kinds.includes("briefings")) {
      if (ids === "many") this.#compareAll();
      else this.#backlog.push(...this.#unread.splice(0), ...ids.filter((id) => this.#isDue(id)));
    }
    this.#work();
  }

  /** A text that search has just read needn't be read again. */
  take(document: SearchDocument): void {
    if (this.#isLoaded && !this.#isStopped) this.#find(document);
  }

  async #load(): Promise<void> {
    const { store } = this.#options;
    this.#takeTables();
    const bytes = (await store?.read(keptAs)) ?? null;
    const facets = bytes === null ? null : NameFacets.load(bytes, this.#tables.checksum);
    if (facets !== null) {
      facets.version = this.#facets.version + 1;
      this.#facets = facets;
    }
    this.#isLoaded = true;
    this.#compareAll();
    this.#options.onProgress();
    this.#work();
    const { catalogue } = this.#options.vault;
    if (!catalogue.isComplete) {
      void catalogue.whenComplete.then(() => {
        this.#compareAll();
        this.#work();
      });
    }
  }

  /** Whether they are others than before. */
  #takeTables(): boolean {
    const joined = joinTables(this.#options.shipped, this.#options.vault.catalogue.addedNames());
    if (this.#finder !== null && joined.checksum === this.#tables.checksum) return false;
    this.#tables = joined;
    this.#finder = new NameFinder(joined);
    this.#lookUp = null;
    return true;
  }

  #isDue(id: BriefingId): boolean {
    const { catalogue } = this.#options.vault;
    const head = catalogue.isDeleted(id) ? null : catalogue.head(id);
    return head !== null && this.#facets.revisionOf(id) !== head.revision;
  }

  #compareAll(): void {
    const { catalogue } = this.#options.vault;
    const ids = catalogue.allIds();
    if (catalogue.isComplete) {
      const there = new Set<string>(ids);
      this.#facets.keepOnly((id) => there.has(id));
    }
    this.#unread = [];
    this.#backlog = [...this.#options.vault.inReadingOrder(ids.filter((id) => this.#isDue(id)))];
  }

  #find({ id, revision, title, keyPoints, body }: SearchDocument): void {
    if (this.#finder === null || this.#facets.revisionOf(id) === revision) return;
    this.#facets.put(id, revision, this.#finder.find([title, ...keyPoints, ...body]));
    this.#isSaved = false;
  }

  #work(): void {
    if (this.#isWorking || this.#isStopped || this.#backlog.length === 0) {
      if (!this.#isSaved) void this.#saveWhenQuiet();
      return;
    }
    this.#isWorking = true;
    this.#workOff()
      .catch((error: unknown) => this.#noteBug(error))
      .finally(() => {
        this.#isWorking = false;
        this.#options.onProgress();
        if (this.#backlog.length > 0) this.#work();
        else void this.#saveWhenQuiet();
      });
  }

  async #workOff(): Promise<void> {
    const { catalogue } = this.#options.vault;
    const { clock, wait, onProgress } = this.#options;
    let turnBegan = clock();
    let toldAt = clock();
    while (this.#options.isSearchReading() && !this.#isStopped) await wait(waitForSearchMs);
    while (this.#backlog.length > 0 && !this.#isStopped) {
      const ids = this.#backlog.splice(0, briefingsPerSlice).filter((id) => this.#isDue(id));
      const revisions = ids.map((id) => catalogue.head(id)?.revision);
      const contents = ids.length === 0 ? [] : await this.#readAll(ids);
      for (const [at, id] of ids.entries()) {
        const head = catalogue.head(id);
        // Revised while its text was read: it comes again.
        if (head !== null && head.revision === revisions[at]) this.#find(searchDocumentOf(head, contents[at] ?? null));
      }
      if (Math.abs(clock() - turnBegan) >= longestTurnMs) {
        await wait(0);
        turnBegan = clock();
      }
      if (Math.abs(clock() - toldAt) >= progressEveryMs) {
        onProgress();
        toldAt = clock();
      }
    }
  }

  async #readAll(ids: readonly BriefingId[]): Promise<readonly (RevisionContent | null)[]> {
    try {
      return await this.#options.vault.readRevisions(ids);
    } catch (error) {
      this.#unread.push(...ids);
      throw error;
    }
  }

  async #saveWhenQuiet(): Promise<void> {
    const { store, wait } = this.#options;
    if (store === null || this.#isSaved) return;
    const turn = ++this.#saveTurn;
    await wait(quietBeforeSaveMs);
    if (turn !== this.#saveTurn || this.#isStopped || this.#isSaved) return;
    this.#isSaved = true;
    const bytes = this.#facets.serialise(this.#tables.checksum);
    await store.write(new Map([[keptAs, bytes]])).catch((error: unknown) => this.#noteBug(error));
  }

  #noteBug(error: unknown): void {
    this.#options.onBug(error, "keeping the names");
  }
}
