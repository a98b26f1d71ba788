import { describe, expect, test } from "vitest";
import type { KeyFacts } from "./keys.ts";
import { commands } from "./registry.ts";
import { type KeyPlace, matchShortcut, type ShortcutRules } from "./shortcuts.ts";

const elsewhere: KeyPlace = { inField: false, onControl: false, ownsArrows: false };
const inField: KeyPlace = { inField: true, onControl: false, ownsArrows: false };

function pressed(key: string, held: Partial<KeyFacts> = {}): KeyFacts {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false, ...held };
}

function meaning(
  event: KeyFacts,
  {
    place = elsewhere,
    rules = {},
    begun = null,
  }: { place?: KeyPlace; rules?: Partial<ShortcutRules>; begun?: KeyFacts | null } = {},
): string | null {
  const found = matchShortcut(commands, event, { place, rules: { letterKeys: true, isMac: false, ...rules }, begun });
  return found.match === "command" ? found.command.id : found.match === "begun" ? "begun" : null;
}

test("letters do what the sheet says", () => {
  expect(["j", "k", "s", "m", "n", "r", "p", "/", "?"].map((key) => meaning(pressed(key)))).toEqual([
    "next-briefing",
    "previous-briefing",
    "toggle-saved",
    "toggle-read",
    "next-unread",
    "get-new",
    "print-briefing",
    "search",
    "show-shortcuts",
  ]);
});

test("with caps lock on, letters still work", () => {
  expect(meaning(pressed("J"))).toBe("next-briefing");
});

test("no letter fires while someone types in a field", () => {
  for (const key of ["j", "s", "g", "?", "/", "+", "ArrowDown", "Enter", "Delete"]) {
    expect(meaning(pressed(key), { place: inField })).toBeNull();
  }
});

test("Ctrl-K finds the search from a field too", () => {
  expect(meaning(pressed("k", { ctrlKey: true }), { place: inField })).toBe("search");
});

test("a letter with a modifier is the browser's or another command's, never the letter's own", () => {
  expect(meaning(pressed("s", { ctrlKey: true }))).toBeNull();
  expect(meaning(pressed("r", { ctrlKey: true }))).toBeNull();
  expect(meaning(pressed("j", { altKey: true }))).toBeNull();
  expect(meaning(pressed("j", { metaKey: true }))).toBeNull();
});

test("switched off, letters do nothing and all other keys still work", () => {
  const rules = { letterKeys: false };
  expect(meaning(pressed("j"), { rules })).toBeNull();
  expect(meaning(pressed("g"), { rules })).toBeNull();
  expect(meaning(pressed("?", { shiftKey: true }), { rules })).toBeNull();
  expect(meaning(pressed("ArrowDown"), { rules })).toBe("next-briefing");
  expect(meaning(pressed("k", { ctrlKey: true }), { rules })).toBe("search");
});

test("a French keyboard makes ? and / with Shift and brackets with AltGr", () => {
  expect(meaning(pressed("?", { shiftKey: true }))).toBe("show-shortcuts");
  expect(meaning(pressed("/", { shiftKey: true }))).toBe("search");
  expect(meaning(pressed("[", { ctrlKey: true, altKey: true, altGraph: true }))).toBe("go-back");
});

test("on a Mac the command key takes the place of Ctrl", () => {
  expect(meaning(pressed("k", { metaKey: true }), { rules: { isMac: true } })).toBe("search");
  expect(meaning(pressed("k", { ctrlKey: true }), { rules: { isMac: true } })).toBeNull();
});

describe("g, then a letter", () => {
  const begun = pressed("g");

  test("goes to a view", () => {
    expect(meaning(pressed("g"))).toBe("begun");
    expect(meaning(pressed("u"), { begun })).toBe("show-unread");
    expect(meaning(pressed("s"), { begun })).toBe("show-saved");
    expect(meaning(pressed("a"), { begun })).toBe("show-all");
  });

  test("does nothing with a letter that has no view, and not that letter's own command either", () => {
    expect(meaning(pressed("j"), { begun })).toBeNull();
    expect(meaning(pressed("m"), { begun })).toBeNull();
  });
});

test("Enter on a button presses the button", () => {
  expect(meaning(pressed("Enter"))).toBe("open-briefing");
  expect(meaning(pressed("Enter"), { place: { ...elsewhere, onControl: true } })).toBeNull();
});

test("arrows scroll where something scrolls, and walk the list elsewhere", () => {
  expect(meaning(pressed("ArrowDown"))).toBe("next-briefing");
  expect(meaning(pressed("ArrowDown"), { place: { ...elsewhere, ownsArrows: true } })).toBeNull();
});

test("pasting is left to the browser", () => {
  expect(meaning(pressed("v", { ctrlKey: true }))).toBeNull();
});

test("Ctrl-Z takes back what was done, and in a field what was typed", () => {
  expect(meaning(pressed("z", { ctrlKey: true }))).toBe("undo");
  expect(meaning(pressed("z", { ctrlKey: true }), { place: inField })).toBeNull();
});

test("Alt with an arrow goes back, but moves by words in a field", () => {
  expect(meaning(pressed("ArrowLeft", { altKey: true }))).toBe("go-back");
  expect(meaning(pressed("ArrowLeft", { altKey: true }), { place: inField })).toBeNull();
});

test("Shift turns F3 round", () => {
  expect(meaning(pressed("F3"))).toBe("next-match");
  expect(meaning(pressed("F3", { shiftKey: true }))).toBe("previous-match");
});
