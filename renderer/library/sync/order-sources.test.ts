import { expect, test } from "vitest";
import { plainSource } from "./memory-vault.suite.ts";
import { nextToStart, orderSources } from "./order-sources.ts";

test("rank comes first, then the cheapest, and one whose cost nobody knows comes last in its rank", () => {
  const costs: Record<string, number> = { big: 90_000, small: 900, first: 5_000_000 };
  const sources = [plainSource("new"), plainSource("big"), plainSource("small"), plainSource("first", { rank: 1 })];
  const ordered = orderSources(sources, ({ name }) => costs[name] ?? null);
  expect(ordered.map(({ name }) => name)).toEqual(["first", "small", "big", "new"]);
});

test("two of one rank share the link; a third waits, and so does a lower rank", () => {
  const [a, b, c] = [plainSource("a"), plainSource("b"), plainSource("c")] as const;
  const low = plainSource("low", { rank: 3 });
  expect(nextToStart([b, c], [a])).toBe(b);
  expect(nextToStart([c], [a, b])).toBeNull();
  expect(nextToStart([low], [a])).toBeNull();
  expect(nextToStart([low], [])).toBe(low);
  expect(nextToStart([], [])).toBeNull();
});
