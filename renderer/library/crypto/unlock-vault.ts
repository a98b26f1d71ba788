import type { Host, HostKey, LeaseToken, StoreFailure } from "../../contracts/host.ts";
import type { OpenFailure } from "../../model/failure.ts";
import { brandId, type DeviceId, type VaultId } from "../../model/ids.ts";
import type { Bytes } from "../../model/measure.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import type { Instant } from "../../model/time.ts";
import { type OwnBytes, ownBytes, toHex } from "./byte-arrays.ts";
import { HeaderFile } from "./header-file.ts";
import { type KeySlot, unwrapVaultKey, wrapVaultKey } from "./key-slots.ts";
import { deriveVaultKeys, type VaultKeys, vaultKeyBytes } from "./keys.ts";
import { readRecoveryCode, recoveryCodeBytes } from "./recovery-code.ts";
import { seal } from "./seal.ts";
import { chooseHeader, type VaultHeader } from "./vault-header.ts";

/** A vault whose key is in hand. */
export interface UnlockedVault {
  readonly keys: VaultKeys;
  readonly headerFile: HeaderFile;
  readonly deviceId: DeviceId;
  readonly keyProtection: HostKey["protection"];
  readonly journalBytes: Bytes;
}

export interface Unlocking {
  readonly host: Host;
  readonly lease: LeaseToken;
  readonly clock: () => Instant;
  readonly randomBytes: (count: number) => OwnBytes;
  /** As a person typed it; null = only this computer's own key is tried. */
  readonly recoveryCode: string | null;
}

type OpenedHeader = Omit<UnlockedVault, "journalBytes">;

/** Slots of computers that are long gone needn't be kept for ever. */
const hostSlotsKept = 4;

export async function unlockVault(unlocking: Unlocking): Promise<Result<UnlockedVault, OpenFailure>> {
  const { host } = unlocking;
  const [slots, hostKeys] = await Promise.all([host.readHeader({}), host.readHostKeys({})]);
  if (!slots.ok) return slots;
  const found = await chooseHeader(slots.value);
  switch (found.found) {
    case "newer":
      return fail({ kind: "newer-library" });
    case "damaged":
      return fail({ kind: "damaged-header" });
    case "none":
      return makeVault(unlocking);
    case "header": {
      const headerFile = new HeaderFile(host, unlocking.lease, found);
      const [journal, opened] = await Promise.all([
        host.journalLength({ generation: found.header.generation }),
        unlocking.recoveryCode === null ? openWithHostKey(hostKeys, headerFile) : null,
      ]);
      if (!journal.ok) return journal;
      // It was there before the header was: an empty library in its place would hide the loss.
      if (journal.value === null) return fail({ kind: "read-failed", code: "journal-missing" });
      const unlocked = opened ?? (await openWithRecoveryCode(unlocking, headerFile, unlocking.recoveryCode ?? ""));
      return unlocked.ok ? succeed({ ...unlocked.value, journalBytes: journal.value }) : unlocked;
    }
  }
}

async function openWithHostKey(
  hostKeys: readonly HostKey[],
  headerFile: HeaderFile,
): Promise<Result<OpenedHeader, OpenFailure>> {
  const { vaultId, slots } = headerFile.header;
  for (const { key, protection } of hostKeys) {
    for (const slot of slots) {
      if (slot.kind !== "host-key" || slot.deviceId === null) continue;
      const vaultKey = await unwrapVaultKey(slot, vaultId, key);
      if (vaultKey === null) continue;
      const keys = await deriveVaultKeys(vaultKey, vaultId);
      return succeed({ keys, headerFile, deviceId: slot.deviceId, keyProtection: protection });
    }
  }
  return fail({ kind: "key-missing" });
}

