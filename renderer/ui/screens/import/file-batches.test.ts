import { expect, test } from "vitest";
import { mebibyte } from "../../../model/measure.ts";
import { batchesOf, mostBytesRead } from "./file-batches.ts";

const sizes = (batches: readonly (readonly { size: number }[])[]) =>
  batches.map((batch) => batch.map(({ size }) => size));

test("twenty small files go in four calls, so that stopping is felt soon", () => {
  const batches = batchesOf(Array.from({ length: 20 }, () => ({ size: 4_000 })));
  expect(batches.map((batch) => batch.length)).toEqual([6, 6, 6, 2]);
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
