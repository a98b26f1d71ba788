import { beforeAll, describe, expect, test } from "vitest";
import { SearchIndex } from "../../renderer/library/search/search-index.ts";
import { type CorpusBriefing, generateBriefings, generateQueries, type QueryClass } from "./corpus.ts";

const wanted: readonly (readonly [QueryClass, number])[] = [
  ["exact", 0.99],
  ["noAccents", 0.99],
  ["typo1", 0.99],
  ["typo2", 0.98],
  ["prefix", 0.99],
  ["prefixTypo", 0.96],
];

// How good, not how fast: a busy machine may take its time.
const patienceMs = 120_000;

describe("among 2,000 briefings in three languages", () => {
  const index = new SearchIndex();
  const briefings: CorpusBriefing[] = [...generateBriefings({ count: 2_000, seed: 20 })];
  const queries = generateQueries(briefings, { perClass: 120, seed: 21 });

  beforeAll(() => {
    briefings.forEach(({ id, title, keyPoints, body }, time) => {
      index.add([{ id, revision: 1, time, title, keyPoints, sourceName: "Bulletin", body }]);
    });
  }, patienceMs);

  test("the corpus is as varied as a library of years", () => {
    expect(index.termCount).toBeGreaterThan(30_000);
  });

  test.each(wanted)(
    "the one that is meant stands among the first ten: %s, %f of the time",
    (kind, share) => {
      const asked = queries.filter((query) => query.class === kind);
      const missed = asked.filter(
        ({ q, expect: id }) => !index.search({ query: q, limit: 10 }).hits.some((hit) => hit.id === id),
      );
      expect(missed.length, missed.map(({ q }) => q).join("\n")).toBeLessThanOrEqual(asked.length * (1 - share));
    },
    patienceMs,
  );
});
