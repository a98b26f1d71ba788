import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "./durable-file.ts";
import { errorCode } from "./store-errors.ts";

export interface ParseMarks {
  /** Answers how often the reading of this file began and never ended. */
  mark(digest: string): Promise<number>;
  clear(digest: string): Promise<null>;
}

/**
 * Which files are being read, kept on the disk because the program that reads them may end with them. A file's name is
 * its digest, its length the number of tries. A disk that takes no mark is no reason not to read.
 */
export function openParseMarks(vaultFolder: string): ParseMarks {
  const folder = join(vaultFolder, "being-read");

  async function begin(digest: string): Promise<number> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await open(join(folder, digest), "a", 0o600);
    try {
      const { size } = await handle.stat();
      await handle.write("x");
      await handle.sync();
      if (size === 0) await syncFolder(folder);
      return size;
    } finally {
      await handle.close();
    }
  }

  return {
    async mark(digest) {
      try {
        return await begin(digest);
      } catch (error) {
        // Throws on what is a bug.
        errorCode(error);
        return 0;
      }
    },
    async clear(digest) {
      await rm(join(folder, digest), { force: true }).catch(errorCode);
      return null;
    },
  };
}
