import type { SafeStorage } from "electron";

/** The system's own place for secrets, where there is a real one. */
export interface Keystore {
  /** null = nothing on this computer would guard it better than a file does. */
  seal(key: Uint8Array): Promise<Uint8Array | null>;
  /** null = this computer's keystore can't open it (another account, a new keyring, or none). */
  unseal(sealed: Uint8Array): Promise<Uint8Array | null>;
}

type SafeStorageUsed = Pick<
  SafeStorage,
  "isAsyncEncryptionAvailable" | "encryptStringAsync" | "decryptStringAsync" | "getSelectedStorageBackend"
>;

/** Only after the app is ready. */
export function openKeystore(safeStorage: SafeStorageUsed, platform: NodeJS.Platform): Keystore {
  async function isReal(): Promise<boolean> {
    if (platform === "linux") {
      const backend = safeStorage.getSelectedStorageBackend();
      if (backend === "basic_text" || backend === "unknown") return false;
    }
    return safeStorage.isAsyncEncryptionAvailable();
  }

  return {
    async seal(key) {
      try {
        if (!(await isReal())) return null;
        const sealed = await safeStorage.encryptStringAsync(Buffer.from(key).toString("base64"));
        return isSealedByPassword(sealed, platform) ? null : new Uint8Array(sealed);
      } catch {
        // A keyring that is locked or gone answers by throwing; the caller then keeps the key in a file.
        return null;
      }
    },
    async unseal(sealed) {
      try {
        if (!(await isReal())) return null;
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed));
        return new Uint8Array(Buffer.from(result, "base64"));
      } catch {
        return null;
      }
    },
  };
}

/**
 * On Linux a keyring may be named and still not answer; Chromium then seals with a password that everybody knows and
 * marks the result "v10". (Elsewhere "v10" is the real keychain's mark.)
 */
function isSealedByPassword(sealed: Uint8Array, platform: NodeJS.Platform): boolean {
  return platform === "linux" && Buffer.from(sealed.subarray(0, 3)).toString("latin1") === "v10";
}
