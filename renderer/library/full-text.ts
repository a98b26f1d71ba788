import type { CallOptions, CancelSignal } from "../contracts/calls.ts";
import type { FetchedAddress, Host } from "../contracts/host.ts";
import type { BriefingHead } from "../model/briefing.ts";
import { canonicalLink } from "../model/canonical-link.ts";
import type { Change } from "../model/changes.ts";
import type { ArticleFailure, CommitFailure, FetchFailure, FullTextFailure } from "../model/failure.ts";
import { type ArticlesTally, articlesPerSync, type FullTextOffer } from "../model/full-text.ts";
import type { BriefingId } from "../model/ids.ts";
import { type Bytes, kibibyte, mebibyte } from "../model/measure.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import type { Source, SourcePermissions } from "../model/source.ts";
import { dayMs, type Instant } from "../model/time.ts";
import { noFilters } from "../model/view.ts";
import type { ArticleArrival } from "./intake/intake-article.ts";
import type { Vault } from "./vault.ts";

export interface ArticlesOutcome extends ArticlesTally {
  readonly received: Bytes;
  /** The link gave out on the way. */
  readonly linkCut: boolean;
  /** Nothing more can be kept. */
  readonly failure: CommitFailure | null;
}

export interface ArticlesProgress {
  readonly done: number;
  readonly total: number;
  readonly received: Bytes;
  readonly expected: Bytes;
}

export interface FullTexts {
  /** null = there is nothing to fetch behind it. */
  offer(id: BriefingId): FullTextOffer | null;
  bytesPerArticle(source: Pick<Source, "id">): Bytes;
  get(
    id: BriefingId,
    options: Pick<CallOptions<{ received: Bytes }>, "signal" | "onProgress">,
  ): Promise<Result<null, FullTextFailure>>;
  /** What the next sync may fetch of a source's articles: those that wait, or as many as the last time. */
  expectedBytes(source: Source): Bytes;
  /** Whether the next sync has articles of this source to fetch. */
  isDue(source: Source): boolean;
  /** As many as one sync may fetch of one source. */
  getDue(
    source: Source,
    how: { readonly signal: CancelSignal; readonly onProgress: (progress: ArticlesProgress) => void },
  ): Promise<ArticlesOutcome>;
}

export interface FullTextsSurroundings {
  readonly host: Pick<Host, "fetchAddress">;
  readonly clock: () => Instant;
  readonly vault: Vault;
  /** The main text of a page, or what the page is instead. */
  readonly readArticle: (page: {
    readonly bytes: Uint8Array;
    readonly contentType: string | null;
    readonly address: string;
  }) => Promise<Result<{ readonly html: string; readonly baseAddress: string }, ArticleFailure>>;
  readonly intakeArticle: (arrival: ArticleArrival) => Promise<Result<Change, ArticleFailure>>;
  /** Nothing else makes revisions meanwhile. */
  readonly inTurn: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
}

/** What a page of a news site mostly takes, compressed, until this source's own are known. */
const assumedBytes = 60 * kibibyte;
const bytesPerSync = 2 * mebibyte;
/** Switching it on doesn't buy the whole archive. */
const oldestMs = 14 * dayMs;
const headsLookedAt = 200;

const noPermissions: SourcePermissions = { insecure: false, local: false };

