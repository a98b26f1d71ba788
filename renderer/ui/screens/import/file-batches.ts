import { type Bytes, mebibyte } from "../../../model/measure.ts";

/** Far past what the library takes; it says so itself, but needn't be sent a film for that. */
const mostBytesSent = 32 * mebibyte;
const batchBytes = 16 * mebibyte;
const batchCount = 25;

/** What of a file is read at all. */
export function bytesToSend(size: Bytes): Bytes {
  return Math.min(size, mostBytesSent);
}

/** Splits many files into calls of a size that memory bears and that can be stopped between. */
export function batchesOf<Chosen extends { readonly size: Bytes }>(files: readonly Chosen[]): Chosen[][] {
  const batches: Chosen[][] = [];
  let batch: Chosen[] = [];
  let bytes = 0;
  for (const file of files) {
    const size = bytesToSend(file.size);
    if (batch.length > 0 && (batch.length >= batchCount || bytes + size > batchBytes)) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += size;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
