import { createContext, memo, type ReactNode, use, useMemo } from "react";
import type { Block, BodyTree, Inline } from "../../model/body.ts";
import { firstRunsOf, type MatchPlaces, type NumberedMatch } from "../reading/body-runs.ts";
import { headingDepthsOf } from "../reading/outline.ts";
import { FigurePlace } from "./figure-place.tsx";
import { InlineText } from "./inline-text.tsx";
import { TableView } from "./table-view.tsx";
import { useProgressiveCount } from "./use-progressive-count.ts";

export interface BodyViewProps {
  readonly body: BodyTree;
  readonly matches?: MatchPlaces | null;
}

interface Reading {
  readonly firstRuns: ReadonlyMap<Block, number>;
  readonly depths: ReadonlyMap<Block, number>;
  readonly matches: MatchPlaces | null;
}

const ReadingContext = createContext<Reading>({ firstRuns: new Map(), depths: new Map(), matches: null });
const noMatches: readonly NumberedMatch[] = [];

/** A briefing's text, made of React elements from the block tree. Long texts come a screenful first. */
export function BodyView({ body, matches = null }: BodyViewProps) {
  const reading = useMemo(
    () => ({ firstRuns: firstRunsOf(body), depths: headingDepthsOf(body), matches }),
    [body, matches],
  );
  const count = useProgressiveCount(body.blocks.length, { first: 14, step: 30 });
  return (
    <ReadingContext value={reading}>
      {body.blocks.slice(0, count).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a body never changes its order; a new one is a new tree
        <BlockView key={index} block={block} number={index} />
      ))}
    </ReadingContext>
  );
}

/** The element that a heading of the outline stands at. */
export function blockAnchor(number: number): string {
  return `block-${number}`;
}

const BlockView = memo(function BlockView({
  block,
  number,
}: {
  readonly block: Block;
  readonly number?: number;
}): ReactNode {
  const { firstRuns, depths, matches } = use(ReadingContext);
  const first = firstRuns.get(block) ?? 0;
  const inRun = (run: number) => matches?.runs.get(run) ?? noMatches;
  const text = (inlines: readonly Inline[], run = first) => <InlineText inlines={inlines} matches={inRun(run)} />;
  switch (block.kind) {
    case "heading": {
      const Tag = `h${Math.min(6, (depths.get(block) ?? 1) + 2)}` as "h3" | "h4" | "h5" | "h6";
      return (
        <Tag
          id={number === undefined ? undefined : blockAnchor(number)}
          tabIndex={number === undefined ? undefined : -1}
        >
          {text(block.inlines)}
        </Tag>
      );
    }
    case "paragraph":
      return <p>{text(block.inlines)}</p>;
    case "preformatted":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll inside, so keys must reach it
        <pre tabIndex={0}>
          <InlineText inlines={[{ kind: "text", text: block.text, marks: [], href: null }]} matches={inRun(first)} />
        </pre>
      );
    case "quote":
      return (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case "list":
      return <ListView block={block} />;
    case "table":
      return <TableView table={block} renderText={(inlines, run) => text(inlines, first + run)} />;
    case "figure":
      return <FigurePlace figure={block} caption={block.caption.length === 0 ? null : text(block.caption)} />;
  }
});

function ListView({ block }: { readonly block: Extract<Block, { kind: "list" }> }) {
  const count = useProgressiveCount(block.items.length, { first: 100, step: 100 });
  const items = block.items.slice(0, count).map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a body never changes its order
    <li key={index}>
      <Blocks blocks={item.blocks} />
    </li>
  ));
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a body never changes its order
    <BlockView key={index} block={block} />
  ));
}
