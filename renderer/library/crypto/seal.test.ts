import { expect, test } from "vitest";
import { brandId, type VaultId } from "../../model/ids.ts";
import { toUtf8 } from "./byte-arrays.ts";
import { deriveVaultKeys, hiddenKey } from "./keys.ts";
import { seal, unseal } from "./seal.ts";

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const vaultKey = new Uint8Array(32).fill(7);
const vaultId = brandId<VaultId>("0a".repeat(16));
const otherVault = brandId<VaultId>("0b".repeat(16));
const place = { store: "blocks", key: "heads 1", version: 1 };
const text = toUtf8("landing 12");

test("what is sealed opens at its place and nowhere else", async () => {
  const { workingCopy, bodies } = await deriveVaultKeys(vaultKey, vaultId);
  const sealed = await seal(workingCopy, place, text, randomBytes);
  expect(await unseal(workingCopy, place, sealed)).toEqual(text);
  expect(await unseal(workingCopy, { ...place, key: "heads 2" }, sealed)).toBeNull();
  expect(await unseal(workingCopy, { ...place, store: "meta" }, sealed)).toBeNull();
  expect(await unseal(workingCopy, { ...place, version: 2 }, sealed)).toBeNull();
  expect(await unseal(bodies, place, sealed)).toBeNull();
  const elsewhere = await deriveVaultKeys(vaultKey, otherVault);
  expect(await unseal(elsewhere.workingCopy, place, sealed)).toBeNull();
});

test("a store's name and a key's name can't be cut in another place to open the same thing", async () => {
  const { workingCopy } = await deriveVaultKeys(vaultKey, vaultId);
  const sealed = await seal(workingCopy, { store: "ab", key: "c", version: 1 }, text, randomBytes);
  expect(await unseal(workingCopy, { store: "a", key: "bc", version: 1 }, sealed)).toBeNull();
});

test("any changed bit is noticed, in the first bytes as in the last", async () => {
  const { workingCopy } = await deriveVaultKeys(vaultKey, vaultId);
  const sealed = await seal(workingCopy, place, text, randomBytes);
  for (let at = 0; at < sealed.length; at++) {
    const spoilt = sealed.slice();
    spoilt[at] = (spoilt[at] ?? 0) ^ 4;
    expect(await unseal(workingCopy, place, spoilt)).toBeNull();
  }
  expect(await unseal(workingCopy, place, sealed.subarray(0, 12))).toBeNull();
});

test("a hidden key is the same each time in one vault and another in every other vault", async () => {
  const keys = await deriveVaultKeys(vaultKey, vaultId);
  const elsewhere = await deriveVaultKeys(vaultKey, otherVault);
  expect(await hiddenKey(keys, "bodies", "a 1")).toEqual(await hiddenKey(keys, "bodies", "a 1"));
  expect(await hiddenKey(keys, "bodies", "a 1")).not.toEqual(await hiddenKey(keys, "bodies", "a 2"));
  expect(await hiddenKey(keys, "bodies", "a 1")).not.toEqual(await hiddenKey(elsewhere, "bodies", "a 1"));
});
