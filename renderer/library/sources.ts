import type { CallOptions } from "../contracts/calls.ts";
import type { FetchedAddress, Host } from "../contracts/host.ts";
import type { Change } from "../model/changes.ts";
import type { AddSourceFailure, DocumentFailure, LookFailure } from "../model/failure.ts";
import type { FullTextChoice } from "../model/full-text.ts";
import type { SourceId } from "../model/ids.ts";
import type { Bytes } from "../model/measure.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import type { Source, SourceCursor, SourcePermissions, SourceRank, SourceRow } from "../model/source.ts";
import { folderName } from "../model/source-list.ts";
import type { AddressLook, FeedLink, SourcePreview } from "../model/source-preview.ts";
import type { SourceProgress } from "../model/sync-status.ts";
import type { Instant } from "../model/time.ts";
import { canonicalFeedAddress, completeAddress } from "./feed-address.ts";
import type { FeedItem, ParsedFeed } from "./feeds/parsed-feed.ts";
import { failureOf } from "./sync/conclude-sync.ts";
import { decideAnswer } from "./sync/decide-answer.ts";
import { documentDigest } from "./sync/document-digest.ts";
import type { FeedStore } from "./sync/store-feed.ts";
import type { Vault } from "./vault.ts";

/** Where a document came from, as far as it helps to read it. */
interface DocumentOrigin {
  readonly address: string;
  readonly contentType: string | null;
}

export interface Sources {
  /** What stands at an address; a page that names one feed answers with that feed. */
  look(
    asked: { readonly address: string; readonly permissions: SourcePermissions },
    options?: Pick<CallOptions<{ received: Bytes }>, "signal" | "onProgress">,
  ): Promise<Result<AddressLook, LookFailure>>;
  /** Stores what the look brought: nothing is fetched twice. */
  add(wanted: {
    readonly address: string;
    readonly name: string;
    readonly rank: SourceRank;
    readonly permissions: SourcePermissions;
  }): Promise<Result<{ readonly sourceId: SourceId; readonly added: number }, AddSourceFailure>>;
  /** None for a source that isn't here. */
  changesTo(wanted: {
    readonly sourceId: SourceId;
    readonly name?: string | undefined;
    readonly rank?: SourceRank | undefined;
    readonly enabled?: boolean | undefined;
    readonly folder?: string | null | undefined;
    readonly fullText?: FullTextChoice | undefined;
    /** Plain http was allowed after its warning. */
    readonly insecure?: boolean | undefined;
  }): readonly Change[];
  list(
    lastProgress: (sourceId: SourceId) => SourceProgress | null,
    bytesPerArticle: (source: Source) => Bytes,
  ): readonly SourceRow[];
}

export interface SourcesSurroundings {
  readonly host: Pick<Host, "fetchAddress">;
  readonly clock: () => Instant;
  readonly vault: Vault;
  readonly parseFeed: (bytes: Uint8Array, origin: DocumentOrigin) => Promise<Result<ParsedFeed, DocumentFailure>>;
  readonly findFeedLinks: (
    bytes: Uint8Array,
    origin: DocumentOrigin,
  ) => Promise<{ readonly title: string; readonly feeds: readonly FeedLink[] }>;
  readonly feedStore: FeedStore<FeedItem>;
  readonly sourceIdOf: (canonicalAddress: string) => Promise<SourceId>;
}

/** Kept from a look until the source is added. */
interface Looked {
  readonly preview: SourcePreview;
  /** With which it was looked at: no others are kept. */
  readonly permissions: SourcePermissions;
  readonly sourceId: SourceId;
  readonly feed: ParsedFeed;
  readonly cursor: SourceCursor | null;
  readonly received: Bytes;
}

const looksKept = 5;
const newestShown = 5;
const noPermissions: SourcePermissions = { insecure: false, local: false };

