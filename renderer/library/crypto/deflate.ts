import { joinBytes, type OwnBytes, ownBytes } from "./byte-arrays.ts";

export function deflate(bytes: Uint8Array): Promise<OwnBytes> {
  return pump(new CompressionStream("deflate-raw"), bytes);
}

/** Rejects on bytes that were never deflated; call it only on what was unsealed. */
export function inflate(bytes: Uint8Array): Promise<OwnBytes> {
  return pump(new DecompressionStream("deflate-raw"), bytes);
}

interface ByteTransform {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<BufferSource>;
}

// Through Blob and Response the same work takes seven times as long.
async function pump(stream: ByteTransform, bytes: Uint8Array): Promise<OwnBytes> {
  const writer = stream.writable.getWriter();
  // A refusal shows at the reader too; here it would only be an unhandled one.
  const written = Promise.all([writer.write(ownBytes(bytes)), writer.close()]).catch(() => {});
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) parts.push(read.value);
  await written;
  return joinBytes(parts);
}
