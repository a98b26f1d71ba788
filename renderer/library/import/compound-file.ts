/** A storage or stream of a compound file: what old Office programs use as a small file system. */
export interface CompoundNode {
  readonly name: string;
  readonly isStorage: boolean;
  readonly children: readonly CompoundNode[];
  read(): Uint8Array;
}

const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const entryBytes = 128;
const noSector = 0xfffffffa;
const noNode = 0xffffffff;
const headerSectors = 109;
const storageType = 1;
const rootType = 5;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length > 512 && magic.every((byte, at) => bytes[at] === byte);
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** The root of a compound file; null where its tables lead nowhere or in circles. */
export function openCompoundFile(bytes: Uint8Array): CompoundNode | null {
  try {
    return new CompoundReader(bytes).root();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class CompoundReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorBytes: number;
  readonly #miniBytes: number;
  readonly #cutoff: number;
  readonly #next: Uint32Array;
  readonly #miniNext: Uint32Array;
  readonly #entries: readonly Entry[];
  readonly #miniStream: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#sectorBytes = 2 ** this.#view.getUint16(30, true);
    this.#miniBytes = 2 ** this.#view.getUint16(32, true);
    if (![512, 4096].includes(this.#sectorBytes) || this.#miniBytes !== 64) throw new RangeError("no such sectors");
    this.#cutoff = this.#view.getUint32(56, true);
    this.#next = this.#readTable(this.#tableSectors());
    this.#miniNext = this.#readTable(this.#chain(this.#view.getUint32(60, true)));
    this.#entries = this.#readEntries();
    const root = this.#entries[0];
    if (root === undefined || root.type !== rootType) throw new RangeError("no root");
    this.#miniStream = this.#join(this.#chain(root.start), root.size);
  }

  /** Where the table of sectors itself lies: the first places stand in the header, the rest in sectors of their own. */
  #tableSectors(): number[] {
    const sectors: number[] = [];
    for (let place = 0; place < headerSectors; place++) sectors.push(this.#view.getUint32(76 + place * 4, true));
    const perSector = this.#sectorBytes / 4 - 1;
    let more = this.#view.getUint32(68, true);
    for (let steps = 0; more < noSector && steps <= this.#mostSectors; steps++) {
      const at = this.#offset(more);
      for (let place = 0; place < perSector; place++) sectors.push(this.#view.getUint32(at + place * 4, true));
      more = this.#view.getUint32(at + perSector * 4, true);
    }
    return sectors.filter((sector) => sector < noSector);
  }

  get #mostSectors(): number {
    return Math.ceil(this.#bytes.length / this.#sectorBytes);
  }

  #offset(sector: number): number {
    const at = (sector + 1) * this.#sectorBytes;
    if (at >= this.#bytes.length) throw new RangeError("past the end");
    return at;
  }

  #readTable(sectors: readonly number[]): Uint32Array {
    const perSector = this.#sectorBytes / 4;
    const table = new Uint32Array(sectors.length * perSector).fill(noNode);
    sectors.forEach((sector, number) => {
      const at = this.#offset(sector);
      for (let place = 0; place < perSector && at + place * 4 + 4 <= this.#bytes.length; place++) {
        table[number * perSector + place] = this.#view.getUint32(at + place * 4, true);
      }
    });
    return table;
  }

  #chain(start: number, next: Uint32Array = this.#next): number[] {
    const sectors: number[] = [];
    for (let sector = start; sector < noSector; sector = next[sector] ?? noNode) {
      if (sectors.length > next.length) throw new RangeError("runs in a circle");
      sectors.push(sector);
    }
    return sectors;
  }

  #join(sectors: readonly number[], size: number): Uint8Array {
    const joined = new Uint8Array(Math.min(size, sectors.length * this.#sectorBytes));
    sectors.forEach((sector, number) => {
      const at = number * this.#sectorBytes;
      if (at < joined.length) {
        const from = this.#offset(sector);
        joined.set(this.#bytes.subarray(from, from + Math.min(this.#sectorBytes, joined.length - at)), at);
      }
    });
    return joined;
  }

  #readEntries(): Entry[] {
    const sectors = this.#chain(this.#view.getUint32(48, true));
    const table = this.#join(sectors, sectors.length * this.#sectorBytes);
    const view = new DataView(table.buffer);
    const entries: Entry[] = [];
    for (let at = 0; at + entryBytes <= table.length; at += entryBytes) {
      const nameBytes = Math.max(0, Math.min(view.getUint16(at + 64, true), 64) - 2);
      entries.push({
        name: new TextDecoder("utf-16le").decode(table.subarray(at, at + nameBytes)),
        type: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }

  root(): CompoundNode {
    return this.#node(0, new Set());
  }

  /** `seen` holds every entry that has a place already: a tree that meets itself is none. */
  #node(number: number, seen: Set<number>): CompoundNode {
    const entry = this.#entries[number];
    if (entry === undefined || seen.has(number) || seen.size > 10_000) throw new RangeError("no tree");
    seen.add(number);
    const isStorage = entry.type === storageType || entry.type === rootType;
    const children: CompoundNode[] = [];
    const waiting = isStorage && entry.child !== noNode ? [entry.child] : [];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const sibling = this.#entries[at];
      if (sibling === undefined) throw new RangeError("no tree");
      for (const next of [sibling.left, sibling.right]) if (next !== noNode) waiting.push(next);
      children.push(this.#node(at, seen));
    }
    return { name: entry.name, isStorage, children, read: () => this.#read(entry) };
  }

  #read({ start, size }: Entry): Uint8Array {
    if (size >= this.#cutoff) return this.#join(this.#chain(start), size);
    const sectors = this.#chain(start, this.#miniNext);
    const joined = new Uint8Array(Math.min(size, sectors.length * this.#miniBytes));
    sectors.forEach((sector, number) => {
      const at = number * this.#miniBytes;
      const from = sector * this.#miniBytes;
      const to = Math.min(from + this.#miniBytes, from + joined.length - at, this.#miniStream.length);
      if (at < joined.length && from < to) joined.set(this.#miniStream.subarray(from, to), at);
    });
    return joined;
  }
}
