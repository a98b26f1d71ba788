import type { FailureKind } from "./failure.ts";
import type { Instant } from "./time.ts";

/** What the log may hold: no titles, no addresses, no queries. */
export type LogFact =
  | { readonly event: "started"; readonly sequence: number; readonly ms: number }
  | { readonly event: "replayed"; readonly entries: number; readonly ms: number; readonly why: string }
  | { readonly event: "batch-applied"; readonly sequence: number; readonly changes: number; readonly ms: number }
  /** The browser's database failed or went away; the library goes on from the journal. */
  | { readonly event: "working-copy-lost"; readonly name: string }
  | { readonly event: "tail-cut"; readonly bytes: number }
  | { readonly event: "entry-damaged"; readonly sequence: number }
  | { readonly event: "sync-ended"; readonly sources: number; readonly failed: number; readonly received: number }
  | { readonly event: "failure"; readonly kind: FailureKind; readonly doing: string }
  | { readonly event: "bug"; readonly reference: string; readonly name: string; readonly where: string }
  | { readonly event: "lease"; readonly what: "taken" | "lost" | "refused" };

export interface LogEvent {
  readonly at: Instant;
  readonly fact: LogFact;
}

export const logLimit = 500;
