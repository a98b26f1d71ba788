import type { ImportFailure } from "../../model/failure.ts";
import { type Bytes, mebibyte } from "../../model/measure.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import { crc32 } from "./crc32.ts";
import { inflateAtMost } from "./inflate-at-most.ts";

export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: Bytes;
  /** As the archive claims; what comes out is counted all the same. */
  readonly bytes: Bytes;
  readonly method: number;
  readonly checksum: number;
  readonly headerAt: number;
}

export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  find(name: string): ZipEntry | null;
  read(entry: ZipEntry): Promise<Result<Uint8Array, ImportFailure>>;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const headerMark = 0x04034b50;
const endBytes = 22;
const longestComment = 65_535;
const mostEntries = 5_000;
/** Of everything that is unpacked from one archive, however it is spread over its entries. */
const mostUnpacked = 96 * mebibyte;
/** No text, table or picture packs better than this; what does is made to swell. Little ones may. */
const mostSwelling = 200;
const sanelyUnpacked = 8 * mebibyte;
const stored = 0;
const deflated = 8;
const encryptedFlag = 1;
const damaged = fail({ kind: "damaged-file" } as const);

/**
 * The table of contents at a zip's end, checked before anything is unpacked: names that lead out of a folder, locked
 * entries, and archives that would swell beyond what memory bears are refused as a whole.
 */
export function openZip(bytes: Uint8Array): Result<ZipArchive, ImportFailure> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return damaged;
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  if (count > mostEntries) return fail({ kind: "expanding-archive" });
  const listed = listEntries(bytes, view, { at, count, end });
  if (!listed.ok) return listed;
  const entries = listed.value;
  if (entries.reduce((sum, entry) => sum + entry.bytes, 0) > mostUnpacked) return fail({ kind: "expanding-archive" });
  let room = mostUnpacked;
  return succeed({
    entries,
    find: (name) => entries.find((entry) => entry.name === name) ?? null,
    async read(entry) {
      const packed = packedBytesOf(bytes, view, entry);
      if (packed === null) return damaged;
      const plain = await unpack(packed, entry, room);
      if (!plain.ok) return plain;
      room -= plain.value.length;
      return crc32(plain.value) === entry.checksum ? plain : damaged;
    },
  });
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endBytes - longestComment);
  for (let at = view.byteLength - endBytes; at >= first; at--) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return null;
}

function listEntries(
  bytes: Uint8Array,
  view: DataView,
  { at: from, count, end }: { readonly at: number; readonly count: number; readonly end: number },
): Result<ZipEntry[], ImportFailure> {
  const entries: ZipEntry[] = [];
  let at = from;
  for (let number = 0; number < count; number++) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) return damaged;
    if ((view.getUint16(at + 8, true) & encryptedFlag) !== 0) return fail({ kind: "password-protected" });
    const nameLength = view.getUint16(at + 28, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength));
    if (leadsOut(name)) return fail({ kind: "unsafe-archive" });
    const entry: ZipEntry = {
      name,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    };
    // Folders have a name and nothing else.
    if (!name.endsWith("/")) entries.push(entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return succeed(entries);
}

function decodeName(name: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(name);
  } catch {
    return new TextDecoder("windows-1252").decode(name);
  }
}

/** Nothing is ever written under such a name here; whoever packs one means harm. */
function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|\\|\0/i.test(name) || name.split("/").includes("..");
}

function packedBytesOf(bytes: Uint8Array, view: DataView, { headerAt, packedBytes }: ZipEntry): Uint8Array | null {
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== headerMark) return null;
  const from = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  return from + packedBytes > bytes.length ? null : bytes.subarray(from, from + packedBytes);
}

async function unpack(
  packed: Uint8Array,
  { method }: ZipEntry,
  room: Bytes,
): Promise<Result<Uint8Array, ImportFailure>> {
  if (method === stored) return packed.length > room ? fail({ kind: "expanding-archive" }) : succeed(packed);
  if (method !== deflated) return damaged;
  const plain = await inflateAtMost(packed, Math.min(room, Math.max(sanelyUnpacked, packed.length * mostSwelling)));
  if (plain === "too-much") return fail({ kind: "expanding-archive" });
  return plain === "damaged" ? damaged : succeed(plain);
}
