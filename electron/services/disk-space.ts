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

/** On an old disk 32 MB take seconds: the library is opened and read first. */
const usualBallastDelayMs = 20_000;

/** Holds no program open that would end otherwise. */
function wait(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs).unref());
}

/**
 * Watches the free space and keeps 32 MB in reserve: the ballast is let go when space is short, so that there is room
 * to finish and to delete, and is made again when there is plenty.
 */
export function openDiskSpace(
  vaultFolder: string,
  freeBytes: FreeBytes = freeBytesOf,
  ballastDelayMs = usualBallastDelayMs,
): DiskSpace {
  const ballast = join(vaultFolder, "ballast");
  let making: Promise<void> = Promise.resolve();
  let filling: Promise<void> = Promise.resolve();
  let isPlanned = false;

  async function remakeBallast(): Promise<void> {
    if (isPlanned || (await sizeOf(ballast)) === ballastBytes) return;
    isPlanned = true;
    making = wait(ballastDelayMs)
      .then(fillIfStillPlenty)
      // A folder that went meanwhile (a stick pulled out) is told by the next question, not by this.
      .catch(() => {})
      .finally(() => {
        isPlanned = false;
      });
  }

  async function fillIfStillPlenty(): Promise<void> {
    if ((await freeBytes(vaultFolder)) < remakeBallastFrom) return;
    filling = fill(ballast)
      .catch(() => rm(ballast, { force: true }))
      .catch(() => {});
    await filling;
  }

  return {
    async state() {
      let free = await freeBytes(vaultFolder);
      if (diskLevelAt(free) !== "normal" && (await sizeOf(ballast)) > 0) {
        await filling;
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
