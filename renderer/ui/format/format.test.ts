import { describe, expect, test } from "vitest";
import type { InterfaceLanguage } from "../../model/settings.ts";
import { interfaceLanguages, localeOf } from "../text/interface-language.ts";
import { texts } from "../text/text.ts";
import { type Format, makeFormat } from "./format.ts";

const now = Date.UTC(2026, 9, 24, 21, 30);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

function format(language: InterfaceLanguage, { trusted = true, timeZone = "Africa/Lubumbashi" } = {}): Format {
  return makeFormat({ language, timeZone, clock: { now, trusted }, words: texts[language].time });
}

describe.each(interfaceLanguages)("in %s", (language) => {
  const relative = new Intl.RelativeTimeFormat(localeOf[language]);
  const unit = (name: string, amount: number, unitDisplay: "long" | "narrow" | "short" = "long") =>
    new Intl.NumberFormat(localeOf[language], { style: "unit", unit: name, unitDisplay }).format(amount);

  test("what happened is told in the unit a person would use", () => {
    const { ago } = format(language);
    expect(ago(now - 5 * minuteMs)).toBe(relative.format(-5, "minute"));
    expect(ago(now - 47 * hourMs)).toBe(relative.format(-47, "hour"));
    expect(ago(now - 3 * dayMs)).toBe(relative.format(-3, "day"));
    expect(ago(now - 59 * dayMs)).toBe(relative.format(-59, "day"));
    expect(ago(now - 100 * dayMs)).toBe(relative.format(-3, "month"));
    expect(ago(now - 1000 * dayMs)).toBe(relative.format(-2, "year"));
  });

  test("an age never says more than has passed", () => {
    const { ago } = format(language);
    expect(ago(now - (3 * dayMs - 1))).toBe(relative.format(-2, "day"));
    expect(ago(now - (2 * minuteMs - 1))).toBe(relative.format(-1, "minute"));
  });

  test("under a minute is now, and so is a server's clock that runs a little ahead", () => {
    expect(format(language).ago(now - 30_000)).toBe(texts[language].time.justNow);
    expect(format(language).ago(now + 2 * minuteMs)).toBe(texts[language].time.justNow);
  });

  test("what is dated ahead of now shows its date instead of an age", () => {
    const { ago, age, instant, dayOf } = format(language);
    expect(ago(now + dayMs)).toBe(instant(now + dayMs));
    expect(age(now + dayMs)).toBe(dayOf(now + dayMs));
  });

  test("while the clock can't be trusted, dates stand where ages would", () => {
    const { ago, age, shortAge, ageOfDay, instant, dayOf, shortDayOf, day } = format(language, { trusted: false });
    const at = now - 3 * dayMs;
    expect(ago(at)).toBe(instant(at));
    expect(age(at)).toBe(dayOf(at));
    expect(shortAge(at)).toBe(shortDayOf(at));
    expect(ageOfDay("2026-10-21")).toBe(day("2026-10-21"));
  });

  test("narrow columns get the narrow unit", () => {
    expect(format(language).shortAge(now - 3 * dayMs)).toBe(unit("day", 3, "narrow"));
  });

  test("sizes count by 1024, with a tenth only where it says something", () => {
    const { bytes } = format(language);
    expect(bytes(900)).toBe(unit("byte", 900));
    expect(bytes(45 * 1024)).toBe(unit("kilobyte", 45, "short"));
    expect(bytes(3.44 * 1024 * 1024)).toBe(unit("megabyte", 3.4, "short"));
    expect(bytes(10 * 1024 * 1024)).toBe(unit("megabyte", 10, "short"));
    expect(bytes(2.5 * 1024 ** 3)).toBe(unit("gigabyte", 2.5, "short"));
  });

  test("durations are one number and one unit", () => {
    const { duration } = format(language);
    expect(duration(30_000)).toBe(unit("second", 30));
    expect(duration(4 * minuteMs)).toBe(unit("minute", 4));
    expect(duration(5 * hourMs)).toBe(unit("hour", 5));
    expect(duration(3 * dayMs)).toBe(unit("day", 3));
  });

  test("an instant is shown in the chosen zone, on the other side of midnight if need be", () => {
    const at = Date.UTC(2026, 9, 24, 23, 30);
    const expected = new Intl.DateTimeFormat(localeOf[language], { dateStyle: "long", timeZone: "UTC" });
    expect(format(language, { timeZone: "Africa/Lubumbashi" }).dayOf(at)).toBe(expected.format(at + 2 * hourMs));
    expect(format(language, { timeZone: "UTC" }).dayOf(at)).toBe(expected.format(at));
    expect(format(language, { timeZone: "America/New_York" }).dayOf(at)).toBe(expected.format(at));
  });

  test("a calendar day stays the same day in every zone", () => {
    const expected = new Intl.DateTimeFormat(localeOf[language], { dateStyle: "long", timeZone: "UTC" });
    for (const timeZone of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Africa/Lubumbashi"]) {
      expect(format(language, { timeZone }).day("2026-10-21")).toBe(expected.format(Date.UTC(2026, 9, 21)));
    }
  });

  test("a short day names its year only when it isn't this one", () => {
    const { shortDay } = format(language);
    expect(shortDay("2026-03-01")).not.toContain("2026");
    expect(shortDay("2025-03-01")).toContain("2025");
  });

  test("the age of a day counts from the reader's own day", () => {
    const days = new Intl.RelativeTimeFormat(localeOf[language], { numeric: "auto" });
    const { ageOfDay, day } = format(language);
    expect(ageOfDay("2026-10-24")).toBe(days.format(0, "day"));
    expect(ageOfDay("2026-10-23")).toBe(days.format(-1, "day"));
    expect(ageOfDay("2026-10-25")).toBe(day("2026-10-25"));
    // 21:30 UTC is already the 25th in Tokyo.
    expect(format(language, { timeZone: "Asia/Tokyo" }).ageOfDay("2026-10-25")).toBe(days.format(0, "day"));
  });
});

test("English says how old something is, French how long ago it was", () => {
  expect(format("en").age(now - 3 * dayMs)).toBe("3 days old");
  expect(format("fr").age(now - 3 * dayMs)).toBe("il y a 3 jours");
});

test("a time that is handed on names its zone", () => {
  const at = Date.UTC(2026, 9, 24, 12, 5);
  for (const language of ["en", "fr", "sw"] as const) {
    const { zonedInstant } = format(language, { timeZone: "Africa/Lubumbashi" });
    expect(zonedInstant(at)).toMatch(/14[:.]05.*(CAT|(UTC|GMT)\s?\+2)/u);
    expect(zonedInstant(at)).toContain("2026");
  }
});
