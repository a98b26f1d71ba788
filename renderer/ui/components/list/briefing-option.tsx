import { memo } from "react";
import type { BriefingRow, TextRange } from "../../../model/briefing.ts";
import { freshnessOf } from "../../../model/freshness.ts";
import type { ReferenceLabel } from "../../../model/reference.ts";
import type { RowCopies, SearchHit } from "../../../model/view.ts";
import { useReadingState } from "../../queries/reading-states-context.tsx";
import { useClock } from "../../queries/use-clock.tsx";
import { isOnlyFullText } from "../../reading/is-only-full-text.ts";
import { splitByRanges } from "../../reading/split-by-ranges.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { AgedIcon, DownIcon, SaveIcon } from "../icons.tsx";
import { SensitivityMark } from "../sensitivity-mark.tsx";

export interface BriefingOptionProps {
  readonly id: string;
  readonly row: BriefingRow;
  readonly hit: SearchHit | null;
  readonly copies: RowCopies | null;
  /** The copies it stands for are shown below it. */
  readonly isOpened: boolean;
  readonly index: number;
  readonly count: number;
  readonly height: number;
  readonly isSelected: boolean;
}

/** Longer titles are cut here: a row shows two lines, and a title may be of any length. */
const longestTitle = 240;

export const BriefingOption = memo(function BriefingOption(props: BriefingOptionProps) {
  const { id, row, hit, copies, isOpened, index, count, height, isSelected } = props;
  const state = useReadingState(row.head.id, row.state);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus and points at its options by id
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-index={index}
      className={`row${state.read ? "" : " row-unread"}${hit === null ? "" : " row-hit"}${copies?.role === "copy" ? " row-copy" : ""}`}
      style={{ height }}
    >
      <RowMarks isRead={state.read} isSaved={state.saved} />
      <RowText row={row} hit={hit} />
      {row.reference === undefined ? (
        <RowFacts row={row} copies={copies} isOpened={isOpened} />
      ) : (
        <ReferenceFacts row={row} reference={row.reference} />
      )}
    </div>
  );
});

const RowMarks = memo(function RowMarks({ isRead, isSaved }: { readonly isRead: boolean; readonly isSaved: boolean }) {
  const words = useText().reading.list;
  return (
    <span className="row-marks">
      {isRead ? null : <span className="row-dot" role="img" aria-label={words.unread} />}
      {isSaved ? (
        <span className="row-saved" role="img" aria-label={words.saved}>
          <SaveIcon filled />
        </span>
      ) : null}
    </span>
  );
});

/** Apart from what stands beside it: the next letter changes what is marked here, and nothing else of a row. */
const RowText = memo(function RowText({ row: { head }, hit }: Pick<BriefingOptionProps, "row" | "hit">) {
  const { untitled } = useText().reading.reader;
  const second = hit?.snippet || head.lead;
  return (
    <span className="row-text" lang={head.language === "und" ? undefined : head.language}>
      <span className="row-title">
        <Marked text={head.title.slice(0, longestTitle) || untitled} ranges={hit?.titleRanges ?? noRanges} />
      </span>
      {second === "" ? null : (
        <span className="row-lead">
          <Marked text={second} ranges={hit?.snippet ? hit.snippetRanges : noRanges} />
        </span>
      )}
    </span>
  );
});

const noRanges: readonly TextRange[] = [];

function Marked({ text, ranges }: { readonly text: string; readonly ranges: readonly TextRange[] }) {
  if (ranges.length === 0) return text;
  return splitByRanges(text, ranges).map((stretch, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text have no other name
    stretch.range === null ? <span key={at}>{stretch.text}</span> : <mark key={at}>{stretch.text}</mark>,
  );
}

function ReferenceFacts({
  row: { head },
  reference,
}: {
  readonly row: BriefingRow;
  readonly reference: ReferenceLabel;
}) {
  const text = useText();
  const format = useFormat();
  const isDue = freshnessOf(head, useClock().now).at === "expired";
  return (
    <span className="row-facts">
      <span className="row-source">{text.shelf.notNews}</span>
      {isDue ? <span className="row-state">{text.shelf.due}</span> : null}
      <span className="row-fact">{text.shelf.checked(format.shortDay(reference.checked))}</span>
      {reference.language === text.language ? null : (
        <span className="row-fact row-language" role="img" aria-label={text.terms.language[reference.language]}>
          {reference.language}
        </span>
      )}
    </span>
  );
}

const RowFacts = memo(function RowFacts({
  row: { head },
  copies,
  isOpened,
}: {
  readonly row: BriefingRow;
  readonly copies: RowCopies | null;
  readonly isOpened: boolean;
}) {
  const text = useText();
  const format = useFormat();
  const clock = useClock();
  const words = text.reading.list;
  const freshness = freshnessOf(head, clock.now);
  const since = freshness.at === "unknown" ? null : freshness.since;
  const isOld = freshness.at === "aged" || freshness.at === "expired";
  const wasUpdated = head.revision > 1 && head.withdrawn === null && !isOnlyFullText(head);
  return (
    <span className="row-facts">
      {copies?.role === "stands-for" ? <CopiesFact copies={copies} isOpened={isOpened} /> : null}
      <span className="row-source">{head.sourceName || text.reading.meta.noSource}</span>
      <span className={`row-age row-age-${freshness.at}`}>
        {isOld ? (
          <span role="img" aria-label={freshness.at === "expired" ? words.expired : words.aged}>
            <AgedIcon />
          </span>
        ) : null}
        {since === null ? words.noDate : format.shortAge(since)}
      </span>
      {head.withdrawn === null ? null : <span className="row-state">{words.withdrawn}</span>}
      {freshness.at === "expired" ? <span className="row-state">{words.expired}</span> : null}
      {wasUpdated ? <span className="row-state">{words.updated}</span> : null}
      {head.extractOnly ? <span className="row-fact">{text.terms.extractOnly}</span> : null}
      {head.handling.label === null ? null : <SensitivityMark label={head.handling.label} />}
      {head.language === "und" || head.language === text.language ? null : (
        <span className="row-fact row-language" role="img" aria-label={text.terms.language[head.language]}>
          {head.language}
        </span>
      )}
      {head.keyPoints.length === 0 ? null : (
        <span className="row-fact row-points">{words.keyPoints(head.keyPoints.length)}</span>
      )}
      {copies?.role === "copy" ? <span className="visually-hidden">{text.copies.copy}</span> : null}
    </span>
  );
});

/** Pressed, it shows or hides the others; nothing of them is merged into this row. */
function CopiesFact({
  copies,
  isOpened,
}: {
  readonly copies: Extract<RowCopies, { role: "stands-for" }>;
  readonly isOpened: boolean;
}) {
  const words = useText().copies;
  const unread = copies.unreadOthers === 0 ? "" : `, ${words.unread(copies.unreadOthers)}`;
  return (
    <span className={`row-copies${isOpened ? " row-copies-opened" : ""}`} data-copies="">
      {words.count(copies.others + 1)}
      {unread}
      <DownIcon />
      <span className="visually-hidden">{isOpened ? words.opened : words.closed}</span>
    </span>
  );
}
