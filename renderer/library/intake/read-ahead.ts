import type { BriefingId } from "../../model/ids.ts";
import { signatureOf } from "../copies/signature-of.ts";
import type { FeedItem } from "../feeds/parsed-feed.ts";
import { type BuiltBriefing, buildBriefing } from "./build-briefing.ts";
import { contentDigest } from "./content-digest.ts";

/** A body sealed before its turn: good for that briefing's first revision, and for nothing else. */
export interface FirstBody {
  readonly id: BriefingId;
  readonly sealed: Uint8Array;
}

export interface ReadItem {
  readonly built: BuiltBriefing;
  readonly digest: string;
  readonly signature: string | null;
  readonly firstBody: FirstBody | null;
}

export interface ItemReader {
  read(item: FeedItem): Promise<ReadItem>;
  /**
   * Reads them one after another while their turn hasn't come, for instance while others are being written. `seal`
   * answers null for an item that doesn't look new.
   */
  readAhead(
    items: readonly FeedItem[],
    seal: (item: FeedItem, built: BuiltBriefing) => Promise<FirstBody | null>,
  ): void;
}

/** Reading an item needs nothing of what the library holds, so it needn't wait for the items before it. */
export function createItemReader(): ItemReader {
  const ahead = new WeakMap<FeedItem, Promise<ReadItem>>();

  async function readNow(item: FeedItem, seal: Parameters<ItemReader["readAhead"]>[1] | null): Promise<ReadItem> {
    const built = buildBriefing(item);
    const [digest, firstBody] = await Promise.all([contentDigest(built.content), seal?.(item, built) ?? null]);
    return { built, digest, signature: signatureOf(built.content), firstBody };
  }

  return {
    read(item) {
      const reading = ahead.get(item) ?? readNow(item, null);
      ahead.delete(item);
      return reading;
    },
    readAhead(items, seal) {
      const readAll = async () => {
        for (const item of items) {
          const reading = readNow(item, seal);
          ahead.set(item, reading);
          await reading;
        }
      };
      // Whoever reads the item in its turn meets the error again.
      readAll().catch(() => {});
    },
  };
}
