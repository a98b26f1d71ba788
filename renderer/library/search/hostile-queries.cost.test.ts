import { describe, expect, test } from "vitest";
import { noFilters } from "../../model/view.ts";
import { cpuMsUntil } from "../cpu-time.suite.ts";
import { opened } from "./field-vault.suite.ts";

describe("hostile queries", () => {
  const manyWords = Array.from({ length: 200 }, (_, i) => `mot${i}`).join(" ");
  test.each([
    ["10,000 characters", "choléra ".repeat(1_250)],
    ["10,000 characters without a space", "a".repeat(10_000)],
    ["only punctuation", "!!! ??? ... --- ::: ((("],
    ["colons and minuses", ":-:-:-place:-:"],
    ["control and bidi characters", "\u202eplace:\u202cSake\u0000\u0007\u2066"],
    ["emoji", "🚚🚚 place:🚚 -🚚"],
    ["200 words", manyWords],
    ["200 operators", "place:Kibati ".repeat(200)],
    ["unbalanced quotes", '"choléra "sake place:"Kibati'],
    ["nothing but OR", "OR OR OR"],
    ["half a character", "\ud83d place:\ude00"],
    ["a date far off", "before:9999 after:0000-00 avant:9999j"],
    ["brackets", "place:((((((((Kibati, (Walikale"],
  ])("%s: an answer, and no stall", async (_name, query) => {
    const { ask, service } = await opened();
    const spent = await cpuMsUntil(async () => {
      expect((await ask(query)).total).toBeGreaterThanOrEqual(0);
      await service.countFacets({ query, filters: noFilters });
    });
    expect(spent).toBeLessThan(5_000);
  });
});
