import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packPart, unpackPart } from "./index-format.ts";
import { PostingsWriter, readPostings } from "./postings.ts";
import { TermDictionary } from "./term-dictionary.ts";

describe("postings", () => {
  test("read back as they were written, for any briefings and counts", () => {
    const postings = fc.uniqueArray(fc.nat(8_191), { maxLength: 300 }).chain((places) =>
      fc.record({
        places: fc.constant([...places].sort((a, b) => a - b)),
        counts: fc.array(fc.integer({ min: 1, max: 255 }), { minLength: places.length, maxLength: places.length }),
      }),
    );
    fc.assert(
      fc.property(postings, ({ places, counts }) => {
        const writer = new PostingsWriter(0);
        places.forEach((place, i) => {
          writer.write(place - (places[i - 1] ?? -1) - 1, counts[i] as number);
        });
        const bytes = writer.finish();
        const readPlaces = new Uint16Array(8_192);
        const readCounts = new Uint8Array(8_192);
        const found = readPostings(bytes, 0, bytes.length, readPlaces, readCounts);
        expect([...readPlaces.slice(0, found)]).toEqual(places);
        expect([...readCounts.slice(0, found)]).toEqual(counts);
      }),
      { seed: 126 },
    );
  });
});

describe("the dictionary", () => {
  test("gives each word one number for good and finds it again, whatever comes after it", () => {
    const dictionary = new TermDictionary();
    const words = Array.from({ length: 20_000 }, (_, i) => `${(i * 7919).toString(36)}x${i % 97}`);
    const numberOf = (word: string) =>
      dictionary.internWord(
        Uint16Array.from(word, (letter) => letter.charCodeAt(0)),
        0,
        word.length,
      );
    const first = words.map(numberOf);
    expect(words.map(numberOf)).toEqual(first);
    expect(words.map((word) => dictionary.find(word))).toEqual(first);
    expect(first.map((term) => dictionary.textOf(term))).toEqual(words);
    expect(dictionary.size).toBe(new Set(words).size);
    expect(dictionary.find("never-seen")).toBe(-1);

    const again = TermDictionary.fromColumns(dictionary.columns());
    expect(words.map((word) => again.find(word))).toEqual(first);
  });
});

describe("a kept part", () => {
  const columns = {
    a: Uint8Array.of(1, 2, 3),
    b: Float64Array.of(1.5),
    c: Uint32Array.of(7, 8),
    d: new Uint16Array(0),
  };
  const packed = packPart({ facts: { ids: ["é"] }, columns });

  test("comes back as it was", () => {
    expect(unpackPart(packed)).toEqual({ facts: { ids: ["é"] }, columns });
  });

  test("comes back from the middle of another buffer too", () => {
    const shifted = new Uint8Array(packed.length + 3);
    shifted.set(packed, 3);
    expect(unpackPart(shifted.subarray(3))).toEqual({ facts: { ids: ["é"] }, columns });
  });

  test("is refused with any one bit turned, cut short, or of another version", () => {
    fc.assert(
      fc.property(fc.nat(packed.length * 8 - 1), (bit) => {
        const damaged = packed.slice();
        damaged[bit >> 3] = (damaged[bit >> 3] as number) ^ (1 << (bit & 7));
        expect(unpackPart(damaged)).toBeNull();
      }),
      { seed: 127 },
    );
    for (let length = 0; length < packed.length; length++) expect(unpackPart(packed.slice(0, length))).toBeNull();
  });
});
