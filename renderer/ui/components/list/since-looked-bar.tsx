import type { SinceLookedSource } from "../../../model/view.ts";
import { markLooked } from "../../commands/mark-looked.ts";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useCommanding } from "../../state/command-context.tsx";
import { useUiPart, useUiSteering } from "../../state/ui-context.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";

/** More sources than fit two lines are only counted. */
const sourcesNamed = 5;

/** Above the list: since when, how much from where, alerts first, and the word that ends it. */
export function SinceLookedBar() {
  const words = useText().readers.sinceLooked;
  const format = useFormat();
  const filters = useUiPart((state) => state.filters);
  const { run, context } = useCommanding();
  const { answer } = useLibraryQuery(
    "countSinceLooked",
    {},
    { dependsOn: ["briefings", "reading-state", "readers", "sources", "catalogue"] },
  );
  if (answer === null || answer.sources.length === 0) return null;
  const { lookedAt, alerts, sources } = answer;
  // Who filters by one source can go back to all by the same button.
  const named = sources.slice(0, sourcesNamed);
  const canMark = markLooked.isEnabled?.({ ...context, filters, view: { kind: "since-looked" } }) ?? true;
  return (
    <section className="list-notes since-looked" aria-label={words.label}>
      <p className="list-note">{lookedAt === null ? words.never : words.last(format.ago(lookedAt))}</p>
      <p className="list-note since-looked-sources">
        {alerts === 0 ? null : <strong className="since-looked-alerts">{words.alerts(alerts)}</strong>}
        {named.map((source) => (
          <SourceCount key={source.sourceId ?? ""} source={source} />
        ))}
        {sources.length > sourcesNamed ? <span>{words.more(sources.length - sourcesNamed)}</span> : null}
      </p>
      {canMark ? (
        <button type="button" className="button" onClick={() => run(markLooked)}>
          {words.seen}
        </button>
      ) : null}
    </section>
  );
}

function SourceCount({ source: { sourceId, name, count } }: { readonly source: SinceLookedSource }) {
  const words = useText().readers.sinceLooked;
  const format = useFormat();
  const filters = useUiPart((state) => state.filters);
  const { dispatch } = useUiSteering();
  const shown = `${sourceId === null ? words.filesAndPastes : name} ${format.count(count)}`;
  if (sourceId === null) return <span>{shown}</span>;
  const isOnly = filters.sourceId === sourceId;
  return (
    <button
      type="button"
      className="button-inline"
      aria-pressed={isOnly}
      title={words.onlyThis(name)}
      onClick={() =>
        dispatch({ event: "filters-changed", filters: { ...filters, sourceId: isOnly ? null : sourceId } })
      }
    >
      {shown}
    </button>
  );
}
