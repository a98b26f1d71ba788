import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rangesOf, TextMarker } from "./highlight.ts";
import { SearchIndex, type WordAnswer } from "./search-index.ts";
import { bestSnippet, cutSnippet, maxSnippetLength } from "./snippet.ts";

function indexOf(...titles: string[]): SearchIndex {
  const index = new SearchIndex();
  index.add(
    titles.map((title, i) => ({ id: `${i}`, revision: 1, time: i, title, keyPoints: [], sourceName: "", body: [] })),
  );
  return index;
}

function marksIn(texts: readonly string[], words: readonly WordAnswer[]) {
  return new TextMarker(words).mark(texts);
}

function marked(query: string, texts: readonly string[], index = indexOf(...texts)): string[][] {
  return marksIn(texts, index.explain(query)).map((marks, at) =>
    rangesOf(marks).map(({ start, end }) => (texts[at] as string).slice(start, end)),
  );
}

describe("marking", () => {
  test("marks the words as they stand in the text, not as they were typed", () => {
    expect(marked("deplaces oeuvre ", ["Les DÉPLACÉS à l'œuvre"])).toEqual([["DÉPLACÉS", "œuvre"]]);
    expect(marked("evacues ", ["e\u0301vacue\u0301s 😀 évacués"])).toEqual([["e\u0301vacue\u0301s", "évacués"]]);
  });

  test("marks a half-typed word's whole word, compounds as one, and plurals", () => {
    expect(marked("kal", ["De Kalembe à Sake"])).toEqual([["Kalembe"]]);
    expect(marked("afc/m23 ", ["L'AFC/M23 et le M23"])).toEqual([["AFC/M23", "M23"]]);
    expect(marked("ménage ", ["120 ménages"])).toEqual([["ménages"]]);
  });

  test("marks what was meant where the word itself stands nowhere in the briefing, and only there", () => {
    const index = indexOf("Kibumba", "Kirumba");
    expect(marked("kirumba ", ["De Kirumba à Kibumba"], index)).toEqual([["Kirumba"]]);
    expect(marked("kirumba ", ["De Goma à Kibumba"], index)).toEqual([["Kibumba"]]);
  });

  test("for any text, marks are in order, inside it, and never overlap", () => {
    const text = fc.string({
      unit: fc.constantFrom("l'", "Mai-Mai", "é", "e\u0301", " ", "pont", "/", "😀", "3 500", "."),
    });
    fc.assert(
      fc.property(text, text, (one, query) => {
        let end = 0;
        for (const range of rangesOf(marksIn([one], indexOf(one, "pont maimai").explain(query))[0] ?? [])) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(range.end).toBeGreaterThan(range.start);
          end = range.end;
        }
        expect(end).toBeLessThanOrEqual(one.length);
      }),
      { seed: 124 },
    );
  });
});

describe("a snippet", () => {
  const filler = "Rien de particulier à signaler sur cet axe depuis la semaine dernière. ".repeat(6);

  function snippetOf(query: string, texts: string[]) {
    return bestSnippet(texts, marksIn(texts, indexOf(...texts).explain(query)));
  }

  test("is the passage with the most words of the query", () => {
    const found = snippetOf("pont kalembe ", [
      `${filler}Le pont de Goma. ${filler}`,
      `${filler}À Kalembe, le pont tient. ${filler}`,
    ]);
    expect(found?.text).toContain("À Kalembe, le pont tient.");
    expect(found?.ranges.map(({ start, end }) => found.text.slice(start, end))).toEqual(["Kalembe", "pont"]);
    expect(found?.text.startsWith("…")).toBe(true);
    expect(found?.text.endsWith("…")).toBe(true);
  });

  test("is the whole text where that is short", () => {
    expect(snippetOf("pont ", ["Le pont tient."])).toEqual({ text: "Le pont tient.", ranges: [{ start: 3, end: 7 }] });
  });

  test("isn't made where no word stands", () => {
    expect(snippetOf("zzzzz ", ["Le pont tient."])).toBeNull();
  });

  test("of any text is at most 200 long, breaks no character in two, and its marks say what the text's say", () => {
    const unit = fc.constantFrom("pont", " ", "  ", "x".repeat(90), "😀", "é", "\n", "l'");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), fc.nat(400), (text, around) => {
        const marks = marksIn([text], indexOf("pont").explain("pont "))[0] ?? [];
        for (const snippet of [cutSnippet(text, Math.min(around, text.length), marks), bestSnippet([text], [marks])]) {
          if (snippet === null) continue;
          expect(snippet.text.length).toBeLessThanOrEqual(maxSnippetLength);
          expect(snippet.text.isWellFormed()).toBe(true);
          for (const { start, end } of snippet.ranges) expect(snippet.text.slice(start, end)).toMatch(/pont/);
        }
        if (marks.length > 0) expect(bestSnippet([text], [marks])?.ranges.length).toBeGreaterThan(0);
      }),
      { seed: 106, numRuns: 500 },
    );
  });
});
