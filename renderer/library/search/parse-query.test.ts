import { expect, test } from "vitest";
import { maxQueryWords, parseQuery } from "./parse-query.ts";

const wordsOf = (typed: string) => parseQuery(typed).words.map((word) => word.text);

test("words are folded and said once", () => {
  expect(wordsOf("Déplacés à l'hôpital de Goma, goma")).toEqual(["deplaces", "a", "hopital", "de", "goma"]);
});

test("only the last word is still being typed, and only until a space follows it", () => {
  const unfinished = (typed: string) => parseQuery(typed).words.filter((word) => word.isUnfinished);
  expect(unfinished("pont kal").map((word) => word.text)).toEqual(["kal"]);
  expect(unfinished("pont kal ")).toEqual([]);
  expect(unfinished('pont "kal"')).toEqual([]);
  expect(unfinished("")).toEqual([]);
});

test.each([['"pont de Kalembe" marché'], ["« pont de Kalembe » marché"], ["“pont de Kalembe” marché"]])(
  "%s holds a phrase and a word",
  (typed) => {
    const query = parseQuery(typed);
    expect(query.phrases).toEqual([["pont", "de", "kalembe"]]);
    expect(query.words.map(({ text, isQuoted }) => [text, isQuoted])).toEqual([
      ["pont", true],
      ["de", true],
      ["kalembe", true],
      ["marche", false],
    ]);
  },
);

test("one word in quotation marks is no phrase, an unbalanced mark is none at all", () => {
  expect(parseQuery('"pont"')).toMatchObject({ phrases: [], words: [{ text: "pont", isQuoted: true }] });
  expect(parseQuery('le "pont de')).toMatchObject({ phrases: [], words: [{}, { isQuoted: false }, {}] });
});

test("compounds and neighbours are also looked for as one word", () => {
  const joined = (typed: string) => parseQuery(typed).words.map((word) => word.joined);
  expect(joined("n'djamena ")).toEqual([["ndjamena"]]);
  expect(joined("mai-mai ")[0]).toContain("maimai");
  expect(joined("m 23 ")).toEqual([["m23"], ["m23"]]);
});

test("of a pasted page only the first words and conditions count, and that is said", () => {
  const cut = [{ kind: "query-cut" }];
  expect(parseQuery(Array.from({ length: 200 }, (_, i) => `mot${i}`).join(" ")).hints).toEqual(cut);
  const conditions = parseQuery(Array.from({ length: 150 }, (_, i) => `place:lieu${i}`).join(" "));
  expect([conditions.conditions.length, conditions.hints]).toEqual([32, cut]);
  expect(parseQuery("mot ".repeat(190)).hints).toEqual([]);

  expect(wordsOf(Array.from({ length: 200 }, (_, i) => `mot${i}`).join(" "))).toHaveLength(maxQueryWords);
});
