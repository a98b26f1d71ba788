import { expect, test } from "vitest";
import { checkReaderName, longestReaderName, nameApart } from "./reader.ts";

test("a name is kept as one clean line", () => {
  expect(checkReaderName("  Équipe \t de nuit\n", ["Équipe de jour"])).toEqual({ ok: true, value: "Équipe de nuit" });
});

test.each(["", "  ", "\u200b"])("“%s” is no name", (typed) => {
  expect(checkReaderName(typed, [])).toEqual({ ok: false, failure: { kind: "reader-name-empty" } });
});

test.each(["équipe de nuit", "EQUIPE DE NUIT", "Équipe  de nuit", "E\u0301quipe de nuit"])(
  "“%s” would be taken for the one that is there",
  (typed) => {
    const failure = { kind: "reader-name-taken", name: "Équipe de nuit" };
    expect(checkReaderName(typed, ["Équipe de jour", "Équipe de nuit"])).toEqual({ ok: false, failure });
  },
);

test("a name longer than the pane shows is refused, not cut", () => {
  const failure = { kind: "reader-name-long", limit: longestReaderName };
  expect(checkReaderName("n".repeat(longestReaderName + 1), [])).toEqual({ ok: false, failure });
});

test("a name that comes back and is taken by now gets the next number", () => {
  expect(nameApart("Night shift", ["Day shift"])).toBe("Night shift");
  expect(nameApart("Night shift", ["night  shift"])).toBe("Night shift (2)");
  expect(nameApart("Night shift", ["Night shift", "Night shift (2)"])).toBe("Night shift (3)");
  expect(nameApart("Night shift (2)", ["Night shift (2)"])).toBe("Night shift (3)");
  expect(nameApart("", [""])).toBe("");
});
