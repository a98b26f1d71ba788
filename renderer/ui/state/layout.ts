import { useSyncExternalStore } from "react";

/** How many panes stand side by side. The same widths are in `styles/layout.css`. */
export type Layout = "one" | "two" | "three";

const threeFrom = "(min-width: 1000px)";
const twoFrom = "(min-width: 640px)";

export function layoutNow(): Layout {
  if (window.matchMedia(threeFrom).matches) return "three";
  return window.matchMedia(twoFrom).matches ? "two" : "one";
}

function subscribe(listener: () => void): () => void {
  const queries = [window.matchMedia(threeFrom), window.matchMedia(twoFrom)];
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
  };
}

export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, layoutNow);
}
