import { describe, expect, test } from "vitest";
import { cleanLine, collapseSpaces, shorten, withoutInvisible } from "./plain-characters.ts";

describe("text without tricks", () => {
  test("a title can't be turned around by bidi marks or hidden from search by characters that show nothing", () => {
    expect(cleanLine("Rap\u00adport \u202Etxt.exe\u202C \u2066du\u2069 19\u200B octo\uFEFFbre\u0000")).toBe(
      "Rapport txt.exe du 19 octobre",
    );
  });

  test("French no-break spaces before « : ; ? ! » stay as they were written", () => {
    expect(cleanLine("« Route\u00a0: coupée\u202f! »")).toBe("« Route\u00a0: coupée\u202f! »");
  });

  test("tabs, line ends and runs of spaces become one space", () => {
    expect(collapseSpaces("a \t b\r\n\r\nc")).toBe("a b c");
  });

  test("half a surrogate pair is dropped, a whole one stays", () => {
    expect(withoutInvisible("a\ud83d b 😀")).toBe("a b 😀");
  });

  test("a shortened text ends between words and says that something follows", () => {
    expect(shorten("un deux trois quatre cinq", 20)).toBe("un deux trois…");
    expect(shorten("court", 20)).toBe("court");
    expect(shorten("x".repeat(50), 20)).toHaveLength(20);
  });
});
