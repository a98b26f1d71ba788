import { decode, encode } from "cborg";
import type { VaultId } from "../../model/ids.ts";
import type { Instant } from "../../model/time.ts";
import { areEqualBytes, joinBytes, type OwnBytes, sha256, startsWithBytes, toUtf8, viewOf } from "./byte-arrays.ts";
import type { KeySlot } from "./key-slots.ts";

/** What opens a vault. It lies outside IndexedDB in two slots, of which the older one is always the one written. */
export interface VaultHeader {
  /** Of two valid slots the higher one holds. */
  readonly counter: number;
  readonly vaultId: VaultId;
  readonly generation: number;
  readonly madeAt: Instant;
  readonly slots: readonly KeySlot[];
  /** Sealed under the vault key until somebody said that it is written down. */
  readonly recoveryCode: Uint8Array | null;
}

export type HeaderSlot = 0 | 1;

export type FoundHeader =
  | { readonly found: "none" }
  | { readonly found: "header"; readonly header: VaultHeader; readonly slot: HeaderSlot }
  | { readonly found: "damaged" }
  | { readonly found: "newer" };

const magic = toUtf8("FRHD");
export const headerFormat = 1;
const prefixBytes = magic.length + 2 + 4;
const checksumBytes = 32;

/**
 * Magic, format, length, payload, SHA-256 of all before. This frame is the same in every format to come, so that a
 * program of today can tell a newer header from a damaged one.
 */
export async function encodeHeader(header: VaultHeader): Promise<OwnBytes> {
  const payload = encode(header);
  const prefix = new Uint8Array(prefixBytes);
  prefix.set(magic);
  viewOf(prefix).setUint16(magic.length, headerFormat);
  viewOf(prefix).setUint32(magic.length + 2, payload.length);
  const body = joinBytes([prefix, payload]);
  return joinBytes([body, await sha256(body)]);
}

export async function chooseHeader(slots: readonly [Uint8Array | null, Uint8Array | null]): Promise<FoundHeader> {
  const read = await Promise.all(slots.map((bytes) => readSlot(bytes)));
  if (read.some((slot) => slot.is === "newer")) return { found: "newer" };
  let best: { header: VaultHeader; slot: HeaderSlot } | null = null;
  for (const [index, slot] of read.entries()) {
    if (slot.is !== "valid") continue;
    if (best === null || slot.header.counter > best.header.counter) {
      best = { header: slot.header, slot: index === 0 ? 0 : 1 };
    }
  }
  if (best !== null) return { found: "header", ...best };
  // With no valid slot beside it, a damaged one of an unknown format is left to the program that knows it.
  if (read.some((slot) => slot.is === "damaged" && slot.claimsNewer)) return { found: "newer" };
  return read.every((slot) => slot.is === "empty") ? { found: "none" } : { found: "damaged" };
}

type ReadSlot =
  | { readonly is: "empty" }
  | { readonly is: "valid"; readonly header: VaultHeader }
  | { readonly is: "damaged"; readonly claimsNewer: boolean }
  | { readonly is: "newer" };

async function readSlot(bytes: Uint8Array | null): Promise<ReadSlot> {
  if (bytes === null || bytes.length === 0) return { is: "empty" };
  if (bytes.length < prefixBytes + checksumBytes || !startsWithBytes(bytes, 0, magic)) {
    return { is: "damaged", claimsNewer: false };
  }
  const format = viewOf(bytes).getUint16(magic.length);
  const end = prefixBytes + viewOf(bytes).getUint32(magic.length + 2);
  const isWhole =
    end + checksumBytes <= bytes.length &&
    areEqualBytes(await sha256(bytes.subarray(0, end)), bytes.subarray(end, end + checksumBytes));
  if (!isWhole) return { is: "damaged", claimsNewer: format > headerFormat };
  if (format > headerFormat) return { is: "newer" };
  return { is: "valid", header: decode(bytes.subarray(prefixBytes, end)) as VaultHeader };
}
