import type { CancelSignal } from "../contracts/calls.ts";
import type { BodyMatch, BriefingRow, OpenBriefing, RevisionContent } from "../model/briefing.ts";
import type { MissingFailure } from "../model/failure.ts";
import type { BriefingId } from "../model/ids.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import type { RevisionDiff } from "../model/revision-diff.ts";
import type { Delivery, ListPage, SearchAnswer } from "../model/view.ts";
import { compareRevisions } from "./compare-revisions.ts";
import { groupHits } from "./copies/group-hits.ts";
import type { CurrentNames } from "./search/names/names-in-briefings.ts";
import { placesNamed } from "./search/names/places-named.ts";
import type { SearchService, UngroupedAnswer } from "./search/search-service.ts";
import type { Catalogue, Vault } from "./vault.ts";

/** A page of a list, with the deliveries that its rows belong to where the list groups by them. */
export function listPage({ catalogue }: Vault, query: Parameters<Catalogue["page"]>[0]): ListPage {
  const { rows, total, copies, hiddenCopies, outsideAreas } = catalogue.page(query);
  const deliveries = new Map<string, Delivery>();
  for (const { head } of query.view.kind === "arrivals" ? rows : []) {
    const delivery = catalogue.delivery(head.delivery);
    if (delivery !== null) deliveries.set(delivery.id, delivery);
  }
  return {
    sequence: catalogue.sequence,
    rows,
    total,
    offset: query.offset,
    upTo: catalogue.upTo,
    deliveries: [...deliveries.values()],
    copies,
    hiddenCopies,
    outsideAreas,
  };
}

/** A damaged body doesn't hide its head: title, key points and times are still shown. */
export async function openBriefing(
  {
    vault,
    search,
    names,
  }: {
    vault: Vault;
    search: { matchesIn(content: RevisionContent, query: string): readonly BodyMatch[] };
    names: CurrentNames;
  },
  { id, revision, query }: { readonly id: BriefingId; readonly revision: number | null; readonly query: string | null },
): Promise<Result<OpenBriefing, MissingFailure>> {
  const head = vault.catalogue.head(id);
  if (head === null) return fail({ kind: "not-here" });
  const [content, revisions] = await Promise.all([vault.readRevision(id, revision), vault.listRevisions(id)]);
  return succeed({
    // An older version is read under its own title; where its body is damaged, the newest head is all there is.
    head: content === null ? head : { ...head, ...withoutBody(content) },
    state: vault.catalogue.state(id),
    body: content?.body ?? null,
    revisions,
    matches: query === null || content === null ? [] : search.matchesIn(content, query),
    copies: copiesOf(vault.catalogue, id),
    places: placesNamed(names, id, revision ?? head.revision),
  });
}

function copiesOf(catalogue: Catalogue, id: BriefingId): readonly BriefingRow[] {
  const others = catalogue.copyGroupOf(id).filter((other) => other !== id && !catalogue.isDeleted(other));
  return others.flatMap((other) => {
    const head = catalogue.head(other);
    return head === null ? [] : [{ head, state: catalogue.state(other) }];
  });
}

function withoutBody({ title, keyPoints, attachments }: RevisionContent) {
  return { title, keyPoints, attachments };
}

export async function compareStored(
  vault: Vault,
  { id, from, to }: { readonly id: BriefingId; readonly from: number; readonly to: number },
): Promise<Result<RevisionDiff, MissingFailure>> {
  const [before, after] = await Promise.all([vault.readRevision(id, from), vault.readRevision(id, to)]);
  if (before === null || after === null) return fail({ kind: "not-here" });
  return succeed(compareRevisions({ number: from, content: before }, { number: to, content: after }));
}

/** Where several sources carry one text, the nearest hit stands for them. */
export async function searchGrouped(
  { vault, search }: { readonly vault: Vault; readonly search: Pick<SearchService, "search"> },
  asked: Parameters<SearchService["search"]>[0],
  { signal, onFirst }: { readonly signal: CancelSignal; readonly onFirst: (answer: SearchAnswer) => void },
): Promise<SearchAnswer> {
  const grouped = (answer: UngroupedAnswer) => groupHits(answer, (id) => vault.catalogue.copyGroupOf(id));
  return grouped(await search.search(asked, { signal, onFirst: (answer) => onFirst(grouped(answer)) }));
}
