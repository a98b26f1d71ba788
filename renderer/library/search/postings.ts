export const countBits = 8;
export const maxCount = (1 << countBits) - 1;
/** Of a place within a segment. */
const maxPostingBytes = 3;

/**
 * A term's postings, packed: for each briefing of the segment that has the term, in order, a varint of
 * (gap << 1 | 1) when it stands there once in the body, else (gap << 1) and one byte of its weighted count.
 */
export class PostingsWriter {
  #bytes: Uint8Array;
  #length = 0;

  constructor(expectedBytes: number) {
    this.#bytes = new Uint8Array(Math.max(64, expectedBytes));
  }

  get length(): number {
    return this.#length;
  }

  write(gap: number, count: number): void {
    if (this.#length + 6 > this.#bytes.length) this.#grow();
    let rest = gap * 2 + (count === 1 ? 1 : 0);
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
    if (count !== 1) this.#bytes[this.#length++] = count;
  }

  /** One term's postings in order of place, each as `place << countBits | count`. */
  writePacked(packed: Uint32Array, from: number, to: number): void {
    while (this.#length + (to - from) * maxPostingBytes > this.#bytes.length) this.#grow();
    const bytes = this.#bytes;
    let length = this.#length;
    let before = -1;
    for (let at = from; at < to; at++) {
      const posting = packed[at] as number;
      const place = posting >>> countBits;
      const count = posting & maxCount;
      const value = (place - before - 1) * 2 + (count === 1 ? 1 : 0);
      before = place;
      // Two times a place has 14 bits at most.
      if (value < 0x80) bytes[length++] = value;
      else {
        bytes[length++] = (value & 0x7f) | 0x80;
        bytes[length++] = value >>> 7;
      }
      if (count !== 1) bytes[length++] = count;
    }
    this.#length = length;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(): void {
    const larger = new Uint8Array(Math.ceil(this.#bytes.length * 1.5) + 64);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Unpacks postings into `places` and `counts` (which must be long enough) and answers how many there are. */
export function readPostings(
  bytes: Uint8Array,
  from: number,
  to: number,
  places: Uint16Array,
  counts: Uint8Array,
): number {
  let found = 0;
  let place = -1;
  for (let at = from; at < to; ) {
    let byte = bytes[at++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80 && at < to; shift += 7) {
      byte = bytes[at++] as number;
      value |= (byte & 0x7f) << shift;
    }
    place += (value >>> 1) + 1;
    places[found] = place;
    counts[found] = (value & 1) === 1 ? 1 : (bytes[at++] as number);
    found++;
  }
  return found;
}
