import {
  areEqualBytes,
  joinBytes,
  type OwnBytes,
  ownBytes,
  sha256,
  startsWithBytes,
  toUtf8,
  viewOf,
} from "../crypto/byte-arrays.ts";
import { decryptOrNull, type SealingKey } from "../crypto/seal.ts";

/**
 * One entry on disk:
 * magic 4 · entry format 2 · change format 2 · key id 4 · length of all 4 · sequence 8 · previous entry's hash 32 ·
 * IV 12 · AES-256-GCM ciphertext · SHA-256 of all before 32.
 * Magic, entry format, length and hash stay where they are in every format to come, so that a program of today can
 * tell a newer entry from a damaged one.
 */
const magic = toUtf8("FRJE");
export const entryFormat = 1;
export const hashBytes = 32;
const gcmTagBytes = 16;
const at = {
  entryFormat: 4,
  changeFormat: 6,
  keyId: 8,
  length: 12,
  sequence: 16,
  previousHash: 24,
  iv: 56,
  sealed: 68,
};
export const headerBytes = at.sealed;
/** What an entry is longer than what it carries. */
export const entryOverheadBytes = headerBytes + gcmTagBytes + hashBytes;
/** No entry was ever written longer; a length beyond is damage. */
export const maxEntryBytes = 1024 * 1024;

/** What the first entry of a journal names as its previous one. */
export const noHash: OwnBytes = new Uint8Array(hashBytes);

export interface EntryFrame {
  readonly entryFormat: number;
  readonly changeFormat: number;
  readonly sequence: number;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
  /** All of the entry. */
  readonly bytes: Uint8Array;
}

export async function sealEntry(
  key: SealingKey,
  entry: {
    readonly sequence: number;
    readonly previousHash: Uint8Array;
    readonly changeFormat: number;
    readonly iv: OwnBytes;
    readonly payload: Uint8Array;
  },
): Promise<OwnBytes> {
  const header = new Uint8Array(headerBytes);
  const view = viewOf(header);
  header.set(magic);
  view.setUint16(at.entryFormat, entryFormat);
  view.setUint16(at.changeFormat, entry.changeFormat);
  header.set(key.keyId, at.keyId);
  view.setUint32(at.length, entry.payload.length + entryOverheadBytes);
  view.setBigUint64(at.sequence, BigInt(entry.sequence));
  header.set(entry.previousHash, at.previousHash);
  header.set(entry.iv, at.iv);
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: entry.iv, additionalData: associatedData(key, header) },
    key.key,
    ownBytes(entry.payload),
  );
  const body = joinBytes([header, new Uint8Array(sealed)]);
  return joinBytes([body, await sha256(body)]);
}

/** null = damaged although its hash fits, or sealed with another key. */
export function unsealEntry(key: SealingKey, frame: EntryFrame): Promise<OwnBytes | null> {
  const { bytes } = frame;
  return decryptOrNull(
    {
      name: "AES-GCM",
      iv: ownBytes(bytes.subarray(at.iv, at.sealed)),
      additionalData: associatedData(key, bytes.subarray(0, headerBytes)),
    },
    key.key,
    bytes.subarray(at.sealed, bytes.length - hashBytes),
  );
}

export type FrameLook =
  | { readonly is: "frame"; readonly frame: EntryFrame }
  /** It may be one, but the bytes end before it does. */
  | { readonly is: "cut"; readonly neededBytes: number }
  | { readonly is: "nothing" };

/** Reads the outline of an entry; only `isWhole` says whether it is undamaged. */
export function lookAtFrame(bytes: Uint8Array, offset: number): FrameLook {
  const rest = bytes.length - offset;
  if (rest < headerBytes) {
    const start = bytes.subarray(offset, offset + Math.min(rest, magic.length));
    return startsWithBytes(magic, 0, start) ? { is: "cut", neededBytes: headerBytes } : { is: "nothing" };
  }
  if (!startsWithBytes(bytes, offset, magic)) return { is: "nothing" };
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, headerBytes);
  const length = view.getUint32(at.length);
  if (length < entryOverheadBytes || length > maxEntryBytes) return { is: "nothing" };
  if (length > rest) return { is: "cut", neededBytes: length };
  const entry = bytes.subarray(offset, offset + length);
  return {
    is: "frame",
    frame: {
      entryFormat: view.getUint16(at.entryFormat),
      changeFormat: view.getUint16(at.changeFormat),
      sequence: Number(view.getBigUint64(at.sequence)),
      previousHash: entry.subarray(at.previousHash, at.iv),
      hash: entry.subarray(length - hashBytes),
      bytes: entry,
    },
  };
}

export async function isWhole(frame: EntryFrame): Promise<boolean> {
  return areEqualBytes(await sha256(frame.bytes.subarray(0, frame.bytes.length - hashBytes)), frame.hash);
}

/** Whether what stands here claims, damaged or not, to be an entry of a format that this version doesn't know. */
export function claimsNewerFormat(bytes: Uint8Array, offset: number): boolean {
  return (
    bytes.length - offset >= at.changeFormat &&
    startsWithBytes(bytes, offset, magic) &&
    viewOf(bytes).getUint16(offset + at.entryFormat) > entryFormat
  );
}

/** Where the next entry may begin, from an offset on; -1 = nowhere in these bytes. */
export function findMagic(bytes: Uint8Array, from: number): number {
  for (
    let offset = bytes.indexOf(magic[0] ?? 0, from);
    offset >= 0;
    offset = bytes.indexOf(magic[0] ?? 0, offset + 1)
  ) {
    if (startsWithBytes(bytes, offset, magic)) return offset;
  }
  return -1;
}

function associatedData(key: SealingKey, header: Uint8Array): OwnBytes {
  return joinBytes([header.subarray(0, at.iv), key.vaultId]);
}
