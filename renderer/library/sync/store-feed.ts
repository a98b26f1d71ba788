import type { Change } from "../../model/changes.ts";
import type { CommitFailure, ItemFailure } from "../../model/failure.ts";
import { brandId, type DeliveryId } from "../../model/ids.ts";
import type { Bytes } from "../../model/measure.ts";
import type { Source, SourceCursor } from "../../model/source.ts";
import { type Instant, orderTimeOf } from "../../model/time.ts";
import type { Vault } from "../vault.ts";
import type { FeedDocument, Intake } from "./feed-seams.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** A power cut loses at most this many items, and the list grows while a big feed is still being stored. */
const itemsPerBatch = 100;

/** What one sync of one source has brought so far, over all its pages. */
export interface Arrival {
  readonly delivery: DeliveryId;
  readonly at: Instant;
  readonly received: Bytes;
  readonly added: number;
  readonly revised: number;
  readonly leftOut: readonly ItemFailure[];
  readonly newestItem: Instant | null;
}

export interface StoredFeed {
  readonly arrival: Arrival;
  /** null = all of it is on disk. */
  readonly failure: CommitFailure | { readonly kind: "source-removed" } | null;
}

export interface FeedStore<Item> {
  beginArrival(source: Source, at: Instant): Arrival;
  /** What else makes revisions takes its turn here, or two would have one number. */
  readonly inTurn: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
  /** `closeWith` is asked once, when the last batch is put together: the cursor it answers rides at that batch's end. */
  store(
    feed: FeedDocument<Item>,
    how: {
      readonly source: Source;
      readonly arrival: Arrival;
      readonly closeWith: (arrival: Arrival) => SourceCursor | null;
      readonly onStored?: (stored: number) => void;
    },
  ): Promise<StoredFeed>;
}

/** Shared by sync and by adding a source, so that two feeds with the same item never store it side by side. */
export function createFeedStore<Item>({
  vault,
  intake,
  randomBytes,
}: {
  vault: Vault;
  intake: Intake<Item>;
  randomBytes: (count: number) => Uint8Array;
}): FeedStore<Item> {
  const inTurn = oneAtATime();

  return {
    inTurn,
    beginArrival: (source, at) => ({
      delivery: newDeliveryId(randomBytes),
      at,
      received: 0,
      added: 0,
      revised: 0,
      leftOut: [],
      newestItem: vault.catalogue.newestItem(source.id),
    }),

    async store(feed, { source, arrival: before, closeWith, onStored }) {
      let arrival: Arrival = { ...before, leftOut: [...before.leftOut, ...feed.failures] };
      let stored = 0;
      do {
        const items = feed.items.slice(stored, stored + itemsPerBatch);
        const next = feed.items.slice(stored + itemsPerBatch, stored + 2 * itemsPerBatch);
        const isLast = stored + items.length >= feed.items.length;
        const failure = await inTurn(async () => {
          if (!isStillThere(vault, source)) return { kind: "source-removed" } as const;
          const taken = await intake({ source, items, delivery: arrival.delivery, at: arrival.at, next });
          const grown = addTo(arrival, taken);
          const batch = closeBatch(taken.changes, source, grown, isLast ? closeWith(grown) : null);
          const changes = [...learn(vault, source, feed), ...batch];
          const committed = changes.length === 0 ? null : await vault.commit(changes);
          if (committed !== null && !committed.ok) return committed.failure;
          arrival = grown;
          return null;
        });
        if (failure !== null) return { arrival, failure };
        stored += items.length;
        onStored?.(stored);
      } while (stored < feed.items.length);
      return { arrival, failure: null };
    },
  };
}

function isStillThere(vault: Vault, source: Source): boolean {
  return vault.catalogue.sources().some(({ id }) => id === source.id);
}

/** A source that was taken over from a list: the first feed that comes of it tells what it is. */
function learn(
  vault: Vault,
  { id }: Source,
  { format, flavour, homePage }: Pick<FeedDocument<never>, "format" | "flavour" | "homePage">,
): readonly Change[] {
  const source = vault.catalogue.sources().find((known) => known.id === id);
  if (source === undefined || source.format !== null) return [];
  const told = { ...source, format, flavour, homePage: homePage ?? source.homePage };
  return [{ kind: "source-changed", source: told }];
}

function addTo(arrival: Arrival, taken: Awaited<ReturnType<Intake<never>>>): Arrival {
  const times = taken.changes.map((change) =>
    change.kind === "revision-arrived" ? orderTimeOf(change.head.times) : Number.NEGATIVE_INFINITY,
  );
  const newest = Math.max(arrival.newestItem ?? Number.NEGATIVE_INFINITY, ...times);
  return {
    ...arrival,
    added: arrival.added + taken.added,
    revised: arrival.revised + taken.revised,
    newestItem: Number.isFinite(newest) ? newest : null,
  };
}

/** The delivery is told again with every batch, so that what a power cut leaves behind is counted as it is. */
function closeBatch(
  changes: readonly Change[],
  source: Source,
  arrival: Arrival,
  cursor: SourceCursor | null,
): readonly Change[] {
  const { delivery: id, at, added, revised, received } = arrival;
  const batch: Change[] = [...changes];
  if (changes.length > 0) {
    const leftOut = arrival.leftOut.map(({ label }) => label);
    const delivery = { id, way: "feed", label: source.name, at, added, revised, received, leftOut } as const;
    batch.push({ kind: "delivery-made", delivery });
  }
  if (cursor !== null) batch.push({ kind: "cursor-moved", sourceId: source.id, cursor });
  return batch;
}

function newDeliveryId(randomBytes: (count: number) => Uint8Array): DeliveryId {
  return brandId<DeliveryId>(Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, "0")).join(""));
}
