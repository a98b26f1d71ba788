import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { BriefingId } from "../../model/ids.ts";
import { compareOrder, type OrderKey } from "../catalogue/briefing-record.ts";
import { sampleId } from "../journal/sample-changes.suite.ts";
import { type BlockLayout, layOut, placeInBlocks } from "./block-layout.ts";

const moves = fc.array(
  fc.array(fc.record({ number: fc.nat(2_000), time: fc.nat(5_000) }), { minLength: 1, maxLength: 400 }),
  { minLength: 1, maxLength: 8 },
);

test("however briefings come and move, each stands in one block, and blocks stay small and in order", () => {
  fc.assert(
    fc.property(moves, (batches) => {
      const keys = new Map<BriefingId, OrderKey>();
      let layout: BlockLayout = { blocks: [], blockOf: new Map() };
      let made = 0;
      for (const batch of batches) {
        for (const { number, time } of batch) keys.set(sampleId(number), { time, tie: number });
        const ids = [...new Set(batch.map(({ number }) => sampleId<BriefingId>(number)))];
        const keyOf = (id: BriefingId) => keys.get(id) ?? { time: 0, tie: 0 };
        const placed = ids.map((id) => ({ id, key: keyOf(id) }));
        const untouched = new Map(layout.blocks.map((block) => [block.id, block.ids]));
        const next = placeInBlocks(layout, placed, keyOf, () => `block ${++made}`);
        layout = { blocks: next.blocks, blockOf: new Map([...layout.blockOf, ...next.moves]) };
        for (const block of layout.blocks) {
          if (!next.touched.has(block.id)) expect(block.ids).toBe(untouched.get(block.id));
          expect(block.ids.length).toBeLessThanOrEqual(512);
          for (const id of block.ids) expect(layout.blockOf.get(id)).toBe(block.id);
        }
        for (const id of next.dropped) expect(layout.blocks.map((block) => block.id)).not.toContain(id);
      }
      const listed = layout.blocks.flatMap(({ ids }) => ids);
      const sorted = [...keys].sort(([, left], [, right]) => compareOrder(left, right)).map(([id]) => id);
      expect(listed).toEqual(sorted);
    }),
    { seed: 3, numRuns: 40 },
  );
});

test("one new briefing on top of fifty thousand rewrites one block", () => {
  const placed = Array.from({ length: 50_000 }, (_, number) => ({
    id: sampleId<BriefingId>(number),
    key: { time: 50_000 - number, tie: 0 },
  }));
  let made = 0;
  const makeId = () => `block ${++made}`;
  const layout = layOut(placed, makeId);
  const key = { time: 60_000, tie: 0 };
  const id = sampleId<BriefingId>(60_000);
  const { touched } = placeInBlocks(
    layout,
    [{ id, key }],
    (of) => (of === id ? key : { time: 50_000, tie: 0 }),
    makeId,
  );
  expect([...touched]).toEqual(["block 1"]);
});
