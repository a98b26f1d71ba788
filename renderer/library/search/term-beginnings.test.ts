import fc from "fast-check";
import { expect, test } from "vitest";
import { findBegunTerms } from "./near-terms.ts";
import { TermDictionary } from "./term-dictionary.ts";

const letters = fc.string({ unit: fc.constantFrom("k", "i", "s", "é", "7"), minLength: 1, maxLength: 5 });

function dictionaryOf(): { dictionary: TermDictionary; add: (word: string) => void } {
  const dictionary = new TermDictionary();
  return {
    dictionary,
    add(word) {
      const term = dictionary.internWord(
        Uint16Array.from(word, (unit) => unit.charCodeAt(0)),
        0,
        word.length,
      );
      dictionary.countBriefing({ size: 1, terms: Uint32Array.of(term), counts: Uint8Array.of(1), words: 1 });
    },
  };
}

test("whatever is typed, and whatever came between two letters, the words that begin so are those that a look at every word finds", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ word: letters, asked: letters }), { maxLength: 60 }), (steps) => {
      const { dictionary, add } = dictionaryOf();
      const words = new Set<string>();
      for (const { word, asked } of steps) {
        add(word);
        words.add(word);
        const found = findBegunTerms(dictionary, asked).map(({ term }) => dictionary.textOf(term));
        expect([...found].sort()).toEqual([...words].filter((one) => one.startsWith(asked)).sort());
      }
    }),
    { seed: 109, numRuns: 200 },
  );
});

test("of the many words that begin with a letter the commonest are taken, and none that no briefing has", () => {
  const { dictionary, add } = dictionaryOf();
  for (let number = 0; number < 100; number++) for (let times = 0; times <= number; times++) add(`k${number}`);
  dictionary.internWord(Uint16Array.of("k".charCodeAt(0)), 0, 1);
  const found = findBegunTerms(dictionary, "k").map(({ term }) => dictionary.textOf(term));
  expect(found).toEqual(Array.from({ length: 32 }, (_, at) => `k${99 - at}`));
});
