import { describe, expect, test } from "vitest";
import { openKeystore } from "./keystore.ts";

const key = new Uint8Array([1, 2, 3, 250, 251, 252]);

function fakeSafeStorage(but: { mark?: string; isAvailable?: boolean; throws?: boolean } = {}) {
  const fail = () => {
    if (but.throws) throw new Error("the keyring is locked");
  };
  return {
    getSelectedStorageBackend: () => "gnome_libsecret" as const,
    isAsyncEncryptionAvailable: async () => but.isAvailable ?? true,
    encryptStringAsync: async (text: string) => {
      fail();
      return Buffer.from(`${but.mark ?? "v11"}${text}`);
    },
    decryptStringAsync: async (sealed: Buffer) => {
      fail();
      return { result: sealed.toString().slice(3), shouldReEncrypt: false };
    },
  };
}

describe("the system's keystore", () => {
  test("gives back the key that it sealed", async () => {
    const keystore = openKeystore(fakeSafeStorage(), "linux");
    const sealed = await keystore.seal(key);
    expect(sealed).not.toBeNull();
    expect(await keystore.unseal(sealed ?? key)).toEqual(key);
  });

  test("isn't trusted on Linux when it sealed with the password that everybody knows", async () => {
    expect(await openKeystore(fakeSafeStorage({ mark: "v10" }), "linux").seal(key)).toBeNull();
  });

  test.each(["darwin", "win32"] as const)("is trusted on %s, where the same mark is the real one", async (platform) => {
    expect(await openKeystore(fakeSafeStorage({ mark: "v10" }), platform).seal(key)).not.toBeNull();
  });

  test("that isn't there, or is locked, is no reason to lose the key: the caller is told", async () => {
    for (const storage of [fakeSafeStorage({ isAvailable: false }), fakeSafeStorage({ throws: true })]) {
      expect(await openKeystore(storage, "linux").seal(key)).toBeNull();
      expect(await openKeystore(storage, "linux").unseal(key)).toBeNull();
    }
  });
});
