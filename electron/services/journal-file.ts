import { constants } from "node:fs";
import { type FileHandle, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ReadFailure, StoreFailure } from "../../renderer/contracts/host.ts";
import type { Bytes } from "../../renderer/model/measure.ts";
import { fail, type Result, succeed } from "../../renderer/model/result.ts";
import { syncFolder } from "./durable-file.ts";
import { readAt, type WriteBytes, withFile, writeAll } from "./open-file.ts";
import { errorCode, isMissing, storeFailure } from "./store-errors.ts";

const tailBytes = 32;

export interface JournalAppend {
  readonly generation: number;
  readonly expectedLength: Bytes;
  readonly expectedTail: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface JournalFile {
  length(generation: number): Promise<Result<Bytes | null, ReadFailure>>;
  read(generation: number, offset: Bytes, maxBytes: Bytes): Promise<Result<Uint8Array, ReadFailure>>;
  append(entry: JournalAppend): Promise<Result<Bytes, StoreFailure>>;
  cut(generation: number, length: Bytes): Promise<Result<null, StoreFailure>>;
}

/** The journal's files in the vault folder, one per generation. Callers hold the lease and come one at a time. */
export function openJournalFile(vaultFolder: string, writeBytes: WriteBytes = writeAll): JournalFile {
  const pathOf = (generation: number) => join(vaultFolder, `journal-${generation}`);

  return {
    async length(generation) {
      try {
        return succeed((await stat(pathOf(generation))).size);
      } catch (error) {
        return isMissing(error) ? succeed(null) : fail({ kind: "read-failed", code: errorCode(error) });
      }
    },

    async read(generation, offset, maxBytes) {
      try {
        return succeed(await withFile(pathOf(generation), "r", (handle) => readAt(handle, offset, maxBytes)));
      } catch (error) {
        return isMissing(error) ? succeed(new Uint8Array()) : fail({ kind: "read-failed", code: errorCode(error) });
      }
    },

    async append({ generation, expectedLength, expectedTail, bytes }) {
      try {
        const path = pathOf(generation);
        return await withFile(path, constants.O_RDWR | constants.O_CREAT, async (handle) => {
          const { size } = await handle.stat();
          const tail = await readAt(handle, Math.max(0, size - tailBytes), tailBytes);
          if (size !== expectedLength || Buffer.compare(tail, expectedTail) !== 0) {
            return fail({ kind: "head-moved", length: size });
          }
          try {
            await writeBytes(handle, bytes, size);
            await handle.datasync();
            if (size === 0) await syncFolder(vaultFolder);
          } catch (error) {
            // A half-written entry must not stand between this head and the next append. Should the cut fail as well,
            // the next append finds a moved head and the library cuts the torn tail itself.
            await handle.truncate(size).catch(() => {});
            await handle.sync().catch(() => {});
            return fail(storeFailure(error));
          }
          return succeed(size + bytes.length);
        });
      } catch (error) {
        return fail(storeFailure(error));
      }
    },

    async cut(generation, length) {
      try {
        await withFile(pathOf(generation), "r+", async (handle) => {
          const { size } = await handle.stat();
          if (size <= length) return;
          await keepBeside(handle, { from: length, to: size, path: `${pathOf(generation)}.torn-at-${length}` });
          await syncFolder(vaultFolder);
          await handle.truncate(length);
          await handle.sync();
        });
        return succeed(null);
      } catch (error) {
        return isMissing(error) ? succeed(null) : fail(storeFailure(error));
      }
    },
  };
}

/** Appended, because a tail can tear twice at the same place. */
async function keepBeside(source: FileHandle, { from, to, path }: { from: Bytes; to: Bytes; path: string }) {
  await withFile(path, "a", async (kept) => {
    const step = 1024 * 1024;
    for (let offset = from; offset < to; offset += step) {
      await kept.writeFile(await readAt(source, offset, Math.min(step, to - offset)));
    }
    await kept.sync();
  });
}
