import type { FoundNames } from "./find-names.ts";

/** So many rows are asked for again and again while somebody types. */
const rowsKept = 16;

/** By briefing: which rows of the name tables its newest text names. Derived: made anew whenever it doesn't fit. */
export class NameFacets {
  readonly #found = new Map<string, FoundNames & { readonly revision: number }>();
  readonly #naming = new Map<string, readonly string[]>();
  #namingVersion = -1;
  /** Counts every change, so that lists made before it can be dropped. */
  version = 0;

  get size(): number {
    return this.#found.size;
  }

  get(id: string): FoundNames | null {
    return this.#found.get(id) ?? null;
  }

  /** null = not looked at. */
  revisionOf(id: string): number | null {
    return this.#found.get(id)?.revision ?? null;
  }

  /** Briefings that surely name a row; kept until the next change. */
  idsNaming(table: "place" | "actor", row: number): readonly string[] {
    if (this.#namingVersion !== this.version || this.#naming.size >= rowsKept) this.#naming.clear();
    this.#namingVersion = this.version;
    const key = `${table} ${row}`;
    const known = this.#naming.get(key);
    if (known !== undefined) return known;
    const ids: string[] = [];
    for (const [id, found] of this.#found) {
      if ((table === "place" ? found.places : found.actors).includes(row)) ids.push(id);
    }
    this.#naming.set(key, ids);
    return ids;
  }

  put(id: string, revision: number, found: FoundNames): void {
    this.#found.set(id, { ...found, revision });
    this.version++;
  }

  keepOnly(isThere: (id: string) => boolean): void {
    for (const id of this.#found.keys()) if (!isThere(id)) this.#found.delete(id);
  }

  clear(): void {
    this.#found.clear();
    this.version++;
  }

  /** One line a briefing, behind a line that says with which tables this was found. */
  serialise(checksum: string): Uint8Array {
    const lines = [checksum];
    for (const [id, { revision, places, doubtful, actors }] of this.#found) {
      lines.push(`${id} ${revision} ${places.join(",")} ${doubtful.join(",")} ${actors.join(",")}`);
    }
    return new TextEncoder().encode(lines.join("\n"));
  }

  /** null = found with other tables, or damaged. */
  static load(bytes: Uint8Array, checksum: string): NameFacets | null {
    const [first, ...lines] = new TextDecoder().decode(bytes).split("\n");
    if (first !== checksum) return null;
    const facets = new NameFacets();
    for (const line of lines) {
      const [id = "", revision = "", places, doubtful, actors, more] = line.split(" ");
      if (id === "" || more !== undefined || !/^\d+$/.test(revision)) return null;
      const found = { places: numbers(places), doubtful: numbers(doubtful), actors: numbers(actors) };
      facets.#found.set(id, { ...found, revision: Number(revision) });
    }
    return facets;
  }
}

// Most briefings name few things, many none: they share one.
const none: readonly number[] = [];

function numbers(text: string | undefined): readonly number[] {
  return text === undefined || text === "" ? none : text.split(",").map(Number);
}
