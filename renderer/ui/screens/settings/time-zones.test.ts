import { expect, test } from "vitest";
import { allTimeZones, cityOf, findTimeZones } from "./time-zones.ts";

const at = Date.UTC(2026, 9, 24, 12);
const find = (typed: string, limit = 40) => findTimeZones(typed, { zones: allTimeZones(), at, language: "fr", limit });

test("Goma is found though the zone database knows only Lubumbashi", () => {
  expect(find("goma")[0]).toMatchObject({ zone: "Africa/Lubumbashi", city: "Goma", offset: "UTC+2" });
});

test("accents and half a name are enough", () => {
  expect(find("nairób").map(({ zone }) => zone)).toContain("Africa/Nairobi");
  expect(find("new york").map(({ zone }) => zone)).toContain("America/New_York");
});

test("cities that begin with what was typed come first", () => {
  const cities = find("beni").map(({ city }) => city);
  expect(cities[0]).toBe("Beni");
});

test("no more are found than fit the list", () => {
  expect(find("a", 3)).toHaveLength(3);
});

test("a name that is nowhere finds nothing", () => {
  expect(find("xyzzy")).toEqual([]);
});

test("the default zone goes by the name that its readers know", () => {
  expect(cityOf("Africa/Lubumbashi")).toBe("Goma");
  expect(cityOf("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
});
