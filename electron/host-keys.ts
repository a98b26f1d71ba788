import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { succeed } from "../renderer/model/result.ts";
import type { Keystore } from "./keystore.ts";
import { replaceFile } from "./services/durable-file.ts";
import { readIfThere } from "./services/header-file.ts";
import type { HostKeyFile, HostKeys } from "./services/host-key-file.ts";

/**
 * This computer's key, sealed by the system's keystore where that is real, else in the key file that the browser host
 * uses too. A key file that is found gives way to the keystore, after the sealed copy was opened once.
 */
export function keepHostKeys({
  keystore,
  sealedPath,
  keyFile,
}: {
  keystore: Keystore;
  sealedPath: string;
  keyFile: HostKeyFile;
}): HostKeys {
  async function readSealed(): Promise<Uint8Array | null> {
    const sealed = await readIfThere(sealedPath);
    return sealed === null ? null : keystore.unseal(sealed);
  }

  /** False leaves everything as it was. */
  async function sealAway(key: Uint8Array): Promise<boolean> {
    const sealed = await keystore.seal(key);
    if (sealed === null) return false;
    try {
      await mkdir(dirname(sealedPath), { recursive: true, mode: 0o700 });
      await replaceFile(sealedPath, sealed, { mode: 0o600 });
      const opened = await readSealed();
      if (opened === null || !Buffer.from(opened).equals(key)) return false;
      await keyFile.remove();
      return true;
    } catch {
      return false;
    }
  }

  return {
    async read() {
      const [inKeystore, inFile] = [await readSealed(), await keyFile.read()];
      if (inKeystore !== null) {
        // A key file that the browser host made since then opens the library too: the weaker of the two is the truth.
        const protection = inFile.length === 0 ? "keystore" : "key-file";
        return [{ protection, key: inKeystore }, ...inFile];
      }
      const [found] = inFile;
      if (found === undefined || !(await sealAway(found.key))) return inFile;
      return [{ protection: "keystore", key: found.key }];
    },
    async write(key) {
      if (await sealAway(key)) return succeed("keystore");
      // A sealed key of an earlier time would be tried first and open nothing.
      await rm(sealedPath, { force: true }).catch(() => {});
      return keyFile.write(key);
    },
  };
}
