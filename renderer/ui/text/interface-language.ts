import type { InterfaceLanguage } from "../../model/settings.ts";

/** What Intl is asked for: the country's own habits where it knows them, the language's otherwise. */
export const localeOf = { fr: "fr-CD", sw: "sw-CD", en: "en-GB" } as const satisfies Record<InterfaceLanguage, string>;

export const interfaceLanguages: readonly InterfaceLanguage[] = ["fr", "sw", "en"];

/** Each language under its own name, so that it is found by whoever reads only that one. */
export const ownNameOf: Readonly<Record<InterfaceLanguage, string>> = {
  fr: "Français",
  sw: "Kiswahili",
  en: "English",
};

/** The chosen language, else the first of the system's that the app speaks, else French: most teams read it. */
export function chooseLanguage({
  chosen,
  preferred,
}: {
  readonly chosen: InterfaceLanguage | null;
  readonly preferred: readonly string[];
}): InterfaceLanguage {
  if (chosen !== null) return chosen;
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split("-")[0];
    const known = interfaceLanguages.find((language) => language === primary);
    if (known !== undefined) return known;
  }
  return "fr";
}
