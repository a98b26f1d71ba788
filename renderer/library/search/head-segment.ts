import { maxSegmentSize, type SearchableSegment, type Segment, type SegmentEntry, SegmentWriter } from "./segment.ts";
import { grown, type TermDictionary } from "./term-dictionary.ts";

const countBits = 8;
const maxCount = (1 << countBits) - 1;

/** The growing end of the index: one row per term and briefing, in the order they came; nothing to rearrange. */
export class HeadSegment implements SearchableSegment {
  readonly entries: SegmentEntry[] = [];
  readonly alive = new Uint8Array(maxSegmentSize);
  readonly lengths = new Uint16Array(maxSegmentSize);
  readonly times = new Float64Array(maxSegmentSize);
  aliveCount = 0;
  #rows = 0;
  #terms = new Uint32Array(1 << 12);
  /** By row: its briefing's place, and how often the term stands there in the low bits. */
  #packed = new Uint32Array(1 << 12);
  /** By term: its first row + 1, so that a term is read without looking at the others. */
  #newestRow: Int32Array<ArrayBuffer>;
  /** By row: the term's row before it + 1. */
  #olderRow = new Int32Array(1 << 12);

  constructor({ expectedTerms }: { readonly expectedTerms: number }) {
    this.#newestRow = new Int32Array(Math.max(1 << 12, Math.ceil(expectedTerms * 1.1)));
  }

  get size(): number {
    return this.entries.length;
  }

  idAt(place: number): string {
    return (this.entries[place] as SegmentEntry).id;
  }

  /** Opens the next briefing; `add` then tells its terms. Answers its place. */
  start(entry: SegmentEntry): number {
    const place = this.entries.push(entry) - 1;
    this.alive[place] = 1;
    this.lengths[place] = entry.length;
    this.times[place] = entry.time;
    this.aliveCount++;
    return place;
  }

  add(term: number, count: number): void {
    if (this.#rows === this.#terms.length) {
      this.#terms = grown(this.#terms, Uint32Array);
      this.#packed = grown(this.#packed, Uint32Array);
      this.#olderRow = grown(this.#olderRow, Int32Array);
    }
    while (term >= this.#newestRow.length) this.#newestRow = grown(this.#newestRow, Int32Array);
    const row = this.#rows++;
    this.#terms[row] = term;
    this.#packed[row] = ((this.entries.length - 1) << countBits) | count;
    this.#olderRow[row] = this.#newestRow[term] as number;
    this.#newestRow[term] = row + 1;
  }

  read(term: number, places: Uint16Array, counts: Uint8Array): number {
    let found = 0;
    for (let row = this.#newestRow[term] ?? 0; row !== 0; row = this.#olderRow[row - 1] as number) {
      const packed = this.#packed[row - 1] as number;
      places[found] = packed >>> countBits;
      counts[found] = packed & maxCount;
      found++;
    }
    return found;
  }

  get memoryBytes(): number {
    const rowBytes = this.#terms.byteLength + this.#packed.byteLength;
    return rowBytes + this.#newestRow.byteLength + this.#olderRow.byteLength + this.entries.length * 120;
  }

  /** Makes a fixed segment of it. Places stay the same. */
  seal(serial: number, dictionary: TermDictionary): Segment {
    const rows = this.#rows;
    const ends = new Uint32Array(dictionary.size + 1);
    for (let row = 0; row < rows; row++) {
      const term = this.#terms[row] as number;
      ends[term + 1] = (ends[term + 1] as number) + 1;
    }
    for (let term = 0; term < dictionary.size; term++)
      ends[term + 1] = (ends[term + 1] as number) + (ends[term] as number);
    // Rows came in order of place, so each term's rows stay in that order.
    const sorted = new Uint32Array(rows);
    const next = ends.slice();
    for (let row = 0; row < rows; row++) {
      const term = this.#terms[row] as number;
      const at = next[term] as number;
      next[term] = at + 1;
      sorted[at] = this.#packed[row] as number;
    }
    const writer = new SegmentWriter(rows * 2);
    for (let term = 0; term < dictionary.size; term++) {
      const from = ends[term] as number;
      const to = ends[term + 1] as number;
      if (from === to) continue;
      writer.startTerm(term);
      let before = -1;
      for (let at = from; at < to; at++) {
        const packed = sorted[at] as number;
        const place = packed >>> countBits;
        writer.write(place - before - 1, packed & maxCount);
        before = place;
      }
    }
    return writer.finish(serial, this.entries, this.alive.slice(0, this.entries.length));
  }
}
