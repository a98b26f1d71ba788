import { Fragment, type ReactNode } from "react";
import type { Inline, Mark } from "../../model/body.ts";
import type { NumberedMatch } from "../reading/body-runs.ts";
import { splitByRanges } from "../reading/split-by-ranges.ts";
import { OutsideLink } from "./outside-link.tsx";

const tags: Readonly<Record<Mark, "strong" | "em" | "code" | "sub" | "sup">> = {
  strong: "strong",
  emphasis: "em",
  code: "code",
  sub: "sub",
  sup: "sup",
};

/** One text run. Matches are counted over its whole plain text, so they may begin in one piece and end in another. */
export function InlineText({
  inlines,
  matches,
}: {
  readonly inlines: readonly Inline[];
  readonly matches: readonly NumberedMatch[];
}): ReactNode {
  let at = 0;
  return inlines.map((inline, index) => {
    const start = at;
    at += inline.kind === "text" ? inline.text.length : 1;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a run have no other name
    if (inline.kind === "line-break") return <br key={index} />;
    let piece: ReactNode = <MarkedText text={inline.text} start={start} matches={matches} />;
    for (const mark of inline.marks) {
      const Tag = tags[mark];
      piece = <Tag>{piece}</Tag>;
    }
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a run have no other name
      <Fragment key={index}>
        {inline.href === null ? piece : <OutsideLink address={inline.href}>{piece}</OutsideLink>}
      </Fragment>
    );
  });
}

/** A piece of a run that starts at `start`, with the matches that touch it marked. */
export function MarkedText({
  text,
  start = 0,
  matches,
}: {
  readonly text: string;
  readonly start?: number;
  readonly matches: readonly NumberedMatch[];
}): ReactNode {
  const here = matches.filter((match) => match.end > start && match.start < start + text.length);
  if (here.length === 0) return text;
  const ranges = here.map((match) => ({ start: match.start - start, end: match.end - start }));
  return splitByRanges(text, ranges).map((stretch, index) => {
    const match = stretch.range === null ? undefined : here[stretch.range];
    return match === undefined ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text have no other name
      <Fragment key={index}>{stretch.text}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text have no other name
      <mark key={index} data-match={match.number}>
        {stretch.text}
      </mark>
    );
  });
}
