import { type RefObject, useCallback, useState } from "react";
import { finishRendering } from "../use-progressive-count.ts";

export interface MatchStep {
  readonly current: number | null;
  step(which: "next" | "previous"): void;
}

/** Goes from match to match, round and round. The mark itself is told by attribute, so no paragraph re-renders. */
export function useMatchStep(count: number, scrollBox: RefObject<HTMLElement | null>): MatchStep {
  const [current, setCurrent] = useState<number | null>(null);
  const step = useCallback(
    (which: "next" | "previous") => {
      if (count === 0) return;
      const next =
        current === null ? (which === "next" ? 0 : count - 1) : (current + (which === "next" ? 1 : count - 1)) % count;
      finishRendering();
      const box = scrollBox.current;
      for (const mark of box?.querySelectorAll("mark[data-current]") ?? []) mark.removeAttribute("data-current");
      const marks = box?.querySelectorAll(`mark[data-match="${next}"]`) ?? [];
      for (const mark of marks) mark.setAttribute("data-current", "");
      marks[0]?.scrollIntoView({ block: "center" });
      setCurrent(next);
    },
    [count, current, scrollBox],
  );
  return { current, step };
}
