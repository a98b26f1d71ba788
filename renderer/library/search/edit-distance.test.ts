import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editsAllowed, WordMatcher } from "./edit-distance.ts";

/** The same as a table, written from the definition. */
function tableDistance(a: string, b: string): number[] {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(rows, i - 1, j) + 1, (row[j - 1] as number) + 1, at(rows, i - 1, j - 1) + same);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) least = Math.min(least, at(rows, i - 2, j - 2) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length] as number[];
}

function at(rows: number[][], i: number, j: number): number {
  return rows[i]?.[j] as number;
}

const lettersOf = (word: string) => Uint16Array.from(word, (letter) => letter.charCodeAt(0));
const word = fc.string({ unit: fc.constantFrom(..."abcdéж1"), minLength: 1, maxLength: 32 });
const shortWord = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 1, maxLength: 9 });

function distance(a: string, b: string, limit: number): number {
  return new WordMatcher(a).distance(lettersOf(b), 0, b.length, limit);
}

describe("edit distance", () => {
  test("one letter lost, doubled, wrong or swapped with its neighbour counts one", () => {
    for (const typed of ["kichanga", "kittchanga", "kitchanda", "ktichanga"]) {
      expect(distance(typed, "kitchanga", 2)).toBe(1);
    }
  });

  test("equals the table of the definition for any two words of up to 32 letters", () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(word, word), fc.tuple(shortWord, shortWord)), ([a, b]) => {
        expect(distance(a, b, 32)).toBe(tableDistance(a, b)[b.length]);
      }),
      { seed: 103, numRuns: 2_000 },
    );
  });

  test("stops early only when the limit is out of reach", () => {
    fc.assert(
      fc.property(shortWord, shortWord, fc.constantFrom(0, 1, 2), (a, b, limit) => {
        const exact = tableDistance(a, b)[b.length] as number;
        expect(distance(a, b, limit)).toBe(Math.min(exact, limit + 1));
      }),
      { seed: 104, numRuns: 2_000 },
    );
  });

  test("the distance of a half-typed word is that to the nearest beginning", () => {
    fc.assert(
      fc.property(shortWord, word, fc.constantFrom(0, 1, 2), (typed, whole, limit) => {
        const nearest = Math.min(...tableDistance(typed, whole));
        const found = new WordMatcher(typed).prefixDistance(lettersOf(whole), 0, whole.length, limit);
        expect(found).toBe(Math.min(nearest, limit + 1));
      }),
      { seed: 105, numRuns: 2_000 },
    );
  });

  test("reads its word out of the middle of others", () => {
    expect(new WordMatcher("sake").distance(lettersOf("gomasakepinga"), 4, 8, 1)).toBe(0);
  });
});

test("short words and numbers are taken as typed, longer ones may have one or two typos", () => {
  expect(["axe", "sake", "pinga", "kalembe", "m23", "2024", "rn27bis"].map(editsAllowed)).toEqual([
    0, 1, 1, 2, 0, 0, 0,
  ]);
});
