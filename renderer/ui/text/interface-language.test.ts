import { expect, test } from "vitest";
import { chooseLanguage } from "./interface-language.ts";

test("a chosen language stands whatever the system says", () => {
  expect(chooseLanguage({ chosen: "sw", preferred: ["en-US"] })).toBe("sw");
});

test("without a choice the first of the system's languages that the app speaks is taken", () => {
  expect(chooseLanguage({ chosen: null, preferred: ["ln-CD", "sw-CD", "fr-FR"] })).toBe("sw");
  expect(chooseLanguage({ chosen: null, preferred: ["EN-us", "fr"] })).toBe("en");
});

test("a laptop set to a language that the app doesn't speak shows French", () => {
  expect(chooseLanguage({ chosen: null, preferred: ["pt-AO"] })).toBe("fr");
  expect(chooseLanguage({ chosen: null, preferred: [] })).toBe("fr");
});
