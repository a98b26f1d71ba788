import type { BugFailure } from "../../../model/failure.ts";
import { type Filters, isFiltered, noFilters, type View, type WiderSearch } from "../../../model/view.ts";
import { addSource } from "../../commands/add-source.ts";
import { getNew } from "../../commands/get-new.ts";
import { openFiles } from "../../commands/open-files.ts";
import { useSettings } from "../../queries/settings-context.tsx";
import { useClock } from "../../queries/use-clock.tsx";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useSyncStatus } from "../../queries/use-status.ts";
import { useCommanding } from "../../state/command-context.tsx";
import { useUiSteering } from "../../state/ui-context.tsx";
import { sentenceFor } from "../../text/failure-sentence.ts";
import type { Text } from "../../text/text.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { syncSentence } from "../sync/sync-sentence.ts";

/** Nothing for the first moment, so that a quick answer doesn't flicker. */
export function LoadingFace({ isSlow, rowPx }: { readonly isSlow: boolean; readonly rowPx: number }) {
  const text = useText();
  if (!isSlow) return null;
  return (
    <div className="face-loading" role="status">
      <span className="visually-hidden">{text.reading.list.loading}</span>
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} className="row-skeleton" style={{ height: rowPx }}>
          <span className="bone bone-title" />
          <span className="bone bone-line" />
          <span className="bone bone-facts" />
        </div>
      ))}
    </div>
  );
}

export function FailedFace({ bug, onAgain }: { readonly bug: BugFailure; readonly onAgain: () => void }) {
  const text = useText();
  const format = useFormat();
  return (
    <div className="face" role="alert">
      <p className="face-said">{text.reading.list.failed}</p>
      <p className="face-more">{sentenceFor(bug, text, format).what}</p>
      <button type="button" className="button" onClick={onAgain}>
        {text.reading.list.tryAgain}
      </button>
    </div>
  );
}

export function NothingFoundFace({
  query,
  filters,
  wider,
  isPartial,
}: {
  readonly query: string;
  readonly filters: Filters;
  readonly wider: readonly WiderSearch[];
  /** Not all briefings could be searched yet, so nothing can be said about the others. */
  readonly isPartial: boolean;
}) {
  const text = useText();
  const words = text.reading.search;
  const { dispatch } = useUiSteering();
  const filtered = isFiltered(filters);

  function ask({ query, keepsFilters }: WiderSearch): void {
    if (!keepsFilters) dispatch({ event: "filters-changed", filters: noFilters });
    dispatch({ event: "query-typed", query });
  }

  return (
    <div className="face">
      <p className="face-said">{isPartial ? words.nothingSoFar(query) : words.nothing(query)}</p>
      <p className="face-more">
        {filtered ? words.nothingWithFilters : isPartial ? words.nothingSoFarNext : words.nothingNext}
      </p>
      <div className="face-steps">
        <button
          type="button"
          className="button"
          onClick={() =>
            dispatch(filtered ? { event: "filters-changed", filters: noFilters } : { event: "query-typed", query: "" })
          }
        >
          {filtered ? text.reading.filters.clear : words.clear}
        </button>
        {wider.map((one) => (
          <button key={widerWords(one, text)} type="button" className="button" onClick={() => ask(one)}>
            {widerWords(one, text)}
          </button>
        ))}
      </div>
    </div>
  );
}

function widerWords(wider: WiderSearch, { narrow }: Text): string {
  const { total } = wider;
  if (wider.without === "condition") return narrow.wider.condition({ count: total, written: wider.written });
  return narrow.wider[wider.without](total);
}

/** Both ages stand here: that nothing came says little where nobody asked for long. */
function NothingSinceFace() {
  const text = useText();
  const format = useFormat();
  const words = text.readers.sinceLooked;
  const { now } = useClock();
  const sync = useSyncStatus();
  const { dispatch } = useUiSteering();
  const { run } = useCommanding();
  const { answer } = useLibraryQuery("countSinceLooked", {}, { dependsOn: ["reading-state", "readers", "catalogue"] });
  const lookedAt = answer?.lookedAt ?? null;
  const hasSources = sync !== null && (sync.at === "syncing" || sync.ages.enabledSources > 0);
  return (
    <div className="face">
      <p className="face-said">{lookedAt === null ? words.nothingYet : words.nothing}</p>
      <p className="face-more">
        {lookedAt === null ? "" : `${words.last(format.ago(lookedAt))} `}
        {sync === null ? "" : syncSentence(sync, { text, format, now })}
      </p>
      <div className="face-steps">
        {hasSources ? (
          <button type="button" className="button" onClick={() => run(getNew)}>
            {text.reading.sync.get}
          </button>
        ) : null}
        <button
          type="button"
          className="button"
          onClick={() => dispatch({ event: "view-chosen", view: { kind: "all" } })}
        >
          {text.reading.list.empty.showAll}
        </button>
      </div>
    </div>
  );
}

/** Each empty list says why, with the one step that makes sense next. */
export function EmptyFace({
  view,
  filters,
  stillCounting,
}: {
  readonly view: Exclude<View, { kind: "references" }>;
  readonly filters: Filters;
  readonly stillCounting: boolean;
}) {
  const text = useText();
  const words = text.reading.list.empty;
  const { dispatch } = useUiSteering();
  const { run } = useCommanding();
  const { settings } = useSettings();
  if (stillCounting) return <LoadingFace isSlow rowPx={84} />;
  if (isFiltered(filters)) {
    return (
      <div className="face">
        <p className="face-said">{words.filtered}</p>
        <button
          type="button"
          className="button"
          onClick={() => dispatch({ event: "filters-changed", filters: noFilters })}
        >
          {text.reading.filters.clear}
        </button>
      </div>
    );
  }
  if (view.kind === "since-looked") return <NothingSinceFace />;
  if (view.kind === "all" || view.kind === "arrivals") {
    return (
      <div className="face">
        <p className="face-said">{words[view.kind]}</p>
        <div className="face-steps">
          <button type="button" className="button button-primary" onClick={() => run(openFiles)}>
            {text.reading.views.openFile}
          </button>
          <button type="button" className="button" onClick={() => run(addSource)}>
            {text.reading.views.addSource}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div className="face">
      <p className="face-said">{words[view.kind]}</p>
      {view.kind === "saved" && settings.letterKeys ? <p className="face-more">{words.savedKey}</p> : null}
      {view.kind === "source" ? (
        <button type="button" className="button" onClick={() => run(getNew)}>
          {text.reading.sync.get}
        </button>
      ) : (
        <button
          type="button"
          className="button"
          onClick={() => dispatch({ event: "view-chosen", view: { kind: "all" } })}
        >
          {words.showAll}
        </button>
      )}
    </div>
  );
}
