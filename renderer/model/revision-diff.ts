import type { Block } from "./body.ts";

/** What changed between two revisions, by block. */
export interface RevisionDiff {
  readonly from: number;
  readonly to: number;
  readonly title: { readonly before: string; readonly after: string } | null;
  readonly keyPoints: readonly BlockChange<string>[];
  readonly blocks: readonly BlockChange<Block>[];
}

export type BlockChange<Part> =
  | { readonly change: "same"; readonly part: Part }
  | { readonly change: "added"; readonly part: Part }
  | { readonly change: "removed"; readonly part: Part };