async function openWithRecoveryCode(
  unlocking: Unlocking,
  headerFile: HeaderFile,
  typed: string,
): Promise<Result<OpenedHeader, OpenFailure>> {
  const { vaultId, slots } = headerFile.header;
  const secret = await readRecoveryCode(typed);
  const slot = slots.find(({ kind }) => kind === "recovery-code");
  const vaultKey = secret === null || slot === undefined ? null : await unwrapVaultKey(slot, vaultId, secret);
  if (vaultKey === null) return fail({ kind: "wrong-recovery-code" });
  const hostSlot = await makeHostSlot(unlocking, vaultId, vaultKey);
  if (!hostSlot.ok) return failToOpen(hostSlot.failure);
  const others = slots.filter(({ kind }) => kind !== "host-key");
  const hostSlots = slots.filter(({ kind }) => kind === "host-key").slice(1 - hostSlotsKept);
  const written = await headerFile.change({ slots: [...others, ...hostSlots, hostSlot.value.slot] });
  if (!written.ok) return failToOpen(written.failure);
  const keys = await deriveVaultKeys(vaultKey, vaultId);
  return succeed({ keys, headerFile, deviceId: hostSlot.value.deviceId, keyProtection: hostSlot.value.protection });
}

async function makeVault(unlocking: Unlocking): Promise<Result<UnlockedVault, OpenFailure>> {
  const { host, lease, clock, randomBytes } = unlocking;
  // A journal without any header is a library that lost its key, not a first start.
  const journal = await host.journalLength({ generation: firstGeneration });
  if (!journal.ok) return journal;
  if ((journal.value ?? 0) > 0) return fail({ kind: "damaged-header" });
  const begun = await beginJournal(unlocking);
  if (!begun.ok) return failToOpen(begun.failure);
  const vaultId = brandId<VaultId>(toHex(randomBytes(16)));
  const vaultKey = randomBytes(vaultKeyBytes);
  const recoveryCode = randomBytes(recoveryCodeBytes);
  const hostSlot = await makeHostSlot(unlocking, vaultId, vaultKey);
  if (!hostSlot.ok) return failToOpen(hostSlot.failure);
  const recoverySlot = await wrapVaultKey({
    kind: "recovery-code",
    deviceId: null,
    vaultId,
    secret: recoveryCode,
    vaultKey,
    randomBytes,
  });
  const keys = await deriveVaultKeys(vaultKey, vaultId);
  const header: VaultHeader = {
    counter: 0,
    vaultId,
    generation: firstGeneration,
    madeAt: clock(),
    slots: [recoverySlot, hostSlot.value.slot],
    recoveryCode: await seal(keys.header, recoveryCodePlace, recoveryCode, randomBytes),
  };
  const headerFile = new HeaderFile(host, lease, { header, slot: 1 });
  // Both slots, so that from the first start on one damaged slot is no loss.
  for (let copies = 0; copies < 2; copies++) {
    const written = await headerFile.change({});
    if (!written.ok) return failToOpen(written.failure);
  }
  const { deviceId, protection } = hostSlot.value;
  return succeed({ keys, headerFile, deviceId, keyProtection: protection, journalBytes: 0 });
}

/** An empty file, on disk before the header is: from then on a missing journal is a loss. */
function beginJournal({ host, lease }: Unlocking): Promise<Result<unknown, StoreFailure>> {
  const nothing = new Uint8Array();
  return host.appendJournal({
    lease,
    generation: firstGeneration,
    expectedLength: 0,
    expectedTail: nothing,
    bytes: nothing,
  });
}

export const recoveryCodePlace = { store: "header", key: "recovery code", version: 1 };
const firstGeneration = 1;

async function makeHostSlot(
  { host, lease, randomBytes }: Unlocking,
  vaultId: VaultId,
  vaultKey: OwnBytes,
): Promise<
  Result<
    { readonly slot: KeySlot; readonly deviceId: DeviceId; readonly protection: HostKey["protection"] },
    StoreFailure
  >
> {
  // A start that was cut before the header was written left its key: it serves as well as a new one.
  const [known] = await host.readHostKeys({});
  const secret = known === undefined ? randomBytes(vaultKeyBytes) : ownBytes(known.key);
  const kept = known === undefined ? await host.writeHostKey({ lease, key: secret }) : succeed(known.protection);
  if (!kept.ok) return kept;
  const deviceId = brandId<DeviceId>(toHex(randomBytes(16)));
  const slot = await wrapVaultKey({ kind: "host-key", deviceId, vaultId, secret, vaultKey, randomBytes });
  return succeed({ slot, deviceId, protection: kept.value });
}

function failToOpen(failure: StoreFailure): Result<never, OpenFailure> {
  switch (failure.kind) {
    case "lease-lost":
      return fail({ kind: "open-elsewhere" });
    case "head-moved":
      return fail({ kind: "write-failed", code: failure.kind });
    default:
      return fail(failure);
  }
}
