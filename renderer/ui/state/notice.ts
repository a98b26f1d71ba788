import type { Failure } from "../../model/failure.ts";
import type { UndoToken } from "../../model/ids.ts";
import type { OpenDialog } from "./dialogs.ts";

/** What just happened, as facts; `ui/text` has the sentences. */
export type NoticeFacts =
  /** `byItself`: nobody asked for it, it was in sight for a while. */
  | { readonly kind: "marked-read"; readonly count: number; readonly byItself?: true }
  | { readonly kind: "marked-unread"; readonly count: number }
  | { readonly kind: "saved" }
  | { readonly kind: "unsaved" }
  | { readonly kind: "deleted"; readonly count: number }
  | { readonly kind: "restored"; readonly count: number }
  | { readonly kind: "references-removed"; readonly count: number }
  | { readonly kind: "references-restored"; readonly count: number }
  | { readonly kind: "language-corrected" }
  | { readonly kind: "imported"; readonly count: number; readonly alreadyHere: number }
  | { readonly kind: "source-added"; readonly name: string; readonly count: number }
  | { readonly kind: "sources-added"; readonly count: number }
  | { readonly kind: "source-changed"; readonly name: string }
  | { readonly kind: "source-removed"; readonly name: string }
  | { readonly kind: "name-added"; readonly name: string }
  | { readonly kind: "name-removed"; readonly name: string }
  | { readonly kind: "attachment-removed"; readonly name: string }
  /** Handed over to be saved; whether it was, only the browser knows. */
  | { readonly kind: "copy-saved"; readonly name: string }
  | { readonly kind: "search-saved"; readonly name: string }
  | { readonly kind: "search-renamed"; readonly name: string }
  | { readonly kind: "search-removed"; readonly name: string }
  /** What a sync brought for saved searches. */
  | { readonly kind: "new-hits"; readonly count: number; readonly names: readonly string[] }
  | { readonly kind: "history-cleared" }
  | { readonly kind: "reader-chosen"; readonly name: string }
  | { readonly kind: "reader-renamed"; readonly name: string }
  | { readonly kind: "reader-removed"; readonly name: string }
  /** So many briefings were noted as seen. */
  | { readonly kind: "looked"; readonly count: number }
  | { readonly kind: "no-copies" }
  | { readonly kind: "copied" }
  | { readonly kind: "not-copied" }
  | { readonly kind: "undone" }
  | { readonly kind: "no-more-unread" }
  | { readonly kind: "stopped-trying" }
  | { readonly kind: "gets-always" }
  /** An import preview was closed with corrections in it. */
  | { readonly kind: "preview-closed" }
  | { readonly kind: "failed"; readonly failure: Failure };

export interface Notice {
  /** Tells two notices with the same facts apart. */
  readonly number: number;
  readonly facts: NoticeFacts;
  readonly undo: UndoToken | null;
  /** What was closed and can be had back as it was, as long as this notice stands. */
  readonly reopens?: OpenDialog;
}

/** What happens on its own never pushes away what a person may want to take back or has to know. */
export function givesWayTo(shown: Notice | null, next: Notice): boolean {
  if (shown === null) return true;
  const mustStay = shown.reopens !== undefined || shown.facts.kind === "failed";
  // News is said once; what was done just before can still be taken back by its key.
  if (next.facts.kind === "new-hits") return !mustStay;
  if (!isByItself(next)) return true;
  return isByItself(shown) || (shown.undo === null && !mustStay);
}

function isByItself({ facts }: Notice): boolean {
  return facts.kind === "new-hits" || (facts.kind === "marked-read" && facts.byItself === true);
}
