import { useEffect, useRef, useState } from "react";
import type { BugFailure } from "../../model/failure.ts";
import type { InterfaceLanguage } from "../../model/settings.ts";
import type { Filters, SearchFindings } from "../../model/view.ts";
import { keepSameHits } from "../reading/keep-same-hits.ts";
import { useText } from "../text/use-text.tsx";
import { useLibraryConnection } from "./library-context.tsx";
import { asBug } from "./use-library.ts";

export const mostHits = 200;
/** What comes, comes in batches. */
const askAgainMs = 1_000;

export interface Search {
  /** The newest answer; it stays while the next letters are typed. */
  readonly answer: SearchFindings | null;
  readonly isSettled: boolean;
  readonly bug: BugFailure | null;
  /** More can be searched now than when this answer was made. */
  readonly moreSearchable: boolean;
  /** Briefings have come or changed since this answer was made. */
  readonly isOutdated: boolean;
  readonly again: () => void;
}

/** Searches as the person types; a newer query cancels the older one, and answers that come late are dropped. */
export function useSearch(query: string, filters: Filters): Search {
  const { calls, on, onOwnChange } = useLibraryConnection();
  const { language } = useText();
  const wanted = query.trim();
  const key = JSON.stringify({ wanted, filters, language });
  const [held, setHeld] = useState<{ key: string; answer: SearchFindings | null; bug: BugFailure | null }>({
    key: "",
    answer: null,
    bug: null,
  });
  const [moreSearchable, setMoreSearchable] = useState(false);
  const [changedAt, setChangedAt] = useState(0);
  const [times, setTimes] = useState(0);
  const isOutdated = held.answer !== null && held.answer.sequence < changedAt;
  const partial = useRef(false);
  partial.current = held.answer !== null && isPartial(held.answer);
  /** How often more could be searched than before: now, and when the question was asked. */
  const grown = useRef(0);
  const grownWhenAsked = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` asks the same question again
  useEffect(() => {
    setMoreSearchable(false);
    grownWhenAsked.current = grown.current;
    const asked = JSON.parse(key) as { wanted: string; filters: Filters; language: InterfaceLanguage };
    if (asked.wanted === "") {
      setHeld({ key, answer: null, bug: null });
      return;
    }
    const controller = new AbortController();
    const { wanted: typed, ...how } = asked;
    const { signal } = controller;
    const hold = (answer: SearchFindings) => {
      if (signal.aborted) return;
      setHeld((before) => ({ key, answer: keepSameHits(before.answer, answer), bug: null }));
    };
    calls
      .search({ query: typed, ...how, limit: mostHits }, { signal, onProgress: hold })
      .then(hold, (error: unknown) => {
        if (!signal.aborted) setHeld((before) => ({ ...before, key, bug: asBug(error) }));
      });
    return () => controller.abort();
  }, [calls, key, times]);

  useEffect(
    () =>
      on("changed", ({ kinds, sequence }) => {
        if (kinds.includes("search-index") || kinds.includes("names")) {
          grown.current++;
          if (partial.current) setMoreSearchable(true);
        }
        if (kinds.includes("briefings")) setChangedAt(sequence);
      }),
    [on],
  );

  // It may have grown while the answer was on its way.
  useEffect(() => {
    if (held.answer !== null && isPartial(held.answer) && grown.current > grownWhenAsked.current)
      setMoreSearchable(true);
  }, [held.answer]);

  // Hits that a person looks at stay as they are until they ask; with none there is nothing to push away.
  useEffect(() => {
    const foundNothing = held.answer !== null && held.answer.hits.length === 0;
    if (!foundNothing || !(isOutdated || moreSearchable)) return;
    const timer = setTimeout(() => setTimes((before) => before + 1), askAgainMs);
    return () => clearTimeout(timer);
  }, [held.answer, isOutdated, moreSearchable]);

  useEffect(
    () =>
      onOwnChange((change) => {
        if (change.own === "rows") setTimes((before) => before + 1);
      }),
    [onOwnChange],
  );

  return {
    answer: held.answer,
    isSettled: held.key === key,
    bug: held.bug,
    moreSearchable,
    isOutdated,
    again: () => setTimes((before) => before + 1),
  };
}

/** Some texts, or the names in them, haven't been read yet. */
function isPartial({ searched, outOf, hints }: SearchFindings): boolean {
  return searched < outOf || hints.some(({ kind }) => kind === "names-incomplete");
}
