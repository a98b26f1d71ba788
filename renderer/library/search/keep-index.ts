import type { RevisionContent } from "../../model/briefing.ts";
import type { Changed } from "../../model/changes.ts";
import type { BriefingId } from "../../model/ids.ts";
import type { Instant } from "../../model/time.ts";
import type { Catalogue } from "../vault.ts";
import { type IndexStore, KeptIndex } from "./index-store.ts";
import { searchDocumentOf } from "./plain-texts.ts";
import { type SearchDocument, SearchIndex } from "./search-index.ts";
import { maxSegmentSize } from "./segment.ts";

/** The part of a vault that search reads. */
export interface SearchedVault {
  readonly catalogue: Catalogue;
  /** Newest revisions, in the order asked. null = not here or damaged. */
  readRevisions(ids: readonly BriefingId[]): Promise<readonly (RevisionContent | null)[]>;
  /** The same ones in the order in which so many are read soonest. */
  inReadingOrder(ids: readonly BriefingId[]): readonly BriefingId[];
}

export interface KeepIndexOptions {
  readonly vault: SearchedVault;
  /** null = built anew at each start. */
  readonly store: IndexStore | null;
  readonly wait: (delayMs: number) => Promise<void>;
  readonly clock: () => Instant;
  /** More can be searched than before, or all can. */
  readonly onProgress: () => void;
  /** Told of every text that is read, so that others needn't read it again. */
  readonly onText: (document: SearchDocument) => void;
  readonly onBug: (error: unknown, doing: string) => void;
}

/** Read together; adding them takes about 10 ms. */
const briefingsPerSlice = 32;

/** What is new is looked for first. All that is older comes in the order in which it is read soonest. */
const newestFirst = 512;

interface ReadSlice {
  readonly ids: readonly BriefingId[];
  /** As they were when the reading began. */
  readonly revisions: readonly (number | undefined)[];
  readonly contents: readonly (RevisionContent | null)[];
}
const slicesPerProgress = 16;
/** A question waits at most about this long for the index to give way. */
const longestTurnMs = 12;
/** A sync brings many changes one after another; the index is written once they have stopped. */
const quietBeforeSaveMs = 5_000;

/** Keeps a search index in step with the catalogue: loads it, builds what is missing, follows changes. */
export class IndexKeeper {
  readonly #options: KeepIndexOptions;
  readonly #kept: KeptIndex | null;
  #index = new SearchIndex();
  #isLoaded = false;
  #isStopped = false;
  #isWorking = false;
  #loading: Promise<void> | null = null;
  /** What came while the library was open goes before what is still to be built. */
  readonly #changed = new Set<BriefingId>();
  #backlog: BriefingId[] = [];
  readonly #beingRead = new Set<BriefingId>();
  #unsaved = 0;
  #saveTurn = 0;

  constructor(options: KeepIndexOptions) {
    this.#options = options;
    this.#kept = options.store === null ? null : new KeptIndex(options.store);
  }

  get index(): SearchIndex {
    return this.#index;
  }

  /** Everything in the catalogue can be searched. */
  get isComplete(): boolean {
    return this.#options.vault.catalogue.isComplete && this.#isLoaded && !this.#hasWork;
  }

  /** Resolves when the kept index is loaded, or there is none; the rest is built in the background. */
  start(): Promise<void> {
    this.#loading ??= this.#load().catch((error: unknown) => this.#noteBug(error));
    return this.#loading;
  }

  stop(): void {
    this.#isStopped = true;
  }

  follow({ kinds, ids }: Changed): void {
    // Before that, the comparison with the whole catalogue finds it.
    if (!this.#isLoaded || this.#isStopped || !kinds.includes("briefings")) return;
    if (ids === "many") this.#followAll();
    else {
      for (const id of ids) this.#compare(id);
      this.#work();
    }
  }

  async #load(): Promise<void> {
    const { catalogue } = this.#options.vault;
    const index = this.#kept === null ? null : await this.#kept.load();
    if (index !== null) this.#index = index;
    this.#isLoaded = true;
    this.#compareAll();
    this.#work();
    if (!catalogue.isComplete) void catalogue.whenComplete.then(() => this.#followAll());
  }

  #followAll(): void {
    this.#compareAll();
    this.#work();
  }

