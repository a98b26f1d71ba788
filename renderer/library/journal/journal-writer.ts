import type { Host, LeaseToken, StoreFailure } from "../../contracts/host.ts";
import { ChannelClosed } from "../../contracts/rpc.ts";
import { type Bytes, mebibyte } from "../../model/measure.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import { areEqualBytes, joinBytes, type OwnBytes } from "../crypto/byte-arrays.ts";
import type { SealedBatch } from "./append-batch.ts";
import { hashBytes } from "./entry-format.ts";
import { type JournalHead, tailAt } from "./journal-head.ts";

export type AppendFailure = StoreFailure | { readonly kind: "no-answer" };

/** More than this goes to the host in several calls; each ends where an entry does. */
const bytesPerCall = 4 * mebibyte;

/** The end of the journal as this session knows it. */
export class JournalWriter {
  readonly #host: Host;
  readonly #lease: LeaseToken;
  head: JournalHead;

  constructor(host: Host, lease: LeaseToken, head: JournalHead) {
    this.#host = host;
    this.#lease = lease;
    this.head = head;
  }

  /** All of it is on disk when this succeeds. After a failure `head` stays, though the file may reach beyond it. */
  async append(batch: SealedBatch): Promise<Result<null, AppendFailure>> {
    let end = this.head;
    for (const call of intoCalls(batch)) {
      const appended = await this.#appendAt(end, call.bytes);
      if (!appended.ok) return appended;
      end = call.end;
    }
    this.head = end;
    return succeed(null);
  }

  async #appendAt(head: JournalHead, bytes: OwnBytes): Promise<Result<Bytes, AppendFailure>> {
    try {
      return await this.#host.appendJournal({
        lease: this.#lease,
        generation: head.generation,
        expectedLength: head.offset,
        expectedTail: tailAt(head),
        bytes,
      });
    } catch (error) {
      if (error instanceof ChannelClosed) return fail({ kind: "no-answer" });
      throw error;
    }
  }

  cut(length: Bytes): Promise<Result<null, StoreFailure>> {
    return this.#host.cutJournal({ lease: this.#lease, generation: this.head.generation, length });
  }
}

/** Whether the journal holds this very hash at this place. */
export async function holdsHead(host: Host, head: JournalHead): Promise<boolean> {
  if (head.offset < hashBytes) return head.offset === 0 && head.sequence === 0;
  const offset = head.offset - hashBytes;
  const read = await host.readJournal({ generation: head.generation, offset, maxBytes: hashBytes });
  return read.ok && areEqualBytes(read.value, head.hash);
}

function intoCalls({ entries }: SealedBatch): { readonly bytes: OwnBytes; readonly end: JournalHead }[] {
  const calls: { bytes: OwnBytes; end: JournalHead }[] = [];
  let part: OwnBytes[] = [];
  let size = 0;
  for (const [index, { bytes, end }] of entries.entries()) {
    part.push(bytes);
    size += bytes.length;
    const next = entries[index + 1];
    if (next !== undefined && size + next.bytes.length <= bytesPerCall) continue;
    calls.push({ bytes: part.length === 1 ? bytes : joinBytes(part), end });
    part = [];
    size = 0;
  }
  return calls;
}
