import { describe, expect, test } from "vitest";
import { agesAt, freshnessOf } from "./freshness.ts";
import { dayMs } from "./time.ts";

const noon = Date.UTC(2026, 9, 19, 12);
const head = (kind: "alert" | "sitrep" | "unknown", expires: number | null = null) => ({
  kind,
  expires,
  times: { asOf: null, published: noon, posted: null, fetched: noon + dayMs },
});

describe("how long a briefing speaks for now", () => {
  test("an alert ages after a day, a situation report after two weeks", () => {
    expect(freshnessOf(head("alert"), noon + dayMs - 1)).toBe("fresh");
    expect(freshnessOf(head("alert"), noon + dayMs)).toBe("aged");
    expect(freshnessOf(head("sitrep"), noon + 13 * dayMs)).toBe("fresh");
    expect(freshnessOf(head("sitrep"), noon + 14 * dayMs)).toBe("aged");
  });

  test("what nobody sorted ages after three days", () => {
    expect(agesAt(head("unknown"))).toBe(noon + 3 * dayMs);
  });

  test("the source's own end wins over the rule, earlier or later", () => {
    expect(freshnessOf(head("alert", noon + 1), noon + 2)).toBe("expired");
    expect(freshnessOf(head("alert", noon + 5 * dayMs), noon + 4 * dayMs)).toBe("fresh");
  });
});
