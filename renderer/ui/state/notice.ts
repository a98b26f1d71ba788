import type { Failure } from "../../model/failure.ts";
import type { UndoToken } from "../../model/ids.ts";

/** What just happened, as facts; `ui/text` has the sentences. */
export type NoticeFacts =
  | { readonly kind: "marked-read"; readonly count: number }
  | { readonly kind: "marked-unread"; readonly count: number }
  | { readonly kind: "saved" }
  | { readonly kind: "unsaved" }
  | { readonly kind: "deleted"; readonly count: number }
  | { readonly kind: "restored"; readonly count: number }
  | { readonly kind: "language-corrected" }
  | { readonly kind: "imported"; readonly count: number; readonly alreadyHere: number }
  | { readonly kind: "source-added"; readonly name: string; readonly count: number }
  | { readonly kind: "source-removed"; readonly name: string }
  | { readonly kind: "copied" }
  | { readonly kind: "not-copied" }
  | { readonly kind: "undone" }
  | { readonly kind: "no-more-unread" }
  | { readonly kind: "failed"; readonly failure: Failure };

export interface Notice {
  /** Tells two notices with the same facts apart. */
  readonly number: number;
  readonly facts: NoticeFacts;
  readonly undo: UndoToken | null;
}
