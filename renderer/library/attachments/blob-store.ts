import type { CallOptions } from "../../contracts/calls.ts";
import { blobCallBytes, type Host, type LeaseToken, type StoreFailure } from "../../contracts/host.ts";
import type { KeptAttachment } from "../../model/attachment.ts";
import type { AttachmentFailure } from "../../model/failure.ts";
import { type BlobName, idOfBytes } from "../../model/ids.ts";
import type { Bytes } from "../../model/measure.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import { joinBytes, type OwnBytes } from "../crypto/byte-arrays.ts";
import type { SealingKey } from "../crypto/seal.ts";
import { type ChunkPlace, chunkPlaces, sealChunk, unsealChunk } from "./blob-chunks.ts";

export interface BlobParts {
  readonly host: Host;
  readonly lease: LeaseToken;
  readonly key: SealingKey;
  readonly randomBytes: (count: number) => OwnBytes;
}

export type BlobOptions = Pick<CallOptions<{ readonly done: Bytes; readonly total: Bytes }>, "signal" | "onProgress">;

export type WriteFailure = StoreFailure | { readonly kind: "cancelled" };

/** Seals bytes into a new blob. When this succeeds it outlives a power cut, and only then may a change name it. */
export async function writeBlob(
  parts: BlobParts,
  bytes: Uint8Array,
  options: BlobOptions = {},
): Promise<Result<BlobName, WriteFailure>> {
  const { host, lease, randomBytes } = parts;
  const blob = idOfBytes<BlobName>(randomBytes(16));
  const written = await writeChunks(parts, blob, bytes, options);
  if (written.ok) return succeed(blob);
  // On a full disk, or stopped on the way, half a film must not lie about for a day. What can't be deleted now is swept later.
  await host.deleteBlobs({ lease, blobs: [blob] });
  return written;
}

async function writeChunks(
  parts: BlobParts,
  blob: BlobName,
  bytes: Uint8Array,
  { signal, onProgress }: BlobOptions,
): Promise<Result<null, WriteFailure>> {
  const { host, lease, key, randomBytes } = parts;
  for (const chunks of callsOf(chunkPlaces(bytes.length))) {
    if (signal?.aborted) return fail({ kind: "cancelled" });
    const sealed: OwnBytes[] = [];
    for (const chunk of chunks)
      sealed.push(await sealChunk(key, blob, chunk, bytes.subarray(chunk.plainFrom, chunk.plainTo), randomBytes));
    const offset = chunks[0]?.sealedFrom ?? 0;
    const written = await host.writeBlob({ lease, blob, offset, bytes: joinBytes(sealed) });
    if (!written.ok) return written;
    onProgress?.({ done: chunks.at(-1)?.plainTo ?? 0, total: bytes.length });
  }
  return host.finishBlob({ lease, blob });
}

/** The bytes of a kept file, or why not. A damaged chunk gives nothing of the file: half a file looks whole. */
export async function readBlob(
  { host, key }: Pick<BlobParts, "host" | "key">,
  { blob, bytes: total, name }: Pick<KeptAttachment, "blob" | "bytes" | "name">,
  { signal, onProgress }: BlobOptions = {},
): Promise<Result<OwnBytes, AttachmentFailure>> {
  const plain = new Uint8Array(total);
  for (const chunks of callsOf(chunkPlaces(total))) {
    if (signal?.aborted) return fail({ kind: "cancelled" });
    const offset = chunks[0]?.sealedFrom ?? 0;
    const maxBytes = chunks.reduce((sum, { sealedBytes }) => sum + sealedBytes, 0);
    const read = await host.readBlob({ blob, offset, maxBytes });
    if (!read.ok) return fail({ kind: "attachment-not-read", name, code: read.failure.code });
    for (const chunk of chunks) {
      const from = chunk.sealedFrom - offset;
      const sealed = read.value?.subarray(from, from + chunk.sealedBytes) ?? new Uint8Array();
      const opened = await unsealChunk(key, blob, chunk, sealed);
      if (opened === null) return fail({ kind: "attachment-damaged", name });
      plain.set(opened, chunk.plainFrom);
    }
    onProgress?.({ done: chunks.at(-1)?.plainTo ?? 0, total });
  }
  return succeed(plain);
}

/** As many chunks as one call carries. */
function callsOf(chunks: readonly ChunkPlace[]): ChunkPlace[][] {
  const perCall = Math.max(1, Math.floor(blobCallBytes / (chunks[0]?.sealedBytes ?? 1)));
  const calls: ChunkPlace[][] = [];
  for (let at = 0; at < chunks.length; at += perCall) calls.push(chunks.slice(at, at + perCall));
  return calls;
}
