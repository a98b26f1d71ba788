import { expect, test } from "vitest";
import { withoutTrackers } from "./query-trackers.ts";

test("trackers go, the parameters that choose the page stay in their order", () => {
  expect(withoutTrackers("https://a.org/p?id=7&utm_source=x&UTM_medium=y&fbclid=z&page=2#part")).toBe(
    "https://a.org/p?id=7&page=2#part",
  );
});

test("an address with nothing but trackers loses its question mark", () => {
  expect(withoutTrackers("https://a.org/p?utm_source=x#part")).toBe("https://a.org/p#part");
});

test("an address without trackers isn't touched, however odd", () => {
  for (const address of ["https://a.org/p?", "https://a.org/?q=a%20b&x", "https://a.org/#?utm_source=x"]) {
    expect(withoutTrackers(address)).toBe(address);
  }
});
