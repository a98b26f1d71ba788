import { useLayoutEffect, useState } from "react";
import type { Settings } from "../../model/settings.ts";

/** How many CSS pixels 1 rem is now: the text size of the settings times what the browser's own settings say. */
export function useRootPixels(settings: Settings): number {
  const [rootPx, setRootPx] = useState(16);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text size changes what is measured
  useLayoutEffect(() => {
    setRootPx(Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  }, [settings.textSize]);
  return rootPx;
}
