import type { FeedItem } from "../feeds/parsed-feed.ts";
import { type BuiltBriefing, buildBriefing } from "./build-briefing.ts";
import { contentDigest } from "./content-digest.ts";

export interface ReadItem {
  readonly built: BuiltBriefing;
  readonly digest: string;
}

export interface ItemReader {
  read(item: FeedItem): Promise<ReadItem>;
  /** Reads them one after another while their turn hasn't come, for instance while others are being written. */
  readAhead(items: readonly FeedItem[]): void;
}

/** Reading an item needs nothing of what the library holds, so it needn't wait for the items before it. */
export function createItemReader(): ItemReader {
  const ahead = new WeakMap<FeedItem, Promise<ReadItem>>();

  async function readNow(item: FeedItem): Promise<ReadItem> {
    const built = buildBriefing(item);
    return { built, digest: await contentDigest(built.content) };
  }

  async function readAll(items: readonly FeedItem[]): Promise<void> {
    for (const item of items) {
      const reading = readNow(item);
      ahead.set(item, reading);
      await reading;
    }
  }

  return {
    read(item) {
      const reading = ahead.get(item) ?? readNow(item);
      ahead.delete(item);
      return reading;
    },
    readAhead(items) {
      // Whoever reads the item in its turn meets the error again.
      readAll(items).catch(() => {});
    },
  };
}