export function createFullTexts(surroundings: FullTextsSurroundings): FullTexts {
  const { host, clock, vault, readArticle, intakeArticle, inTurn } = surroundings;
  const { catalogue } = vault;

  function newestHeads(sourceId: Source["id"]): readonly BriefingHead[] {
    const view = { kind: "source", sourceId } as const;
    return catalogue.page({ view, filters: noFilters, offset: 0, limit: headsLookedAt }).rows.map(({ head }) => head);
  }

  function sourceOf({ sourceId }: BriefingHead): Source | null {
    return catalogue.sources().find(({ id }) => id === sourceId) ?? null;
  }

  function bytesPerArticle({ id }: Pick<Source, "id">): Bytes {
    return catalogue.articleBytes(id) ?? assumedBytes;
  }

  function dueOf(source: Source): readonly BriefingHead[] {
    if (source.fullText !== "always") return [];
    const links = new Set<string>();
    return newestHeads(source.id).filter((head) => {
      if (!isWaiting(head) || clock() - head.times.fetched > oldestMs) return false;
      const link = canonicalLink(head.link ?? "");
      if (link === null || links.has(link) || isHeldByAnother(head, link)) return false;
      links.add(link);
      return true;
    });
  }

  /** Another source's briefing of the same page has the text already. */
  function isHeldByAnother({ id }: BriefingHead, link: string): boolean {
    const other = catalogue.findByLink(link);
    return other !== null && other !== id && catalogue.head(other)?.extractOnly === false;
  }

  async function fetchArticle(
    id: BriefingId,
    options: Pick<CallOptions<{ received: Bytes }>, "signal" | "onProgress">,
  ): Promise<{ readonly outcome: Result<null, FullTextFailure>; readonly received: Bytes }> {
    const head = catalogue.head(id);
    if (head === null || head.link === null || !head.extractOnly) return nothingFor({ kind: "not-here" });
    const source = sourceOf(head);
    const { address, permissions } = howToReach(head.link, source);
    const isProtected = address.startsWith("https:");
    const fetched = await host.fetchAddress({ address, etag: null, lastModified: null, permissions }, options);
    await vault.noteTraffic(source?.id ?? null, fetched.overLink, clock());
    if (!fetched.ok) return { outcome: await miss(id, fetched.failure, isProtected), received: 0 };
    const answer = fetched.value;
    const { received } = answer;
    // Half an article would pass for a whole one.
    if (answer.end.end === "cut") return { outcome: await miss(id, answer.end.failure, isProtected), received };
    const read = await readAnswer(answer);
    if (!read.ok) return { outcome: await miss(id, read.failure, isProtected), received };
    return { outcome: await store(id, { ...read.value, received }, isProtected), received };
  }

  /** A wall says more than the status that it came with; an error page says less. */
  async function readAnswer(answer: FetchedAddress): ReturnType<typeof readArticle> {
    const { bytes, contentType, finalAddress, status } = answer;
    const read = await readArticle({ bytes, contentType, address: finalAddress });
    if (status >= 200 && status < 300) return read;
    const isWall = !read.ok && (read.failure.kind === "login-page" || read.failure.kind === "bot-wall");
    return isWall ? read : fail({ kind: "http-status", status, host: new URL(finalAddress).host });
  }

  function store(
    id: BriefingId,
    article: { readonly html: string; readonly baseAddress: string; readonly received: Bytes },
    isProtected: boolean,
  ): Promise<Result<null, FullTextFailure>> {
    return inTurn(async () => {
      const head = catalogue.head(id);
      if (head === null || !head.extractOnly || catalogue.isDeleted(id)) return fail({ kind: "not-here" });
      const taken = await intakeArticle({ head, ...article, at: clock() });
      if (!taken.ok) return miss(id, taken.failure, isProtected);
      const committed = await vault.commit([taken.value]);
      return committed.ok ? succeed(null) : committed;
    });
  }

  /** What won't be otherwise tomorrow is remembered, so that nobody pays for it twice. */
  async function miss(
    id: BriefingId,
    failure: ArticleFailure | FetchFailure,
    isProtected: boolean,
  ): Promise<Result<null, FullTextFailure>> {
    if (isLasting(failure, isProtected)) {
      await vault.commit([{ kind: "full-text-missed", id, failure, at: clock() }]);
    }
    return fail(failure);
  }

  return {
    bytesPerArticle,

    offer(id) {
      const head = catalogue.head(id);
      if (head === null || head.link === null || !head.extractOnly) return null;
      const source = sourceOf(head);
      return {
        choice: source?.fullText ?? "never",
        bytes: source === null ? assumedBytes : bytesPerArticle(source),
      };
    },

    get: async (id, options) => (await fetchArticle(id, options)).outcome,

    expectedBytes(source) {
      if (source.fullText !== "always") return 0;
      const count = Math.max(dueOf(source).length, countOfLastRun(newestHeads(source.id)));
      return Math.min(bytesPerSync, Math.min(count, articlesPerSync) * bytesPerArticle(source));
    },

    isDue: (source) => dueOf(source).length > 0,

    async getDue(source, { signal, onProgress }) {
      const due = dueOf(source);
      const each = bytesPerArticle(source);
      const batch = due.slice(0, articlesPerSync);
      let tally = { fetched: 0, missed: 0, received: 0, linkCut: false };
      let failure: CommitFailure | null = null;
      for (const [done, { id }] of batch.entries()) {
        if (signal.aborted || tally.linkCut || failure !== null) break;
        if (tally.received + each > bytesPerSync) break;
        const { received: before } = tally;
        const expected = before + (batch.length - done) * each;
        const tell = (received: Bytes) => onProgress({ done, total: batch.length, received, expected });
        tell(before);
        const { outcome, received } = await fetchArticle(id, {
          signal,
          onProgress: (progress) => tell(before + progress.received),
        });
        tally = {
          fetched: tally.fetched + (outcome.ok ? 1 : 0),
          missed: tally.missed + (!outcome.ok && isAboutPage(outcome.failure) ? 1 : 0),
          received: before + received,
          linkCut: !outcome.ok && isLinkGone(outcome.failure),
        };
        if (!outcome.ok && isCommitFailure(outcome.failure)) failure = outcome.failure;
      }
      return { ...tally, left: due.length - tally.fetched - tally.missed, failure };
    },
  };
}

