import type { BlobName } from "../../model/ids.ts";
import { type Bytes, kibibyte } from "../../model/measure.ts";
import type { OwnBytes } from "../crypto/byte-arrays.ts";
import { type SealingKey, seal, sealOverheadBytes, unseal } from "../crypto/seal.ts";

/** Small enough that a damaged place costs little and that a film never lies in memory as a whole to be sealed. */
const chunkBytes = 64 * kibibyte;
const chunkFormat = 1;

export interface ChunkPlace {
  readonly index: number;
  readonly isLast: boolean;
  readonly plainFrom: Bytes;
  readonly plainTo: Bytes;
  readonly sealedFrom: Bytes;
  readonly sealedBytes: Bytes;
}

/** Where each chunk of a file of this size lies. Even an empty file has one: its last flag says that nothing is cut off. */
export function chunkPlaces(plainBytes: Bytes): ChunkPlace[] {
  const count = Math.max(1, Math.ceil(plainBytes / chunkBytes));
  return Array.from({ length: count }, (_, index) => {
    const plainFrom = index * chunkBytes;
    const plainTo = Math.min(plainBytes, plainFrom + chunkBytes);
    return {
      index,
      isLast: index === count - 1,
      plainFrom,
      plainTo,
      sealedFrom: index * (chunkBytes + sealOverheadBytes),
      sealedBytes: plainTo - plainFrom + sealOverheadBytes,
    };
  });
}

export function sealChunk(
  key: SealingKey,
  blob: BlobName,
  chunk: ChunkPlace,
  plain: Uint8Array,
  randomBytes: (count: number) => OwnBytes,
): Promise<OwnBytes> {
  return seal(key, placeOf(blob, chunk), plain, randomBytes);
}

/** null = damaged, cut off, or another chunk's or another blob's bytes. */
export function unsealChunk(
  key: SealingKey,
  blob: BlobName,
  chunk: ChunkPlace,
  sealed: Uint8Array,
): Promise<OwnBytes | null> {
  return unseal(key, placeOf(blob, chunk), sealed);
}

function placeOf(blob: BlobName, { index, isLast }: ChunkPlace) {
  return { store: "blob", key: `${blob} ${index} ${isLast ? "last" : "more"}`, version: chunkFormat };
}
