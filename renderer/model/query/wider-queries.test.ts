import { describe, expect, test } from "vitest";
import { noFilters } from "../view.ts";
import { widerQueries } from "./wider-queries.ts";

const unread = { ...noFilters, unreadOnly: true };

describe("a question that finds nothing may ask for less", () => {
  test("words alone have nothing to leave out", () => {
    expect(widerQueries("pont choléra", noFilters)).toEqual([]);
  });

  test("one condition beside words: the words alone", () => {
    expect(widerQueries("pont lieu:Sake", noFilters)).toEqual([{ without: "all", query: "pont", keepsFilters: false }]);
  });

  test("one condition and nothing else has nothing to leave out", () => {
    expect(widerQueries("lieu:Sake", noFilters)).toEqual([]);
  });

  test("of several conditions each, as it was typed, and then all", () => {
    expect(widerQueries('pont lieu:"Kibati (Walikale)" avant:2020', noFilters)).toEqual([
      { without: "condition", written: 'lieu:"Kibati (Walikale)"', query: "pont avant:2020", keepsFilters: true },
      { without: "condition", written: "avant:2020", query: 'pont lieu:"Kibati (Walikale)"', keepsFilters: true },
      { without: "all", query: "pont", keepsFilters: false },
    ]);
  });

  test("without words there is no “all”", () => {
    expect(widerQueries("lieu:Sake -choléra", noFilters).map(({ query }) => query)).toEqual(["-choléra", "lieu:Sake"]);
  });

  test("filters are left out with the conditions kept, and the conditions with the filters kept", () => {
    expect(widerQueries("pont lieu:Sake", unread)).toEqual([
      { without: "condition", written: "lieu:Sake", query: "pont", keepsFilters: true },
      { without: "filters", query: "pont lieu:Sake", keepsFilters: false },
      { without: "all", query: "pont", keepsFilters: false },
    ]);
    expect(widerQueries("lieu:Sake", unread)).toEqual([
      { without: "filters", query: "lieu:Sake", keepsFilters: false },
    ]);
    expect(widerQueries("pont", unread)).toEqual([{ without: "all", query: "pont", keepsFilters: false }]);
  });

  test("a pasted text with hundreds of conditions asks for a few", () => {
    const pasted = Array.from({ length: 200 }, (_, at) => `lieu:x${at}`).join(" ");
    expect(widerQueries(pasted, noFilters)).toHaveLength(4);
  });
});
