import { describe, expect, test } from "vitest";
import { freshnessOf } from "./freshness.ts";
import { dayMs } from "./time.ts";

const now = Date.UTC(2026, 9, 24, 12);
const hourMs = 3_600_000;
const nothing = { asOf: null, published: null, posted: null, fetched: now };

describe("how old a briefing is", () => {
  test("an alert is old after a day, security news after three, a situation report after fourteen", () => {
    const at = (kind: "alert" | "security" | "access" | "sitrep" | "reference" | "unknown", ageMs: number) =>
      freshnessOf({ kind, expires: null, times: { ...nothing, published: now - ageMs } }, now).at;
    expect(at("alert", 24 * hourMs)).toBe("fresh");
    expect(at("alert", 24 * hourMs + 1)).toBe("aged");
    expect(at("security", 72 * hourMs)).toBe("fresh");
    expect(at("access", 72 * hourMs + 1)).toBe("aged");
    expect(at("unknown", 72 * hourMs + 1)).toBe("aged");
    expect(at("sitrep", 14 * dayMs)).toBe("fresh");
    expect(at("sitrep", 14 * dayMs + 1)).toBe("aged");
    expect(at("reference", 365 * dayMs)).toBe("fresh");
  });

  test("that it came just now makes nothing younger", () => {
    const old = { ...nothing, published: now - 40 * dayMs };
    expect(freshnessOf({ kind: "sitrep", expires: null, times: old }, now)).toMatchObject({
      at: "aged",
      since: now - 40 * dayMs,
    });
    expect(freshnessOf({ kind: "sitrep", expires: null, times: nothing }, now)).toEqual({ at: "unknown" });
  });

  test("where nobody published or posted it, the day of its data counts", () => {
    const times = { ...nothing, asOf: "2026-10-20" };
    expect(freshnessOf({ kind: "sitrep", expires: null, times }, now)).toEqual({
      at: "fresh",
      since: Date.UTC(2026, 9, 20, 12),
    });
  });

  test("what its source says about its end wins over its kind, both ways", () => {
    const times = { ...nothing, published: now - 4 * dayMs };
    const asked = (expires: number) => freshnessOf({ kind: "alert", expires, times }, now);
    expect(asked(now + hourMs).at).toBe("fresh");
    expect(asked(now - hourMs)).toEqual({ at: "expired", since: now - 4 * dayMs, expired: now - hourMs });
    expect(freshnessOf({ kind: "reference", expires: now - 1, times: nothing }, now).at).toBe("expired");
  });
});
