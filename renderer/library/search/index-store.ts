import { manifestName, partNamesIn } from "./index-parts.ts";
import { SearchIndex } from "./search-index.ts";

/** Where the index is kept, sealed and disposable. Buffers of one `write` appear together or not at all. */
export interface IndexStore {
  /** null = not there. */
  read(name: string): Promise<Uint8Array | null>;
  /** null = take it away. */
  write(buffers: ReadonlyMap<string, Uint8Array | null>): Promise<void>;
}

const folder = "search/";

/** Reads and writes an index part by part; only what is new since the last time is written. */
export class KeptIndex {
  readonly #store: IndexStore;
  #names: ReadonlySet<string> = new Set();
  /** Stands there, but is of no use any more. */
  #stale: readonly string[] = [];

  constructor(store: IndexStore) {
    this.#store = store;
  }

  /** null = none, or none that can be used. */
  async load(): Promise<SearchIndex | null> {
    const manifest = await this.#store.read(folder + manifestName);
    const names = manifest === null ? null : partNamesIn(manifest);
    if (names === null) return null;
    const parts = await Promise.all(
      names.map(async (name) => ({ name, bytes: await this.#store.read(folder + name) })),
    );
    const index = SearchIndex.load(parts.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }])));
    this.#names = index === null ? new Set() : new Set(names);
    this.#stale = index === null ? names : [];
    return index;
  }

  async save(index: SearchIndex): Promise<void> {
    const { names, parts } = index.serialise(this.#names);
    const buffers = new Map<string, Uint8Array | null>();
    for (const name of [...this.#names, ...this.#stale]) if (!names.includes(name)) buffers.set(folder + name, null);
    for (const { name, bytes } of parts) buffers.set(folder + name, bytes);
    await this.#store.write(buffers);
    this.#names = new Set(names);
    this.#stale = [];
  }
}
