import { isPlainDate, type PlainDate } from "./time.ts";

// First letters are enough to tell the months of English, French and Kiswahili apart, once accents are gone.
const monthNames: readonly (readonly [RegExp, number])[] = [
  [/^jan/, 1],
  [/^fe[bv]/, 2],
  [/^ma(?:r|c)/, 3],
  [/^a(?:pr|vr)/, 4],
  [/^ma[iy]|^mei/, 5],
  [/^jun|^juin/, 6],
  [/^jul|^juil/, 7],
  [/^a(?:ug|ou|go)/, 8],
  [/^sep/, 9],
  [/^o[ck]t/, 10],
  [/^nov/, 11],
  [/^de[cs]/, 12],
];

function monthOf(name: string): number | null {
  const folded = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return monthNames.find(([start]) => start.test(folded))?.[1] ?? null;
}

const monthWord =
  "(?:jan(?:uary|vier|uari)?|feb(?:ruary|ruari)?|f[ée]v(?:rier)?|mar(?:ch|s)?|machi|apr(?:il|ili)?|avr(?:il)?|may|mai|mei|june?|juin|juni|july?|juil(?:let)?|julai|aug(?:ust)?|ao[uû]t|agosti|sept?(?:ember|embre|emba)?|oct(?:ober|obre)?|oktoba|nov(?:ember|embre|emba)?|d[ée]c(?:ember|embre)?|desemba)";
const dayMonthYear = `(\\d{1,2})(?:er|st|nd|rd|th)?\\s+(${monthWord})\\.?,?\\s+(\\d{4})`;
const monthDayYear = `(${monthWord})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`;
const isoDay = "(\\d{4})-(\\d{2})-(\\d{2})";
const slashed = "(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})";
const anyDay = new RegExp(`(?:${dayMonthYear}|${monthDayYear}|${isoDay}|${slashed})(?!\\d)`, "iu");

function plainDate(year: string, month: number | null, day: string): PlainDate | null {
  if (month === null) return null;
  const date = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isPlainDate(date) ? date : null;
}

/** The first day that a text names; null for none. 3/4/2026 is the 3rd of April, as it is written in the region. */
export function dayIn(text: string): PlainDate | null {
  const match = anyDay.exec(text);
  if (match === null) return null;
  const [, day, month, year, month2, day2, year2, isoYear, isoMonth, isoDate, slashDay, slashMonth, slashYear] = match;
  if (year !== undefined) return plainDate(year, monthOf(month ?? ""), day ?? "");
  if (year2 !== undefined) return plainDate(year2, monthOf(month2 ?? ""), day2 ?? "");
  if (isoYear !== undefined) return plainDate(isoYear, Number(isoMonth), isoDate ?? "");
  return plainDate(slashYear ?? "", Number(slashMonth), slashDay ?? "");
}

const asOfWords =
  /(?<!\p{L})(?:as (?:of|at)|(?:situation|donn[ée]es?|chiffres?|[ée]tat|mise? à jour|actualis[ée]e?s?) (?:au|du|à la date du)|hali (?:ya tarehe|kufikia(?: tarehe)?)|kufikia tarehe|data as of|status(?: on| as of)?|situation (?:on|as of))[\s:]{1,3}(?=.{0,24}\d)/giu;
const publishedWords =
  /(?:^|\n|[.;|–-]\s)\s*(?:published(?: on)?|date(?: of publication| de publication)?|publi[ée](?:e)?(?: le)?|issued(?: on)?|released(?: on)?|tarehe|imechapishwa(?: tarehe)?|le)\s*:?\s+(?=.{0,24}\d)/giu;

/** How far after the words that announce it a date may stand ("as of Friday, 6 March 2026"). */
const reach = 36;

function announced(text: string, words: RegExp): PlainDate | null {
  for (const match of text.matchAll(words)) {
    const from = match.index + match[0].length;
    const day = dayIn(text.slice(from, from + reach));
    if (day !== null) return day;
  }
  return null;
}

/** The day the data is of, where the text says so ("situation au 12 mars 2026"); never guessed. */
export function asOfIn(text: string): PlainDate | null {
  return announced(text, asOfWords);
}

/** The day of publication, where the text says so ("Published on 12 March 2026"); never guessed. */
export function publishedIn(text: string): PlainDate | null {
  return announced(text, publishedWords);
}
