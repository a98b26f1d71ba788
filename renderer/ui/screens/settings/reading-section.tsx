import type { Settings, TextSize, Theme } from "../../../model/settings.ts";
import { useText } from "../../text/use-text.tsx";
import { Choice } from "../parts/choice.tsx";

const themes: readonly Theme[] = ["system", "light", "dark", "high-contrast"];
const sizes: readonly TextSize[] = [1, 2, 3, 4, 5];
const fonts: readonly Settings["bodyFont"][] = ["serif", "sans"];
const densities: readonly Settings["density"][] = ["comfortable", "compact"];

export interface ReadingSectionProps {
  readonly settings: Settings;
  readonly onChange: (patch: Partial<Settings>) => void;
}

export function ReadingSection({ settings, onChange }: ReadingSectionProps) {
  const words = useText().dialogs.settings;
  return (
    <>
      <Choice
        label={words.theme}
        options={themes.map((value) => ({ value, label: words.themes[value] }))}
        value={settings.theme}
        onChange={(theme) => onChange({ theme })}
      />
      <Choice
        label={words.textSize}
        options={sizes.map((value) => ({ value, label: words.textSizes[value] }))}
        value={settings.textSize}
        onChange={(textSize) => onChange({ textSize })}
      />
      <Choice
        label={words.bodyFont}
        options={fonts.map((value) => ({ value, label: words.bodyFonts[value] }))}
        value={settings.bodyFont}
        onChange={(bodyFont) => onChange({ bodyFont })}
      />
      <Choice
        label={words.density}
        options={densities.map((value) => ({ value, label: words.densities[value] }))}
        value={settings.density}
        onChange={(density) => onChange({ density })}
      />
    </>
  );
}
