import { expect, test } from "vitest";
import { brandId, type DraftId } from "../../../model/ids.ts";
import { plainFields } from "../../../model/import-draft.suite.ts";
import type { DraftFields, FileOutcome, ImportDraft } from "../../../model/import-draft.ts";
import { type ImportState, isCorrected, problemOf, reduceImport, startImport } from "./import-state.ts";

const fields: DraftFields = {
  ...plainFields,
  title: "Le pont de Kanyabayonga est coupé",
  keyPoints: ["Le pont est fermé."],
  kind: "access",
};

const idOf = (digit: string) => brandId<DraftId>(digit.repeat(32));

function draft(digit: string, patch: Partial<DraftFields> = {}): FileOutcome {
  const made: ImportDraft = {
    id: idOf(digit),
    fileName: `${digit}.txt`,
    fields: { ...fields, ...patch },
    body: { blocks: [] },
    files: [],
    standing: null,
  };
  return { fileName: made.fileName, outcome: "draft", draft: made };
}

const failed: FileOutcome = { fileName: "photo.txt", outcome: "failed", failure: { kind: "binary-file" } };

function fieldsOf(state: ImportState, digit: string): DraftFields | undefined {
  return state.drafts.find((edit) => edit.draft.id === idOf(digit))?.fields;
}

test("of several files the first readable one is shown, and the others are named", () => {
  const state = startImport([failed, draft("1"), draft("2")]);
  expect(state.shown).toBe(idOf("1"));
  expect(state.failed.map(({ fileName }) => fileName)).toEqual(["photo.txt"]);
});

test("a correction touches only its own draft", () => {
  const state = reduceImport(startImport([draft("1"), draft("2")]), {
    event: "edited",
    id: idOf("2"),
    patch: { title: "Sake" },
  });
  expect(fieldsOf(state, "1")?.title).toBe(fields.title);
  expect(fieldsOf(state, "2")?.title).toBe("Sake");
});

test("key points are one a line, and empty lines are none", () => {
  const lines = "  Route ouverte \n\nPont fermé\n";
  const state = reduceImport(startImport([draft("1")]), { event: "key-points-typed", id: idOf("1"), lines });
  expect(fieldsOf(state, "1")?.keyPoints).toEqual(["Route ouverte", "Pont fermé"]);
  expect(state.drafts[0]?.keyPointLines).toBe(lines);
});

test("leaving one out shows the next, and the last one leaves nothing", () => {
  const leave = (state: ImportState, digit: string) => reduceImport(state, { event: "left-out", id: idOf(digit) });
  const two = leave(startImport([draft("1"), draft("2"), draft("3")]), "2");
  expect(two.shown).toBe(idOf("3"));
  const one = leave(two, "3");
  expect(one.shown).toBe(idOf("1"));
  expect(leave(one, "1")).toMatchObject({ drafts: [], shown: null });
});

test("one source, readership and label go for all, titles and dates stay", () => {
  const start = startImport([
    draft("1", { sourceName: "Base de Beni", audience: "restricted", label: { scale: "tlp", level: "amber" } }),
    draft("2", { title: "Sake", asOf: "2026-10-20" }),
  ]);
  const state = reduceImport(start, { event: "spread", id: idOf("1") });
  expect(fieldsOf(state, "2")).toEqual({
    ...fields,
    title: "Sake",
    asOf: "2026-10-20",
    sourceName: "Base de Beni",
    audience: "restricted",
    label: { scale: "tlp", level: "amber" },
  });
});

test("a title of spaces, a sixth key point and a point over 180 characters are each said", () => {
  expect(problemOf({ ...fields, title: "  " })).toEqual({ kind: "no-title" });
  expect(problemOf({ ...fields, keyPoints: Array.from({ length: 6 }, () => "x") })).toEqual({
    kind: "too-many-key-points",
  });
  expect(problemOf({ ...fields, keyPoints: ["court", "x".repeat(183)] })).toEqual({
    kind: "long-key-point",
    number: 2,
    over: 3,
  });
  expect(problemOf({ ...fields, keyPoints: ["x".repeat(180)] })).toBeNull();
});

test("a preview that was only looked through holds nothing to lose, a corrected one does", () => {
  const outcomes = [draft("1"), draft("2"), failed];
  const read = startImport(outcomes);
  expect(isCorrected(reduceImport(read, { event: "shown", id: idOf("2") }), outcomes)).toBe(false);
  expect(isCorrected(reduceImport(read, { event: "left-out", id: idOf("2") }), outcomes)).toBe(true);
  const corrected = reduceImport(read, { event: "edited", id: idOf("1"), patch: { audience: "restricted" } });
  expect(isCorrected(corrected, outcomes)).toBe(true);
});
