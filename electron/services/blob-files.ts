import { constants } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BlobFacts, ReadFailure, StoreFailure } from "../../renderer/contracts/host.ts";
import { type BlobName, brandId, isId } from "../../renderer/model/ids.ts";
import type { Bytes } from "../../renderer/model/measure.ts";
import { fail, type Result, succeed } from "../../renderer/model/result.ts";
import { syncFolder } from "./durable-file.ts";
import { readAt, type WriteBytes, withFile, writeAll } from "./open-file.ts";
import { errorCode, isMissing, storeFailure } from "./store-errors.ts";

export interface BlobFiles {
  write(blob: BlobName, offset: Bytes, bytes: Uint8Array): Promise<Result<null, StoreFailure>>;
  finish(blob: BlobName): Promise<Result<null, StoreFailure>>;
  read(blob: BlobName, offset: Bytes, maxBytes: Bytes): Promise<Result<Uint8Array | null, ReadFailure>>;
  list(): Promise<Result<readonly BlobFacts[], ReadFailure>>;
  delete(blobs: readonly BlobName[]): Promise<Result<null, StoreFailure>>;
}

/**
 * Sealed attachments, a file each, in a folder beside the journal. Callers hold the lease and come one at a time. A
 * name is 32 hex digits or its call never comes here, so no name leads out of the folder.
 */
export function openBlobFiles(vaultFolder: string, writeBytes: WriteBytes = writeAll): BlobFiles {
  const folder = join(vaultFolder, "blobs");
  const pathOf = (blob: BlobName) => join(folder, blob);

  async function makeFolder(): Promise<void> {
    const made = await mkdir(folder, { recursive: false, mode: 0o700 }).then(
      () => true,
      (error: unknown) => {
        if (errorCode(error) === "EEXIST") return false;
        throw error;
      },
    );
    if (made) await syncFolder(vaultFolder);
  }

  return {
    async write(blob, offset, bytes) {
      try {
        if (offset === 0) await makeFolder();
        const flags = offset === 0 ? constants.O_RDWR | constants.O_CREAT : constants.O_RDWR;
        return await withFile(pathOf(blob), flags, async (handle) => {
          const { size } = await handle.stat();
          if (size !== offset) return fail({ kind: "head-moved", length: size });
          try {
            await writeBytes(handle, bytes, offset);
          } catch (error) {
            await handle.truncate(offset).catch(() => {});
            return fail(storeFailure(error));
          }
          return succeed(null);
        });
      } catch (error) {
        return fail(storeFailure(error));
      }
    },

    async finish(blob) {
      try {
        await withFile(pathOf(blob), constants.O_RDWR, (handle) => handle.sync());
        await syncFolder(folder);
        return succeed(null);
      } catch (error) {
        return fail(storeFailure(error));
      }
    },

    async read(blob, offset, maxBytes) {
      try {
        return succeed(await withFile(pathOf(blob), constants.O_RDONLY, (handle) => readAt(handle, offset, maxBytes)));
      } catch (error) {
        return isMissing(error) ? succeed(null) : fail({ kind: "read-failed", code: errorCode(error) });
      }
    },

    async list() {
      try {
        const facts: BlobFacts[] = [];
        for (const name of await readdir(folder)) {
          // What else lies there isn't ours to judge.
          if (!isId(name)) continue;
          const { size, mtimeMs } = await stat(join(folder, name));
          facts.push({ blob: brandId<BlobName>(name), bytes: size, modifiedAt: Math.floor(mtimeMs) });
        }
        return succeed(facts);
      } catch (error) {
        return isMissing(error) ? succeed([]) : fail({ kind: "read-failed", code: errorCode(error) });
      }
    },

    async delete(blobs) {
      try {
        for (const blob of blobs) await rm(pathOf(blob), { force: true });
        return succeed(null);
      } catch (error) {
        return fail(storeFailure(error));
      }
    },
  };
}