export function createSources(surroundings: SourcesSurroundings): Sources {
  const { host, clock, vault, parseFeed, findFeedLinks, feedStore, sourceIdOf } = surroundings;
  const looks = new Map<string, Looked>();

  async function look(
    address: string,
    permissions: SourcePermissions,
    options: Pick<CallOptions<{ received: Bytes }>, "signal" | "onProgress">,
    mayFollow: boolean,
  ): Promise<Result<AddressLook, LookFailure>> {
    const fetched = await host.fetchAddress({ address, etag: null, lastModified: null, permissions }, options);
    // Whose it was isn't known before it is added, and most of what is looked at never is.
    await vault.noteTraffic(null, fetched.overLink, clock());
    if (!fetched.ok) return fail(fetched.failure);
    const answer = fetched.value;
    const origin = { address: answer.finalAddress, contentType: answer.contentType };
    const digest = await documentDigest(answer.bytes);
    let feed: ParsedFeed | null = null;
    const decision = await decideAnswer(answer, null, digest, async () => {
      const parsed = await parseFeed(answer.bytes, origin);
      if (parsed.ok) feed = parsed.value;
      return parsed;
    });
    if (decision.take === "items" && feed !== null) {
      return keepLook({ address, permissions }, answer, feed, decision.complete ? digest : null);
    }
    const failure = decision.take === "nothing" ? decision.failure : ({ kind: "not-a-feed" } as const);
    if (!mayBePage(failure)) return fail(failure);

    const page = await findFeedLinks(answer.bytes, origin);
    const [only] = page.feeds;
    if (only === undefined) return fail(failure.kind === "web-page" ? noFeedOn(page.title) : failure);
    if (page.feeds.length > 1) return succeed({ found: "feeds-on-page", pageTitle: page.title, feeds: page.feeds });
    if (!mayFollow) return fail(noFeedOn(page.title));
    if (isSameHost(only.address, address)) return look(only.address, permissions, options, false);
    const followed = await look(only.address, noPermissions, options, false);
    // What was allowed for the typed address isn't for another: the person sees that one first.
    const needsLeave =
      !followed.ok && (followed.failure.kind === "local-address" || followed.failure.kind === "insecure-address");
    return needsLeave ? succeed({ found: "feeds-on-page", pageTitle: page.title, feeds: [only] }) : followed;
  }

  async function keepLook(
    asked: { readonly address: string; readonly permissions: SourcePermissions },
    answer: FetchedAddress,
    feed: ParsedFeed,
    digest: string | null,
  ): Promise<Result<AddressLook, LookFailure>> {
    // A new source starts where the old address sends it for good.
    const mayMove = !asked.permissions.local || isSameHost(answer.finalAddress, asked.address);
    const address = answer.permanentRedirect && mayMove ? answer.finalAddress : asked.address;
    const sourceId = await sourceIdOf(canonicalFeedAddress(address));
    const known = vault.catalogue.sources().some(({ id }) => id === sourceId);
    const preview = previewOf({ ...asked, address }, answer, feed, known ? sourceId : null);
    looks.delete(address);
    looks.set(address, {
      preview,
      permissions: asked.permissions,
      sourceId,
      feed,
      cursor: cursorAfter(answer, feed, digest),
      received: answer.received,
    });
    for (const oldest of [...looks.keys()].slice(0, -looksKept)) looks.delete(oldest);
    return succeed({ found: "feed", preview });
  }

  return {
    look({ address, permissions }, options = {}) {
      const completed = completeAddress(address);
      return completed.ok ? look(completed.value, permissions, options, true) : Promise.resolve(completed);
    },

    async add({ address, name, rank, permissions }) {
      const looked = looks.get(address);
      if (looked === undefined) throw new RangeError("a source is added after a look at its address");
      const { preview, sourceId, feed, cursor, received } = looked;
      const known = vault.catalogue.sources().find(({ id }) => id === sourceId);
      if (known !== undefined) return fail({ kind: "already-added", name: known.name });
      const source: Source = {
        id: sourceId,
        address,
        name: name.trim() || preview.title,
        homePage: preview.homePage,
        format: preview.format,
        flavour: preview.flavour,
        rank,
        enabled: true,
        audience: "public",
        permissions: {
          insecure: permissions.insecure && (looked.permissions.insecure || preview.insecure),
          local: permissions.local && looked.permissions.local,
        },
        folder: null,
        fullText: "never",
      };
      // Noted first, so that nothing offers to ask a source that has just been looked at.
      await vault.noteChecked(sourceId, clock());
      const committed = await vault.commit([{ kind: "source-added", source }]);
      if (!committed.ok) return committed;
      looks.delete(address);
      const arrival = { ...feedStore.beginArrival(source, clock()), received };
      const stored = await feedStore.store(feed, {
        source,
        arrival,
        closeWith: ({ newestItem }) => (cursor === null ? null : { ...cursor, newestItem }),
      });
      // What couldn't be stored now comes with the next sync: the cursor hasn't moved.
      return succeed({ sourceId, added: stored.arrival.added });
    },

    changesTo({ sourceId, name, rank, enabled, folder, fullText, insecure }) {
      const before = vault.catalogue.sources().find(({ id }) => id === sourceId);
      if (before === undefined) return [];
      const source: Source = {
        ...before,
        name: name?.trim() || before.name,
        rank: rank ?? before.rank,
        enabled: enabled ?? before.enabled,
        folder: folder === undefined ? before.folder : folderName(folder ?? ""),
        fullText: fullText ?? before.fullText,
        permissions: { ...before.permissions, insecure: insecure ?? before.permissions.insecure },
      };
      return [{ kind: "source-changed", source }];
    },

    list: (lastProgress, bytesPerArticle) =>
      [...vault.catalogue.sources()].sort(byRankAndName).map((source) => {
        const progress = lastProgress(source.id);
        return {
          source,
          ...vault.catalogue.sourceCounts(source.id),
          lastCheckedAt: vault.catalogue.lastCheckedAt(source.id),
          newestItem: vault.catalogue.newestItem(source.id),
          lastBytes: vault.catalogue.cursor(source.id)?.lastBytes ?? null,
          lastFailure: progress === null ? null : failureOf(progress),
          articleBytes: bytesPerArticle(source),
        };
      }),
  };
}

