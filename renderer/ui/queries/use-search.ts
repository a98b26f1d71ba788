import { useEffect, useRef, useState } from "react";
import type { BugFailure } from "../../model/failure.ts";
import type { Filters, SearchAnswer } from "../../model/view.ts";
import { useLibraryConnection } from "./library-context.tsx";
import { asBug } from "./use-library.ts";

export const mostHits = 200;

export interface Search {
  /** The newest answer; it stays while the next letters are typed. */
  readonly answer: SearchAnswer | null;
  readonly isSettled: boolean;
  readonly bug: BugFailure | null;
  /** More can be searched now than when this answer was made. */
  readonly moreSearchable: boolean;
  readonly again: () => void;
}

/** Searches as the person types; a newer query cancels the older one, and answers that come late are dropped. */
export function useSearch(query: string, filters: Filters): Search {
  const { calls, on, onOwnChange } = useLibraryConnection();
  const wanted = query.trim();
  const key = JSON.stringify({ wanted, filters });
  const [held, setHeld] = useState<{ key: string; answer: SearchAnswer | null; bug: BugFailure | null }>({
    key: "",
    answer: null,
    bug: null,
  });
  const [moreSearchable, setMoreSearchable] = useState(false);
  const [times, setTimes] = useState(0);
  const partial = useRef(false);
  partial.current = held.answer !== null && held.answer.searched < held.answer.outOf;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` asks the same question again
  useEffect(() => {
    setMoreSearchable(false);
    const asked = JSON.parse(key) as { wanted: string; filters: Filters };
    if (asked.wanted === "") {
      setHeld({ key, answer: null, bug: null });
      return;
    }
    const controller = new AbortController();
    calls.search({ query: asked.wanted, filters: asked.filters, limit: mostHits }, { signal: controller.signal }).then(
      (answer) => {
        if (!controller.signal.aborted) setHeld({ key, answer, bug: null });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setHeld((before) => ({ ...before, key, bug: asBug(error) }));
      },
    );
    return () => controller.abort();
  }, [calls, key, times]);

  useEffect(
    () =>
      on("changed", ({ kinds }) => {
        if (kinds.includes("search-index") && partial.current) setMoreSearchable(true);
      }),
    [on],
  );

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
    again: () => setTimes((before) => before + 1),
  };
}
