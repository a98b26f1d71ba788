import type { Host, ReadFailure } from "../../contracts/host.ts";
import { type Bytes, kibibyte, mebibyte } from "../../model/measure.ts";
import { areEqualBytes, joinBytes, ownBytes } from "../crypto/byte-arrays.ts";
import {
  claimsNewerFormat,
  type EntryFrame,
  entryFormat,
  findMagic,
  headerBytes,
  isWhole,
  lookAtFrame,
  maxEntryBytes,
} from "./entry-format.ts";
import type { JournalHead } from "./journal-head.ts";
import { changeFormat } from "./upcasters.ts";

/** An entry that was read whole, and the place right after it. */
export interface ReadEntry {
  readonly frame: EntryFrame;
  readonly offset: Bytes;
  readonly end: JournalHead;
}

export type JournalPiece =
  | { readonly piece: "entries"; readonly entries: readonly ReadEntry[] }
  /** Entries that can't be read any more, between two that can. */
  | { readonly piece: "damage"; readonly sequences: readonly number[]; readonly offset: Bytes; readonly bytes: Bytes };

/** How a reading ended. `end` is the place after the last readable entry; what follows it is a torn tail. */
export type JournalEnd =
  | { readonly ended: "read"; readonly end: JournalHead; readonly tornBytes: Bytes }
  | { readonly ended: "newer" }
  | { readonly ended: "failed"; readonly failure: ReadFailure };

/** Small at first, so that something can be shown soon; each window is twice the last, up to the largest. */
const firstWindowBytes = 256 * kibibyte;
const windowBytes = 4 * mebibyte;

/** Reads the entries from a place on, checking hash and chain, and skips over what is rotten. */
export async function* readJournal(host: Host, from: JournalHead): AsyncGenerator<JournalPiece, JournalEnd> {
  let end = from;
  for (;;) {
    const length = await host.journalLength({ generation: from.generation });
    if (!length.ok) return { ended: "failed", failure: length.failure };
    const fileBytes = length.value ?? 0;
    const walked = yield* walkSoundEntries(host, end, fileBytes);
    if (walked.ended !== "stopped") return walked;
    end = walked.end;
    const next = await findNextEntry(host, end, fileBytes);
    if (next.found === "failed") return { ended: "failed", failure: next.failure };
    if (next.found === "newer") return { ended: "newer" };
    if (next.found === "nothing") return { ended: "read", end, tornBytes: fileBytes - end.offset };
    const sequences: number[] = [];
    for (let sequence = end.sequence + 1; sequence < next.frame.sequence; sequence++) sequences.push(sequence);
    yield { piece: "damage", sequences, offset: end.offset, bytes: next.offset - end.offset };
    end = {
      generation: from.generation,
      sequence: next.frame.sequence - 1,
      hash: ownBytes(next.frame.previousHash),
      offset: next.offset,
    };
  }
}

type Walked =
  | { readonly ended: "stopped"; readonly end: JournalHead }
  | Extract<JournalEnd, { ended: "newer" | "failed" }>
  | Extract<JournalEnd, { ended: "read" }>;

/** Goes on while each entry follows the last; stops at the first thing that doesn't. */
async function* walkSoundEntries(
  host: Host,
  from: JournalHead,
  fileBytes: Bytes,
): AsyncGenerator<JournalPiece, Walked> {
  let end = from;
  let rest: Uint8Array = new Uint8Array();
  let readTo = from.offset;
  let nextBytes = firstWindowBytes;
  const readNext = () => {
    const maxBytes = Math.min(nextBytes, fileBytes - readTo);
    nextBytes = Math.min(nextBytes * 2, windowBytes);
    return host.readJournal({ generation: from.generation, offset: readTo, maxBytes });
  };
  let upcoming = readTo < fileBytes ? readNext() : null;
  while (upcoming !== null) {
    const read = await upcoming;
    if (!read.ok) return { ended: "failed", failure: read.failure };
    readTo += read.value.length;
    // The next window is on its way while this one is worked on.
    upcoming = readTo < fileBytes && read.value.length > 0 ? readNext() : null;
    const bytes = rest.length === 0 ? read.value : joinBytes([rest, read.value]);
    const { frames, stoppedEarly } = framesIn(bytes);
    const whole = await Promise.all(frames.map((frame) => isWhole(frame)));
    const entries: ReadEntry[] = [];
    let at = 0;
    let isSound = true;
    for (const [index, frame] of frames.entries()) {
      isSound =
        whole[index] === true && frame.sequence === end.sequence + 1 && areEqualBytes(frame.previousHash, end.hash);
      if (!isSound) break;
      if (frame.entryFormat > entryFormat || frame.changeFormat > changeFormat) return { ended: "newer" };
      const offset = end.offset;
      end = {
        generation: from.generation,
        sequence: frame.sequence,
        hash: ownBytes(frame.hash).slice(),
        offset: offset + frame.bytes.length,
      };
      entries.push({ frame, offset, end });
      at += frame.bytes.length;
    }
    if (entries.length > 0) yield { piece: "entries", entries };
    if (!isSound || stoppedEarly) {
      await upcoming;
      return { ended: "stopped", end };
    }
    rest = bytes.subarray(at);
  }
  return end.offset === fileBytes ? { ended: "read", end, tornBytes: 0 } : { ended: "stopped", end };
}

function framesIn(bytes: Uint8Array): { frames: EntryFrame[]; stoppedEarly: boolean } {
  const frames: EntryFrame[] = [];
  let at = 0;
  while (at < bytes.length) {
    const look = lookAtFrame(bytes, at);
    if (look.is === "cut") break;
    if (look.is === "nothing") return { frames, stoppedEarly: true };
    frames.push(look.frame);
    at += look.frame.bytes.length;
  }
  return { frames, stoppedEarly: false };
}

type NextEntry =
  | { readonly found: "entry"; readonly frame: EntryFrame; readonly offset: Bytes }
  | { readonly found: "nothing" }
  | { readonly found: "newer" }
  | { readonly found: "failed"; readonly failure: ReadFailure };

/** Searches behind damage for the next entry that is whole and later than what was read. */
async function findNextEntry(host: Host, from: JournalHead, fileBytes: Bytes): Promise<NextEntry> {
  let claimsNewer = false;
  for (let windowAt = from.offset; windowAt < fileBytes; windowAt += windowBytes) {
    // Each window reaches into the next one, so that an entry across the border is seen whole.
    const read = await host.readJournal({
      generation: from.generation,
      offset: windowAt,
      maxBytes: windowBytes + maxEntryBytes,
    });
    if (!read.ok) return { found: "failed", failure: read.failure };
    const bytes = read.value;
    if (windowAt === from.offset) claimsNewer = claimsNewerFormat(bytes, 0);
    for (let at = findMagic(bytes, 0); at >= 0 && at < windowBytes; at = findMagic(bytes, at + 1)) {
      const look = lookAtFrame(bytes, at);
      if (look.is !== "frame" || !(await isWhole(look.frame))) continue;
      if (look.frame.entryFormat > entryFormat || look.frame.changeFormat > changeFormat) return { found: "newer" };
      if (look.frame.sequence <= from.sequence) continue;
      return { found: "entry", frame: look.frame, offset: windowAt + at };
    }
    if (bytes.length < headerBytes) break;
  }
  // What ends the file may be the last words of a newer version: that is for it to judge, not for us to cut.
  return claimsNewer ? { found: "newer" } : { found: "nothing" };
}
