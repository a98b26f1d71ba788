import { expect, test } from "vitest";
import { guessKind } from "./guess-kind.ts";

test.each([
  ["DR Congo: Humanitarian situation report No. 7", "sitrep"],
  ["Rapport de situation, semaine 12", "sitrep"],
  ["Ripoti ya hali, Machi 2026", "sitrep"],
  ["Flash update: floods along the lake", "alert"],
  ["Alerte : montée des eaux à Uvira", "alert"],
  ["Tahadhari: mvua kubwa", "alert"],
  ["État des routes du territoire", "access"],
  ["UNHAS flight schedule", "access"],
  ["Point sécurité du lundi", "security"],
  ["Incident on the Kanyabayonga axis", "security"],
  ["Guide des points d'eau", "reference"],
  ["Who does what where (3W)", "reference"],
])("“%s” is announced as %s", (title, kind) => {
  expect(guessKind(title)).toBe(kind);
});

test.each(["Sécurité alimentaire en 2026", "UN Security Council meets", "A market reopens"])(
  "“%s” announces nothing of the kind",
  (title) => {
    expect(guessKind(title)).toBe("unknown");
  },
);
