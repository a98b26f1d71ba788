import { describe, expect, test } from "vitest";
import { defaultSettings, type InterfaceLanguage } from "../../../model/settings.ts";
import { makeFormat } from "../../format/format.ts";
import { texts } from "../../text/text.ts";
import { offerFacts } from "./offer-facts.ts";

function said(language: InterfaceLanguage) {
  const text = texts[language];
  const { timeZone } = defaultSettings;
  const format = makeFormat({ language, timeZone, clock: { now: 0, trusted: true }, words: text.time });
  return { text, format };
}

describe("an offer", () => {
  test("names sources, size and time in French", () => {
    const spoken = said("fr");
    const facts = offerFacts({ sources: 7, bytes: 629_146, isAtLeast: false, minutes: 2 }, spoken);
    expect(facts).toBe(`7 sources, environ ${spoken.format.bytes(629_146)}, environ 2 min`);
    expect(spoken.text.getting.offer.linkAnswers(facts)).toMatch(/^Réseau\u202f: 7 sources/);
  });

  test("says “at least” where a source was never got, and leaves out what nobody can know", () => {
    const spoken = said("en");
    const size = spoken.format.bytes(50_000);
    expect(offerFacts({ sources: 2, bytes: 50_000, isAtLeast: true, minutes: null }, spoken)).toBe(
      `2 sources, at least ${size}`,
    );
    expect(offerFacts({ sources: 1, bytes: null, isAtLeast: true, minutes: null }, spoken)).toBe(
      "1 source, size not known yet",
    );
  });
});
