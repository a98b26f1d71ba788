import { PostingsWriter, readPostings } from "./postings.ts";

/** Postings number their briefings in 13 bits, and a segment is rewritten as a whole when it is merged. */
export const maxSegmentSize = 8_192;

export interface SegmentEntry {
  readonly id: string;
  readonly revision: number;
  /** When it counts for the list; newer wins between equals. */
  readonly time: number;
  /** Words in it. */
  readonly length: number;
}

/** What both kinds of segment, the fixed ones and the growing head, give to a search. */
export interface SearchableSegment {
  readonly size: number;
  readonly alive: Uint8Array;
  readonly lengths: Uint16Array;
  readonly times: Float64Array;
  idAt(place: number): string;
  /** Fills places and counts with the briefings that have the term; answers how many. */
  read(term: number, places: Uint16Array, counts: Uint8Array): number;
}

export interface SegmentColumns {
  readonly ids: readonly string[];
  readonly revisions: Uint16Array;
  readonly times: Float64Array;
  readonly lengths: Uint16Array;
  /** 1 = there, 0 = deleted or replaced by a newer revision. */
  readonly alive: Uint8Array;
  /** In rising order. */
  readonly terms: Uint32Array;
  /** Where a term's postings start; one more than there are terms. */
  readonly starts: Uint32Array;
  readonly postings: Uint8Array;
}

/** Up to 8,192 briefings whose postings never change; only `alive` does. */
export class Segment implements SearchableSegment {
  /** Names it for as long as the index lives, in memory and where it is kept. */
  readonly serial: number;
  readonly columns: SegmentColumns;
  aliveCount: number;

  constructor(serial: number, columns: SegmentColumns) {
    this.serial = serial;
    this.columns = columns;
    this.aliveCount = 0;
    for (const alive of columns.alive) this.aliveCount += alive;
  }

  get size(): number {
    return this.columns.ids.length;
  }
  get alive(): Uint8Array {
    return this.columns.alive;
  }
  get lengths(): Uint16Array {
    return this.columns.lengths;
  }
  get times(): Float64Array {
    return this.columns.times;
  }

  idAt(place: number): string {
    return this.columns.ids[place] as string;
  }

  read(term: number, places: Uint16Array, counts: Uint8Array): number {
    const row = this.#rowOf(term);
    if (row < 0) return 0;
    const { starts, postings } = this.columns;
    return readPostings(postings, starts[row] as number, starts[row + 1] as number, places, counts);
  }

  get memoryBytes(): number {
    const { revisions, times, lengths, alive, terms, starts, postings } = this.columns;
    let bytes = revisions.byteLength + times.byteLength + lengths.byteLength + alive.byteLength;
    bytes += terms.byteLength + starts.byteLength + postings.byteLength;
    // An id is a string of its own: 32 letters and its header.
    return bytes + this.columns.ids.length * 56;
  }

  #rowOf(term: number): number {
    const { terms } = this.columns;
    let low = 0;
    let high = terms.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = terms[middle] as number;
      if (found === term) return middle;
      if (found < term) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

/** Collects a segment's postings term by term, in rising order of terms. */
export class SegmentWriter {
  readonly #terms: number[] = [];
  readonly #starts: number[] = [];
  readonly #postings: PostingsWriter;

  constructor(expectedBytes: number) {
    this.#postings = new PostingsWriter(expectedBytes);
  }

  startTerm(term: number): void {
    this.#terms.push(term);
    this.#starts.push(this.#postings.length);
  }

  write(gap: number, count: number): void {
    this.#postings.write(gap, count);
  }

  finish(serial: number, entries: readonly SegmentEntry[], alive: Uint8Array): Segment {
    this.#starts.push(this.#postings.length);
    return segmentOf(serial, entries, {
      alive,
      terms: Uint32Array.from(this.#terms),
      starts: Uint32Array.from(this.#starts),
      postings: this.#postings.finish(),
    });
  }
}

export function segmentOf(
  serial: number,
  entries: readonly SegmentEntry[],
  columns: Pick<SegmentColumns, "alive" | "terms" | "starts" | "postings">,
): Segment {
  return new Segment(serial, {
    ids: entries.map((entry) => entry.id),
    revisions: Uint16Array.from(entries, (entry) => entry.revision),
    times: Float64Array.from(entries, (entry) => entry.time),
    lengths: Uint16Array.from(entries, (entry) => entry.length),
    ...columns,
  });
}
