import type { TextRange } from "../../model/briefing.ts";

export interface Stretch {
  readonly text: string;
  /** Number of the range it lies in, or null for what is between ranges. */
  readonly range: number | null;
}

/** Cuts a text at ranges, which may be out of order, overlap or run past its end. */
export function splitByRanges(text: string, ranges: readonly TextRange[]): Stretch[] {
  const stretches: Stretch[] = [];
  const inOrder = ranges.map((range, number) => ({ ...range, number })).sort((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end, number } of inOrder) {
    const from = Math.max(start, at);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > at) stretches.push({ text: text.slice(at, from), range: null });
    stretches.push({ text: text.slice(from, to), range: number });
    at = to;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), range: null });
  return stretches;
}
