import type { Bytes } from "./measure.ts";
import type { Instant } from "./time.ts";

/** When news is got without anyone pressing a button. In "manual" nothing goes out by itself at all. */
export type GettingMode =
  | "ask"
  | "manual"
  | "every-30-min"
  | "every-hour"
  | "every-6-hours"
  | "every-12-hours"
  | "every-24-hours";

/** For the whole library, not for one reader: they share one link and one bill. */
export interface GettingRules {
  readonly mode: GettingMode;
  /** By itself also where the system says that the link is paid by volume. */
  readonly onMeteredLink: boolean;
}

export const defaultGettingRules: GettingRules = { mode: "ask", onMeteredLink: false };

/** What "Always" in an offer stands for: often enough for a link of five minutes, rare enough for a thin one. */
export const alwaysMode: GettingMode = "every-hour";

const minuteMs = 60_000;

/** null = not by the clock. */
export function gettingIntervalMs(mode: GettingMode): number | null {
  switch (mode) {
    case "ask":
    case "manual":
      return null;
    case "every-30-min":
      return 30 * minuteMs;
    case "every-hour":
      return 60 * minuteMs;
    case "every-6-hours":
      return 6 * 60 * minuteMs;
    case "every-12-hours":
      return 12 * 60 * minuteMs;
    case "every-24-hours":
      return 24 * 60 * minuteMs;
  }
}

/** What getting now would take, as far as earlier times tell. */
export interface GettingEstimate {
  readonly sources: number;
  /** Of the sources whose size is known; null = of none. */
  readonly bytes: Bytes | null;
  /** There are sources whose size nobody knows yet. */
  readonly isAtLeast: boolean;
  /** null until a sync was measured. */
  readonly minutes: number | null;
}

/** Where getting by itself stands. */
export type GettingStatus =
  | { readonly at: "quiet" }
  /** `link-answers`: a source of the list did. `long-ago`: nothing was asked, only the last look is old. */
  | {
      readonly at: "offering";
      readonly why: "link-answers" | "long-ago";
      readonly estimate: GettingEstimate;
    }
  | { readonly at: "planned"; readonly next: Instant }
  /** The person stopped; nothing goes out until they ask. */
  | { readonly at: "paused" }
  /** It is time, but the link is paid by volume. */
  | { readonly at: "metered" };

/** How fast news came lately. */
export interface GettingPace {
  readonly bytes: Bytes;
  readonly ms: number;
}
