import type { BodyTree } from "../../model/body.ts";
import type { BriefingHead, RevisionContent } from "../../model/briefing.ts";
import { type BriefingId, brandId, type DeliveryId } from "../../model/ids.ts";
import type { ReferenceLabel } from "../../model/reference.ts";
import type { InterfaceLanguage } from "../../model/settings.ts";
import { noonOf, type PlainDate } from "../../model/time.ts";
import { type ReferenceText, readReference } from "./read-reference.ts";

export interface ShelfVersion {
  readonly language: InterfaceLanguage;
  readonly head: BriefingHead;
  readonly label: ReferenceLabel;
  /** Its block tree is built when it is first asked for: most are never opened. */
  content(): RevisionContent;
}

export interface ShelfItem {
  readonly id: BriefingId;
  /** The French one is the master and always there. */
  readonly master: ShelfVersion;
  /** In these languages, French first. */
  readonly versions: ReadonlyMap<InterfaceLanguage, ShelfVersion>;
}

export interface ShelfTools {
  readonly digestId: (...parts: readonly string[]) => Promise<string>;
  readonly buildBody: (markdown: string) => BodyTree;
}

/** Who stands under these texts, in every language. */
const teamName = "Field Reader";
const languageOrder: readonly InterfaceLanguage[] = ["fr", "en", "sw"];

/** Joins the language versions of each text to one item, in the shelf's order. */
export async function makeShelfItems(files: readonly string[], tools: ShelfTools): Promise<readonly ShelfItem[]> {
  const byKey = new Map<string, ReferenceText[]>();
  for (const text of files.map(readReference)) byKey.set(text.key, [...(byKey.get(text.key) ?? []), text]);
  const inOrder = [...byKey.values()].sort(([left], [right]) => (left?.order ?? 0) - (right?.order ?? 0));
  return Promise.all(inOrder.map((texts) => makeItem(texts, tools)));
}

async function makeItem(texts: readonly ReferenceText[], tools: ShelfTools): Promise<ShelfItem> {
  const inOrder = languageOrder.flatMap((language) => texts.find((text) => text.language === language) ?? []);
  const [first] = inOrder;
  if (first?.language !== "fr") throw new SyntaxError("a reference has a French text");
  const id = brandId<BriefingId>(await tools.digestId("reference", first.key));
  const noDelivery = brandId<DeliveryId>(await tools.digestId("reference", "delivery"));
  const languages = inOrder.map(({ language }) => language);
  const made = inOrder.map((text): ShelfVersion => {
    let content: RevisionContent | null = null;
    return {
      language: text.language,
      head: headOf(text, id, noDelivery),
      label: labelOf(text, languages),
      content() {
        const { title, keyPoints, markdown } = text;
        content ??= { title, keyPoints, body: tools.buildBody(markdown), attachments: [] };
        return content;
      },
    };
  });
  return {
    id,
    master: made[0] as ShelfVersion,
    versions: new Map(made.map((version) => [version.language, version])),
  };
}

function labelOf(text: ReferenceText, versions: readonly InterfaceLanguage[]): ReferenceLabel {
  const { language, checked, reviewBefore, sources, isReviewed } = text;
  return { language, versions, checked, reviewBefore, sources, isReviewed };
}

function headOf(text: ReferenceText, id: BriefingId, delivery: DeliveryId): BriefingHead {
  const { title, keyPoints, markdown, language, checked, reviewBefore } = text;
  return {
    id,
    title,
    keyPoints,
    lead: keyPoints[0] ?? "",
    language,
    kind: "reference",
    times: { asOf: checked, published: null, posted: null, fetched: noonOf(checked) },
    expires: endOf(reviewBefore),
    sourceId: null,
    sourceName: teamName,
    authors: [],
    link: null,
    grade: { source: null, information: null },
    handling: { audience: "public", label: null },
    extractOnly: false,
    fullText: null,
    withdrawn: null,
    wordCount: `${keyPoints.join(" ")} ${markdown}`.match(/[\p{L}\p{N}][^\s|]*/gu)?.length ?? 0,
    attachments: [],
    kept: [],
    revision: 1,
    revisedAt: null,
    delivery,
    provenances: [],
  };
}

function endOf(day: PlainDate): number {
  return Date.parse(`${day}T23:59:59Z`);
}
