import type { CountedTerms } from "./count-terms.ts";
import { grown } from "./grown.ts";
import { countBits, maxCount, PostingsWriter } from "./postings.ts";
import { maxSegmentSize, type SearchableSegment, type Segment, type SegmentEntry, segmentOf } from "./segment.ts";

/**
 * The growing end of the index: one row per term and briefing, in the order they came; nothing to rearrange. Rows are
 * chained to their terms once somebody asks: while thousands are added, mostly nobody does.
 */
export class HeadSegment implements SearchableSegment {
  readonly entries: SegmentEntry[] = [];
  readonly alive = new Uint8Array(maxSegmentSize);
  readonly lengths = new Uint16Array(maxSegmentSize);
  readonly times = new Float64Array(maxSegmentSize);
  aliveCount = 0;
  #rows = 0;
  /** Rows that are chained. */
  #chained = 0;
  #terms = new Uint32Array(1 << 12);
  /** By row: its briefing's place, and how often the term stands there in the low bits. */
  #packed = new Uint32Array(1 << 12);
  /** By term: its last row + 1, so that a term is read without looking at the others. */
  #newestRow = new Int32Array(1 << 12);
  /** By row: the term's row before it + 1. */
  #olderRow = new Int32Array(1 << 12);

  get size(): number {
    return this.entries.length;
  }

  idAt(place: number): string {
    return (this.entries[place] as SegmentEntry).id;
  }

  /** Answers the briefing's place. */
  add(entry: SegmentEntry, { size, terms: added, counts }: CountedTerms): number {
    const place = this.entries.push(entry) - 1;
    this.alive[place] = 1;
    this.lengths[place] = entry.length;
    this.times[place] = entry.time;
    this.aliveCount++;
    this.#makeRoom(size);
    this.#terms.set(added.subarray(0, size), this.#rows);
    const packed = this.#packed;
    let row = this.#rows;
    for (let at = 0; at < size; at++) packed[row++] = (place << countBits) | (counts[at] as number);
    this.#rows = row;
    return place;
  }

  read(term: number, places: Uint16Array, counts: Uint8Array): number {
    if (this.#chained < this.#rows) this.#chain();
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
  seal(serial: number, termCount: number): Segment {
    const { sorted, ends } = this.#sortByTerm(termCount);
    const kept = new Uint32Array(termCount);
    const starts = new Uint32Array(termCount + 1);
    const writer = new PostingsWriter(this.#rows * 2);
    let size = 0;
    let from = 0;
    for (let term = 0; term < termCount; term++) {
      const to = ends[term] as number;
      if (from === to) continue;
      kept[size] = term;
      starts[size++] = writer.length;
      writer.writePacked(sorted, from, to);
      from = to;
    }
    starts[size] = writer.length;
    return segmentOf(serial, this.entries, {
      alive: this.alive.slice(0, this.size),
      terms: kept.slice(0, size),
      starts: starts.slice(0, size + 1),
      postings: writer.finish(),
    });
  }

  /** The packed rows by term. Rows came in order of place, so each term's rows stay in that order. */
  #sortByTerm(termCount: number): { readonly sorted: Uint32Array; readonly ends: Uint32Array } {
    const rows = this.#rows;
    const terms = this.#terms;
    const packed = this.#packed;
    // First how many rows a term has, then where they begin, and in the end where they end.
    const ends = new Uint32Array(termCount);
    for (let row = 0; row < rows; row++) {
      const term = terms[row] as number;
      ends[term] = (ends[term] as number) + 1;
    }
    let sum = 0;
    for (let term = 0; term < termCount; term++) {
      const count = ends[term] as number;
      ends[term] = sum;
      sum += count;
    }
    const sorted = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) {
      const term = terms[row] as number;
      const at = ends[term] as number;
      ends[term] = at + 1;
      sorted[at] = packed[row] as number;
    }
    return { sorted, ends };
  }

  #makeRoom(rows: number): void {
    while (this.#rows + rows > this.#terms.length) {
      this.#terms = grown(this.#terms, Uint32Array);
      this.#packed = grown(this.#packed, Uint32Array);
    }
  }

  #chain(): void {
    while (this.#olderRow.length < this.#rows) this.#olderRow = grown(this.#olderRow, Int32Array);
    for (; this.#chained < this.#rows; this.#chained++) {
      const term = this.#terms[this.#chained] as number;
      while (term >= this.#newestRow.length) this.#newestRow = grown(this.#newestRow, Int32Array);
      this.#olderRow[this.#chained] = this.#newestRow[term] as number;
      this.#newestRow[term] = this.#chained + 1;
    }
  }
}
