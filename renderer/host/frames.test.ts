import { encode } from "cborg";
import fc from "fast-check";
import { expect, test } from "vitest";
import { framesOf } from "./frames.ts";

function framed(messages: readonly unknown[]): Uint8Array {
  const parts = messages.flatMap((message) => {
    const body = encode(message);
    const head = new Uint8Array(4);
    new DataView(head.buffer).setUint32(0, body.length);
    return [head, body];
  });
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function streamOf(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const places = [0, ...[...cuts].sort((one, other) => one - other), bytes.length];
  return new ReadableStream({
    start(controller) {
      for (const [index, from] of places.slice(0, -1).entries())
        controller.enqueue(bytes.slice(from, places[index + 1]));
      controller.close();
    },
  });
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<unknown[]> {
  const messages: unknown[] = [];
  for await (const message of framesOf(stream)) messages.push(message);
  return messages;
}

test("however the stream is cut into chunks, the same messages come out", async () => {
  const message = fc.record({ t: fc.string(), id: fc.nat(), value: fc.uint8Array({ maxLength: 300 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { maxLength: 5 }),
      fc.array(fc.nat(), { maxLength: 20 }),
      async (sent, marks) => {
        const bytes = framed(sent);
        const cuts = marks.map((mark) => mark % (bytes.length + 1));
        expect(await collect(streamOf(bytes, cuts))).toEqual(sent);
      },
    ),
    { seed: 101, numRuns: 100 },
  );
});

test("a stream that ends in the middle of a message gives the whole ones before it", async () => {
  const bytes = framed([
    { t: "reply", id: 1 },
    { t: "reply", id: 2 },
  ]);
  expect(await collect(streamOf(bytes.slice(0, -1), []))).toEqual([{ t: "reply", id: 1 }]);
});
