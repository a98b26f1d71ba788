import { joinBytes, type OwnBytes, ownBytes, startsWithBytes, toUtf8, viewOf } from "./byte-arrays.ts";

/** One of a vault's keys, with what every sealed thing says about it. */
export interface SealingKey {
  readonly key: CryptoKey;
  readonly keyId: OwnBytes;
  readonly vaultId: OwnBytes;
}

/** Where a sealed thing belongs: bytes moved to another place don't open there. */
export interface SealedPlace {
  readonly store: string;
  readonly key: string;
  readonly version: number;
}

const magic = toUtf8("FRSB");
const format = 1;
const ivBytes = 12;
const prefixBytes = magic.length + 2 + 4;
const tagBytes = 16;
/** How much longer a sealed thing is than what is in it. */
export const sealOverheadBytes = prefixBytes + ivBytes + tagBytes;

export async function seal(
  key: SealingKey,
  place: SealedPlace,
  plain: Uint8Array,
  randomBytes: (count: number) => OwnBytes,
): Promise<OwnBytes> {
  const prefix = new Uint8Array(prefixBytes);
  prefix.set(magic);
  viewOf(prefix).setUint16(magic.length, format);
  prefix.set(key.keyId, magic.length + 2);
  const iv = randomBytes(ivBytes);
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: associatedData(key, place, prefix) },
    key.key,
    ownBytes(plain),
  );
  return joinBytes([prefix, iv, new Uint8Array(sealed)]);
}

/** null = damaged, from another place, another key, or in a form that this version doesn't know. */
export async function unseal(key: SealingKey, place: SealedPlace, sealed: Uint8Array): Promise<OwnBytes | null> {
  const prefix = sealed.subarray(0, prefixBytes);
  const known =
    sealed.length > prefixBytes + ivBytes &&
    startsWithBytes(prefix, 0, magic) &&
    viewOf(prefix).getUint16(magic.length) === format;
  if (!known) return null;
  return decryptOrNull(
    {
      name: "AES-GCM",
      iv: ownBytes(sealed.subarray(prefixBytes, prefixBytes + ivBytes)),
      additionalData: associatedData(key, place, prefix),
    },
    key.key,
    sealed.subarray(prefixBytes + ivBytes),
  );
}

/** Whether bytes begin as what this key seals in a form that this version knows; says nothing of the rest. */
export function beginsAsSealed(key: SealingKey, bytes: Uint8Array): boolean {
  return (
    bytes.length >= prefixBytes &&
    startsWithBytes(bytes, 0, magic) &&
    viewOf(bytes).getUint16(magic.length) === format &&
    startsWithBytes(bytes, magic.length + 2, key.keyId)
  );
}

/** AES-GCM's refusal as a value: bytes that don't match their key or place are expected on a damaged disk. */
export async function decryptOrNull(
  parameters: AesGcmParams,
  key: CryptoKey,
  sealed: Uint8Array,
): Promise<OwnBytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, ownBytes(sealed)));
  } catch (error) {
    if (error instanceof DOMException && error.name === "OperationError") return null;
    throw error;
  }
}

function associatedData(key: SealingKey, place: SealedPlace, prefix: Uint8Array): OwnBytes {
  const store = toUtf8(place.store);
  const name = toUtf8(place.key);
  // Lengths stand before the texts, so that no two places give the same bytes.
  const numbers = new Uint8Array(12);
  const view = viewOf(numbers);
  view.setUint32(0, store.length);
  view.setUint32(4, name.length);
  view.setUint32(8, place.version);
  return joinBytes([prefix, key.vaultId, numbers, store, name]);
}
