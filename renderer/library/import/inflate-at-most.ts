import type { Bytes } from "../../model/measure.ts";

/** Stops as soon as more comes out than there is room for: an archive's own word about its size isn't trusted. */
export async function inflateAtMost(packed: Uint8Array, room: Bytes): Promise<Uint8Array | "too-much" | "damaged"> {
  const stream = new DecompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  // A refusal shows at the reader too; here it would only be an unhandled one.
  const written = Promise.all([writer.write(packed.slice()), writer.close()]).catch(() => {});
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length;
      if (length > room) {
        await reader.cancel();
        return "too-much";
      }
      parts.push(read.value);
    }
  } catch {
    return "damaged";
  }
  await written;
  const plain = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    plain.set(part, at);
    at += part.length;
  }
  return plain;
}
