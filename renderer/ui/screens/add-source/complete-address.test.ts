import { expect, test } from "vitest";
import { completeAddress } from "./complete-address.ts";

test("an address typed without its beginning is asked for over https", () => {
  expect(completeAddress(" radio.example/rss ")).toBe("https://radio.example/rss");
  expect(completeAddress("//radio.example/rss")).toBe("https://radio.example/rss");
  expect(completeAddress("192.168.1.5:8080/feed")).toBe("https://192.168.1.5:8080/feed");
});

test("an address with its beginning stays as typed", () => {
  expect(completeAddress("http://radio.example/rss")).toBe("http://radio.example/rss");
  expect(completeAddress("https://radio.example/rss")).toBe("https://radio.example/rss");
});

test("a feed reader's own beginning is taken off", () => {
  expect(completeAddress("feed://radio.example/rss")).toBe("https://radio.example/rss");
  expect(completeAddress("feed:https://radio.example/rss")).toBe("https://radio.example/rss");
});

test("words that are no address stay as typed, so that they are quoted so", () => {
  expect(completeAddress(" radio okapi ")).toBe("radio okapi");
});

test("nothing typed stays nothing", () => {
  expect(completeAddress("   ")).toBe("");
});
