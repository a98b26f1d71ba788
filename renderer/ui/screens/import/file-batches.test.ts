import { expect, test } from "vitest";
import { mebibyte } from "../../../model/measure.ts";
import { batchesOf, mostBytesRead } from "./file-batches.ts";

const sizes = (batches: readonly (readonly { size: number }[])[]) =>
  batches.map((batch) => batch.map(({ size }) => size));

test("sixty small files go in three calls, so that stopping is felt soon", () => {
  const batches = batchesOf(Array.from({ length: 60 }, () => ({ size: 4_000 })));
  expect(batches.map((batch) => batch.length)).toEqual([25, 25, 10]);
});

test("large files go one by one and in their order", () => {
  const files = [10, 10, 1, 20].map((size) => ({ size: size * mebibyte }));
  expect(sizes(batchesOf(files))).toEqual([[10 * mebibyte], [10 * mebibyte, 1 * mebibyte], [20 * mebibyte]]);
});

test("a film dropped by mistake takes no room among the others: it isn't read", () => {
  const files = [4_000 * mebibyte, 2_000, 3_000].map((size) => ({ size }));
  expect(4_000 * mebibyte).toBeGreaterThan(mostBytesRead);
  expect(batchesOf(files)).toHaveLength(1);
});

test("no files make no call", () => {
  expect(batchesOf([])).toEqual([]);
});
