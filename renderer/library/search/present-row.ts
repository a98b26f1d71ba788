import type { BriefingRow } from "../../model/briefing.ts";
import type { SearchHit } from "../../model/view.ts";
import { rangesOf, type TextMarker } from "./highlight.ts";
import type { PlainTexts } from "./plain-texts.ts";
import { bestSnippet, cutSnippet, type Snippet } from "./snippet.ts";

export interface PresentedRow {
  readonly hit: SearchHit;
  readonly wordsShown: number;
}

/** What the list's own texts show of the match, and how many of the words that is. */
export function presentRow(row: BriefingRow, marker: TextMarker): PresentedRow {
  const { title, keyPoints, lead } = row.head;
  const passages = [...keyPoints, lead];
  const [inTitle = [], ...inPassages] = marker.mark([title, ...passages]);
  const snippet = bestSnippet(passages, inPassages) ?? cutSnippet(lead, 0, []);
  const shown = new Set([...inTitle, ...inPassages.flat()].map((mark) => mark.word));
  return {
    hit: { row, titleRanges: rangesOf(inTitle), snippet: snippet.text, snippetRanges: snippet.ranges },
    wordsShown: shown.size,
  };
}

export function passageOf(texts: PlainTexts | null, marker: TextMarker): Snippet | null {
  if (texts === null) return null;
  const passages = [...texts.keyPoints, ...texts.runs];
  const marks = marker.mark([texts.title, ...passages]).slice(1);
  return bestSnippet(passages, marks);
}
