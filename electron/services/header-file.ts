import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReadFailure, StoreFailure } from "../../renderer/contracts/host.ts";
import { fail, type Result, succeed } from "../../renderer/model/result.ts";
import { replaceFile } from "./durable-file.ts";
import { errorCode, isMissing, storeFailure } from "./store-errors.ts";

export interface HeaderFile {
  /** Both slots, null where nothing was written yet. Which one is valid is the library's to say. */
  read(): Promise<Result<readonly [Uint8Array | null, Uint8Array | null], ReadFailure>>;
  write(slot: 0 | 1, bytes: Uint8Array): Promise<Result<null, StoreFailure>>;
}

export function openHeaderFile(vaultFolder: string): HeaderFile {
  const pathOf = (slot: 0 | 1) => join(vaultFolder, slot === 0 ? "header.a" : "header.b");

  return {
    async read() {
      try {
        return succeed([await readIfThere(pathOf(0)), await readIfThere(pathOf(1))]);
      } catch (error) {
        return fail({ kind: "read-failed", code: errorCode(error) });
      }
    },
    async write(slot, bytes) {
      try {
        await replaceFile(pathOf(slot), bytes);
        return succeed(null);
      } catch (error) {
        return fail(storeFailure(error));
      }
    },
  };
}

/** A plain Uint8Array: Node's Buffer wouldn't cross a port as what it is. */
export async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
