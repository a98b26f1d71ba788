import { expect, test } from "vitest";
import type { BriefingId } from "../../model/ids.ts";
import type { SearchFindings, SearchHit } from "../../model/view.ts";
import { keepSameHits } from "./keep-same-hits.ts";

function hit(id: string, snippet = "", start = 0): SearchHit {
  const row = { head: { id: id as BriefingId } } as SearchHit["row"];
  return { row, titleRanges: [{ start, end: start + 3 }], snippet, snippetRanges: [] };
}

const answer = (sequence: number, ...hits: readonly SearchHit[]) => ({ sequence, hits }) as unknown as SearchFindings;

test("a hit that says the same is the very one of the answer before", () => {
  const before = answer(4, hit("a"), hit("b"));
  const kept = keepSameHits(before, answer(4, hit("b"), hit("a"), hit("c")));
  expect(kept.hits[0]).toBe(before.hits[1]);
  expect(kept.hits[1]).toBe(before.hits[0]);
  expect(kept.hits[2]).toEqual(hit("c"));
});

test("where only what is marked is another, the briefing's row stays", () => {
  const before = answer(4, hit("a"), hit("b", "old"));
  const kept = keepSameHits(before, answer(4, hit("a", "", 7), hit("b", "new")));
  expect(kept.hits[0]).toEqual(hit("a", "", 7));
  expect(kept.hits[0]?.row).toBe(before.hits[0]?.row);
  expect(kept.hits[1]?.snippet).toBe("new");
  expect(kept.hits[1]?.row).toBe(before.hits[1]?.row);
});

test("once the library has changed, nothing of an older answer is kept", () => {
  const newer = answer(5, hit("a"));
  expect(keepSameHits(answer(4, hit("a")), newer)).toBe(newer);
  expect(keepSameHits(null, newer)).toBe(newer);
});
