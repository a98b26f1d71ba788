import type { CancelSignal } from "../../contracts/calls.ts";
import type { FetchedAddress, FetchReply, Host } from "../../contracts/host.ts";
import type { FetchFailure } from "../../model/failure.ts";
import type { Source, SourceCursor } from "../../model/source.ts";
import type { SourceProgress } from "../../model/sync-status.ts";
import type { Vault } from "../vault.ts";
import { decideAnswer } from "./decide-answer.ts";
import { documentDigest } from "./document-digest.ts";
import type { ParseFeed } from "./feed-seams.ts";
import { isLinkCut } from "./retry-schedule.ts";
import type { ServerClock } from "./server-clock.ts";
import type { Arrival, FeedStore, StoredFeed } from "./store-feed.ts";

const pagesPerFeed = 10;
const longestAddress = 2_000;

/** How one source ended: what the status shows, and what the run counts. */
export interface SourceOutcome {
  readonly progress: Extract<SourceProgress, { at: "done" | "failed" | "cancelled" }>;
  readonly received: number;
  readonly added: number;
  readonly revised: number;
  /** The link gave out on the way, so that another try may bring the rest. */
  readonly linkCut: boolean;
}

export interface SyncSourceTools<Item> {
  readonly host: Pick<Host, "fetchAddress">;
  readonly vault: Vault;
  readonly parseFeed: ParseFeed<Item>;
  readonly feedStore: FeedStore<Item>;
  readonly serverClock: ServerClock;
}

/** The cursor of a source whose older pages haven't all come: nothing to compare with, so the next sync walks them. */
const unfinished = { etag: null, lastModified: null, documentDigest: null } as const;

