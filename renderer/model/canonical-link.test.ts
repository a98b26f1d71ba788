import { expect, test } from "vitest";
import { canonicalLink } from "./canonical-link.ts";

test.each([
  ["https://News.Example/a", "https://news.example/a"],
  ["https://news.example/a/", "https://news.example/a"],
  ["https://news.example", "https://news.example/"],
  ["https://news.example:443/a#top", "https://news.example/a"],
  ["http://news.example:80/a", "http://news.example/a"],
  ["https://news.example/a?utm_source=x&id=7&fbclid=9", "https://news.example/a?id=7"],
  ["https://news.example/a?utm_campaign=x", "https://news.example/a"],
  [" https://news.example/a ", "https://news.example/a"],
])("%s and %s are one page", (one, other) => {
  expect(canonicalLink(one)).toBe(canonicalLink(other));
});

test.each([
  ["https://news.example/a", "http://news.example/a"],
  ["https://news.example/a", "https://news.example/A"],
  ["https://news.example/a?id=7", "https://news.example/a?id=8"],
  ["https://news.example:8443/a", "https://news.example/a"],
  ["https://news.example/a?utmost=1", "https://news.example/a"],
])("%s and %s are two pages", (one, other) => {
  expect(canonicalLink(one)).not.toBe(canonicalLink(other));
});

test("what isn't an address of the web has no canonical form", () => {
  for (const text of ["", "urn:item:7", "mailto:a@news.example", "news.example/a", "https://"]) {
    expect(canonicalLink(text)).toBeNull();
  }
});
