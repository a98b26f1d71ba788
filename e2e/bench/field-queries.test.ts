import { beforeAll, describe, expect, test } from "vitest";
import { SearchIndex } from "../../renderer/library/search/search-index.ts";
import { generateBriefings } from "./corpus.ts";
import { fieldBriefings } from "./field-briefings.ts";
import { documentOf } from "./given-corpus.ts";

const enough = 0.95;
const patienceMs = 120_000;

interface FieldQuery {
  readonly language: string;
  readonly typed: string;
  readonly title: string;
}

describe("what people in the field type, among 2,000 other briefings", () => {
  const index = new SearchIndex();
  const queries: FieldQuery[] = [];
  const titles = new Map<string, string>();

  beforeAll(() => {
    for (const [language, briefings] of Object.entries(fieldBriefings)) {
      for (const [title, text, typed] of briefings) {
        const id = `${language}-${titles.size}`;
        titles.set(id, title);
        index.add([{ id, revision: 1, time: titles.size, title, keyPoints: [], sourceName: "Terrain", body: [text] }]);
        queries.push(...typed.map((query) => ({ language, typed: query, title })));
      }
    }
    // Newer than ours, so that no answer is right by its date; and short, because how good is asked here, not how fast.
    let time = titles.size;
    for (const briefing of generateBriefings({ count: 2_000, seed: 31, words: [120, 240] })) {
      index.add([documentOf(briefing, time++)]);
    }
  }, patienceMs);

  const missedIn = (some: readonly FieldQuery[]): string[] =>
    some
      .filter(({ typed, title }) => !firstThree(typed).includes(title))
      .map(({ typed, title }) => `${typed} → ${title}`);
  const firstThree = (query: string): string[] =>
    index.search({ query, limit: 3 }).hits.map((hit) => titles.get(hit.id) ?? "");

  test("there are enough of them, and in the languages that are spoken there", () => {
    const share = (language: string): number => queries.filter((q) => q.language === language).length / queries.length;
    expect(titles.size).toBeGreaterThanOrEqual(80);
    expect(queries.length).toBeGreaterThanOrEqual(120);
    expect(share("fr")).toBeGreaterThanOrEqual(1 / 2);
    expect(share("sw")).toBeGreaterThanOrEqual(1 / 6);
  });

  test.each(["fr", "en", "sw"])("the right one stands among the first three: %s", (language) => {
    const asked = queries.filter((query) => query.language === language);
    const missed = missedIn(asked);
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(asked.length * (1 - enough));
  });
});
