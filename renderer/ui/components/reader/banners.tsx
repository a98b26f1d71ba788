import type { ReactNode } from "react";
import type { OpenBriefing } from "../../../model/briefing.ts";
import { getNew } from "../../commands/get-new.ts";
import { isOnlyFullText } from "../../reading/is-only-full-text.ts";
import { useCommanding } from "../../state/command-context.tsx";
import { useUiSteering } from "../../state/ui-context.tsx";
import type { Place } from "../../state/ui-state.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { CopiesNote } from "./copies-note.tsx";
import { FullTextBanner } from "./full-text-banner.tsx";

export interface BannersProps {
  readonly briefing: OpenBriefing;
  readonly place: Place;
  readonly onCompare: () => void;
  /** A newer revision was asked for and is here. */
  readonly onFetched: () => void;
}

/** What must be known before the text is believed, each with the one step that follows from it. */
export function Banners({ briefing, place, onCompare, onFetched }: BannersProps) {
  const text = useText();
  const format = useFormat();
  const { run } = useCommanding();
  const { dispatch } = useUiSteering();
  const { head, state, body, revisions, copies } = briefing;
  const words = text.reading.revisions;
  const isOlder = place.revision !== null && revisions.some(({ revision }) => revision > (place.revision ?? 0));
  return (
    <>
      {head.withdrawn === null ? null : (
        <Banner kind="warning">{text.reading.meta.withdrawn(format.dayOf(head.withdrawn))}</Banner>
      )}
      {body === null ? (
        <Banner kind="warning" step={{ label: text.reading.reader.damagedNext, take: () => run(getNew) }}>
          {text.reading.reader.damaged}
        </Banner>
      ) : null}
      <CopiesNote row={{ head, state }} copies={copies} />
      {place.revision === null ? (
        <FullTextBanner head={head} onFetched={onFetched} onCompare={onCompare} />
      ) : head.extractOnly ? (
        <Banner kind="note">{text.reading.meta.extractOnly}</Banner>
      ) : null}
      {isOlder ? (
        <Banner
          kind="note"
          step={{ label: words.backToNewest, take: () => dispatch({ event: "revision-chosen", revision: null }) }}
        >
          {words.older(format.count(place.revision ?? 0))}
        </Banner>
      ) : revisions.length > 1 && !isOnlyFullText(head) ? (
        <Banner kind="note" step={{ label: words.compare, take: onCompare }}>
          {words.updated(format.dayOf(head.revisedAt ?? head.times.fetched))}
        </Banner>
      ) : null}
    </>
  );
}

function Banner({
  kind,
  step = null,
  children,
}: {
  readonly kind: "note" | "warning";
  readonly step?: { readonly label: string; readonly take: () => void } | null;
  readonly children: ReactNode;
}) {
  return (
    <div className={`banner banner-${kind}`}>
      <p>{children}</p>
      {step === null ? null : (
        <button type="button" className="button-inline" onClick={step.take}>
          {step.label}
        </button>
      )}
    </div>
  );
}
