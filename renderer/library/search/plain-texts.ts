import type { BriefingHead, RevisionContent } from "../../model/briefing.ts";
import type { BriefingId } from "../../model/ids.ts";
import { textRunsOf } from "../../model/reading-order.ts";
import { orderTimeOf } from "../../model/time.ts";
import type { SearchDocument } from "./search-index.ts";

/** Title, key points and body of a briefing as one row of texts. */
export interface PlainTexts {
  readonly title: string;
  readonly keyPoints: readonly string[];
  readonly runs: readonly string[];
}

export function plainTextsOf({ title, keyPoints, body }: RevisionContent): PlainTexts {
  return { title, keyPoints, runs: textRunsOf(body).map((run) => run.text) };
}

/** What search knows of a briefing. A damaged body leaves what its head still tells. */
export function searchDocumentOf(head: BriefingHead, content: RevisionContent | null): SearchDocument {
  const texts = content === null ? { ...head, runs: [head.lead] } : plainTextsOf(content);
  return {
    id: head.id,
    revision: head.revision,
    time: orderTimeOf(head.times),
    title: texts.title,
    keyPoints: texts.keyPoints,
    sourceName: head.sourceName,
    body: texts.runs,
  };
}

/** Texts of the briefings that were on screen last: with each further letter mostly the same ones are asked again. */
export class RecentTexts {
  readonly #kept = new Map<string, PlainTexts>();
  readonly #maxLength: number;
  #length = 0;

  constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  get(id: BriefingId, revision: number): PlainTexts | null {
    const key = `${id} ${revision}`;
    const texts = this.#kept.get(key);
    if (texts === undefined) return null;
    this.#kept.delete(key);
    this.#kept.set(key, texts);
    return texts;
  }

  keep(id: BriefingId, revision: number, texts: PlainTexts): void {
    const key = `${id} ${revision}`;
    this.#forget(key);
    this.#kept.set(key, texts);
    this.#length += lengthOf(texts);
    for (const oldest of this.#kept.keys()) {
      if (this.#length <= this.#maxLength) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    const texts = this.#kept.get(key);
    if (texts === undefined) return;
    this.#length -= lengthOf(texts);
    this.#kept.delete(key);
  }
}

function lengthOf({ title, keyPoints, runs }: PlainTexts): number {
  return [title, ...keyPoints, ...runs].reduce((sum, text) => sum + text.length, 0);
}
