import { expect, test, vi } from "vitest";
import type { Library } from "../../../contracts/library.ts";
import { RemoteBug } from "../../../contracts/rpc.ts";
import { type BriefingId, brandId, type DraftId, type UndoToken } from "../../../model/ids.ts";
import { plainFields as fields } from "../../../model/import-draft.suite.ts";
import { saveAllDrafts } from "./save-all-drafts.ts";

const hex = (number: number) => number.toString(16).padStart(32, "0");
const undo = brandId<UndoToken>(hex(99));
const drafts = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ id: brandId<DraftId>(hex(number)), fields }));

function libraryThat({ failsAtCall = -1 } = {}) {
  let calls = 0;
  const saveDrafts = vi.fn<Library["saveDrafts"]>(async ({ drafts }) => {
    if (calls++ === failsAtCall) return { ok: false, failure: { kind: "disk-full" } };
    const saved = drafts.map(({ id }) => brandId<BriefingId>(id));
    return { ok: true, value: { saved, alreadyHere: [], undo, affected: saved.length } };
  });
  return { saveDrafts };
}

test("a few texts are saved in one go that can be taken back", async () => {
  const outcome = await saveAllDrafts(libraryThat(), drafts(3), new Set());
  expect(outcome).toMatchObject({ ok: true, value: { undo } });
});

test("eight hundred texts take two calls, and none is lost between them", async () => {
  const library = libraryThat();
  const outcome = await saveAllDrafts(library, drafts(800), new Set());
  expect(library.saveDrafts.mock.calls.map(([{ drafts }]) => drafts.length)).toEqual([500, 300]);
  expect(outcome.ok && outcome.value.saved.length).toBe(800);
  expect(outcome.ok && outcome.value.undo).toBeNull();
});

test("a preview that is closed meanwhile drops none of them, also not those of a later call", async () => {
  const kept = new Set<DraftId>();
  const saving = saveAllDrafts(libraryThat(), drafts(800), kept);
  expect(kept.size).toBe(800);
  await saving;
  expect(kept.size).toBe(800);
});

test("when the disk fills up half-way, it is known which texts are already kept", async () => {
  const kept = new Set<DraftId>();
  const outcome = await saveAllDrafts(libraryThat({ failsAtCall: 1 }), drafts(800), kept);
  expect(outcome).toEqual({ ok: false, failure: { kind: "disk-full" } });
  expect([...kept]).toEqual(drafts(500).map(({ id }) => id));
});

test("after a bug nothing counts as kept that isn't on the disk", async () => {
  const kept = new Set<DraftId>();
  const library = { saveDrafts: () => Promise.reject(new RemoteBug("a1b2")) };
  expect(await saveAllDrafts(library, drafts(2), kept)).toEqual({
    ok: false,
    failure: { kind: "bug", reference: "a1b2" },
  });
  expect(kept.size).toBe(0);
});
