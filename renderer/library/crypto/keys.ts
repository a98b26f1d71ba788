import type { VaultId } from "../../model/ids.ts";
import { fromHex, type OwnBytes, toUtf8 } from "./byte-arrays.ts";
import type { SealingKey } from "./seal.ts";

/** All keys of one vault, made from its one random key. */
export interface VaultKeys {
  readonly vaultId: VaultId;
  /** Names the vault key in every sealed thing, so that a later change of key can be told apart. */
  readonly keyId: OwnBytes;
  readonly journal: SealingKey;
  readonly bodies: SealingKey;
  readonly blobs: SealingKey;
  readonly workingCopy: SealingKey;
  readonly header: SealingKey;
  readonly ids: CryptoKey;
}

export const vaultKeyBytes = 32;

export async function deriveVaultKeys(vaultKey: OwnBytes, vaultId: VaultId): Promise<VaultKeys> {
  const salt = fromHex(vaultId);
  const root = await importForDerivation(vaultKey);
  const keyId = new Uint8Array(await crypto.subtle.deriveBits(hkdf(salt, "key id"), root, 32));
  const sealing = async (label: string): Promise<SealingKey> => ({
    key: await crypto.subtle.deriveKey(hkdf(salt, label), root, { name: "AES-GCM", length: 256 }, false, [
      "encrypt",
      "decrypt",
    ]),
    keyId,
    vaultId: salt,
  });
  const [journal, bodies, blobs, workingCopy, header, ids] = await Promise.all([
    sealing("journal"),
    sealing("bodies"),
    sealing("blobs"),
    sealing("working copy"),
    sealing("header"),
    crypto.subtle.deriveKey(hkdf(salt, "ids"), root, { name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]),
  ]);
  return { vaultId, keyId, journal, bodies, blobs, workingCopy, header, ids };
}

/** Turns a secret with its full entropy (a host key, a recovery code) into a key that wraps the vault key. */
export async function deriveWrappingKey(secret: OwnBytes, salt: OwnBytes, label: string): Promise<CryptoKey> {
  const root = await importForDerivation(secret);
  return crypto.subtle.deriveKey(hkdf(salt, label), root, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
}

/** A primary key that tells nothing: the same thing always gets the same one, and only inside this vault. */
export async function hiddenKey(keys: VaultKeys, store: string, key: string): Promise<OwnBytes> {
  const digest = await crypto.subtle.sign("HMAC", keys.ids, toUtf8(`${store}\n${key}`));
  return new Uint8Array(digest, 0, 16).slice();
}

function importForDerivation(secret: OwnBytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits", "deriveKey"]);
}

function hkdf(salt: OwnBytes, label: string): HkdfParams {
  return { name: "HKDF", hash: "SHA-256", salt, info: toUtf8(`field-reader 1 ${label}`) };
}
