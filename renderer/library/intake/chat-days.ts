import type { Block, BodyTree } from "../../model/body.ts";
import type { BriefingHead } from "../../model/briefing.ts";
import type { BriefingId } from "../../model/ids.ts";
import type { DraftFields } from "../../model/import-draft.ts";
import { textRunsOf } from "../../model/reading-order.ts";
import type { ReadText } from "../import/import-tools.ts";

/** The briefings that a day may be found among. */
export interface ChatDays {
  heads(): Iterable<BriefingHead>;
  bodyOf(id: BriefingId): Promise<BodyTree | null>;
}

/** A day of a chat that is here, and what it says once the messages of another export have joined it. */
export interface StandingDay {
  readonly id: BriefingId;
  /** null = the other export has no message that isn't here. */
  readonly grown: BodyTree | null;
}

/**
 * The briefing of this chat's day from an earlier export. Two chats may have one name: it is the same one only if a
 * message of the day stands in both. No message that is here is lost, because phones export only the newest ones.
 */
export async function findChatDay(days: ChatDays, { fields, body }: ReadText): Promise<StandingDay | null> {
  for (const head of days.heads()) {
    if (!mayBeThatDay(head, fields)) continue;
    const stored = await days.bodyOf(head.id);
    if (stored === null) continue;
    const known = new Set(stored.blocks.map(messageOf));
    const added = body.blocks.filter((block) => !known.has(messageOf(block)));
    if (added.length === body.blocks.length) continue;
    const blocks = inOrderOfTime([...stored.blocks, ...added]);
    return { id: head.id, grown: added.length === 0 ? null : { blocks } };
  }
  return null;
}

/**
 * What a person said of a day when it first came holds for what completes it, unless they now say otherwise: above all
 * who may read it.
 */
export function asSaidBefore(fields: DraftFields, read: DraftFields, before: BriefingHead): DraftFields {
  const { title, keyPoints, times, sourceName, language, kind, handling, link } = before;
  const stood: DraftFields = {
    ...{ title, keyPoints, sourceName, language, kind, link },
    ...{ asOf: times.asOf, published: times.published },
    ...{ audience: handling.audience, label: handling.label },
  };
  const saidNow = Object.entries(fields).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(read[name as keyof DraftFields]),
  );
  return { ...stood, ...Object.fromEntries(saidNow) };
}

function mayBeThatDay(head: BriefingHead, { title, asOf, sourceName }: ReadText["fields"]): boolean {
  return (
    head.times.asOf === asOf &&
    // A person may have corrected one of the two.
    (head.title === title || head.sourceName === sourceName) &&
    head.provenances.some(({ way }) => way === "file")
  );
}

function messageOf(block: Block): string {
  return textRunsOf({ blocks: [block] })
    .map(({ text }) => text)
    .join("\n");
}

/** Each message begins with its time; what has none stays behind the one before it. */
function inOrderOfTime(blocks: readonly Block[]): readonly Block[] {
  let time = "";
  const timed = blocks.map((block) => {
    time = /^\d{2}:\d{2}/.exec(messageOf(block))?.[0] ?? time;
    return { block, time };
  });
  return timed
    .sort((one, other) => (one.time < other.time ? -1 : one.time > other.time ? 1 : 0))
    .map(({ block }) => block);
}
