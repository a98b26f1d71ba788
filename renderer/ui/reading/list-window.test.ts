import { describe, expect, test } from "vitest";
import type { BriefingRow } from "../../model/briefing.ts";
import type { BriefingId, DeliveryId } from "../../model/ids.ts";
import type { ListPage } from "../../model/view.ts";
import {
  comparePages,
  emptyWindow,
  indexOfId,
  liveOffsetOf,
  missingPages,
  pageRows,
  receivePage,
  rowAt,
  rowCount,
  setDeparted,
  shiftOf,
} from "./list-window.ts";

const id = (number: number) => number.toString(16).padStart(32, "0") as BriefingId;

function row(number: number, title = `n° ${number}`): BriefingRow {
  return {
    head: {
      id: id(number),
      title,
      keyPoints: [],
      lead: "",
      language: "fr",
      kind: "unknown",
      times: { asOf: null, published: null, posted: null, fetched: 0 },
      expires: null,
      sourceId: null,
      sourceName: "",
      authors: [],
      link: null,
      grade: { source: null, information: null },
      handling: { audience: "internal", label: null },
      extractOnly: false,
      fullText: null,
      withdrawn: null,
      wordCount: 0,
      attachments: [],
      kept: [],
      revision: 1,
      revisedAt: null,
      delivery: id(9_999) as unknown as DeliveryId,
      provenances: [],
    },
    state: { read: false, saved: false },
  };
}

/** A library that holds these briefings, newest first. */
function pageOf(numbers: readonly number[], offset: number): ListPage {
  const rows = numbers.slice(offset, offset + pageRows).map((number) => row(number));
  return {
    sequence: 1,
    rows,
    total: numbers.length,
    offset,
    upTo: 1,
    deliveries: [],
    copies: [],
    hiddenCopies: 0,
    outsideAreas: 0,
  };
}

const numbersFrom = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at);

describe("a long list of which a part is here", () => {
  const library = numbersFrom(0, 250);
  const window = receivePage(receivePage(emptyWindow, 0, pageOf(library, 0)), 2, pageOf(library, 200));

  test("knows its rows by place and by id, and which pages it lacks", () => {
    expect(rowCount(window)).toBe(250);
    expect(rowAt(window, 203)?.head.id).toBe(id(203));
    expect(rowAt(window, 150)).toBeNull();
    expect(indexOfId(window, id(249))).toBe(249);
    expect(missingPages(window, 90, 110)).toEqual([1]);
    expect(missingPages(window, 200, 400)).toEqual([]);
  });

  test("counts what has come while the library is still counting", () => {
    const early = receivePage(emptyWindow, 0, { ...pageOf(library, 0), total: null });
    expect(rowCount(early)).toBe(100);
  });
});

describe("what was read in “unread”", () => {
  const library = numbersFrom(0, 250);
  const read = [3, 4, 90].map(id);
  const window = read.reduce(
    (before, one) => setDeparted(before, one, true),
    receivePage(emptyWindow, 0, pageOf(library, 0)),
  );
  const unreadNow = library.filter((number) => ![3, 4, 90].includes(number));

  test("stays where it is, and the next page neither skips nor repeats a row", () => {
    const next = receivePage(window, 1, pageOf(unreadNow, liveOffsetOf(window, 1)));
    expect(rowAt(next, 3)?.head.id).toBe(id(3));
    expect(rowAt(next, 99)?.head.id).toBe(id(99));
    expect(rowAt(next, 100)?.head.id).toBe(id(100));
    expect(rowCount(next)).toBe(250);
  });

  test("doesn't count as moved when the library is asked again", () => {
    const comparison = comparePages(window, new Map([[0, pageOf(unreadNow, 0)]]));
    expect(comparison.kind).toBe("in-place");
  });

  test("counts again when it is marked unread", () => {
    expect(setDeparted(window, id(3), false).departed.size).toBe(2);
    expect(setDeparted(window, id(777), true)).toBe(window);
  });
});

describe("when a sync brings something", () => {
  const library = numbersFrom(100, 150);
  const window = receivePage(emptyWindow, 0, pageOf(library, 0));

  test("new rows on top wait, by number, instead of pushing the list", () => {
    const comparison = comparePages(window, new Map([[0, pageOf([...numbersFrom(0, 12), ...library], 0)]]));
    expect(comparison).toEqual({ kind: "moved", added: 12 });
  });

  test("one that belongs between rows on screen waits too", () => {
    const between = [...library.slice(0, 5), 7, ...library.slice(5)];
    expect(comparePages(window, new Map([[0, pageOf(between, 0)]]))).toEqual({ kind: "moved", added: 1 });
  });

  test("one that belongs below the screen is taken over, and pages off screen are asked for again", () => {
    const both = receivePage(window, 1, pageOf(library, 100));
    const comparison = comparePages(both, new Map([[0, pageOf([...library, 999], 0)]]));
    if (comparison.kind !== "in-place") throw new Error("moved");
    expect(rowCount(comparison.window)).toBe(151);
    expect([...comparison.window.pages.keys()]).toEqual([0]);
  });

  test("a revised title shows in its place", () => {
    const answer = pageOf(library, 0);
    const rows = answer.rows.map((one) => (one.head.id === id(105) ? row(105, "Corrigé") : one));
    const comparison = comparePages(window, new Map([[0, { ...answer, rows }]]));
    if (comparison.kind !== "in-place") throw new Error("moved");
    expect(rowAt(comparison.window, 5)?.head.title).toBe("Corrigé");
  });

  test("an empty list takes its first rows at once", () => {
    const empty = receivePage(emptyWindow, 0, pageOf([], 0));
    const comparison = comparePages(empty, new Map([[0, pageOf([1, 2], 0)]]));
    if (comparison.kind !== "in-place") throw new Error("moved");
    expect(rowCount(comparison.window)).toBe(2);
  });

  test("a reload says how far the row under the pointer has moved", () => {
    const after = receivePage(emptyWindow, 0, pageOf([...numbersFrom(0, 12), ...library], 0));
    expect(shiftOf(4, after, id(104))).toBe(12);
    expect(shiftOf(4, after, id(888))).toBeNull();
  });
});
