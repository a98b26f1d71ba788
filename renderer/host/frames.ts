import { decode } from "cborg";

const headBytes = 4;

/** The messages of a stream whose frames are four bytes of length and then CBOR. Ends where the stream ends. */
export async function* framesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<unknown, void, void> {
  const reader = stream.getReader();
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;

  /** Takes exactly so many bytes, or null at the stream's end. Joins chunks once, however many there are. */
  async function take(count: number): Promise<Uint8Array | null> {
    while (waitingBytes < count) {
      const { done, value } = await reader.read();
      if (done) return null;
      waiting.push(value);
      waitingBytes += value.length;
    }
    const taken = new Uint8Array(count);
    let filled = 0;
    const rest: Uint8Array[] = [];
    for (const chunk of waiting) {
      const wanted = chunk.subarray(0, count - filled);
      taken.set(wanted, filled);
      filled += wanted.length;
      if (wanted.length < chunk.length) rest.push(chunk.subarray(wanted.length));
    }
    waiting = rest;
    waitingBytes -= count;
    return taken;
  }

  try {
    for (;;) {
      const head = await take(headBytes);
      if (head === null) return;
      const body = await take(new DataView(head.buffer).getUint32(0));
      if (body === null) return;
      yield decode(body);
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
