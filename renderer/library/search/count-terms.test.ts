import { expect, test } from "vitest";
import { TermCounter } from "./count-terms.ts";
import { TermDictionary } from "./term-dictionary.ts";

test("every word of a briefing is counted by the weight of where it stands, however many there are", () => {
  const dictionary = new TermDictionary();
  const counter = new TermCounter();
  for (const distinct of [3, 9_000, 20]) {
    const wanted = new Map<string, number>();
    const words = Array.from({ length: distinct * 2 }, (_, number) => `w${(number * 7) % distinct}`);
    for (const [text, weight] of [
      [words.join(" "), 1],
      ["w0 w1 w0", 6],
    ] as const) {
      counter.read(text, weight, dictionary);
      for (const word of text.split(" ")) wanted.set(word, (wanted.get(word) ?? 0) + weight);
    }
    const { size, terms, counts, words: wordCount } = counter.take();
    const found = new Map(
      Array.from({ length: size }, (_, at) => [dictionary.textOf(terms[at] as number), counts[at] as number]),
    );
    expect(found).toEqual(wanted);
    expect(wordCount).toBe(distinct * 2 + 3);
  }
});

test("a count stops at what a posting can hold", () => {
  const dictionary = new TermDictionary();
  const counter = new TermCounter();
  counter.read("eau ".repeat(400), 1, dictionary);
  expect([...counter.take().counts.subarray(0, 1)]).toEqual([255]);
});
