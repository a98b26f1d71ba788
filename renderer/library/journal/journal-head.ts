import type { Bytes } from "../../model/measure.ts";
import { type OwnBytes, ownBytes } from "../crypto/byte-arrays.ts";
import { noHash } from "./entry-format.ts";

/** A place between two entries: how far something has read or written. */
export interface JournalHead {
  readonly generation: number;
  /** Of the entry before this place; 0 at the very start. */
  readonly sequence: number;
  /** That entry's hash: its last 32 bytes on disk. */
  readonly hash: OwnBytes;
  readonly offset: Bytes;
}

export function startOf(generation: number): JournalHead {
  return { generation, sequence: 0, hash: noHash, offset: 0 };
}

/** What must stand at the end of the file when something is appended here. */
export function tailAt(head: JournalHead): OwnBytes {
  return head.offset === 0 ? new Uint8Array() : ownBytes(head.hash);
}
