import type { InterfaceLanguage } from "../../../model/settings.ts";
import { interfaceLanguages, ownNameOf } from "../../text/interface-language.ts";
import { useText } from "../../text/use-text.tsx";
import { Choice } from "./choice.tsx";

export interface LanguageChoiceProps {
  /** null = the system's. */
  readonly language: InterfaceLanguage | null;
  readonly onLanguage: (language: InterfaceLanguage | null) => void;
  /** Also offers the system's language. */
  readonly hasSystem?: boolean;
  /** A heading right above says the same. */
  readonly isLabelHidden?: boolean;
}

/** Each language under its own name. */
export function LanguageChoice({ language, onLanguage, hasSystem, isLabelHidden }: LanguageChoiceProps) {
  const words = useText().dialogs.settings;
  const own = interfaceLanguages.map((value) => ({ value, label: ownNameOf[value], lang: value }));
  const options: { value: InterfaceLanguage | "system"; label: string; lang?: string }[] = hasSystem
    ? [...own, { value: "system", label: words.systemLanguage }]
    : own;
  return (
    <Choice
      label={words.language}
      isLabelHidden={isLabelHidden ?? false}
      options={options}
      value={language ?? "system"}
      onChange={(value) => onLanguage(value === "system" ? null : value)}
    />
  );
}
