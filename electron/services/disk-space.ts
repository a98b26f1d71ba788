import { randomFillSync } from "node:crypto";
import { open, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { DiskState } from "../../renderer/contracts/host.ts";
import { ballastBytes, diskLevelAt, remakeBallastFrom } from "../../renderer/model/disk-level.ts";
import { type Bytes, mebibyte } from "../../renderer/model/measure.ts";

export type FreeBytes = (folder: string) => Promise<Bytes>;

export async function freeBytesOf(folder: string): Promise<Bytes> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

export interface DiskSpace {
  state(): Promise<DiskState>;
  /** Resolves when no ballast is being written any more. */
  settled(): Promise<void>;
}

/**
 * Watches the free space and keeps 32 MB in reserve: the ballast is let go when space is short, so that there is room
 * to finish and to delete, and is made again when there is plenty.
 */
export function openDiskSpace(vaultFolder: string, freeBytes: FreeBytes = freeBytesOf): DiskSpace {
  const ballast = join(vaultFolder, "ballast");
  let making: Promise<void> = Promise.resolve();
  let isMaking = false;

  async function remakeBallast(): Promise<void> {
    if (isMaking || (await sizeOf(ballast)) === ballastBytes) return;
    isMaking = true;
    making = fill(ballast)
      .catch(() => rm(ballast, { force: true }))
      .catch(() => {})
      .finally(() => {
        isMaking = false;
      });
  }

  return {
    async state() {
      let free = await freeBytes(vaultFolder);
      if (diskLevelAt(free) !== "normal" && (await sizeOf(ballast)) > 0) {
        await making;
        await rm(ballast, { force: true });
        free = await freeBytes(vaultFolder);
      } else if (free >= remakeBallastFrom) {
        await remakeBallast();
      }
      return { level: diskLevelAt(free), freeBytes: free };
    },
    settled: () => making,
  };
}

async function sizeOf(path: string): Promise<Bytes> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

/** Noise, because a file of zeros takes no room on a file system that compresses or leaves holes. */
async function fill(path: string): Promise<void> {
  const handle = await open(path, "w", 0o600);
  try {
    for (let written = 0; written < ballastBytes; written += mebibyte) {
      await handle.writeFile(randomFillSync(new Uint8Array(mebibyte)));
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}