function nothingFor(failure: FullTextFailure): { outcome: Result<null, FullTextFailure>; received: Bytes } {
  return { outcome: fail(failure), received: 0 };
}

function isWaiting({ extractOnly, link, fullText, withdrawn }: BriefingHead): boolean {
  return extractOnly && link !== null && fullText === null && withdrawn === null;
}

/**
 * What was allowed for a source goes no further than its own machine: its items may name any address. Without leave for
 * plain http the same page is asked for over https.
 */
function howToReach(link: string, source: Source | null): { address: string; permissions: SourcePermissions } {
  if (source === null || !URL.canParse(link)) return { address: withProtection(link), permissions: noPermissions };
  const isOwnMachine = new URL(link).host === new URL(source.address).host;
  const permissions = { insecure: source.permissions.insecure, local: source.permissions.local && isOwnMachine };
  return { address: permissions.insecure ? link : withProtection(link), permissions };
}

function withProtection(link: string): string {
  return link.replace(/^http:/i, "https:");
}

function isLasting(failure: ArticleFailure | FetchFailure, isProtected: boolean): failure is ArticleFailure {
  switch (failure.kind) {
    case "article-not-found":
    case "article-too-short":
    case "article-other":
    case "error-page":
    case "empty-document":
    case "too-large":
    case "expands-too-much":
    case "bad-address":
    case "insecure-address":
    case "local-address":
    case "own-address":
      return true;
    // Over https nobody on the way can put up a wall of his own: it is the site's.
    case "login-page":
    case "bot-wall":
      return isProtected;
    case "http-status":
      return failure.status < 500 && failure.status !== 429;
    default:
      return false;
  }
}

/** A name that can't be found is one page's fault as long as the others answer. */
function isLinkGone({ kind }: FullTextFailure): boolean {
  return kind === "no-link" || kind === "connection-cut" || kind === "timeout";
}

function isAboutPage(failure: FullTextFailure): boolean {
  return failure.kind !== "cancelled" && !isLinkGone(failure) && !isCommitFailure(failure);
}

function isCommitFailure(failure: FullTextFailure): failure is CommitFailure {
  switch (failure.kind) {
    case "disk-low":
    case "disk-full":
    case "open-elsewhere":
    case "write-failed":
    case "not-ready":
      return true;
    default:
      return false;
  }
}

/** One sync fetches its articles one after another: a longer pause is another one's. */
const sameRunMs = 15 * 60_000;

function countOfLastRun(heads: readonly BriefingHead[]): number {
  const fetched = heads.flatMap(({ fullText }) => (fullText?.at === "fetched" ? [fullText.when] : []));
  const newest = Math.max(0, ...fetched);
  return fetched.filter((when) => newest - when <= sameRunMs).length;
}
