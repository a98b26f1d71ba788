import type { DeviceId, VaultId } from "../../model/ids.ts";
import { type OwnBytes, ownBytes, toUtf8 } from "./byte-arrays.ts";
import { deriveWrappingKey } from "./keys.ts";
import { decryptOrNull } from "./seal.ts";

/** The vault key, wrapped once per way of opening. */
export interface KeySlot {
  readonly kind: "recovery-code" | "host-key";
  /** Of the computer whose host key opens this slot: a copied vault folder becomes another device there. */
  readonly deviceId: DeviceId | null;
  readonly salt: Uint8Array;
  readonly iv: Uint8Array;
  readonly wrapped: Uint8Array;
}

export async function wrapVaultKey(wrap: {
  readonly kind: KeySlot["kind"];
  readonly deviceId: DeviceId | null;
  readonly vaultId: VaultId;
  readonly secret: OwnBytes;
  readonly vaultKey: OwnBytes;
  readonly randomBytes: (count: number) => OwnBytes;
}): Promise<KeySlot> {
  const { kind, deviceId, vaultId, secret, vaultKey, randomBytes } = wrap;
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const key = await deriveWrappingKey(secret, salt, `slot ${kind}`);
  const additionalData = slotPlace(vaultId, kind, deviceId);
  const wrapped = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, vaultKey);
  return { kind, deviceId, salt, iv, wrapped: new Uint8Array(wrapped) };
}

/** null = this secret doesn't open this slot. */
export async function unwrapVaultKey(slot: KeySlot, vaultId: VaultId, secret: Uint8Array): Promise<OwnBytes | null> {
  const key = await deriveWrappingKey(ownBytes(secret), ownBytes(slot.salt), `slot ${slot.kind}`);
  const additionalData = slotPlace(vaultId, slot.kind, slot.deviceId);
  return decryptOrNull({ name: "AES-GCM", iv: ownBytes(slot.iv), additionalData }, key, slot.wrapped);
}

function slotPlace(vaultId: VaultId, kind: KeySlot["kind"], deviceId: DeviceId | null): OwnBytes {
  return toUtf8(`field-reader slot 1\n${vaultId}\n${kind}\n${deviceId ?? ""}`);
}
