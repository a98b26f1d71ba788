import { describe, expect, test } from "vitest";
import { asOfIn, dayIn, publishedIn } from "./stated-dates.ts";

describe("days that a text states", () => {
  test.each([
    ["12 mars 2026", "2026-03-12"],
    ["le 1er août 2026", "2026-08-01"],
    ["March 3rd, 2026", "2026-03-03"],
    ["3 Mei 2026", "2026-05-03"],
    ["tarehe 15 Oktoba 2026", "2026-10-15"],
    ["2026-11-02", "2026-11-02"],
    ["03/04/2026", "2026-04-03"],
    ["7 février 2026", "2026-02-07"],
    ["31 December 2025", "2025-12-31"],
  ])("%s is %s", (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  test.each(["31 février 2026", "45/13/2026", "12 personnes 2026", "version 2026", ""])("%s is no day", (text) => {
    expect(dayIn(text)).toBeNull();
  });

  test.each([
    ["Situation au 12 mars 2026", "2026-03-12"],
    ["Floods (as of Friday, 6 March 2026)", "2026-03-06"],
    ["Hali ya tarehe 4 Machi 2026", "2026-03-04"],
    ["Données au 01/02/2026", "2026-02-01"],
  ])("“%s” says of which day its data is", (text, day) => {
    expect(asOfIn(text)).toBe(day);
  });

  test("a day that nobody calls the data's own is left alone", () => {
    expect(asOfIn("The bridge was opened on 12 March 2026.")).toBeNull();
    expect(asOfIn("as of now, 300 households wait")).toBeNull();
  });

  test("a line that states the publication is believed", () => {
    expect(publishedIn("Bulletin n° 4\nPublié le 5 mai 2026\nTexte")).toBe("2026-05-05");
    expect(publishedIn("Date: 12 March 2026")).toBe("2026-03-12");
    expect(publishedIn("On 12 March 2026 the bridge was opened.")).toBeNull();
  });
});
