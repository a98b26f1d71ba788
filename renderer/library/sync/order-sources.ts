import type { Source } from "../../model/source.ts";

/** How many sources are fetched side by side: two hide a satellite's round trip from each other. */
const atOnce = 2;

/** Rank first, then cheapest; one whose size nobody knows yet comes last in its rank. */
export function orderSources(
  sources: readonly Source[],
  lastBytesOf: (source: Source) => number | null,
): readonly Source[] {
  const cost = (source: Source) => lastBytesOf(source) ?? Number.POSITIVE_INFINITY;
  return [...sources].sort((a, b) => {
    if (a.rank !== b.rank) return a.rank - b.rank;
    const [costA, costB] = [cost(a), cost(b)];
    return costA === costB ? a.name.localeCompare(b.name) : costA - costB;
  });
}

/** The source to start beside those running, or null. A lower rank never shares the link with a higher one. */
export function nextToStart(waiting: readonly Source[], running: readonly Source[]): Source | null {
  const next = waiting[0];
  if (next === undefined || running.length >= atOnce) return null;
  return running.every((source) => source.rank === next.rank) ? next : null;
}
