import { expect, test } from "vitest";
import { labelIn } from "./sensitivity.ts";

test.each([
  ["TLP:AMBER", { scale: "tlp", level: "amber" }],
  ["TLP:AMBER+STRICT — équipe seulement", { scale: "tlp", level: "amber-strict" }],
  ["tlp: white", { scale: "tlp", level: "clear" }],
  ["Classification : diffusion restreinte", { scale: "ocha", level: "restricted" }],
  ["OCHA sensitivity level: strictly confidential", { scale: "ocha", level: "strictly-confidential" }],
  ["Bulletin\n[CONFIDENTIAL]\nTexte", { scale: "ocha", level: "confidential" }],
])("“%s” carries its label", (text, label) => {
  expect(labelIn(text)).toEqual(label);
});

test.each(["The access was restricted for two days.", "a confidential source said", "traffic light"])(
  "“%s” is a sentence, not a label",
  (text) => {
    expect(labelIn(text)).toBeNull();
  },
);
