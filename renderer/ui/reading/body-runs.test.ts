import { expect, test } from "vitest";
import type { Block, Inline } from "../../model/body.ts";
import { textRunsOf } from "../../model/reading-order.ts";
import { firstRunsOf, placeMatches } from "./body-runs.ts";

const words = (text: string): Inline[] => [{ kind: "text", text, marks: [], href: null }];
const paragraph = (text: string): Block => ({ kind: "paragraph", inlines: words(text) });
const cell = (text: string) => ({ header: false, columns: 1, rows: 1, inlines: words(text) });

test("each block starts at the run that the library counts for it, through lists, quotes and tables", () => {
  const inner = paragraph("dans la liste");
  const quoted = paragraph("cité");
  const table: Block = { kind: "table", caption: words("Sites"), rows: [{ cells: [cell("Sake"), cell("412")] }] };
  const last = paragraph("fin");
  const body = {
    blocks: [
      paragraph("début"),
      { kind: "list", ordered: false, start: 1, items: [{ blocks: [inner] }] } satisfies Block,
      { kind: "quote", blocks: [quoted] } satisfies Block,
      table,
      last,
    ],
  };
  const runs = textRunsOf(body).map(({ text }) => text);
  const first = firstRunsOf(body);
  const firstText = (block: Block) => runs[first.get(block) ?? -1];
  expect([inner, quoted, table, last].map(firstText)).toEqual(["dans la liste", "cité", "Sites", "fin"]);
});

test("matches are numbered as they are read: title, key points, then the text", () => {
  const { title, keyPoints, runs, count } = placeMatches([
    { part: "body", index: 4, start: 9, end: 12 },
    { part: "body", index: 4, start: 1, end: 3 },
    { part: "key-point", index: 1, start: 0, end: 2 },
    { part: "title", index: 0, start: 5, end: 8 },
  ]);
  expect(count).toBe(4);
  expect(title.map(({ number }) => number)).toEqual([0]);
  expect(keyPoints.get(1)?.map(({ number }) => number)).toEqual([1]);
  expect(runs.get(4)?.map(({ number, start }) => [number, start])).toEqual([
    [2, 1],
    [3, 9],
  ]);
});
