import type { BriefingId } from "../../model/ids.ts";
import { dayMs, type Instant } from "../../model/time.ts";
import { signatureSlots } from "./text-signature.ts";

/** A text as copies of it are looked for. */
export interface SignedText {
  readonly id: BriefingId;
  readonly signature: string;
  readonly time: Instant;
  /** Who published it. A source's own bulletins are alike from week to week and no copies of one another. */
  readonly source: string;
}

/**
 * Of the 32 slots so many have to agree, and two texts in one group of slots to be compared at all. Measured on made
 * texts of 150 words (see the test): of copies with another lead, a credit line and two words in a hundred edited 97 %
 * are found, of two reports on one event none are taken for copies, nor of texts that share a third word by word.
 */
export const slotsAlike = 14;
/** The same text weeks later is told anew, not the same dispatch. */
const sameDispatchMs = 7 * dayMs;

const slotsPerBand = 2;
const bands = signatureSlots / slotsPerBand;
/** A chain for each value of a band; fewer for few texts, because memory that was never touched costs time at the start. */
const mostChains = 2 ** (8 * slotsPerBand);
const fewestChains = 512;
const chainsGrowBy = 8;
const wordsPerText = signatureSlots / 4;
/** Stands where a source's number would: this text is no longer here. */
const gone = 0;
/** Where thousands share a footer only the newest are compared. */
const longestWalk = 64;

/**
 * Which texts are copies of one another. A text is compared only with those that agree with it in a whole band of
 * slots: at 50,000 texts that is a handful.
 */
export class CopyGroups {
  readonly #places = new Map<BriefingId, number>();
  readonly #texts: SignedText[] = [];
  readonly #groups: (BriefingId[] | null)[] = [];
  readonly #sourceNumbers = new Map<string, number>();
  #sources = new Uint32Array(1024);
  #times = new Float64Array(1024);
  #slots = new Uint32Array(1024 * wordsPerText);
  #chains = fewestChains;
  /** For each chain of a band the newest text in it, and from each text the one before; 0 = none. */
  #newest = new Uint32Array(bands * fewestChains);
  #older = new Uint32Array(1024 * bands);
  #seenBy = new Uint32Array(1024);

  /** A text that is known with other words counts as the new one from then on. */
  add(text: SignedText): void {
    const known = this.#places.get(text.id);
    if (known !== undefined) {
      if (isSame(this.#texts[known] as SignedText, text)) return;
      this.remove(text.id);
    }
    const place = this.#texts.length;
    this.#makeRoom(place);
    this.#texts.push(text);
    this.#groups.push(null);
    this.#places.set(text.id, place);
    this.#times[place] = text.time;
    this.#sources[place] = this.#sourceNumber(text.source);
    for (let word = 0; word < wordsPerText; word++) {
      this.#slots[place * wordsPerText + word] = Number.parseInt(text.signature.slice(word * 8, word * 8 + 8), 16);
    }
    if (place >= this.#chains && this.#chains < mostChains) this.#makeChains(place);
    for (let band = 0; band < bands; band++) this.#compareInBand(place, band);
  }

  /** Whoever was in a group only because of it no longer is. */
  remove(id: BriefingId): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    this.#places.delete(id);
    this.#sources[place] = gone;
    const left = (this.#groups[place] ?? []).flatMap((member) => this.#places.get(member) ?? []);
    this.#groups[place] = null;
    for (const other of left) this.#groups[other] = null;
    for (const [at, one] of left.entries()) {
      for (const other of left.slice(at + 1)) if (this.#areCopies(one, other)) this.#join(one, other);
    }
  }

  /** Everyone in its group, itself too; empty = it has no copies. */
  of(id: BriefingId): readonly BriefingId[] {
    const place = this.#places.get(id);
    return (place === undefined ? null : this.#groups[place]) ?? [];
  }

  #sourceNumber(source: string): number {
    const known = this.#sourceNumbers.get(source) ?? this.#sourceNumbers.size + 1;
    this.#sourceNumbers.set(source, known);
    return known;
  }

  #valueOf(place: number, band: number): number {
    const slots = this.#slots[place * wordsPerText + (band >> 1)] as number;
    return (slots >>> (band % 2 === 0 ? 16 : 0)) & 0xffff;
  }

  #compareInBand(place: number, band: number): void {
    const value = this.#valueOf(place, band);
    let next = this.#newest[band * this.#chains + (value % this.#chains)] as number;
    for (let steps = 0; next !== 0 && steps < longestWalk; ) {
      const other = next - 1;
      next = this.#older[other * bands + band] as number;
      // Where there are fewer chains than values, several share one.
      if (this.#valueOf(other, band) !== value) continue;
      steps++;
      if (this.#seenBy[other] === place + 1) continue;
      this.#seenBy[other] = place + 1;
      if (this.#areCopies(place, other)) this.#join(place, other);
    }
    this.#chain(place, band);
  }

  #chain(place: number, band: number): void {
    const at = band * this.#chains + (this.#valueOf(place, band) % this.#chains);
    this.#older[place * bands + band] = this.#newest[at] as number;
    this.#newest[at] = place + 1;
  }

  /** More of them, with what was there before `end` in its order. */
  #makeChains(end: number): void {
    this.#chains = Math.min(mostChains, this.#chains * chainsGrowBy);
    this.#newest = new Uint32Array(bands * this.#chains);
    for (let place = 0; place < end; place++) for (let band = 0; band < bands; band++) this.#chain(place, band);
  }

  #areCopies(one: number, other: number): boolean {
    if (this.#sources[other] === gone || this.#sources[one] === this.#sources[other]) return false;
    if (Math.abs((this.#times[one] as number) - (this.#times[other] as number)) > sameDispatchMs) return false;
    let alike = 0;
    for (let word = 0; word < wordsPerText; word++) {
      const differs =
        (this.#slots[one * wordsPerText + word] as number) ^ (this.#slots[other * wordsPerText + word] as number);
      for (let byte = 0; byte < 32; byte += 8) if (((differs >>> byte) & 0xff) === 0) alike++;
    }
    return alike >= slotsAlike;
  }

  #join(one: number, other: number): void {
    const ids = this.#groups[one] ?? [(this.#texts[one] as SignedText).id];
    const others = this.#groups[other] ?? [(this.#texts[other] as SignedText).id];
    if (ids === others) return;
    const [larger, smaller] = ids.length > others.length ? [ids, others] : [others, ids];
    for (const id of smaller) {
      larger.push(id);
      this.#groups[this.#places.get(id) as number] = larger;
    }
    for (const at of [one, other]) this.#groups[at] = larger;
  }

  #makeRoom(place: number): void {
    if (place < this.#seenBy.length) return;
    this.#slots = grown(this.#slots, Uint32Array);
    this.#older = grown(this.#older, Uint32Array);
    this.#seenBy = grown(this.#seenBy, Uint32Array);
    this.#sources = grown(this.#sources, Uint32Array);
    this.#times = grown(this.#times, Float64Array);
  }
}

function grown<Values extends Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  values: Values,
  Kind: new (length: number) => Values,
): Values {
  const larger = new Kind(values.length * 2);
  larger.set(values);
  return larger;
}

function isSame(one: SignedText, other: SignedText): boolean {
  return one.signature === other.signature && one.time === other.time && one.source === other.source;
}
