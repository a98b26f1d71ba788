import { expect, test } from "vitest";
import type { Change } from "../../model/changes.ts";
import { type BriefingId, brandId, type DeviceId, type ReaderId } from "../../model/ids.ts";
import { joinBytes } from "../crypto/byte-arrays.ts";
import { decodeGroup } from "./change-group.ts";
import { entryOverheadBytes } from "./entry-format.ts";
import { fragment, type PackedGroup, packBatch, splitLongChanges } from "./pack-batch.ts";
import { sampleHead, sampleId } from "./sample-changes.suite.ts";
import { randomBytesFrom, seededRandom } from "./sample-vault.suite.ts";

const randomBytes = randomBytesFrom(seededRandom(8));
const stamp = {
  deviceId: brandId<DeviceId>("d".repeat(32)),
  readerId: brandId<ReaderId>("e".repeat(32)),
  at: 99,
  firstSeq: 10,
  firstLamport: 20,
};
const read: Change = { kind: "read-set", ids: [sampleId(1)], read: true };

function arrival(number: number, bodyBytes: number): Change {
  const contentDigest = "c".repeat(32);
  return {
    kind: "revision-arrived",
    signature: null,
    head: sampleHead(number),
    contentDigest,
    marksUnread: false,
    body: randomBytes(bodyBytes),
  };
}

function pack(changes: readonly Change[], entryBytes = 4096): Promise<PackedGroup[]> {
  return packBatch({ ...stamp, changes, entryBytes });
}

async function unpack(groups: readonly PackedGroup[]) {
  const plain = groups.map(({ payloads }) => joinBytes(payloads.map((payload) => payload.subarray(1))));
  return (await Promise.all(plain.map((bytes) => decodeGroup(bytes, 1)))).flat();
}

test("a small batch is one entry, and its changes count up from the first numbers", async () => {
  const changes = [read, arrival(2, 300), { ...read, read: false }];
  const groups = await pack(changes);
  expect(groups.map(({ payloads }) => payloads.length)).toEqual([1]);
  const stamped = await unpack(groups);
  expect(stamped.map(({ change }) => change)).toEqual(changes);
  expect(stamped.map(({ stamp: { seq, lamport } }) => [seq, lamport])).toEqual([
    [10, 20],
    [11, 21],
    [12, 22],
  ]);
});

test("a batch too big for one entry is spread in its order, and no entry is over the limit", async () => {
  const changes = [...Array.from({ length: 12 }, (_, number) => arrival(number, 900)), read];
  const groups = await pack(changes);
  expect(groups.length).toBeGreaterThan(3);
  for (const payload of groups.flatMap(({ payloads }) => payloads)) {
    expect(payload.length + entryOverheadBytes).toBeLessThanOrEqual(4096);
  }
  const stamped = await unpack(groups);
  expect(stamped.map(({ change }) => change)).toEqual(changes);
  expect(stamped.map(({ stamp: { seq } }) => seq)).toEqual(changes.map((_, index) => 10 + index));
  expect(groups.at(-1)?.group.changes.at(-1)).toBe(read);
});

test("a body longer than an entry goes on over several", async () => {
  const changes = [arrival(1, 9_000)];
  const groups = await pack(changes);
  const kinds = groups[0]?.payloads.map(([kind]) => kind);
  expect(kinds).toEqual([fragment.first, fragment.middle, fragment.last]);
  expect((await unpack(groups)).map(({ change }) => change)).toEqual(changes);
});

test("a change that names very many briefings is split into several that name all of them", () => {
  const ids = Array.from({ length: 12_000 }, (_, number) => sampleId<BriefingId>(number));
  const split = splitLongChanges([{ kind: "read-set", ids, read: true }, read]);
  expect(split).toHaveLength(4);
  expect(split.slice(0, 3).flatMap((change) => ("ids" in change ? change.ids : []))).toEqual(ids);
});
