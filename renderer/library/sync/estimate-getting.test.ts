import { expect, test } from "vitest";
import { type ExpectedOfSource, estimateGetting, paceAfter } from "./estimate-getting.ts";

const documents = (...sizes: (number | null)[]): ExpectedOfSource[] =>
  sizes.map((document) => ({ document, articles: 0 }));

test("full texts behind a source's extracts count too", () => {
  expect(estimateGetting([{ document: 200_000, articles: 300_000 }, ...documents(100_000)], null)).toMatchObject({
    bytes: 600_000,
    isAtLeast: false,
  });
});

test("sizes are those of the last time; a source nobody fetched yet makes it “at least”", () => {
  expect(estimateGetting(documents(200_000, 400_000), null)).toEqual({
    sources: 2,
    bytes: 600_000,
    isAtLeast: false,
    minutes: null,
  });
  expect(estimateGetting(documents(200_000, null), null)).toMatchObject({
    sources: 2,
    bytes: 200_000,
    isAtLeast: true,
  });
  expect(estimateGetting(documents(null, null), null)).toMatchObject({ bytes: null, isAtLeast: true });
});

test("minutes come from how fast the last syncs went, and are never none", () => {
  const pace = { bytes: 300_000, ms: 60_000 };
  expect(estimateGetting(documents(600_000), pace).minutes).toBe(2);
  expect(estimateGetting(documents(1_000), pace).minutes).toBe(1);
  expect(estimateGetting(documents(null), pace).minutes).toBeNull();
});

test("the newest sync counts most, and one with a closed lid in between doesn't count", () => {
  const first = paceAfter(null, { received: 100_000, ms: 10_000 });
  expect(first).toEqual({ bytes: 100_000, ms: 10_000 });
  expect(paceAfter(first, { received: 100_000, ms: 40_000 })).toEqual({ bytes: 150_000, ms: 45_000 });
  expect(paceAfter(first, { received: 100_000, ms: 9 * 3_600_000 })).toBeNull();
  expect(paceAfter(first, { received: 300, ms: 900 })).toBeNull();
  expect(paceAfter(first, { received: 100_000, ms: -5_000 })).toBeNull();
});
