import type { InterfaceLanguage } from "../../model/settings.ts";
import { localeOf } from "./interface-language.ts";

/** One form for each case that a language has; "#" stands for the number. French says "1 000 000 de rapports". */
export interface PluralForms {
  readonly fr: { readonly one: string; readonly many: string; readonly other: string };
  readonly sw: { readonly one: string; readonly other: string };
  readonly en: { readonly one: string; readonly other: string };
}

/** Answers a function that puts a number into the form that it asks for. */
export function pluralsIn<Language extends InterfaceLanguage>(language: Language) {
  const rules = new Intl.PluralRules(localeOf[language]);
  const numbers = new Intl.NumberFormat(localeOf[language]);
  return (count: number, forms: PluralForms[Language]): string => {
    const category = rules.select(count);
    const form = (forms as Partial<Record<Intl.LDMLPluralRule, string>>)[category] ?? forms.other;
    return form.replaceAll("#", numbers.format(count));
  };
}
