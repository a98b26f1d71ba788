import type { BriefingHead, RevisionContent } from "../../model/briefing.ts";
import type { Change } from "../../model/changes.ts";
import { type BriefingId, brandId, type DeliveryId, type SourceId } from "../../model/ids.ts";
import type { Source } from "../../model/source.ts";
import { dayMs } from "../../model/time.ts";
import type { Delivery } from "../../model/view.ts";
import type { Vault } from "../vault.ts";

/** Invented briefings for tests: number n is published n hours after a Monday in October. */
export const sampleEpoch = Date.UTC(2026, 9, 5, 6);
const hourMs = dayMs / 24;

export function sampleId<Id extends BriefingId | SourceId | DeliveryId>(number: number): Id {
  return brandId<Id>(number.toString(16).padStart(32, "0"));
}

export const sampleSource: Source = {
  id: sampleId<SourceId>(0xfeed),
  address: "https://news.example/kivu.xml",
  name: "Kivu Access Notes",
  homePage: "https://news.example/",
  format: "rss",
  flavour: "plain",
  rank: 1,
  enabled: true,
  audience: "public",
  permissions: { insecure: false, local: false },
  folder: null,
  fullText: "never",
};

export function sampleDelivery(number: number, but: Partial<Delivery> = {}): Delivery {
  return {
    id: sampleId<DeliveryId>(0xd0000 + number),
    way: "feed",
    label: sampleSource.name,
    at: sampleEpoch + number * dayMs,
    added: 1,
    revised: 0,
    received: 2_000,
    leftOut: [],
    ...but,
  };
}

export function sampleHead(number: number, but: Partial<BriefingHead> = {}): BriefingHead {
  const delivery = sampleId<DeliveryId>(0xd0000);
  const fetched = sampleEpoch + 1000 * hourMs;
  return {
    id: sampleId<BriefingId>(number),
    title: `The ferry at landing ${number} runs again`,
    keyPoints: ["Two crossings a day", "Lorries over 10 t have to wait"],
    lead: "After nine days of repairs the ferry carries passengers and light vehicles.",
    language: "en",
    kind: "access",
    times: { asOf: null, published: sampleEpoch + number * hourMs, posted: null, fetched },
    expires: null,
    sourceId: sampleSource.id,
    sourceName: sampleSource.name,
    authors: [],
    link: `https://news.example/items/${number}`,
    grade: { source: null, information: null },
    handling: { audience: "public", label: null },
    extractOnly: false,
    fullText: null,
    withdrawn: null,
    wordCount: 120,
    attachments: [],
    kept: [],
    revision: 1,
    revisedAt: null,
    delivery,
    provenances: [{ way: "feed", sourceId: sampleSource.id, delivery, label: sampleSource.name, at: fetched }],
    ...but,
  };
}

export function sampleContent(number: number, text = "The road is dry and open for all vehicles."): RevisionContent {
  const paragraph = (words: string) => ({
    kind: "paragraph" as const,
    inlines: [{ kind: "text" as const, text: words, marks: [], href: null }],
  });
  return {
    title: `The ferry at landing ${number} runs again`,
    keyPoints: ["Two crossings a day", "Lorries over 10 t have to wait"],
    body: { blocks: [paragraph(`Landing ${number}.`), paragraph(text)] },
    attachments: [],
  };
}

/** The change that brings a sample briefing, its body sealed by the vault that will keep it. */
export async function sampleArrival(
  vault: Pick<Vault, "sealRevision">,
  number: number,
  but: { readonly head?: Partial<BriefingHead>; readonly text?: string; readonly marksUnread?: boolean } = {},
): Promise<Change> {
  const head = sampleHead(number, but.head);
  return {
    kind: "revision-arrived",
    signature: null,
    head,
    contentDigest: (number * 1000 + head.revision).toString(16).padStart(32, "0"),
    marksUnread: but.marksUnread ?? false,
    body: await vault.sealRevision(head.id, head.revision, sampleContent(number, but.text)),
  };
}
