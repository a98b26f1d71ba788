import { maxSegmentSize, type SearchableSegment } from "./segment.ts";
import type { TermDictionary } from "./term-dictionary.ts";

const places = new Uint16Array(maxSegmentSize);
const counts = new Uint8Array(maxSegmentSize);

/**
 * Whether some briefing still has a term: of those that were deleted or revised the dictionary counts the terms until
 * their segments are merged.
 */
export function standingIn(
  segments: readonly (SearchableSegment & { readonly aliveCount: number })[],
  { documentCounts }: TermDictionary,
): (term: number) => boolean {
  const gone = segments.reduce((sum, { size, aliveCount }) => sum + size - aliveCount, 0);
  return (term) => {
    const counted = documentCounts[term] ?? 0;
    return counted > gone || (counted > 0 && segments.some((segment) => isAliveIn(segment, term)));
  };
}

function isAliveIn(segment: SearchableSegment, term: number): boolean {
  const found = segment.read(term, places, counts);
  for (let at = 0; at < found; at++) if (segment.alive[places[at] as number] !== 0) return true;
  return false;
}
