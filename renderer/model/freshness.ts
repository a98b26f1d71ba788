import type { BriefingHead, BriefingKind } from "./briefing.ts";
import { dayMs, type Instant, orderTimeOf } from "./time.ts";

/** How long a briefing of each kind speaks for now. The source's own expiry wins over these. */
const agesAfterMs: Readonly<Record<BriefingKind, number>> = {
  alert: dayMs,
  security: 3 * dayMs,
  access: 3 * dayMs,
  sitrep: 14 * dayMs,
  reference: 365 * dayMs,
  unknown: 3 * dayMs,
};

export type Freshness = "fresh" | "aged" | "expired";

/** When a briefing stops speaking for now. */
export function agesAt(head: Pick<BriefingHead, "kind" | "times" | "expires">): Instant {
  return head.expires ?? orderTimeOf(head.times) + agesAfterMs[head.kind];
}

/** "expired" only where the source itself set an end; "aged" is the reader's own rule by kind. */
export function freshnessOf(head: Pick<BriefingHead, "kind" | "times" | "expires">, now: Instant): Freshness {
  if (now < agesAt(head)) return "fresh";
  return head.expires === null ? "aged" : "expired";
}
