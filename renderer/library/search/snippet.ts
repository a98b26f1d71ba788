import type { TextRange } from "../../model/briefing.ts";
import { type Mark, rangesOf } from "./highlight.ts";

export const maxSnippetLength = 200;
// A few words before the first match, so that it reads as a passage.
const leadIn = 48;
const ellipsis = "…";

export interface Snippet {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

interface Passage {
  readonly text: number;
  readonly start: number;
  readonly words: number;
}

/** The passage with the most different words of the query, the first of equals; null where none of them stands. */
export function bestSnippet(texts: readonly string[], marks: readonly (readonly Mark[])[]): Snippet | null {
  let best: Passage | null = null;
  for (const [text, ofText] of marks.entries()) {
    for (let first = 0; first < ofText.length; first++) {
      const { start } = ofText[first] as Mark;
      const words = new Set<number>();
      for (let at = first; at < ofText.length; at++) {
        const mark = ofText[at] as Mark;
        if (mark.end - start > maxSnippetLength - leadIn) break;
        words.add(mark.word);
      }
      if (words.size > (best?.words ?? 0)) best = { text, start, words: words.size };
    }
  }
  if (best === null) return null;
  return cutSnippet(texts[best.text] as string, best.start, marks[best.text] as readonly Mark[]);
}

/** At most 200 units of a text, around a place in it, cut between words where it can be. */
export function cutSnippet(text: string, around: number, marks: readonly Mark[]): Snippet {
  const wanted = Math.max(0, Math.min(around - leadIn, text.length - maxSnippetLength + ellipsis.length));
  const start = wanted === 0 ? 0 : wordStartAfter(text, wanted, around);
  const before = start === 0 ? "" : ellipsis;
  const room = maxSnippetLength - before.length;
  const isWhole = text.length - start <= room;
  const end = isWhole ? text.length : wordEndBefore(text, start + room - ellipsis.length, start);
  const body = text.slice(start, end).replace(/\s/g, " ");
  const shift = before.length - start;
  const ranges = rangesOf(marks)
    .filter((range) => range.end > start && range.start < end)
    .map((range) => ({ start: Math.max(range.start, start) + shift, end: Math.min(range.end, end) + shift }));
  return { text: before + body + (isWhole ? "" : ellipsis), ranges };
}

function wordStartAfter(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (/\s/.test(text.charAt(at - 1))) return at;
  return limit > from ? outsidePair(text, from) : outsidePair(text, limit);
}

function wordEndBefore(text: string, from: number, limit: number): number {
  for (let at = from; at > Math.max(limit, from - leadIn); at--) if (/\s/.test(text.charAt(at))) return at;
  return outsidePair(text, from);
}

/** Never between the two halves of one character. */
function outsidePair(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
