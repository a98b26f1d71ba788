import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldWord } from "./fold.ts";
import { JoinedWordReader, maxTermLength } from "./joined-words.ts";
import { TermRows } from "./term-rows.ts";
import { Tokeniser, termsOf } from "./tokenise.ts";

const words = (text: string) => termsOf(text).map((term) => term.text);
const parts = (text: string) => termsOf(text).flatMap((term) => (term.whole ? [] : [term.text]));
const wholes = (text: string) => termsOf(text).flatMap((term) => (term.whole ? [term.text] : []));

describe("what counts as the same word", () => {
  test("case, accents and ligatures make no difference", () => {
    expect(words("Déplacés À CŒUR ouvert, ex æquo")).toEqual(["deplaces", "a", "coeur", "ouvert", "ex", "aequo"]);
  });

  test("a text with accents as separate marks folds as one with ready-made letters", () => {
    expect(words("e\u0301vacue\u0301s".normalize("NFD"))).toEqual(words("évacués"));
  });

  test("soft hyphens, joiners and direction marks inside a word aren't seen", () => {
    expect(words("dépla\u00adcement \u202eGo\u200dma\u202c")).toEqual(["deplacement", "goma"]);
  });

  test("letters of other kinds are read as letters: full-width, mathematical, Lingala's", () => {
    expect(words("Ｇｏｍａ 𝐒𝐚𝐤𝐞 mɔkɔ́nzi")).toEqual(["goma", "sake", "mokonzi"]);
  });

  test("emoji and punctuation part words and are none", () => {
    expect(words("route 🚧 coupée… (voir)")).toEqual(["route", "coupee", "voir"]);
    expect(words("!?… — 🙂 ''' /// ...")).toEqual([]);
  });

  test("half an emoji, left where a feed cut its text, takes no letter from the word after it", () => {
    expect(words("\ud83dSake Goma\ud83dPinga \ud83d\ud83d3")).toEqual(["sake", "goma", "pinga", "3"]);
  });
});

describe("words with joints", () => {
  test("French elisions leave the word they stand before", () => {
    expect(words("l'attaque d’Ituri qu'ils lorsqu’elle")).toEqual(["attaque", "ituri", "ils", "elle"]);
  });

  test("N'Djaména is found as Djaména and as Ndjamena", () => {
    expect(words("à N'Djaména")).toEqual(["a", "ndjamena", "djamena"]);
  });

  test("an apostrophe inside a Kiswahili or English word joins it, a possessive falls away", () => {
    expect(words("ng'ombe don't Goma's")).toEqual(["ngombe", "dont", "goma"]);
    expect(words("ngꞌombe NGꞋOMBE")).toEqual(["ngombe", "ngombe"]);
  });

  test("Mai-Mai and AFC/M23 match by their parts and as one", () => {
    expect(parts("Mai-Mai")).toEqual(["mai", "mai"]);
    expect(wholes("Mai-Mai")).toEqual(["maimai"]);
    expect(parts("AFC/M23")).toEqual(["afc", "m23"]);
    expect(wholes("AFC/M23")).toEqual(["afcm23"]);
  });

  test("a slash between two compound names joins neither of their halves", () => {
    expect(wholes("Sud-Kivu/Nord-Kivu")).toEqual(["sudkivu", "nordkivu"]);
  });

  test("dotted initials are one word", () => {
    expect(words("l'O.N.U. et M.S.F.")).toEqual(["onu", "et", "msf"]);
  });

  test("numbers with thousands apart are also one number, dates and decimals aren't", () => {
    expect(wholes("3 500 ménages, 1\u202f250\u202f000 personnes, 3,500 and 3.500")).toEqual([
      "3500",
      "1250000",
      "3500",
      "3500",
    ]);
    expect(wholes("2024-10-12, 3.5 km, 12/10/2024, en 2024 350 cas")).toEqual([]);
  });

  test("dashes at the ends of words join nothing", () => {
    expect(words("-goma- – sake--pinga")).toEqual(["goma", "sake", "pinga"]);
  });
});

/** Every word read thoroughly, none in the quick way. */
function readThoroughly(text: string): TermRows {
  const rows = new TermRows();
  const reader = new JoinedWordReader(rows, { wholeElisions: false });
  for (let at = 0; at < text.length; ) at = reader.read(text, at);
  return rows;
}

function valuesOf({ size, letters, from, to, start, end, hash, check, whole }: TermRows) {
  return Array.from({ length: size }, (_, row) => ({
    letters: [...letters.subarray(from[row], to[row])],
    place: [start[row], end[row]],
    hashes: [hash[row], check[row]],
    whole: whole[row],
  }));
}

describe("for any text at all", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(..."aéœ N'D-/.,3 5\u00a00\u0301\u00ad😀") }),
    fc.string({ unit: fc.constantFrom(..."aab3. ,"), maxLength: 200 }),
  );

  test("the quick way with plain words tells what reading every word thoroughly tells", () => {
    const tokeniser = new Tokeniser();
    fc.assert(
      fc.property(anyText, (text) => {
        expect(valuesOf(tokeniser.read(text))).toEqual(valuesOf(readThoroughly(text)));
      }),
      { seed: 110, numRuns: 1_000 },
    );
  });

  test("a text longer than what is read at once is cut like its lines", () => {
    const line = "Des ménages déplacés d'Ituri, 3 500 personnes, vers Sake. ";
    const words = termsOf(line).map((term) => term.text);
    expect(termsOf(line.repeat(200)).map((term) => term.text)).toEqual(Array.from({ length: 200 }, () => words).flat());
  });

  test("every term stands where it says, and reads there as it says", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { text: term, start, end, whole } of termsOf(text)) {
          expect(start).toBeLessThan(end);
          const original = text.slice(start, end);
          expect(term.length).toBeGreaterThan(0);
          // Joints inside a term (apostrophes, dots, hyphens) are left out of it.
          if (whole || term.length < maxTermLength) expect(foldWord(original).startsWith(term)).toBe(true);
          if (!whole && term.length < maxTermLength) expect(foldWord(original)).toBe(term);
        }
      }),
      { seed: 111, numRuns: 300 },
    );
  });

  test("terms are folded once and for all: reading one again gives itself", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { text: term } of termsOf(text)) expect(words(term)).toEqual([term]);
      }),
      { seed: 112, numRuns: 300 },
    );
  });

  test("parts come in the order of the text and don't overlap", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const term of termsOf(text)) {
          if (term.whole) continue;
          expect(term.start).toBeGreaterThanOrEqual(end);
          end = term.end;
        }
      }),
      { seed: 113, numRuns: 300 },
    );
  });
});