  #compareAll(): void {
    const { catalogue } = this.#options.vault;
    const there = catalogue.allIds();
    // Until then, what isn't there may only not have been read in yet.
    if (catalogue.isComplete) {
      const isThere = new Set<string>(there);
      this.#remove([...this.#index.ids()].filter((id) => !isThere.has(id)));
    }
    const isDue = (id: BriefingId) => this.#index.revisionOf(id) !== catalogue.head(id)?.revision;
    const due = there.filter((id) => isDue(id) && !this.#beingRead.has(id));
    this.#backlog = [
      ...this.#options.vault.inReadingOrder(due.slice(0, newestFirst)),
      ...this.#options.vault.inReadingOrder(due.slice(newestFirst)),
    ];
  }

  #compare(id: BriefingId): void {
    const { catalogue } = this.#options.vault;
    const head = catalogue.isDeleted(id) ? null : catalogue.head(id);
    if (head === null) this.#remove([id]);
    else if (this.#index.revisionOf(id) !== head.revision) this.#changed.add(id);
  }

  #remove(ids: readonly string[]): void {
    this.#index.remove(ids);
    this.#unsaved += ids.length;
  }

  get #hasWork(): boolean {
    return this.#changed.size > 0 || this.#backlog.length > 0 || this.#beingRead.size > 0;
  }

  #work(): void {
    if (this.#isWorking || this.#isStopped) return;
    this.#isWorking = true;
    this.#workOff().catch((error: unknown) => {
      this.#isWorking = false;
      this.#noteBug(error);
    });
  }

  async #workOff(): Promise<void> {
    const giveWay = this.#turns();
    // What came while the last of it was told of is worked off too.
    do {
      await this.#addAll();
      for (const _step of this.#index.tidy()) {
        await giveWay();
        if (this.#hasWork) await this.#addAll();
        if (this.#isStopped) return;
      }
    } while (this.#hasWork && !this.#isStopped);
    this.#isWorking = false;
    if (this.#unsaved > 0) void this.#saveWhenQuiet();
  }

  async #addAll(): Promise<void> {
    const { onProgress } = this.#options;
    const giveWay = this.#turns();
    try {
      let reading = this.#readNext();
      for (let slice = 1; reading !== null && !this.#isStopped; slice++) {
        const read: ReadSlice = await reading;
        // The next texts are fetched and unsealed while these are added.
        reading = this.#readNext();
        this.#addSlice(read);
        if (slice % slicesPerProgress === 0) onProgress();
        if (this.#unsaved >= maxSegmentSize) await this.#save();
        await giveWay();
        reading ??= this.#readNext();
      }
    } finally {
      // What couldn't be read now comes again with the next change.
      this.#backlog.unshift(...this.#beingRead);
      this.#beingRead.clear();
    }
    onProgress();
  }

  /** Lets others have the thread, but no oftener than needed: a wait of nothing takes a browser 4 ms. */
  #turns(): () => Promise<void> {
    const { clock, wait } = this.#options;
    let began = clock();
    return async () => {
      if (Math.abs(clock() - began) < longestTurnMs) return;
      await wait(0);
      began = clock();
    };
  }

  /** null = nothing is left to be read. */
  #readNext(): Promise<ReadSlice> | null {
    if (this.#changed.size + this.#backlog.length === 0) return null;
    const reading = this.#read(this.#nextIds());
    // Whoever waits for it hears of a failure; nobody does once the reading before it has failed.
    reading.catch(() => {});
    return reading;
  }

  async #read(ids: readonly BriefingId[]): Promise<ReadSlice> {
    const { catalogue } = this.#options.vault;
    for (const id of ids) this.#beingRead.add(id);
    const revisions = ids.map((id) => catalogue.head(id)?.revision);
    return { ids, revisions, contents: await this.#options.vault.readRevisions(ids) };
  }

  #addSlice({ ids, revisions, contents }: ReadSlice): void {
    const { catalogue } = this.#options.vault;
    for (const [at, id] of ids.entries()) {
      const head = catalogue.isDeleted(id) ? null : catalogue.head(id);
      if (head === null) this.#index.remove([id]);
      // Revised while its text was read.
      else if (head.revision !== revisions[at]) this.#changed.add(id);
      else {
        const document = searchDocumentOf(head, contents[at] ?? null);
        this.#index.add([document]);
        this.#options.onText(document);
      }
      this.#beingRead.delete(id);
      this.#unsaved++;
    }
  }

  #nextIds(): BriefingId[] {
    const changed = [...this.#changed].slice(0, briefingsPerSlice);
    for (const id of changed) this.#changed.delete(id);
    return [...changed, ...this.#backlog.splice(0, briefingsPerSlice - changed.length)];
  }

  async #saveWhenQuiet(): Promise<void> {
    const turn = ++this.#saveTurn;
    await this.#options.wait(quietBeforeSaveMs);
    if (turn !== this.#saveTurn || this.#isStopped || this.#unsaved === 0) return;
    await this.#save().catch((error: unknown) => this.#noteBug(error));
  }

  #noteBug(error: unknown): void {
    this.#options.onBug(error, "keeping the search index");
  }

  async #save(): Promise<void> {
    if (this.#kept === null) return;
    this.#unsaved = 0;
    await this.#kept.save(this.#index);
  }
}