/** Fetches one source, page by page, and stores what is sound of it. Cancelling keeps what came. */
export async function syncSource<Item>(
  source: Source,
  tools: SyncSourceTools<Item>,
  { signal, onProgress }: { signal: CancelSignal; onProgress: (progress: SourceProgress) => void },
): Promise<SourceOutcome> {
  const { host, vault, parseFeed, feedStore, serverClock } = tools;
  const known = vault.catalogue.cursor(source.id);
  const seen = new Set<string>();
  let arrival = feedStore.beginArrival(source, serverClock.state().now);
  let movedTo: string | null = null;
  let first: { answer: FetchedAddress; digest: string } | null = null;

  const end = (progress: SourceOutcome["progress"], linkCut = false): SourceOutcome => {
    const { received, added, revised } = arrival;
    return { progress, received, added, revised, linkCut };
  };
  const done = (how: { unchanged?: boolean; cut?: boolean; linkCut?: boolean }): SourceOutcome =>
    end(
      {
        at: "done",
        added: arrival.added,
        revised: arrival.revised,
        unchanged: how.unchanged ?? false,
        leftOut: arrival.leftOut,
        cut: how.cut ?? false,
        received: arrival.received,
        ...(movedTo === null ? {} : { movedTo }),
      },
      how.linkCut,
    );
  const endBroken = (failure: FetchFailure): SourceOutcome => {
    if (failure.kind === "cancelled") return end({ at: "cancelled" });
    // Earlier pages are here already, so the source isn't a failure as a whole.
    return first === null
      ? end({ at: "failed", failure }, isLinkCut(failure))
      : done({ cut: true, linkCut: isLinkCut(failure) });
  };

  for (let address: string | null = source.address; address !== null; ) {
    seen.add(address);
    const before = arrival.received;
    const fetched: FetchReply = await host.fetchAddress(
      {
        address,
        etag: first === null ? (known?.etag ?? null) : null,
        lastModified: first === null ? (known?.lastModified ?? null) : null,
        permissions: source.permissions,
      },
      {
        signal,
        onProgress: ({ received, expected }) =>
          onProgress({
            at: "fetching",
            received: before + received,
            expected: expected === null ? null : before + expected,
          }),
      },
    );
    await vault.noteTraffic(source.id, fetched.overLink, serverClock.state().now);
    if (!fetched.ok) return endBroken(fetched.failure);
    const answer = fetched.value;
    arrival = { ...arrival, received: before + answer.received };

    const digest = await documentDigest(answer.bytes);
    const about = { address: answer.finalAddress, contentType: answer.contentType };
    const decision = await decideAnswer(answer, first === null ? known : null, digest, () =>
      parseFeed(answer.bytes, about),
    );
    if (decision.take === "nothing") return endBroken(decision.failure);
    serverClock.note(answer.serverDate);
    if (first === null && answer.permanentRedirect) movedTo = answer.finalAddress;
    if (decision.take === "nothing-new") {
      await vault.noteChecked(source.id, serverClock.state().now);
      return done({ unchanged: true });
    }

    first ??= { answer, digest };
    const { feed, complete, cutBy } = decision;
    const isFirstPage = seen.size === 1;
    const beforePage = arrival;
    const next = {
      address: complete ? nextPage(feed.nextAddress, answer.finalAddress, seen) : null,
      cursor: finalCursor(first),
    };
    const stored = await feedStore.store(feed, {
      source,
      arrival,
      onStored: (count) => onProgress({ at: "storing", stored: count, total: feed.items.length }),
      closeWith: (grown) => {
        const broughtNew = grown.added + grown.revised > beforePage.added + beforePage.revised;
        // Older pages hold nothing new behind a page that has nothing new, unless an earlier walk broke off.
        if (!broughtNew && known?.documentDigest != null) next.address = null;
        if (next.address !== null) return isFirstPage ? moveCursor(known, { ...next.cursor, ...unfinished }) : null;
        return complete ? moveCursor(known, { ...next.cursor, newestItem: grown.newestItem }, grown) : null;
      },
    });
    arrival = stored.arrival;
    if (stored.failure !== null) return endUnstored(stored.failure, end);
    if (cutBy?.kind === "cancelled") return end({ at: "cancelled" });
    if (!complete) {
      if (cutBy === null) await vault.noteChecked(source.id, serverClock.state().now);
      return done({ cut: true, linkCut: cutBy !== null && isLinkCut(cutBy) });
    }
    address = next.address;
  }
  await vault.noteChecked(source.id, serverClock.state().now);
  return done({});

  function finalCursor(from: { answer: FetchedAddress; digest: string }): SourceCursor {
    return {
      etag: from.answer.etag,
      lastModified: from.answer.lastModified,
      documentDigest: from.digest,
      newestItem: arrival.newestItem,
      lastBytes: arrival.received,
    };
  }
}

/** Only where the feed itself stands: a source's word takes nobody to an address that the person didn't add. */
function nextPage(named: string | null, from: string, seen: ReadonlySet<string>): string | null {
  if (named === null || seen.size >= pagesPerFeed || !URL.canParse(named, from)) return null;
  const next = new URL(named, from);
  if (next.href.length > longestAddress) return null;
  return next.origin === new URL(from).origin && !seen.has(next.href) ? next.href : null;
}

/** null where the journal would learn nothing: same validators and no new item cost no write. */
function moveCursor(known: SourceCursor | null, cursor: SourceCursor, grown?: Arrival): SourceCursor | null {
  const bringsNothing = grown === undefined || grown.added + grown.revised === 0;
  const isSame =
    known !== null &&
    known.etag === cursor.etag &&
    known.lastModified === cursor.lastModified &&
    (known.documentDigest === null) === (cursor.documentDigest === null);
  return isSame && bringsNothing ? null : cursor;
}

function endUnstored(
  failure: NonNullable<StoredFeed["failure"]>,
  end: (progress: SourceOutcome["progress"]) => SourceOutcome,
): SourceOutcome {
  return failure.kind === "source-removed" ? end({ at: "cancelled" }) : end({ at: "failed", failure });
}