/** A page with a log-in box in its corner may still name its feeds. */
function mayBePage(failure: LookFailure): boolean {
  return failure.kind === "web-page" || failure.kind === "not-a-feed" || failure.kind === "login-page";
}

function isSameHost(one: string, other: string): boolean {
  return new URL(one).hostname === new URL(other).hostname;
}

function noFeedOn(title: string): LookFailure {
  return { kind: "no-feed-on-page", title };
}

function previewOf(
  { address, permissions }: { readonly address: string; readonly permissions: SourcePermissions },
  answer: FetchedAddress,
  feed: ParsedFeed,
  alreadyAdded: SourceId | null,
): SourcePreview {
  const dated = feed.items.map(({ title, published, posted }) => ({ title, at: published ?? posted }));
  const { protocol, hostname } = new URL(address);
  return {
    address,
    title: feed.title.trim() || hostname,
    homePage: feed.homePage,
    format: feed.format,
    flavour: feed.flavour,
    bytes: answer.received,
    itemCount: feed.items.length,
    newest: dated.sort((a, b) => (b.at ?? 0) - (a.at ?? 0)).slice(0, newestShown),
    extracts: feed.items.filter(({ extractOnly }) => extractOnly).length,
    insecure: protocol === "http:",
    local: permissions.local,
    alreadyAdded,
  };
}

/** null where the document didn't come whole; without a digest where older pages wait for the next sync. */
function cursorAfter(answer: FetchedAddress, feed: ParsedFeed, digest: string | null): SourceCursor | null {
  if (digest === null) return null;
  const { etag, lastModified, received: lastBytes } = answer;
  const validators =
    feed.nextAddress === null
      ? { etag, lastModified, documentDigest: digest }
      : { etag: null, lastModified: null, documentDigest: null };
  return { ...validators, newestItem: null, lastBytes };
}

function byRankAndName(a: SourceRow["source"], b: SourceRow["source"]): number {
  return a.rank - b.rank || a.name.localeCompare(b.name);
}
