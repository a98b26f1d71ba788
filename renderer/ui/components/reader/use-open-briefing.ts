import { useCallback, useEffect, useState } from "react";
import type { OpenBriefing } from "../../../model/briefing.ts";
import type { BugFailure } from "../../../model/failure.ts";
import { useLibraryConnection } from "../../queries/library-context.tsx";
import { asBug } from "../../queries/use-library.ts";
import type { Place } from "../../state/ui-state.ts";
import { useText } from "../../text/use-text.tsx";

export type Opened =
  | { readonly at: "nothing" }
  | { readonly at: "opening" }
  | {
      readonly at: "open";
      readonly place: Place;
      readonly briefing: OpenBriefing;
      /** A newer revision came while this one is read. It waits: nothing moves under the eyes. */
      readonly newer: boolean;
    }
  | { readonly at: "missing" }
  | { readonly at: "failed"; readonly bug: BugFailure };

export interface OpenBriefingQuery {
  /** The last briefing stays until the next one is here. */
  readonly opened: Opened;
  readonly isOpening: boolean;
  readonly again: () => void;
}

export function useOpenBriefing(place: Place | null): OpenBriefingQuery {
  const { calls, on } = useLibraryConnection();
  const [opened, setOpened] = useState<Opened>({ at: "nothing" });
  const [isOpening, setOpening] = useState(false);
  const [times, setTimes] = useState(0);
  const id = place?.id ?? null;
  const revision = place?.revision ?? null;
  const query = place?.query ?? null;
  const version = place?.version;
  const { language } = useText();

  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` asks the same question again
  useEffect(() => {
    if (id === null) {
      setOpening(false);
      setOpened({ at: "nothing" });
      return;
    }
    const controller = new AbortController();
    const asked = { id, revision, query, ...(version === undefined ? {} : { version }) };
    let shownRevision: number | null = null;
    let shownWords = "";
    const ask = (isFirst: boolean) =>
      calls.openBriefing({ ...asked, language }, { signal: controller.signal }).then(
        (outcome) => {
          const isShown = shownRevision !== null;
          // The first question may be answered last: what is shown then is newer.
          if (controller.signal.aborted || (isFirst && isShown)) return;
          setOpening(false);
          if (!outcome.ok) {
            if (!isShown) setOpened({ at: "missing" });
            return;
          }
          const { head } = outcome.value;
          const words = JSON.stringify(head);
          if (isShown && head.revision === shownRevision && words === shownWords) return;
          if (!isShown || head.revision === shownRevision) {
            shownRevision = head.revision;
            shownWords = words;
            const briefing = outcome.value;
            setOpened((before) =>
              // The same text keeps its tree, so that a corrected language re-renders no paragraph.
              isShown && before.at === "open"
                ? { ...before, briefing: { ...briefing, body: before.briefing.body, matches: before.briefing.matches } }
                : { at: "open", place: asked, briefing, newer: false },
            );
          } else setOpened((before) => (before.at === "open" ? { ...before, newer: true } : before));
        },
        (error: unknown) => {
          if (controller.signal.aborted || !isFirst) return;
          setOpening(false);
          setOpened({ at: "failed", bug: asBug(error) });
        },
      );
    setOpening(true);
    setOpened((before) => (before.at === "open" ? before : { at: "opening" }));
    void ask(true);
    const stop = on("changed", ({ kinds, ids }) => {
      if (kinds.includes("briefings") && (ids === "many" || ids.includes(id))) void ask(false);
    });
    return () => {
      controller.abort();
      stop();
    };
  }, [calls, on, id, revision, query, version, language, times]);

  const again = useCallback(() => setTimes((before) => before + 1), []);
  return { opened, isOpening, again };
}
