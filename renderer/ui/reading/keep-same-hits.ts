import type { BriefingId } from "../../model/ids.ts";
import type { SearchFindings, SearchHit } from "../../model/view.ts";

/**
 * An answer with the rows of the one before where they say the same, so that the list renders again only what is new:
 * each letter is answered twice, and most hits of a letter were hits of the one before it.
 */
export function keepSameHits(before: SearchFindings | null, answer: SearchFindings): SearchFindings {
  // Nothing of a briefing can be another as long as the library is at the same place.
  if (before === null || before.sequence !== answer.sequence) return answer;
  const known = new Map<BriefingId, SearchHit>(before.hits.map((hit) => [hit.row.head.id, hit]));
  return { ...answer, hits: answer.hits.map((hit) => keptHit(known.get(hit.row.head.id), hit)) };
}

function keptHit(before: SearchHit | undefined, hit: SearchHit): SearchHit {
  if (before === undefined) return hit;
  const isSame =
    before.snippet === hit.snippet &&
    isSameRanges(before.titleRanges, hit.titleRanges) &&
    isSameRanges(before.snippetRanges, hit.snippetRanges);
  return isSame ? before : { ...hit, row: before.row };
}

function isSameRanges(one: SearchHit["titleRanges"], other: SearchHit["titleRanges"]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end }, at) => start === other[at]?.start && end === other[at]?.end)
  );
}
