import type { BriefingHead } from "../../model/briefing.ts";
import type { Change } from "../../model/changes.ts";
import type { CommitFailure } from "../../model/failure.ts";
import { defaultGettingRules, type GettingRules } from "../../model/getting.ts";
import { type BriefingId, brandId, type SourceId } from "../../model/ids.ts";
import { fail, succeed } from "../../model/result.ts";
import type { Source, SourceCursor } from "../../model/source.ts";
import { type Instant, orderTimeOf } from "../../model/time.ts";
import type { Delivery } from "../../model/view.ts";
import type { GettingNotes, Vault } from "../vault.ts";
import type { FeedDocument, Intake, ParseFeed } from "./feed-seams.ts";
import type { RunTools } from "./sync-run.ts";

/** As much of a vault as sync uses, in memory: for tests that are about sync and not about storage. */
export class MemoryVault {
  readonly batches: (readonly Change[])[] = [];
  readonly heads = new Map<BriefingId, BriefingHead>();
  readonly digests = new Map<BriefingId, string>();
  readonly sources = new Map<SourceId, Source>();
  readonly cursors = new Map<SourceId, SourceCursor>();
  readonly checked = new Map<SourceId, Instant>();
  readonly deliveries = new Map<string, Delivery>();
  readonly traffic: { sourceId: SourceId | null; received: number; at: Instant }[] = [];
  gettingRules: GettingRules = defaultGettingRules;
  gettingNotes: GettingNotes = { pace: null, dismissedAt: null };
  failNext: CommitFailure | null = null;

  add(...sources: readonly Source[]): void {
    for (const source of sources) this.sources.set(source.id, source);
  }

  headsOf(sourceId: SourceId): readonly BriefingHead[] {
    return [...this.heads.values()].filter((head) => head.sourceId === sourceId);
  }

  #apply(change: Change): void {
    switch (change.kind) {
      case "revision-arrived":
        this.heads.set(change.head.id, change.head);
        this.digests.set(change.head.id, change.contentDigest);
        break;
      case "cursor-moved":
        this.cursors.set(change.sourceId, change.cursor);
        break;
      case "delivery-made":
        this.deliveries.set(change.delivery.id, change.delivery);
        break;
      case "source-added":
      case "source-changed":
        this.sources.set(change.source.id, change.source);
        break;
      case "source-removed":
        this.sources.delete(change.sourceId);
        break;
      default:
        throw new TypeError(`no test of sync is about ${change.kind}`);
    }
  }

  /** Only what sync and the sources ask for answers; anything else throws. */
  vault(): Vault {
    const newestItem = (sourceId: SourceId | null) =>
      [...this.heads.values()]
        .filter((head) => sourceId === null || head.sourceId === sourceId)
        .reduce<Instant | null>((newest, { times }) => Math.max(newest ?? 0, orderTimeOf(times)), null);
    const catalogue = {
      sources: () => [...this.sources.values()],
      cursor: (id: SourceId) => this.cursors.get(id) ?? null,
      lastCheckedAt: (id: SourceId) => this.checked.get(id) ?? null,
      sourceCounts: (id: SourceId) => ({ total: this.headsOf(id).length, unread: this.headsOf(id).length }),
      newestItem,
      gettingRules: () => this.gettingRules,
      gettingNotes: () => this.gettingNotes,
    };
    return {
      catalogue: catalogue as unknown as Vault["catalogue"],
      commit: async (changes: readonly Change[]) => {
        await null;
        const failure = this.failNext;
        this.failNext = null;
        if (failure !== null) return fail(failure);
        this.batches.push(changes);
        for (const change of changes) this.#apply(change);
        return succeed({ sequence: this.batches.length });
      },
      noteTraffic: async (sourceId: SourceId | null, received: number, at: Instant) => {
        if (received > 0) this.traffic.push({ sourceId, received, at });
      },
      noteGetting: async (notes: Partial<GettingNotes>) => {
        this.gettingNotes = { ...this.gettingNotes, ...notes };
      },
      noteChecked: async (id: SourceId, at: Instant) => void this.checked.set(id, at),
    } as unknown as Vault;
  }

  /** New keys become briefings and changed titles revisions, as the real intake does by digests. */
  intake(): Intake<PlainItem> {
    return async ({ source, items, delivery, at }) => {
      await null;
      const changes: Change[] = [];
      let [added, revised] = [0, 0];
      for (const item of items) {
        const id = plainId<BriefingId>(`${source.id}${item.key}`);
        if (this.digests.get(id) === item.title || changes.some((change) => isArrivalOf(change, id))) continue;
        if (this.heads.has(id)) revised += 1;
        else added += 1;
        const revision = (this.heads.get(id)?.revision ?? 0) + 1;
        changes.push({
          kind: "revision-arrived",
          signature: null,
          head: plainHead({ id, item, source, delivery, at, revision }),
          contentDigest: item.title,
          marksUnread: true,
          body: new Uint8Array(),
        });
      }
      return { changes, added, revised };
    };
  }
}

