import { expect, test } from "vitest";
import { isSameHost } from "./is-same-host.ts";

test("a permission holds for another page of the same host, and for no other host", () => {
  expect(isSameHost("http://nas.local/feed", "http://nas.local:8080/page")).toBe(true);
  expect(isSameHost("http://192.168.1.1/admin", "http://nas.local/page")).toBe(false);
  expect(isSameHost("not an address", "not an address")).toBe(false);
});
