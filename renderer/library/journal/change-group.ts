import { decode, encode } from "cborg";
import type { Change, StampedChange } from "../../model/changes.ts";
import type { DeviceId, ReaderId } from "../../model/ids.ts";
import type { Instant } from "../../model/time.ts";
import { joinBytes, type OwnBytes, viewOf } from "../crypto/byte-arrays.ts";
import { deflate, inflate } from "../crypto/deflate.ts";
import { upcastChange } from "./upcasters.ts";

/** Changes of one device, reader and moment that share an entry. Numbers count up by one from the first. */
export interface ChangeGroup {
  readonly deviceId: DeviceId;
  readonly readerId: ReaderId;
  readonly at: Instant;
  readonly firstSeq: number;
  readonly firstLamport: number;
  readonly changes: readonly Change[];
}

const headsAre = { plain: 0, deflated: 1 } as const;
const prefixBytes = 5;
/** Shorter ones don't pay for a compressor's start. */
const deflateFrom = 256;

/** 1 byte how · 4 bytes length of the heads · heads (CBOR, deflated) · bodies as they are: sealed and deflated already. */
export async function encodeGroup(group: ChangeGroup): Promise<OwnBytes> {
  const bodies: Uint8Array[] = [];
  const changes = group.changes.map((change) => {
    if (change.kind !== "revision-arrived") return change;
    bodies.push(change.body);
    return { ...change, body: change.body.length };
  });
  const heads = encode({
    d: group.deviceId,
    r: group.readerId,
    t: group.at,
    s: group.firstSeq,
    l: group.firstLamport,
    c: changes,
  });
  const isDeflated = heads.length >= deflateFrom;
  const kept = isDeflated ? await deflate(heads) : heads;
  const prefix = new Uint8Array(prefixBytes);
  prefix[0] = isDeflated ? headsAre.deflated : headsAre.plain;
  viewOf(prefix).setUint32(1, kept.length);
  return joinBytes([prefix, kept, ...bodies]);
}

interface StoredGroup {
  readonly d: DeviceId;
  readonly r: ReaderId;
  readonly t: Instant;
  readonly s: number;
  readonly l: number;
  readonly c: readonly Readonly<Record<string, unknown>>[];
}

/** Bodies in the answer are windows on the given bytes: copy one before it is kept for long. */
export async function decodeGroup(bytes: Uint8Array, format: number): Promise<StampedChange[]> {
  const headsEnd = prefixBytes + viewOf(bytes).getUint32(1);
  const kept = bytes.subarray(prefixBytes, headsEnd);
  const stored = decode(bytes[0] === headsAre.deflated ? await inflate(kept) : kept) as StoredGroup;
  let bodyAt = headsEnd;
  return stored.c.map((raw, index) => {
    let change = raw;
    const { body } = raw;
    if (typeof body === "number") {
      change = { ...raw, body: bytes.subarray(bodyAt, bodyAt + body) };
      bodyAt += body;
    }
    const stamp = {
      deviceId: stored.d,
      seq: stored.s + index,
      lamport: stored.l + index,
      readerId: stored.r,
      at: stored.t,
    };
    return { stamp, change: upcastChange(change, format) };
  });
}
