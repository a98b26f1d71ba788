import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepHostKeys } from "./host-keys.ts";
import type { Keystore } from "./keystore.ts";
import { openHostKeyFile } from "./services/host-key-file.ts";

const key = new Uint8Array(32).fill(7);
const otherKey = new Uint8Array(32).fill(8);

const flip = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0xff);
const realKeystore: Keystore = { seal: async (secret) => flip(secret), unseal: async (sealed) => flip(sealed) };
const noKeystore: Keystore = { seal: async () => null, unseal: async () => null };
const forgetfulKeystore: Keystore = { seal: async (secret) => flip(secret), unseal: async () => null };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "field-reader-keys-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const keyPath = () => join(folder, "vault.key");
const sealedPath = () => join(folder, "vault.key.sealed");
const keysWith = (keystore: Keystore) =>
  keepHostKeys({ keystore, sealedPath: sealedPath(), keyFile: openHostKeyFile(keyPath()) });

describe("this computer's key under Electron", () => {
  test("a key file from the browser host gives way to the keystore", async () => {
    writeFileSync(keyPath(), key);
    expect(await keysWith(realKeystore).read()).toEqual([{ protection: "keystore", key }]);
    expect(existsSync(keyPath())).toBe(false);
    expect(readFileSync(sealedPath()).equals(flip(key))).toBe(true);
  });

  test("a key file stays as long as the keystore can't open what it sealed", async () => {
    writeFileSync(keyPath(), key);
    expect(await keysWith(forgetfulKeystore).read()).toEqual([{ protection: "key-file", key }]);
    expect(existsSync(keyPath())).toBe(true);
  });

  test("without a keystore it is kept in the file and called that", async () => {
    expect(await keysWith(noKeystore).write(key)).toEqual({ ok: true, value: "key-file" });
    expect(await keysWith(noKeystore).read()).toEqual([{ protection: "key-file", key }]);
  });

  test("a keystore that no longer opens leaves no key rather than a wrong one", async () => {
    await keysWith(realKeystore).write(key);
    expect(await keysWith(noKeystore).read()).toEqual([]);
  });

  test("a new key in the file is not hidden behind an older sealed one", async () => {
    await keysWith(realKeystore).write(otherKey);
    await keysWith(noKeystore).write(key);
    expect(await keysWith(realKeystore).read()).toEqual([{ protection: "keystore", key }]);
  });

  test("a key that the browser host wrote later is offered beside the sealed one, and the weaker of the two is named", async () => {
    await keysWith(realKeystore).write(otherKey);
    writeFileSync(keyPath(), key);
    expect(await keysWith(realKeystore).read()).toEqual([
      { protection: "key-file", key: otherKey },
      { protection: "key-file", key },
    ]);
  });
});
