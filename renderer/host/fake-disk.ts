import type { BlobName } from "../model/ids.ts";
import type { Bytes } from "../model/measure.ts";
import type { Instant } from "../model/time.ts";

/** What becomes of one write. */
export type WriteFate =
  | { readonly ends: "kept" }
  /** The computer goes off: of this write the first bytes are on the disk, and nobody hears of it. */
  | { readonly ends: "power-cut"; readonly keptBytes: Bytes }
  | { readonly ends: "disk-full" }
  | { readonly ends: "failed"; readonly code: string };

export interface FakeWrite {
  readonly to: "journal" | "header" | "host-key" | "blob" | "blob-finish";
  readonly bytes: Bytes;
  /** Counted from 1 over the machine's life. */
  readonly number: number;
}

/** A file in memory whose room doubles, so that a long journal isn't copied on every append. */
class GrowingFile {
  #room = new Uint8Array(4096);
  #length = 0;

  get length(): Bytes {
    return this.#length;
  }

  append(bytes: Uint8Array): void {
    const needed = this.#length + bytes.length;
    if (needed > this.#room.length) {
      const larger = new Uint8Array(Math.max(needed, this.#room.length * 2));
      larger.set(this.#room.subarray(0, this.#length));
      this.#room = larger;
    }
    this.#room.set(bytes, this.#length);
    this.#length = needed;
  }

  cut(length: Bytes): void {
    this.#length = Math.min(length, this.#length);
  }

  flip(at: Bytes): void {
    this.#room[at] = ~(this.#room[at] ?? 0);
  }

  slice(from: Bytes, to: Bytes): Uint8Array {
    return this.#room.slice(from, Math.max(from, Math.min(to, this.#length)));
  }
}

interface FakeBlob {
  readonly file: GrowingFile;
  modifiedAt: Instant;
  isFinished: boolean;
}

/** What outlives a power cut: only what was written and fsynced. */
export class FakeDisk {
  readonly #blobs = new Map<BlobName, FakeBlob>();
  readonly #journals = new Map<number, GrowingFile>();
  readonly headers: [Uint8Array | null, Uint8Array | null] = [null, null];
  readonly tornOff: Uint8Array[] = [];
  hostKey: Uint8Array | null = null;
  /** Tries of files whose reading began and hasn't ended. */
  readonly parseMarks = new Map<string, number>();

  journalLength(generation: number): Bytes | null {
    return this.#journals.get(generation)?.length ?? null;
  }

  readJournal(generation: number, offset: Bytes, maxBytes: Bytes): Uint8Array {
    return this.#journals.get(generation)?.slice(offset, offset + maxBytes) ?? new Uint8Array();
  }

  append(generation: number, bytes: Uint8Array): void {
    const file = this.#journals.get(generation) ?? new GrowingFile();
    this.#journals.set(generation, file);
    file.append(bytes);
  }

  cut(generation: number, length: Bytes): void {
    const file = this.#journals.get(generation);
    if (file === undefined || file.length <= length) return;
    this.tornOff.push(file.slice(length, file.length));
    file.cut(length);
  }

  blobNames(): BlobName[] {
    return [...this.#blobs.keys()];
  }

  blobFacts(blob: BlobName): { readonly bytes: Bytes; readonly modifiedAt: Instant } | null {
    const known = this.#blobs.get(blob);
    return known === undefined ? null : { bytes: known.file.length, modifiedAt: known.modifiedAt };
  }

  readBlob(blob: BlobName, offset: Bytes, maxBytes: Bytes): Uint8Array | null {
    return this.#blobs.get(blob)?.file.slice(offset, offset + maxBytes) ?? null;
  }

  appendBlob(blob: BlobName, bytes: Uint8Array, modifiedAt: Instant): void {
    const known = this.#blobs.get(blob) ?? { file: new GrowingFile(), modifiedAt, isFinished: false };
    this.#blobs.set(blob, known);
    known.file.append(bytes);
    known.modifiedAt = modifiedAt;
  }

  finishBlob(blob: BlobName): void {
    const known = this.#blobs.get(blob);
    if (known !== undefined) known.isFinished = true;
  }

  deleteBlob(blob: BlobName): void {
    this.#blobs.delete(blob);
  }

  /** Flips bits of one byte, or cuts the file there: for tests of damage. */
  damageBlob(blob: BlobName, at: Bytes, how: "flipped" | "cut"): void {
    const known = this.#blobs.get(blob);
    if (known === undefined) return;
    if (how === "cut") known.file.cut(at);
    else known.file.flip(at);
  }

  /** The computer goes off: of a blob that wasn't finished nothing but its name need be left. */
  losePower(): void {
    for (const { file, isFinished } of this.#blobs.values()) if (!isFinished) file.cut(0);
  }

  /** Puts other bytes where a journal was: for tests of damage, restore and older libraries. */
  replaceJournal(generation: number, bytes: Uint8Array | null): void {
    this.#journals.delete(generation);
    if (bytes !== null) this.append(generation, bytes);
  }
}
