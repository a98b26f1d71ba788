import type { IncomingMessage } from "node:http";
import { PassThrough, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import type { FetchEnd } from "../../renderer/contracts/host.ts";
import type { FetchFailure } from "../../renderer/model/failure.ts";
import type { Bytes } from "../../renderer/model/measure.ts";
import type { FetchLimits } from "./fetch-limits.ts";
import type { FetchStop } from "./fetch-stop.ts";

export interface AnswerBody {
  readonly bytes: Uint8Array;
  readonly received: Bytes;
  readonly end: FetchEnd;
}

interface Reading {
  readonly limits: FetchLimits;
  readonly stop: FetchStop;
  readonly onReceived: (received: Bytes) => void;
}

/** Reads and unpacks a body. Whatever ends it early, what came before is kept. */
export function readAnswer(response: IncomingMessage, { limits, stop, onReceived }: Reading): Promise<AnswerBody> {
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  return new Promise((resolve) => {
    const decoded: Uint8Array[] = [];
    let decodedLength = 0;
    let received = 0;
    let unpack: Transform | null = null;
    let cut: FetchFailure | null = null;
    let isEnding = false;
    let isDone = false;

    function finish(failure: FetchFailure | null): void {
      if (isDone) return;
      isDone = true;
      response.destroy();
      unpack?.destroy();
      resolve({
        bytes: joined(decoded, decodedLength),
        received,
        end: failure === null ? { end: "complete" } : { end: "cut", failure },
      });
    }

    function keep(chunk: Uint8Array): void {
      if (isDone) return;
      const room = limits.decodedBytes - decodedLength;
      decoded.push(chunk.subarray(0, room));
      decodedLength += Math.min(chunk.length, room);
      if (chunk.length > room) finish({ kind: "too-large", limit: limits.decodedBytes });
      else if (decodedLength > limits.expansionFrom && decodedLength > received * limits.expansion) {
        finish({ kind: "expands-too-much" });
      }
    }

    function startUnpacking(first: Uint8Array): Transform | null {
      const started = unpackerFor(encoding, first);
      started?.on("data", keep);
      started?.once("end", () => finish(cut));
      started?.once("error", (error: NodeJS.ErrnoException) => {
        const isShort = error.code === "Z_BUF_ERROR" || error.code === "ERR__ERROR_FORMAT_UNEXPECTED_END";
        finish(cut ?? (isShort ? { kind: "connection-cut", received } : { kind: "unreadable-encoding", encoding }));
      });
      return started;
    }

    /** No more comes; what the unpacker still holds is let out first. */
    function endWith(failure: FetchFailure | null): void {
      if (isEnding) return;
      isEnding = true;
      cut = failure;
      response.destroy();
      if (unpack === null) finish(failure);
      else unpack.end();
    }

    response.on("data", (chunk: Uint8Array) => {
      if (isEnding) return;
      received += chunk.length;
      stop.enter("idle");
      onReceived(received);
      unpack ??= startUnpacking(chunk);
      if (unpack === null) finish({ kind: "unreadable-encoding", encoding });
      else if (!unpack.write(chunk)) {
        // A slow unpacker slows the line, so that a small bomb can't fill the memory with waiting output.
        response.pause();
        unpack.once("drain", () => response.resume());
      }
    });
    response.once("end", () => endWith(null));
    // Its end is told by "close"; unheard, it would end the program.
    response.on("error", () => {});
    response.once("close", () => endWith(response.complete ? null : { kind: "connection-cut", received }));
    stop.enter("idle");
    void stop.whenStopped.then(endWith);
  });
}

function unpackerFor(encoding: string, first: Uint8Array): Transform | null {
  switch (encoding) {
    case "":
    case "identity":
      return new PassThrough();
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      // Some servers send it with the zlib header that the name means, some without.
      return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      return null;
  }
}

/** A buffer of its own, so that it can be moved to another thread. */
function joined(chunks: readonly Uint8Array[], length: Bytes): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
