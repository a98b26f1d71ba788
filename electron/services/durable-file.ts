import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a new or renamed file's name survive a power cut. Windows can't open a folder for this; NTFS journals names by
 * itself.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** After this the file holds either all the old bytes or all the new ones, whatever happens to the power. */
export async function replaceFile(path: string, bytes: Uint8Array, { mode = 0o600 } = {}): Promise<void> {
  const beside = `${path}.new`;
  try {
    const handle = await open(beside, "w", mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(path));
}
