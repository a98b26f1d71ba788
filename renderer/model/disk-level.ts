import { type Bytes, mebibyte } from "./measure.ts";

/**
 * What the free space allows. One write on a full disk made Chromium delete a whole IndexedDB in 15 of 15 runs, so
 * under 16 MB the working copy isn't even opened and the library is read from the journal.
 */
export type DiskLevel = "normal" | "no-writes" | "journal-only";

export const ballastBytes = 32 * mebibyte;
const normalFrom = 64 * mebibyte;
const workingCopyFrom = 16 * mebibyte;
export const remakeBallastFrom = 128 * mebibyte;

export function diskLevelAt(freeBytes: Bytes): DiskLevel {
  if (freeBytes >= normalFrom) return "normal";
  return freeBytes >= workingCopyFrom ? "no-writes" : "journal-only";
}
