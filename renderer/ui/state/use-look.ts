import { useLayoutEffect } from "react";
import type { Settings } from "../../model/settings.ts";

/** Tells the style sheets how this reader wants the page to look. */
export function useLook({ theme, textSize, bodyFont, density }: Settings): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.theme = theme;
    dataset.textSize = String(textSize);
    dataset.bodyFont = bodyFont;
    dataset.density = density;
  }, [theme, textSize, bodyFont, density]);
}
