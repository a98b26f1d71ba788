import { franc } from "franc-min";
import type { Language } from "../../model/briefing.ts";

const ours: Readonly<Record<string, Language>> = { fra: "fr", eng: "en", swh: "sw", lin: "ln" };
/** Neighbours that would else be taken for one of ours. */
const neighbours = ["spa", "por", "ita", "deu", "nld", "kin", "run"];
const compared = [...Object.keys(ours), ...neighbours];

/** Under this many letters trigrams guess. */
const fewestLetters = 60;
const sampleLength = 700;

/** What a label such as "fr-CD" or "English" stands for, as far as it is one of ours. */
export function languageOfLabel(label: string | null): Language | null {
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
  if (sample.length >= fewestLetters) {
    const found = franc(sample, { only: compared, minLength: fewestLetters });
    const language = ours[found];
    if (language !== undefined) return language;
    if (found !== "und") return "und";
  }
  return languageOfLabel(label) ?? "und";
}
