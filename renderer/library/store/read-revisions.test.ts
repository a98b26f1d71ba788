import { expect, test } from "vitest";
import { type BriefingId, brandId } from "../../model/ids.ts";
import type { BriefingRecord } from "../catalogue/briefing-record.ts";
import { inReadingOrder } from "./read-revisions.ts";

const idOf = (number: number) => brandId<BriefingId>(number.toString(16).padStart(32, "0"));
const [bridge, market, school, water, beingWritten] = [1, 2, 3, 4, 5].map(idOf) as [
  BriefingId,
  BriefingId,
  BriefingId,
  BriefingId,
  BriefingId,
];

test("bodies that came together are read together, the last come first, by where the newest revision lies", () => {
  const places = new Map<BriefingId, readonly { readonly offset: number; readonly index: number }[]>([
    [bridge, [{ offset: 100, index: 1 }]],
    [market, [{ offset: 900, index: 0 }]],
    [
      school,
      [
        { offset: 100, index: 0 },
        { offset: 900, index: 3 },
      ],
    ],
    [water, [{ offset: 100, index: 7 }]],
  ]);
  const record = (id: BriefingId) =>
    ({ revisions: (places.get(id) ?? []).map((place) => ({ place })) }) as unknown as BriefingRecord;
  const asked = [bridge, beingWritten, market, water, school];
  expect(inReadingOrder({ record }, asked)).toEqual([market, school, bridge, water, beingWritten]);
});
