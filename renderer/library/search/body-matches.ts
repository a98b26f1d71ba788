import type { BodyMatch, RevisionContent } from "../../model/briefing.ts";
import { rangesOf, TextMarker } from "./highlight.ts";
import { plainTextsOf } from "./plain-texts.ts";
import type { WordAnswer } from "./search-index.ts";

const maxBodyMatches = 2_000;

/** Where words stand in an opened text, in reading order. */
export function bodyMatches(content: RevisionContent, words: readonly WordAnswer[]): readonly BodyMatch[] {
  const { title, keyPoints, runs } = plainTextsOf(content);
  return new TextMarker(words)
    .mark([title, ...keyPoints, ...runs])
    .flatMap((ofText, at) => rangesOf(ofText).map((range) => ({ ...partAt(at, keyPoints.length), ...range })))
    .slice(0, maxBodyMatches);
}

function partAt(at: number, keyPoints: number): Pick<BodyMatch, "part" | "index"> {
  if (at === 0) return { part: "title", index: 0 };
  return at <= keyPoints ? { part: "key-point", index: at - 1 } : { part: "body", index: at - 1 - keyPoints };
}
