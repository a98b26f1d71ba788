import { describe, expect, test } from "vitest";
import { type BriefingId, brandId, type UndoToken } from "../../model/ids.ts";
import type { OpenDialog } from "./dialogs.ts";
import type { Notice } from "./notice.ts";
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

  test("a dialog that ends late closes itself and nothing that was opened since", () => {
    const saving: OpenDialog = { name: "paste", payload: null };
    const settings: OpenDialog = { name: "settings", payload: null };
    const about: OpenDialog = { name: "about", payload: null };
    const later = stateAfter([
      { event: "dialog-opened", dialog: saving },
      { event: "dialog-closed", dialog: saving },
      { event: "dialog-opened", dialog: settings },
    ]);
    expect(stateAfter([{ event: "dialog-closed", dialog: saving }], later)).toBe(later);
    const over = stateAfter([{ event: "dialog-opened", dialog: about }], later);
    expect(stateAfter([{ event: "dialog-closed", dialog: about }], over).dialog).toBe(settings);
    const alone = stateAfter([{ event: "dialog-closed", dialog: settings }], over);
    expect([alone.dialog, alone.dialogBehind]).toEqual([about, null]);
  });

  test("another reader begins at the beginning, with nothing of the one before to take back or to go back to", () => {
    const undo = brandId<UndoToken>("e".repeat(32));
    const state = stateAfter([
      open(a),
      open(b),
      { event: "query-typed", query: "pont" },
      { event: "notice-given", notice: { number: 1, facts: { kind: "deleted", count: 1 }, undo } },
      { event: "pane-shown", pane: "reader" },
      { event: "reader-changed" },
    ]);
    expect(state).toEqual(firstUiState);
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

describe("what can be taken back", () => {
  const token = (digit: string) => brandId<UndoToken>(digit.repeat(32));
  const given = (notice: Notice): UiEvent => ({ event: "notice-given", notice });
  const deleted: Notice = { number: 1, facts: { kind: "deleted", count: 1 }, undo: token("1") };
  const readByItself: Notice = {
    number: 2,
    facts: { kind: "marked-read", count: 1, byItself: true },
    undo: token("2"),
  };

  test("a briefing that marks itself read doesn't take the undo of a deletion away", () => {
    const state = stateAfter([given(deleted), given(readByItself)]);
    expect(state.notice).toBe(deleted);
    expect(state.undoable).toEqual([token("1")]);
  });

  test("nor does it hide a failure or a preview that can be had back", () => {
    const failed: Notice = { number: 1, facts: { kind: "failed", failure: { kind: "disk-full" } }, undo: null };
    const closed: Notice = {
      number: 1,
      facts: { kind: "preview-closed" },
      undo: null,
      reopens: { name: "import", payload: { outcomes: [] } },
    };
    for (const kept of [failed, closed]) expect(stateAfter([given(kept), given(readByItself)]).notice).toBe(kept);
  });

  test("it is said where nothing else is, and the next one takes its place", () => {
    const next = { ...readByItself, number: 3 };
    expect(stateAfter([given(readByItself), given(next)]).notice).toBe(next);
  });

  test("what was done stays undoable after its notice is gone, the newest first", () => {
    const saved: Notice = { number: 3, facts: { kind: "saved" }, undo: token("3") };
    const state = stateAfter([given(deleted), given(saved), { event: "notice-gone", number: 3 }]);
    expect(state.notice).toBeNull();
    expect(state.undoable.at(-1)).toBe(token("3"));
    expect(stateAfter([{ event: "undo-used", token: token("3") }], state).undoable.at(-1)).toBe(token("1"));
  });

  test("a notice whose undo was used by a key offers it no more", () => {
    expect(stateAfter([given(deleted), { event: "undo-used", token: token("1") }]).notice).toBeNull();
  });
});
