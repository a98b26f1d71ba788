import { randomFillSync } from "node:crypto";
import type { VaultPlaces } from "../../electron/services/vault-folder.ts";
import type { FeedItem } from "../../renderer/library/feeds/parsed-feed.ts";
import { createFeedIntake } from "../../renderer/library/intake/intake-feed.ts";
import { openVault } from "../../renderer/library/open-vault.ts";
import { shippedLimits } from "../../renderer/library/surroundings.ts";
import { brandId, type DeliveryId, type SourceId } from "../../renderer/model/ids.ts";
import type { Source } from "../../renderer/model/source.ts";
import { dayMs } from "../../renderer/model/time.ts";
import { type CorpusBriefing, generateBriefings } from "./corpus.ts";
import { openNodeHost } from "./node-host.ts";

const itemsPerCommit = 200;
const sourceCount = 5;
const hexOf = (number: number): string => number.toString(16).padStart(32, "0");

/** No database: what is made here is the journal, and the app makes its working copy from that. */
const noDatabase = {
  open() {
    throw new Error("a vault is filled without a database");
  },
} as unknown as IDBFactory;

/** A vault of so many briefings, made by the shipped library: intake, sealing, journal. */
export async function fillVault(
  places: VaultPlaces,
  {
    count,
    now,
    onProgress,
    briefings = generateBriefings({ count, seed: 2 }),
  }: { count: number; now: number; onProgress: (done: number) => void; briefings?: Iterable<CorpusBriefing> },
): Promise<void> {
  const { host, end } = openNodeHost(places);
  const opened = await openVault(
    {
      host,
      clock: () => now,
      randomBytes: (bytes) => randomFillSync(new Uint8Array(bytes)),
      wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
      startPdfWorker: () => {
        throw new Error("no PDF here");
      },
      indexedDB: noDatabase,
      limits: shippedLimits,
      drawPicture: null,
      shelfTexts: async () => [],
    },
    { onStatus: () => {}, onChanged: () => {}, onLog: () => {}, takeOver: false },
  );
  if (!opened.ok) throw new Error(`the vault can't be opened: ${opened.failure.kind}`);
  const vault = opened.value;
  const takeIn = createFeedIntake(vault);
  const sources = Array.from({ length: sourceCount }, (_, number) => sourceNumber(number));
  await commit(sources.map((source) => ({ kind: "source-added", source })));

  let done = 0;
  let items: FeedItem[] = [];
  for (const briefing of briefings) {
    // Six a day: a library of some years.
    items.push(itemOf(briefing, now - (count - done) * (dayMs / 6)));
    done++;
    if (items.length === itemsPerCommit || done === count) {
      await commitItems(items, sources[Math.floor(done / itemsPerCommit) % sourceCount] as Source);
      items = [];
      onProgress(done);
    }
  }
  await vault.close();
  await end();

  async function commitItems(batch: readonly FeedItem[], source: Source): Promise<void> {
    const delivery = brandId<DeliveryId>(hexOf(done));
    const { changes, added } = await takeIn({ source, items: batch, delivery, at: now });
    await commit([
      {
        kind: "delivery-made",
        delivery: {
          id: delivery,
          way: "feed",
          label: source.name,
          at: now,
          added,
          revised: 0,
          received: 0,
          leftOut: [],
        },
      },
      ...changes,
    ]);
  }

  async function commit(changes: Parameters<typeof vault.commit>[0]): Promise<void> {
    const committed = await vault.commit(changes);
    if (!committed.ok) throw new Error(`nothing could be written: ${committed.failure.kind}`);
  }
}

function sourceNumber(number: number): Source {
  return {
    id: brandId<SourceId>(hexOf(number + 1)),
    address: `https://feeds.example.org/${number}.xml`,
    name: `Bulletin ${number + 1}`,
    homePage: null,
    format: "rss",
    flavour: "plain",
    rank: 2,
    // Nothing is fetched from them.
    enabled: false,
    audience: "internal",
    permissions: { insecure: false, local: false },
    folder: null,
    fullText: "never",
  };
}

function itemOf(briefing: CorpusBriefing, published: number): FeedItem {
  return {
    itemKey: briefing.id,
    title: briefing.title,
    link: `https://feeds.example.org/items/${briefing.id}`,
    content: { kind: "html", text: htmlOf(briefing) },
    baseAddress: null,
    published,
    posted: null,
    updated: null,
    authors: [],
    publisher: null,
    language: briefing.lang,
    attachments: [],
    extractOnly: false,
  };
}

export function htmlOf({ keyPoints, body }: Pick<CorpusBriefing, "keyPoints" | "body">): string {
  const points = keyPoints.map((point) => `<li>${point}</li>`).join("");
  const list = points === "" ? "" : `<h3>Key points</h3><ul>${points}</ul>`;
  const paragraphs = body.map(
    (text, number) => `${number % 4 === 1 ? `<h3>${text.slice(0, 30)}</h3>` : ""}<p>${text}</p>`,
  );
  return list + paragraphs.join("");
}
