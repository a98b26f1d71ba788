import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo } from "react";
import type { ClockState } from "../../model/library-status.ts";
import type { Settings } from "../../model/settings.ts";
import { type Format, makeFormat } from "../format/format.ts";
import { chooseLanguage } from "./interface-language.ts";
import { type Text, texts } from "./text.ts";

interface Spoken {
  readonly text: Text;
  readonly format: Format;
}

const SpokenContext = createContext<Spoken | null>(null);

export interface TextProviderProps {
  readonly settings: Pick<Settings, "language" | "timeZone">;
  readonly clock: Pick<ClockState, "now" | "trusted">;
  readonly children: ReactNode;
}

/** Gives every component below its words and its formats; a new language shows at once. */
export function TextProvider({ settings, clock, children }: TextProviderProps) {
  const language = chooseLanguage({ chosen: settings.language, preferred: navigator.languages });
  const text = texts[language];
  const { timeZone } = settings;
  const { now, trusted } = clock;
  const spoken = useMemo(
    () => ({
      text,
      format: makeFormat({ language: text.language, timeZone, clock: { now, trusted }, words: text.time }),
    }),
    [text, timeZone, now, trusted],
  );

  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (spoken === null) throw new Error("a component with words stands outside TextProvider");
  return spoken;
}

export function useText(): Text {
  return useSpoken().text;
}

export function useFormat(): Format {
  return useSpoken().format;
}
