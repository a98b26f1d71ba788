import type { DraftId } from "../../../model/ids.ts";
import type { DraftFields, FileOutcome, ImportDraft } from "../../../model/import-draft.ts";

/** OCHA's limits. */
const mostKeyPoints = 5;
const longestKeyPoint = 180;

/** A draft as the person has it before them. */
export interface DraftEdit {
  readonly draft: ImportDraft;
  readonly fields: DraftFields;
  /** One a line, as typed: what is half typed isn't cut. */
  readonly keyPointLines: string;
}

export interface ImportState {
  readonly drafts: readonly DraftEdit[];
  readonly failed: readonly Pick<Extract<FileOutcome, { outcome: "failed" }>, "fileName" | "failure">[];
  /** The draft in sight. */
  readonly shown: DraftId | null;
}

export type ImportEvent =
  | { readonly event: "shown"; readonly id: DraftId }
  | { readonly event: "edited"; readonly id: DraftId; readonly patch: Partial<DraftFields> }
  | { readonly event: "key-points-typed"; readonly id: DraftId; readonly lines: string }
  | { readonly event: "left-out"; readonly id: DraftId }
  /** Source, audience and label of this one go for all. */
  | { readonly event: "spread"; readonly id: DraftId };

export function startImport(outcomes: readonly FileOutcome[]): ImportState {
  const drafts = outcomes.flatMap((outcome) => (outcome.outcome === "draft" ? [editOf(outcome.draft)] : []));
  const failed = outcomes.flatMap((outcome) =>
    outcome.outcome === "failed" ? [{ fileName: outcome.fileName, failure: outcome.failure }] : [],
  );
  return { drafts, failed, shown: drafts[0]?.draft.id ?? null };
}

/** Has anything been typed, chosen or left out since the texts were read? */
export function isCorrected(state: ImportState, outcomes: readonly FileOutcome[]): boolean {
  const { drafts } = startImport(outcomes);
  return (
    state.drafts.length !== drafts.length ||
    state.drafts.some(({ draft, fields }) => JSON.stringify(fields) !== JSON.stringify(draft.fields))
  );
}

function editOf(draft: ImportDraft): DraftEdit {
  return { draft, fields: draft.fields, keyPointLines: draft.fields.keyPoints.join("\n") };
}

export function reduceImport(state: ImportState, event: ImportEvent): ImportState {
  const change = (changed: (edit: DraftEdit) => DraftEdit): ImportState => ({
    ...state,
    drafts: state.drafts.map((edit) => (edit.draft.id === event.id ? changed(edit) : edit)),
  });
  switch (event.event) {
    case "shown":
      return { ...state, shown: event.id };
    case "edited":
      return change((edit) => ({ ...edit, fields: { ...edit.fields, ...event.patch } }));
    case "key-points-typed":
      return change((edit) => ({
        ...edit,
        keyPointLines: event.lines,
        fields: { ...edit.fields, keyPoints: keyPointsIn(event.lines) },
      }));
    case "left-out":
      return leaveOut(state, event.id);
    case "spread":
      return spread(state, event.id);
  }
}

function leaveOut(state: ImportState, id: DraftId): ImportState {
  const at = state.drafts.findIndex(({ draft }) => draft.id === id);
  const drafts = state.drafts.filter(({ draft }) => draft.id !== id);
  const beside = drafts[Math.min(at, drafts.length - 1)];
  return { ...state, drafts, shown: beside?.draft.id ?? null };
}

function spread(state: ImportState, id: DraftId): ImportState {
  const from = state.drafts.find(({ draft }) => draft.id === id);
  if (from === undefined) return state;
  const { sourceName, audience, label } = from.fields;
  return {
    ...state,
    drafts: state.drafts.map((edit) => ({ ...edit, fields: { ...edit.fields, sourceName, audience, label } })),
  };
}

function keyPointsIn(lines: string): string[] {
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export type DraftProblem =
  | { readonly kind: "no-title" }
  | { readonly kind: "too-many-key-points" }
  | { readonly kind: "long-key-point"; readonly number: number; readonly over: number };

/** Why a draft can't be saved as it stands; null = it can. */
export function problemOf({ title, keyPoints }: DraftFields): DraftProblem | null {
  if (title.trim() === "") return { kind: "no-title" };
  if (keyPoints.length > mostKeyPoints) return { kind: "too-many-key-points" };
  const long = keyPoints.findIndex((point) => point.length > longestKeyPoint);
  const point = keyPoints[long];
  return point === undefined
    ? null
    : { kind: "long-key-point", number: long + 1, over: point.length - longestKeyPoint };
}
