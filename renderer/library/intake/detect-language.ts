import { franc } from "franc-min";
import type { Language } from "../../model/briefing.ts";

const ours: Readonly<Record<string, Language>> = { fra: "fr", eng: "en", swh: "sw", lin: "ln" };
/** Neighbours that would else be taken for one of ours. */
const neighbours = ["spa", "por", "ita", "kin", "run"];
const compared = [...Object.keys(ours), ...neighbours];

// Small words that stand in any text of a language and hardly in its neighbours. Counting them is quick and, for
// texts of a few lines, surer than trigrams.
const smallWords: ReadonlyMap<string, Language> = new Map(
  (
    [
      ["fr", "les des est une dans pour avec sont aux du sur par qui pas ont été cette ces leur leurs et où à après"],
      ["en", "the of and to for with that were by has have from been their which after this are it on"],
      ["sw", "kwa katika wa za cha kuwa hii hiyo baada pia watu ambao wao wakati bado ili kama vya hadi jana"],
      ["ln", "mpe ezali bato oyo bazali kati mikolo mboka lokola mpo azali nde bango wana ekozala"],
    ] as const
  ).flatMap(([language, words]) => words.split(" ").map((word) => [word, language] as const)),
);
const fewestSmallWords = 5;

/** The language whose small words stand out, or null where it is close. */
function bySmallWords(sample: string): Language | null {
  const counts = new Map<Language, number>();
  for (const word of sample.toLowerCase().split(" ")) {
    const language = smallWords.get(word);
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [[first, most] = ["und", 0] as const, [, second] = ["und", 0] as const] = [...counts].sort(
    (a, b) => b[1] - a[1],
  );
  return most >= fewestSmallWords && most >= second * 4 ? first : null;
}

/** Under this many letters trigrams guess. */
const fewestLetters = 60;
const sampleLength = 400;

/** What a label such as "fr-CD" or "English" stands for, as far as it is one of ours. */
function languageOfLabel(label: string | null): Language | null {
  const lower = label?.trim().toLowerCase() ?? "";
  if (/^(?:fr|fra|fre)(?:$|[-_])|^fran[çc]ais|^french/.test(lower)) return "fr";
  if (/^(?:en|eng)(?:$|[-_])|^english|^anglais/.test(lower)) return "en";
  if (/^(?:sw|swa|swh|swc)(?:$|[-_])|^kiswahili|^swahili/.test(lower)) return "sw";
  return /^(?:ln|lin)(?:$|[-_])|^lingala/.test(lower) ? "ln" : null;
}

/** By the words, because labels are often wrong; the label counts only where the text is too short to tell. */
export function detectLanguage(text: string, label: string | null): Language {
  const sample = text
    .slice(0, sampleLength * 2)
    .replace(/https?:\S+|[\d\p{P}\p{S}]+/gu, " ")
    .replace(/\s+/g, " ")
    .slice(0, sampleLength);
  const plain = bySmallWords(sample);
  if (plain !== null) return plain;
  if (sample.length >= fewestLetters) {
    const found = franc(sample, { only: compared, minLength: fewestLetters });
    const language = ours[found];
    if (language !== undefined) return language;
    if (found !== "und") return "und";
  }
  return languageOfLabel(label) ?? "und";
}
