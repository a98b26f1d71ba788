import { foldText } from "../fold-text.ts";
import type { InterfaceLanguage } from "../settings.ts";

export const operatorKeys = [
  "place",
  "territory",
  "actor",
  "source",
  "lang",
  "in",
  "is",
  "has",
  "before",
  "after",
] as const;
export type OperatorKey = (typeof operatorKeys)[number];

type InLanguages = Readonly<Record<InterfaceLanguage, readonly string[]>>;

/** How each operator may be written, the usual way first. Every language's words work in every language. */
const keyWords: Readonly<Record<OperatorKey, InLanguages>> = {
  place: { en: ["place"], fr: ["lieu"], sw: ["mahali"] },
  territory: { en: ["territory"], fr: ["territoire"], sw: ["wilaya"] },
  actor: { en: ["actor"], fr: ["acteur"], sw: ["mhusika"] },
  source: { en: ["source"], fr: ["source"], sw: ["chanzo"] },
  lang: { en: ["lang", "language"], fr: ["langue"], sw: ["lugha"] },
  in: { en: ["in"], fr: ["dans"], sw: ["katika"] },
  is: { en: ["is"], fr: ["est"], sw: ["ni"] },
  has: { en: ["has"], fr: ["avec"], sw: ["yenye", "ina"] },
  before: { en: ["before"], fr: ["avant"], sw: ["kabla"] },
  after: { en: ["after", "since"], fr: ["après", "depuis"], sw: ["baada", "tangu"] },
};

export type ClosedKey = "in" | "is" | "has" | "lang";

/** Values of the operators that take one of a few words. */
const valueWords: Readonly<Record<ClosedKey, Readonly<Record<string, InLanguages>>>> = {
  in: { title: { en: ["title"], fr: ["titre"], sw: ["kichwa"] } },
  is: {
    unread: { en: ["unread"], fr: ["nonlu", "non-lu"], sw: ["haijasomwa"] },
    saved: { en: ["saved"], fr: ["gardé", "enregistré"], sw: ["imewekwa", "imehifadhiwa"] },
    reference: { en: ["reference"], fr: ["repère", "référence"], sw: ["rejea"] },
  },
  has: { attachment: { en: ["attachment"], fr: ["pièce", "pièce-jointe"], sw: ["kiambatisho"] } },
  lang: {
    fr: { en: ["fr", "french"], fr: ["fr", "français"], sw: ["fr", "kifaransa"] },
    en: { en: ["en", "english"], fr: ["en", "anglais"], sw: ["en", "kiingereza"] },
    sw: { en: ["sw", "swahili", "kiswahili"], fr: ["sw", "swahili"], sw: ["sw", "kiswahili"] },
    ln: { en: ["ln", "lingala"], fr: ["ln", "lingala"], sw: ["ln", "lingala"] },
    und: { en: ["unknown"], fr: ["inconnue"], sw: ["haijulikani"] },
  },
};

const keysByWord = new Map<string, OperatorKey>();
for (const key of operatorKeys) {
  for (const words of Object.values(keyWords[key])) for (const word of words) keysByWord.set(foldText(word), key);
}

/** null = no operator: it is a word like any other. */
export function operatorKeyOf(word: string): OperatorKey | null {
  return keysByWord.get(foldText(word)) ?? null;
}

/** One letter wrong, left out or too many: "plac:" was meant as "place:". */
export function nearestOperatorKey(word: string): OperatorKey | null {
  const typed = foldText(word);
  if (typed.length < 4) return null;
  for (const [known, key] of keysByWord) if (known.length >= 4 && isOneEditApart(typed, known)) return key;
  return null;
}

/** null = none of the words that this operator takes. */
export function closedValueOf(key: ClosedKey, value: string): string | null {
  const typed = foldText(value);
  for (const [meant, words] of Object.entries(valueWords[key])) {
    if (Object.values(words).some((ofLanguage) => ofLanguage.some((word) => foldText(word) === typed))) return meant;
  }
  return null;
}

/** As a person of this language writes it: `lieu:`, `is:unread`. */
export function writtenKey(key: OperatorKey, language: InterfaceLanguage): string {
  return keyWords[key][language][0] ?? key;
}

export function writtenValue(key: ClosedKey, value: string, language: InterfaceLanguage): string {
  return valueWords[key][value]?.[language][0] ?? value;
}

/** What an operator takes, as a person of this language writes it. */
export function closedValues(key: ClosedKey, language: InterfaceLanguage): readonly string[] {
  return Object.keys(valueWords[key]).map((value) => writtenValue(key, value, language));
}

function isOneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const restOf = (text: string, from: number) => text.slice(from);
  if (short.length < long.length) return restOf(short, at) === restOf(long, at + 1);
  const isSwap =
    short[at] === long[at + 1] && short[at + 1] === long[at] && restOf(short, at + 2) === restOf(long, at + 2);
  return restOf(short, at + 1) === restOf(long, at + 1) || isSwap;
}
