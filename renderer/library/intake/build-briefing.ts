import type { Block } from "../../model/body.ts";
import type { BriefingKind, Language, RevisionContent } from "../../model/briefing.ts";
import { guessKind } from "../../model/guess-kind.ts";
import { cleanLine } from "../../model/plain-characters.ts";
import { plainTextOf, textRunsOf } from "../../model/reading-order.ts";
import { asOfIn } from "../../model/stated-dates.ts";
import { dayMs, noonOf, type PlainDate } from "../../model/time.ts";
import { buildBody, measureBody } from "../body/build-body.ts";
import type { FeedItem } from "../feeds/parsed-feed.ts";
import { detectLanguage } from "./detect-language.ts";

/** All that is read out of an item before anything is known of what the library holds. */
export interface BuiltBriefing {
  readonly content: RevisionContent;
  readonly lead: string;
  readonly wordCount: number;
  readonly language: Language;
  readonly kind: BriefingKind;
  readonly asOf: PlainDate | null;
}

/** "As of" further down is about one figure, not about the briefing. */
const asOfReach = 400;

export function buildBriefing(item: FeedItem): BuiltBriefing {
  const built = buildBody({ ...item.content, baseAddress: item.baseAddress });
  const body = { blocks: withoutRepeatedTitle(built.body.blocks, item.title) };
  const { lead, wordCount } = body.blocks === built.body.blocks ? built : measureBody(body, built.keyPoints);
  const { title, attachments } = item;
  const { keyPoints } = built;
  const text = [...keyPoints, lead].join(" ");
  return {
    content: { title, keyPoints, body, attachments },
    lead,
    wordCount,
    language: detectLanguage(`${title}. ${sampleOf(keyPoints, body.blocks)}`, item.language),
    kind: guessKind(title),
    asOf: sensibleAsOf(asOfIn(title) ?? asOfIn(text.slice(0, asOfReach)), item),
  };
}

/** Many sources begin the text with its own title. */
function withoutRepeatedTitle(blocks: readonly Block[], title: string): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== "heading" && first?.kind !== "paragraph") return blocks;
  const fold = (text: string) => cleanLine(text).toLowerCase().replace(/\W+$/, "");
  return rest.length > 0 && fold(plainTextOf(first.inlines)) === fold(title) ? rest : blocks;
}

const sampleLength = 1_200;

function sampleOf(keyPoints: readonly string[], blocks: readonly Block[]): string {
  let sample = keyPoints.join(" ");
  for (const { text } of textRunsOf({ blocks: blocks.slice(0, 20) })) {
    sample += ` ${text}`;
    if (sample.length > sampleLength) break;
  }
  return sample;
}

/** Data can't be of a day after its publication: such a date is about something else. */
function sensibleAsOf(day: PlainDate | null, { published, posted }: FeedItem): PlainDate | null {
  const told = published ?? posted;
  return day !== null && told !== null && noonOf(day) > told + dayMs ? null : day;
}
