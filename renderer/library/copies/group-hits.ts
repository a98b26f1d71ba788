import type { BriefingId } from "../../model/ids.ts";
import type { SearchAnswer, SearchHit } from "../../model/view.ts";
import { describeCopies, type GroupRows, openCopies, standForCopies } from "./stand-for-copies.ts";

const idOf = ({ row }: SearchHit) => row.head.id;

/** The best hit stands for its copies, which follow it: the page shows them when it is asked to. */
export function groupHits(
  answer: Omit<SearchAnswer, "copies">,
  groupOf: GroupRows<SearchHit>["groupOf"],
): SearchAnswer {
  const placeOf = new Map<BriefingId, number>(answer.hits.map((hit, place) => [idOf(hit), place]));
  const compare = (one: SearchHit, other: SearchHit) => (placeOf.get(idOf(one)) ?? 0) - (placeOf.get(idOf(other)) ?? 0);
  const grouped = standForCopies(answer.hits, { idOf, groupOf, compare });
  const hits = openCopies(grouped, [...grouped.behind.keys()], idOf);
  return { ...answer, hits, copies: describeCopies(hits, grouped, { idOf, isUnread: ({ row }) => !row.state.read }) };
}
