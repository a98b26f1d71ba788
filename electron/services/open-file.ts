import { type FileHandle, open } from "node:fs/promises";
import type { Bytes } from "../../renderer/model/measure.ts";

/** What a test replaces to fill the disk in mid-write. */
export type WriteBytes = (handle: FileHandle, bytes: Uint8Array, position: Bytes) => Promise<void>;

export async function withFile<Value>(
  path: string,
  flags: string | number,
  use: (handle: FileHandle) => Promise<Value>,
): Promise<Value> {
  const handle = await open(path, flags, 0o600);
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

export async function readAt(handle: FileHandle, offset: Bytes, maxBytes: Bytes): Promise<Uint8Array> {
  const { size } = await handle.stat();
  const wanted = Math.max(0, Math.min(maxBytes, size - offset));
  const bytes = new Uint8Array(wanted);
  let filled = 0;
  while (filled < wanted) {
    const { bytesRead } = await handle.read(bytes, filled, wanted - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

export async function writeAll(handle: FileHandle, bytes: Uint8Array, position: Bytes): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}
