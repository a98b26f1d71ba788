import type { BriefingHead, Provenance } from "../../model/briefing.ts";
import { canonicalLink } from "../../model/canonical-link.ts";
import type { Change } from "../../model/changes.ts";
import { type BriefingId, brandId, type DeliveryId } from "../../model/ids.ts";
import type { Source } from "../../model/source.ts";
import { type Instant, orderTimeOf } from "../../model/time.ts";
import type { FeedItem } from "../feeds/parsed-feed.ts";
import type { Vault } from "../vault.ts";
import type { BuiltBriefing } from "./build-briefing.ts";
import { digestId } from "./digest.ts";
import { isFrontPage } from "./identity-link.ts";
import { marksUnread } from "./marks-unread.ts";
import { createItemReader, type FirstBody } from "./read-ahead.ts";

export interface FeedArrival {
  readonly source: Source;
  readonly items: readonly FeedItem[];
  readonly delivery: DeliveryId;
  readonly at: Instant;
  /** Their turn comes next: they are read while the caller keeps these. */
  readonly next?: readonly FeedItem[];
}

export interface TakenIn {
  readonly changes: readonly Change[];
  readonly added: number;
  readonly revised: number;
}

/** What intake needs of the vault: it asks, and seals bodies; committing is for whoever called. */
export type IntakeVault = Pick<Vault, "catalogue" | "sealRevision" | "readRevision">;

/** The same in every vault, and also after the source's address was moved: the source's id stands for its address. */
async function feedBriefingId(source: Pick<Source, "id">, itemKey: string): Promise<BriefingId> {
  return brandId<BriefingId>(await digestId("briefing", source.id, itemKey));
}

/**
 * Turns a feed's items into changes against what is stored: new briefings, revisions, further provenances. An item
 * that is here unchanged makes none, and neither does one that was deleted.
 */
export function createFeedIntake(vault: IntakeVault): (arrival: FeedArrival) => Promise<TakenIn> {
  /** The briefing that holds this very page already. */
  function sameByLink(item: FeedItem, source: Source, counts: ReadonlyMap<string, number>): BriefingId | null {
    const link = identityLink(item, source, counts);
    const id = link === null ? null : vault.catalogue.findByLink(link);
    const head = id === null ? null : vault.catalogue.head(id);
    if (head === null || head.sourceId !== source.id) return id;
    // A source that gives each item its own id may still link them all to one page: then they are different items.
    return head.title === item.title || orderTimeOf(head.times) === (item.published ?? item.posted) ? id : null;
  }

  const reader = createItemReader();

  async function sealIfNew(source: Source, item: FeedItem, { content }: BuiltBriefing): Promise<FirstBody | null> {
    const id = await feedBriefingId(source, item.itemKey);
    return vault.catalogue.head(id) === null ? { id, sealed: await vault.sealRevision(id, 1, content) } : null;
  }

  return async ({ source, items, delivery, at, next = [] }) => {
    // Without the older heads an old item would look new.
    await vault.catalogue.whenComplete;
    const provenance: Provenance = { way: "feed", sourceId: source.id, delivery, label: source.name, at };
    const linkCounts = countLinks(items);
    // Deflating and sealing wait for other threads most of the time: the next item is read meanwhile.
    const changes: (Change | Promise<Change>)[] = [];
    const ownIds = await Promise.all(items.map(({ itemKey }) => feedBriefingId(source, itemKey)));
    const taken = new Set<BriefingId>();
    let added = 0;
    let revised = 0;
    for (const [place, item] of items.entries()) {
      const own = ownIds[place] as BriefingId;
      const id = vault.catalogue.head(own) === null ? (sameByLink(item, source, linkCounts) ?? own) : own;
      if (taken.has(id) || vault.catalogue.isDeleted(id)) continue;
      taken.add(id);
      const before = vault.catalogue.head(id);
      if (before !== null && before.sourceId !== source.id) {
        const isKnownWay = before.provenances.some(({ sourceId }) => sourceId === source.id);
        if (!isKnownWay) changes.push({ kind: "provenance-added", id, provenance });
        continue;
      }
      const { built, digest, signature, firstBody } = await reader.read(item);
      if (vault.catalogue.digests(id).includes(digest)) continue;
      const head = headOf({ item, built, id, source, provenance, before });
      const unread = before === null || marksUnread(await vault.readRevision(id, null), built.content);
      const arrived = {
        kind: "revision-arrived",
        head,
        contentDigest: digest,
        signature,
        marksUnread: unread,
      } as const;
      if (firstBody?.id === id && before === null) changes.push({ ...arrived, body: firstBody.sealed });
      else changes.push(vault.sealRevision(id, head.revision, built.content).then((body) => ({ ...arrived, body })));
      if (before === null) added += 1;
      else revised += 1;
    }
    const made = await Promise.all(changes);
    reader.readAhead(next, (item, built) => sealIfNew(source, item, built));
    return { changes: made, added, revised };
  };
}

function countLinks(items: readonly FeedItem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { link } of items) {
    const canonical = link === null ? null : canonicalLink(link);
    if (canonical !== null) counts.set(canonical, (counts.get(canonical) ?? 0) + 1);
  }
  return counts;
}

/** A link that stands for this one item: not a site's front page, and not one that several items share. */
function identityLink(item: FeedItem, source: Source, counts: ReadonlyMap<string, number>): string | null {
  const link = item.link === null ? null : canonicalLink(item.link);
  if (link === null || counts.get(link) !== 1) return null;
  if (isFrontPage(link) || (source.homePage !== null && link === canonicalLink(source.homePage))) return null;
  return link;
}

interface HeadParts {
  readonly item: FeedItem;
  readonly built: BuiltBriefing;
  readonly id: BriefingId;
  readonly source: Source;
  readonly provenance: Provenance;
  readonly before: BriefingHead | null;
}

function headOf({ item, built, id, source, provenance, before }: HeadParts): BriefingHead {
  const { at, delivery } = provenance;
  return {
    id,
    title: built.content.title,
    keyPoints: built.content.keyPoints,
    lead: built.lead,
    language: built.language,
    kind: built.kind,
    times: {
      asOf: built.asOf,
      published: item.published ?? (item.posted === null ? item.updated : null),
      posted: item.posted,
      fetched: before?.times.fetched ?? at,
    },
    expires: null,
    sourceId: source.id,
    sourceName: item.publisher ?? source.name,
    authors: item.authors,
    link: item.link,
    grade: before?.grade ?? { source: null, information: null },
    handling: { audience: source.audience, label: before?.handling.label ?? null },
    extractOnly: item.extractOnly,
    fullText: null,
    withdrawn: null,
    wordCount: built.wordCount,
    attachments: item.attachments,
    kept: before?.kept ?? [],
    revision: (before?.revision ?? 0) + 1,
    revisedAt: before === null ? null : at,
    delivery,
    provenances: before?.provenances ?? [provenance],
  };
}
