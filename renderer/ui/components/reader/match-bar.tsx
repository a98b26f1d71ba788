import { useFormat, useText } from "../../text/use-text.tsx";
import { NextIcon, PreviousIcon } from "../icons.tsx";

export interface MatchBarProps {
  readonly query: string;
  readonly count: number;
  /** null = at none of them yet. */
  readonly current: number | null;
  readonly onStep: (which: "next" | "previous") => void;
}

export function MatchBar({ query, count, current, onStep }: MatchBarProps) {
  const words = useText().reading.matches;
  const format = useFormat();
  return (
    <fieldset className="match-bar" aria-label={words.label}>
      <span className="match-query">{query}</span>
      <span className="match-count" role="status">
        {count === 0
          ? words.none
          : current === null
            ? words.found(count)
            : words.position({ at: format.count(current + 1), of: format.count(count) })}
      </span>
      {count === 0 ? null : (
        <>
          <button
            type="button"
            className="button-icon"
            aria-label={words.previous}
            title={words.previous}
            onClick={() => onStep("previous")}
          >
            <PreviousIcon />
          </button>
          <button
            type="button"
            className="button-icon"
            aria-label={words.next}
            title={words.next}
            onClick={() => onStep("next")}
          >
            <NextIcon />
          </button>
        </>
      )}
    </fieldset>
  );
}
