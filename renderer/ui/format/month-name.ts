import type { InterfaceLanguage } from "../../model/settings.ts";
import { localeOf } from "../text/interface-language.ts";

const formats = new Map<InterfaceLanguage, Intl.DateTimeFormat>();

/** "2026-10" as "October 2026". */
export function monthName(month: string, language: InterfaceLanguage): string {
  const at = Date.parse(`${month}-15T12:00:00Z`);
  if (Number.isNaN(at)) return month;
  const inWords = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  const format = formats.get(language) ?? new Intl.DateTimeFormat(localeOf[language], inWords);
  formats.set(language, format);
  return format.format(at);
}

/** The month after "2026-12" is "2027-01". */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
