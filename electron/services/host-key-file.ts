import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { HostKey, StoreFailure } from "../../renderer/contracts/host.ts";
import { fail, type Result, succeed } from "../../renderer/model/result.ts";
import { replaceFile } from "./durable-file.ts";
import { readIfThere } from "./header-file.ts";
import { storeFailure } from "./store-errors.ts";

/** Where this computer keeps the key that opens the library without a recovery code. */
export interface HostKeys {
  read(): Promise<readonly HostKey[]>;
  write(key: Uint8Array): Promise<Result<HostKey["protection"], StoreFailure>>;
}

export interface HostKeyFile extends HostKeys {
  /** For a host that now keeps the key in a real keystore. */
  remove(): Promise<void>;
}

/**
 * A key in a file that only this account can read. On an account that several people share it protects nothing, and
 * `protection: "key-file"` is how the settings know to say so. It lies outside the vault folder, so that a vault on a
 * lost stick or in a copy doesn't carry its own key.
 */
export function openHostKeyFile(path: string): HostKeyFile {
  return {
    async read() {
      const key = await readIfThere(path);
      return key === null || key.length === 0 ? [] : [{ protection: "key-file", key }];
    },
    async write(key) {
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await replaceFile(path, key, { mode: 0o600 });
        return succeed("key-file");
      } catch (error) {
        return fail(storeFailure(error));
      }
    },
    remove: () => rm(path, { force: true }),
  };
}
