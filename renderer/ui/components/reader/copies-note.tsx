import type { BriefingRow } from "../../../model/briefing.ts";
import { orderTimeOf } from "../../../model/time.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useReadingState } from "../../queries/reading-states-context.tsx";
import { asBug } from "../../queries/use-library.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import { placeFor } from "../../state/ui-state.ts";
import { useFormat, useText } from "../../text/use-text.tsx";

/** Who else carries this text. Four sources with one dispatch are one voice, and that stands here in words. */
export function CopiesNote({ row, copies }: { readonly row: BriefingRow; readonly copies: readonly BriefingRow[] }) {
  const words = useText().copies;
  const library = useLibrary();
  const { tell } = useUiSteering();
  if (copies.length === 0) return null;
  const all = [row, ...copies];
  const sources = new Set(all.map(({ head }) => head.sourceId ?? head.sourceName.toLowerCase()));

  function markRead(): void {
    const ids = all.map(({ head }) => head.id);
    library.setRead({ ids, read: true }).then(
      (outcome) => {
        if (outcome.ok) tell({ kind: "marked-read", count: outcome.value.affected }, outcome.value.undo);
        else tell({ kind: "failed", failure: outcome.failure });
      },
      (error: unknown) => tell({ kind: "failed", failure: asBug(error) }),
    );
  }

  return (
    <section className="banner banner-note copies" aria-label={words.others}>
      <p>{words.sameText(sources.size)}</p>
      <ul className="copies-list">
        {copies.map((copy) => (
          <Copy key={copy.head.id} copy={copy} />
        ))}
      </ul>
      <button type="button" className="button-inline" onClick={markRead}>
        {words.markRead}
      </button>
    </section>
  );
}

function Copy({ copy: { head, state } }: { readonly copy: BriefingRow }) {
  const text = useText();
  const format = useFormat();
  const { dispatch } = useUiSteering();
  const { read } = useReadingState(head.id, state);
  return (
    <li>
      <button
        type="button"
        className="button-inline"
        onClick={() => dispatch({ event: "briefing-opened", place: placeFor(head.id, "") })}
      >
        {head.sourceName || text.reading.meta.noSource}
      </button>
      <span lang={head.language === "und" ? undefined : head.language}>{head.title}</span>
      <span>{format.ago(orderTimeOf(head.times))}</span>
      {read ? null : <span>{text.reading.list.unread}</span>}
    </li>
  );
}
