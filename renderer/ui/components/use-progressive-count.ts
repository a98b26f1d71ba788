import { startTransition, useEffect, useState } from "react";
import { flushSync } from "react-dom";

const unfinished = new Set<() => void>();

/** Renders at once all that is still to come: before printing, and before going to a place further down. */
export function finishRendering(): void {
  if (unfinished.size === 0) return;
  flushSync(finishAll);
  // What was just rendered may itself hold long tables or lists.
  if (unfinished.size > 0) flushSync(finishAll);
}

function finishAll(): void {
  for (const finish of unfinished) finish();
}

/** How many of `total` parts to render now: a screenful first, the rest in steps that leave the page free between. */
export function useProgressiveCount(
  total: number,
  { first, step }: { readonly first: number; readonly step: number },
): number {
  const [count, setCount] = useState(first);
  const isFinished = count >= total;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step (`count`) starts the next one
  useEffect(() => {
    if (isFinished) return;
    const finish = () => setCount(total);
    unfinished.add(finish);
    const timer = setTimeout(() => startTransition(() => setCount((before) => before + step)), 16);
    return () => {
      unfinished.delete(finish);
      clearTimeout(timer);
    };
  }, [isFinished, count, total, step]);
  return Math.min(count, total);
}
