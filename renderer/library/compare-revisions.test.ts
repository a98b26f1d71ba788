import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../model/body.ts";
import type { RevisionContent } from "../model/briefing.ts";
import { compareParts, compareRevisions } from "./compare-revisions.ts";

const paragraph = (text: string): Block => ({
  kind: "paragraph",
  inlines: [{ kind: "text", text, marks: [], href: null }],
});
const content = (title: string, keyPoints: string[], texts: string[]): RevisionContent => ({
  title,
  keyPoints,
  body: { blocks: texts.map(paragraph) },
  attachments: [],
});
const short = (changes: readonly { change: string; part: unknown }[]) =>
  changes.map(({ change, part }) => `${{ same: " ", added: "+", removed: "-" }[change]}${part}`);

describe("what changed between two revisions", () => {
  test("is told by title, key point and block", () => {
    const diff = compareRevisions(
      { number: 1, content: content("Puits ouvert", ["un", "deux"], ["a", "b", "c"]) },
      { number: 3, content: content("Puits fermé", ["deux", "trois"], ["a", "B", "c", "d"]) },
    );
    expect(diff).toMatchObject({ from: 1, to: 3, title: { before: "Puits ouvert", after: "Puits fermé" } });
    expect(short(diff.keyPoints)).toEqual(["-un", " deux", "+trois"]);
    expect(diff.blocks.map(({ change }) => change)).toEqual(["same", "removed", "added", "same", "added"]);
  });

  test("is nothing where only spaces or a picture's address changed", () => {
    const picture = (address: string): Block => ({
      kind: "figure",
      media: "image",
      address,
      alt: "Puits",
      caption: [],
      bytes: null,
    });
    const before = { ...content("x", [], []), body: { blocks: [paragraph("a  b"), picture("https://a.org/1?s=1")] } };
    const after = { ...content("x", [], []), body: { blocks: [paragraph("a b"), picture("https://a.org/1?s=2")] } };
    const diff = compareRevisions({ number: 1, content: before }, { number: 2, content: after });
    expect(diff.title).toBeNull();
    expect(diff.blocks.map(({ change }) => change)).toEqual(["same", "same"]);
  });

  test("a moved paragraph stands removed at its old place and added at its new one", () => {
    expect(short(compareParts(["a", "b", "c"], ["b", "c", "a"], String))).toEqual(["-a", " b", " c", "+a"]);
  });

  test("always leads from the one text to the other, whatever they are", () => {
    const texts = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = compareParts(before, after, String);
        expect(changes.filter(({ change }) => change !== "added").map(({ part }) => part)).toEqual(before);
        expect(changes.filter(({ change }) => change !== "removed").map(({ part }) => part)).toEqual(after);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  test("of two books doesn't take minutes", () => {
    const many = (start: number) => Array.from({ length: 20_000 }, (_, n) => `p${start + n}`);
    expect(compareParts(many(0), many(7), String).length).toBeGreaterThan(20_000);
  });
});
