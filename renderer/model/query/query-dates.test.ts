import { expect, test } from "vitest";
import { dayMs } from "../time.ts";
import { dateStart } from "./query-dates.ts";

const timeZone = "Africa/Lubumbashi";
const now = Date.parse("2026-10-24T22:30:00Z");
const start = (value: string) => dateStart(value, { now, timeZone });
const goma = (day: string) => Date.parse(`${day}T00:00:00+02:00`);

test.each([
  ["2024", "2024-01-01"],
  ["2024-10", "2024-10-01"],
  ["2024-10-05", "2024-10-05"],
  ["5/10/2024", "2024-10-05"],
  ["05.10.2024", "2024-10-05"],
])("%s begins with the reader's %s", (value, day) => {
  expect(start(value)).toBe(goma(day));
});

test("today, yesterday and the day before are the reader's, not the laptop's", () => {
  for (const word of ["today", "aujourd’hui", "leo"]) expect(start(word)).toBe(goma("2026-10-25"));
  for (const word of ["yesterday", "hier", "Hier", "jana"]) expect(start(word)).toBe(goma("2026-10-24"));
  for (const word of ["avant-hier", "juzi"]) expect(start(word)).toBe(goma("2026-10-23"));
});

test("so many days or weeks ago is counted from now", () => {
  for (const value of ["30d", "30j", "30 jours", "30siku"]) expect(start(value)).toBe(now - 30 * dayMs);
  for (const value of ["2w", "2sem", "2wiki"]) expect(start(value)).toBe(now - 14 * dayMs);
});

test.each(["soon", "2024-13", "2024-02-30", "32/1/2024", "", "d", "99999d", "24"])("%s is no date", (value) => {
  expect(start(value)).toBeNull();
});

test("longer ago than time itself is its beginning", () => {
  expect(start("9999w")).toBe(0);
});
