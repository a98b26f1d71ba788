import type { CommitFailure, OpenFailure } from "./failure.ts";
import type { Bytes } from "./measure.ts";
import type { Instant } from "./time.ts";

/** Where the library stands. Reading works in "rebuilding" and "read-only" too. */
export type LibraryStatus =
  | { readonly at: "opening" }
  | { readonly at: "rebuilding"; readonly done: number; readonly total: number }
  | { readonly at: "ready" }
  | { readonly at: "read-only"; readonly why: CommitFailure }
  /** Another window, tab or program holds the library. */
  | { readonly at: "open-elsewhere" }
  | { readonly at: "locked" }
  | { readonly at: "closed"; readonly why: OpenFailure };

/** A part of the journal that can't be read any more; the rest stays readable. */
export interface DamageNote {
  readonly sequence: number;
  readonly bytes: Bytes;
  /** Titles known from elsewhere of what was in it. */
  readonly titles: readonly string[];
}

/** When this clock and the newest server date differ by over a day, dates stand where ages would. */
export interface ClockState {
  /** The later of this clock and the newest server date seen: ages are counted from here. */
  readonly now: Instant;
  readonly trusted: boolean;
  readonly offByMs: number;
}
