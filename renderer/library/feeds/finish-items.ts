import { canonicalLink } from "../../model/canonical-link.ts";
import type { ItemFailure } from "../../model/failure.ts";
import { cleanLine, shorten } from "../../model/plain-characters.ts";
import { withoutTrackers } from "../../model/query-trackers.ts";
import type { DraftBody, DraftItem } from "./draft-item.ts";
import { isExtractOnly, textOf } from "./extract-only.ts";
import { readFeedDate } from "./feed-dates.ts";
import type { FeedItem } from "./parsed-feed.ts";
import { plainLine } from "./plain-line.ts";
import { isOnlyReference, readReliefWebBody } from "./read-reliefweb.ts";

/** Past this a title is a text in the wrong place; it is cut and the whole stays in the body, if there is one. */
const maxTitleLength = 500;
const titleFromTextLength = 90;
const mostAuthors = 20;

export interface FinishContext {
  readonly flavour: "plain" | "reliefweb";
  readonly maxItemLength: number;
}

export interface FinishedItems {
  readonly items: readonly FeedItem[];
  readonly failures: readonly ItemFailure[];
}

export function itemLabel(title: string, place: number): string {
  return title === "" ? `#${place + 1}` : shorten(title, 120);
}

/** Items past the limit, named as one range: what is left out is always said. */
export function itemsPast(limit: number, total: number): ItemFailure[] {
  return total <= limit ? [] : [{ label: `#${limit + 1}–${total}`, reason: "too-many" }];
}

/** Settles dates, teasers and keys the same way for every format. One bad item never drops the others. */
export function finishItems(drafts: readonly DraftItem[], context: FinishContext): FinishedItems {
  const failures: ItemFailure[] = [];
  const finished: { item: FeedItem; id: string | null; place: number }[] = [];
  drafts.forEach((draft, place) => {
    const item = finishItem(draft, context);
    if (typeof item === "string")
      failures.push({ label: itemLabel(plainLine(draft.title.slice(0, 2_000)), place), reason: item });
    else finished.push({ item, id: draft.id?.trim() || null, place });
  });
  const keyed = giveKeys(finished);
  return { items: keyed.items, failures: [...failures, ...keyed.failures] };
}

function finishItem(draft: DraftItem, context: FinishContext): FeedItem | "empty" | "too-large" {
  const length = draft.title.length + draft.bodies.reduce((sum, body) => sum + body.text.length, 0);
  if (length > context.maxItemLength) return "too-large";
  const isReliefWeb = context.flavour === "reliefweb";
  const reliefWeb = isReliefWeb ? readReliefWebBody(draft.bodies[0]?.text ?? "") : null;
  const bodies: readonly DraftBody[] =
    reliefWeb === null ? draft.bodies : [{ kind: "html", text: reliefWeb.html, isSummary: false }];
  const best = longestBody(bodies);
  const written = plainLine(draft.title);
  if (written === "" && best.text === "") return "empty";
  const posted = readFeedDate(draft.published);
  return {
    itemKey: "",
    title: shorten(written === "" ? best.text : written, written === "" ? titleFromTextLength : maxTitleLength),
    link: draft.link === null ? null : withoutTrackers(draft.link),
    content: { kind: best.kind, text: best.written },
    baseAddress: draft.baseAddress,
    published: isReliefWeb ? readFeedDate(reliefWeb?.published) : posted,
    posted: isReliefWeb ? posted : null,
    updated: readFeedDate(draft.updated),
    authors: namesOf(isReliefWeb ? (reliefWeb?.sources ?? []) : draft.authors),
    publisher: isReliefWeb ? publisherOf(reliefWeb?.sources ?? [], draft.authors) : plainLine(draft.publisher) || null,
    // ReliefWeb's language is the site's, not the item's.
    language: isReliefWeb ? null : draft.language,
    attachments: draft.attachments,
    extractOnly:
      (isReliefWeb && isOnlyReference(best.written)) ||
      isExtractOnly({
        text: best.text,
        hasLink: draft.link !== null,
        isSummaryOnly: best.isSummary,
        hasAttachment: draft.attachments.length > 0,
      }),
  };
}

function publisherOf(sources: readonly string[], authors: readonly string[]): string | null {
  return (sources.length > 0 ? sources : namesOf(authors)).join(", ") || null;
}

function namesOf(written: readonly string[]): readonly string[] {
  return [...new Set(written.map((name) => shorten(plainLine(name), 200)).filter((name) => name !== ""))].slice(
    0,
    mostAuthors,
  );
}

/** Summary and content may both be given: the one that says more is the text. A tie goes to the content. */
function longestBody(bodies: readonly DraftBody[]) {
  let best = { kind: "text" as DraftBody["kind"], written: "", text: "", isSummary: true };
  for (const { kind, text: written, isSummary } of bodies) {
    const text = textOf(written, kind);
    if (text.length > best.text.length || (best.text === "" && written.length > best.written.length)) {
      best = { kind, written, text, isSummary: isSummary && text !== best.text };
    }
  }
  return best;
}

/**
 * guid or id, else the link, else title and date. Where several items of one feed share an id, the same thing twice is
 * named and left out; different things (some feeds write one id everywhere) are told apart by their link or title.
 */
function giveKeys(finished: readonly { item: FeedItem; id: string | null; place: number }[]): FinishedItems {
  const ownKeys = finished.map(({ item }) => (item.link === null ? null : canonicalLink(item.link)) ?? titleKey(item));
  const sharers = new Map<string, Set<string>>();
  finished.forEach(({ id }, at) => {
    if (id !== null) sharers.set(id, (sharers.get(id) ?? new Set()).add(ownKeys[at] ?? ""));
  });
  const titlesByKey = new Map<string, string>();
  const items: FeedItem[] = [];
  const failures: ItemFailure[] = [];
  finished.forEach(({ item, id, place }, at) => {
    const own = ownKeys[at] ?? "";
    const first = id === null ? own : sharers.get(id)?.size === 1 ? id : `${id} ${own}`;
    const isOther = id === null && titlesByKey.has(first) && titlesByKey.get(first) !== item.title;
    const itemKey = isOther ? `${first} ${titleKey(item)}` : first;
    if (titlesByKey.has(itemKey)) failures.push({ label: itemLabel(item.title, place), reason: "duplicate-id" });
    else items.push({ ...item, itemKey });
    titlesByKey.set(itemKey, item.title);
  });
  return { items, failures };
}

function titleKey(item: FeedItem): string {
  return `${cleanLine(item.title)} ${item.published ?? item.posted ?? item.updated ?? ""}`.trim();
}
