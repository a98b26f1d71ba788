import { memo, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { OpenBriefing } from "../../../model/briefing.ts";
import { openFiles } from "../../commands/open-files.ts";
import { useReadingState } from "../../queries/reading-states-context.tsx";
import { useSettings } from "../../queries/settings-context.tsx";
import { useIsEmptyLibrary } from "../../queries/use-is-empty-library.ts";
import { placeMatches } from "../../reading/body-runs.ts";
import { type OutlineEntry, outlineOf } from "../../reading/outline.ts";
import { Welcome } from "../../screens/stand-in/welcome.tsx";
import { useCommanding } from "../../state/command-context.tsx";
import { useUiPart } from "../../state/ui-context.tsx";
import type { Place } from "../../state/ui-state.ts";
import { useSlow } from "../../state/use-slow.ts";
import { sentenceFor } from "../../text/failure-sentence.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { blockAnchor } from "../body-view.tsx";
import { finishRendering } from "../use-progressive-count.ts";
import { Banners } from "./banners.tsx";
import { BriefingArticle } from "./briefing-article.tsx";
import { ChangesView } from "./changes-view.tsx";
import { MatchBar } from "./match-bar.tsx";
import { PrintFoot, PrintHead } from "./print-frame.tsx";
import { ReaderToolbar } from "./reader-toolbar.tsx";
import { useMarkRead } from "./use-mark-read.ts";
import { useMatchStep } from "./use-match-step.ts";
import { useOpenBriefing } from "./use-open-briefing.ts";
import { useReaderPane } from "./use-reader-pane.ts";

export function ReaderPane() {
  const place = useUiPart((state) => state.place);
  const text = useText();
  const format = useFormat();
  const { opened, isOpening, again } = useOpenBriefing(place);
  const isSlow = useSlow(isOpening);
  const isEmptyLibrary = useIsEmptyLibrary();
  const { run } = useCommanding();
  const { settings } = useSettings();
  const shown = opened.at === "open" && !isSlow ? opened : null;
  return (
    <main className="pane pane-reader" aria-label={text.reading.reader.label} aria-busy={isOpening}>
      {shown !== null ? (
        <Reader
          key={`${shown.place.id} ${shown.place.revision} ${shown.place.query} ${shown.briefing.reference?.language}`}
          briefing={shown.briefing}
          place={shown.place}
          newer={shown.newer}
          onNewest={again}
        />
      ) : isOpening ? (
        <p className="reader-face" role="status">
          {isSlow ? text.reading.reader.opening : ""}
        </p>
      ) : opened.at === "nothing" && isEmptyLibrary ? (
        <div className="reader-scroll">
          <Welcome onChooseFiles={() => run(openFiles)} />
        </div>
      ) : (
        <div className="reader-face">
          <p>
            {opened.at === "missing"
              ? text.reading.reader.missing
              : opened.at === "failed"
                ? sentenceFor(opened.bug, text, format).what
                : text.reading.reader.nothingOpen}
          </p>
          {opened.at === "failed" ? (
            <button type="button" className="button" onClick={again}>
              {text.reading.list.tryAgain}
            </button>
          ) : opened.at === "nothing" ? (
            <p className="reader-face-more">
              {settings.letterKeys ? text.reading.reader.nothingOpenKeys : text.reading.reader.nothingOpenArrows}
            </p>
          ) : null}
        </div>
      )}
    </main>
  );
}

/** Moving through the list re-renders nothing in here until the next briefing is there. */
const Reader = memo(function Reader({
  briefing,
  place,
  newer,
  onNewest,
}: {
  readonly briefing: OpenBriefing;
  readonly place: Place;
  readonly newer: boolean;
  readonly onNewest: () => void;
}) {
  const text = useText();
  const scrollBox = useRef<HTMLElement>(null);
  const [comparing, setComparing] = useState(false);
  const { head, body } = briefing;
  const outline = useMemo(() => (body === null ? [] : outlineOf(body)), [body]);
  const matches = useMemo(() => placeMatches(briefing.matches), [briefing.matches]);
  const { current, step } = useMatchStep(matches.count, scrollBox);
  const state = useReadingState(head.id, briefing.state);
  useReaderPane({ briefing, scrollBox, step });
  useMarkRead({ id: place.revision === null ? head.id : null, wasRead: state.read, scrollBox });

  useLayoutEffect(() => {
    if (comparing) scrollBox.current?.scrollTo(0, 0);
  }, [comparing]);

  function goTo({ block }: OutlineEntry): void {
    finishRendering();
    const heading = document.getElementById(blockAnchor(block));
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  }

  return (
    <>
      <ReaderToolbar briefing={briefing} outline={comparing ? [] : outline} onOutline={goTo} />
      {place.query === null || comparing ? null : (
        <MatchBar query={place.query} count={matches.count} current={current} onStep={step} />
      )}
      <section
        className="reader-scroll"
        ref={scrollBox}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        data-owns-arrows
        aria-label={text.reading.reader.text}
      >
        <div className="sheet">
          <PrintHead head={head} reference={briefing.reference} />
          <div className="sheet-body">
            {comparing ? (
              <ChangesView briefing={briefing} onClose={() => setComparing(false)} />
            ) : (
              <BriefingArticle
                head={head}
                body={body}
                matches={matches}
                places={briefing.places}
                reference={briefing.reference}
                banners={
                  <Banners
                    briefing={briefing}
                    place={place}
                    onCompare={() => setComparing(true)}
                    onFetched={onNewest}
                  />
                }
              />
            )}
          </div>
          <PrintFoot head={head} />
        </div>
      </section>
      {newer ? (
        <p className="reader-newer" role="status">
          <span>{text.reading.revisions.newerArrived}</span>
          <button type="button" className="button-inline" onClick={onNewest}>
            {text.reading.revisions.showNewer}
          </button>
        </p>
      ) : null}
    </>
  );
});