/** For syncs that are about feeds. */
export const noArticles: RunTools["articles"] = {
  isDue: () => false,
  getDue: () => Promise.reject(new Error("no article is due")),
};

export interface PlainItem {
  readonly key: string;
  readonly title: string;
  readonly at: Instant;
}

/** The plainest feed there can be: a line an item, and a last line that says that it is whole. */
export function plainFeed(items: readonly PlainItem[], next: string | null = null): string {
  return ["FEED", ...items.map(({ key, title, at }) => `${key}|${title}|${at}`), `END|${next ?? ""}`].join("\n");
}

export const parsePlainFeed: ParseFeed<PlainItem> = async (bytes) => {
  const lines = new TextDecoder().decode(bytes).split("\n");
  if (bytes.length === 0) return fail({ kind: "empty-document" });
  if (lines[0]?.startsWith("<login")) return fail({ kind: "login-page", host: null });
  if (lines[0]?.startsWith("<")) return fail({ kind: "web-page", title: "a page" });
  if (lines[0] !== "FEED") return fail({ kind: "not-a-feed" });
  const items: PlainItem[] = [];
  for (const line of lines.slice(1)) {
    const [key = "", title, at] = line.split("|");
    if (key === "END" && title !== undefined) return succeed(document(items, title === "" ? null : title));
    if (at?.length === 13) items.push({ key, title: title ?? "", at: Number(at) });
  }
  return succeed({ ...document(items, null), damaged: true });
};

function document(items: readonly PlainItem[], nextAddress: string | null): FeedDocument<PlainItem> {
  return { items, failures: [], damaged: false, nextAddress, format: "rss", flavour: "plain", homePage: null };
}

function isArrivalOf(change: Change, id: BriefingId): boolean {
  return change.kind === "revision-arrived" && change.head.id === id;
}

/** An id that is the same for the same words; good enough for a handful of them. */
export function plainId<Id extends BriefingId | SourceId>(words: string): Id {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (const letter of words) {
    a = Math.imul(a ^ letter.charCodeAt(0), 0x01000193) >>> 0;
    b = Math.imul(b + letter.charCodeAt(0), 0x85ebca6b) >>> 0;
  }
  const half = a.toString(16).padStart(8, "0") + b.toString(16).padStart(8, "0");
  return brandId<Id>((half + half) as Id);
}

export function plainSource(name: string, but: Partial<Source> = {}): Source {
  return {
    id: plainId<SourceId>(name),
    address: `https://${name}.example/feed`,
    name,
    homePage: null,
    format: "rss",
    flavour: "plain",
    rank: 2,
    enabled: true,
    audience: "public",
    permissions: { insecure: false, local: false },
    folder: null,
    fullText: "never",
    ...but,
  };
}

function plainHead(from: {
  id: BriefingId;
  item: PlainItem;
  source: Source;
  delivery: Delivery["id"];
  at: Instant;
  revision: number;
}): BriefingHead {
  const { id, item, source, delivery, at, revision } = from;
  return {
    id,
    title: item.title,
    keyPoints: [],
    lead: "",
    language: "und",
    kind: "unknown",
    times: { asOf: null, published: item.at, posted: null, fetched: at },
    expires: null,
    sourceId: source.id,
    sourceName: source.name,
    authors: [],
    link: null,
    grade: { source: null, information: null },
    handling: { audience: "public", label: null },
    extractOnly: false,
    fullText: null,
    withdrawn: null,
    wordCount: 0,
    attachments: [],
    kept: [],
    revision,
    revisedAt: null,
    delivery,
    provenances: [],
  };
}
