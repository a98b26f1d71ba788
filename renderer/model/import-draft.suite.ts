import type { DraftFields } from "./import-draft.ts";

/** What is proposed for a short text that says nothing of itself. */
export const plainFields: DraftFields = {
  title: "Puits de Sake",
  keyPoints: [],
  asOf: null,
  published: null,
  sourceName: "",
  language: "fr",
  kind: "unknown",
  audience: null,
  label: null,
  link: null,
};
