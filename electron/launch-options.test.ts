import { expect, test } from "vitest";
import { readLaunchOptions } from "./launch-options.ts";

test.each([
  [[], { mode: "app-window", vault: null, port: null }],
  [["--browser"], { mode: "app-window", vault: null, port: null }],
  [["--serve"], { mode: "serve", vault: null, port: null }],
  [["--vault", "/media/stick"], { mode: "app-window", vault: "/media/stick", port: null }],
  [["--vault=/media/stick", "--port=8080", "--serve"], { mode: "serve", vault: "/media/stick", port: 8080 }],
  [["--port", "0"], { mode: "app-window", vault: null, port: 0 }],
])("%j", (words, options) => {
  expect(readLaunchOptions(words)).toEqual({ ok: true, value: options });
});

test.each([
  [["--help"], "--help"],
  [["-x"], "-x"],
  [["feed.xml"], "feed.xml"],
  [["--vault"], "--vault"],
  [["--serve=yes"], "--serve"],
  [["--port", "eighty"], "--port eighty"],
  [["--port", "70000"], "--port 70000"],
])("%j isn't understood, and the word is named", (words, option) => {
  expect(readLaunchOptions(words)).toEqual({ ok: false, failure: { option } });
});
