import { expect, test } from "vitest";
import type { Block } from "../../model/body.ts";
import { outlineOf } from "./outline.ts";

const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({
  kind: "heading",
  level,
  inlines: [{ kind: "text", text, marks: [], href: null }],
});
const paragraph: Block = { kind: "paragraph", inlines: [] };

test("an outline starts at its first level and never jumps over one", () => {
  const blocks = [heading(3, "Situation"), paragraph, heading(4, "Sake"), heading(2, "Accès"), heading(4, "Routes")];
  expect(outlineOf({ blocks }).map(({ title, depth }) => [title, depth])).toEqual([
    ["Situation", 1],
    ["Sake", 2],
    ["Accès", 1],
    ["Routes", 2],
  ]);
});

test("each entry leads to its own block, also among headings of the same words", () => {
  const blocks = [heading(2, "Accès"), paragraph, paragraph, heading(2, "Accès")];
  expect(outlineOf({ blocks }).map(({ block }) => block)).toEqual([0, 3]);
});

test("a heading without words isn't in the outline, and one that never ends is cut", () => {
  const blocks = [heading(2, "  \n "), heading(2, "a".repeat(5_000))];
  const outline = outlineOf({ blocks });
  expect(outline).toHaveLength(1);
  expect(outline[0]?.title).toHaveLength(120);
  expect(outline[0]?.title.endsWith("…")).toBe(true);
});
