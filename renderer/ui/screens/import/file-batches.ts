import { type Bytes, mebibyte } from "../../../model/measure.ts";

/** What the library takes at most of any kind of file; of some it takes less, and says so itself. */
export const mostBytesRead = 50 * mebibyte;
const batchBytes = 16 * mebibyte;
/** An answer with many long texts would hold the page up while it is taken in. */
const batchCount = 6;

/** Splits many files into calls of a size that memory bears and that can be stopped between. Too large ones aren't read. */
export function batchesOf<Chosen extends { readonly size: Bytes }>(files: readonly Chosen[]): Chosen[][] {
  const batches: Chosen[][] = [];
  let batch: Chosen[] = [];
  let bytes = 0;
  for (const file of files) {
    const size = file.size > mostBytesRead ? 0 : file.size;
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
