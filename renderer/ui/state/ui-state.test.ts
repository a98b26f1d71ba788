import { describe, expect, test } from "vitest";
import { type BriefingId, brandId } from "../../model/ids.ts";
import { firstUiState, placeFor, reduceUi, type UiEvent, type UiState } from "./ui-state.ts";

const [a, b, c] = ["a", "b", "c"].map((digit) => brandId<BriefingId>(digit.repeat(32))) as [
  BriefingId,
  BriefingId,
  BriefingId,
];
const stateAfter = (events: readonly UiEvent[], from: UiState = firstUiState) => events.reduce(reduceUi, from);
const open = (id: BriefingId): UiEvent => ({ event: "briefing-opened", place: placeFor(id, "") });

describe("where the person stands", () => {
  test("back and forward go through what was opened, and opening anew forgets what lay ahead", () => {
    const back = stateAfter([open(a), open(b), open(c), { event: "went", where: "back" }]);
    expect(back.place?.id).toBe(b);
    expect(stateAfter([{ event: "went", where: "forward" }], back).place?.id).toBe(c);
    const elsewhere = stateAfter([open(a)], back);
    expect(elsewhere.future).toEqual([]);
    expect(elsewhere.past.map(({ id }) => id)).toEqual([a, b]);
  });

  test("back at the beginning stays there", () => {
    const state = stateAfter([open(a)]);
    expect(stateAfter([{ event: "went", where: "back" }], state)).toBe(state);
  });

  test("a deleted briefing is neither open nor on the way back", () => {
    const state = stateAfter([open(a), open(b), { event: "briefing-left", id: b }]);
    expect(state.place).toBeNull();
    expect(stateAfter([open(c), { event: "briefing-left", id: a }], state).past).toEqual([]);
  });

  test("choosing a view ends a search, and typing one brings the list to the front", () => {
    const searching = stateAfter([
      { event: "pane-shown", pane: "views" },
      { event: "query-typed", query: "sake" },
    ]);
    expect(searching.pane).toBe("list");
    expect(stateAfter([{ event: "view-chosen", view: { kind: "saved" } }], searching).query).toBe("");
  });

  test("a notice that has been replaced isn't taken away by the older one's timer", () => {
    const newer = { number: 2, facts: { kind: "saved" } as const, undo: null };
    const state = stateAfter([
      { event: "notice-given", notice: newer },
      { event: "notice-gone", number: 1 },
    ]);
    expect(state.notice).toBe(newer);
  });
});
