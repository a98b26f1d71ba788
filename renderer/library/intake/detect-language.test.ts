import { describe, expect, test } from "vitest";
import { detectLanguage } from "./detect-language.ts";

describe("the language of a text", () => {
  test.each([
    ["fr", "Les équipes sont arrivées à Sake lundi matin, la route est ouverte aux camions légers."],
    ["en", "The road between Sake and Minova was reopened on Monday morning for light trucks."],
    ["sw", "Barabara kati ya Sake na Minova imefunguliwa tena Jumatatu asubuhi kwa magari madogo."],
    ["ln", "Nzela kati ya Sake na Minova efungwami lisusu na mokolo ya liboso mpo na mituka mike."],
  ])("is %s by its words, even with a wrong label", (language, text) => {
    expect(detectLanguage(text, "de-DE")).toBe(language);
  });

  test.each([
    "La carretera entre Sake y Minova fue reabierta el lunes por la mañana para camiones ligeros.",
    "Umuhanda uri hagati ya Sake na Minova wongeye gufungurwa ku wa mbere mu gitondo ku modoka nto.",
  ])("is left open where it is a neighbour's", (text) => {
    expect(detectLanguage(text, null)).toBe("und");
  });

  test("is the label's where the text is too short to tell, else left open", () => {
    expect(detectLanguage("Sake : 12 mm", "fr-CD")).toBe("fr");
    expect(detectLanguage("Sake : 12 mm", "Kiswahili")).toBe("sw");
    expect(detectLanguage("Sake : 12 mm", "pt")).toBe("und");
    expect(detectLanguage("", null)).toBe("und");
  });
});
