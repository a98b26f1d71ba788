import type { Search } from "../../queries/use-search.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { QueryHints, SilenceNote } from "./query-hints.tsx";

/** What a person must know to judge the hits: what hasn't been searched yet, and words that stand nowhere. */
export function SearchNotes({
  search,
  query,
  onQuery,
}: {
  readonly search: Search;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}) {
  const words = useText().reading.search;
  const format = useFormat();
  const { answer } = search;
  if (answer === null) return null;
  const isPartial = answer.searched < answer.outOf;
  const { hints, silence, unmatched } = answer;
  if (!isPartial && !search.isOutdated && hints.length + unmatched.length === 0 && silence === null) return null;
  return (
    <div className="list-notes">
      {silence === null ? null : <SilenceNote silence={silence} />}
      <QueryHints hints={hints} query={query} onQuery={onQuery} />
      {unmatched.map(({ word, nearest }) => (
        <p key={word} className="list-note">
          {isPartial ? words.unmatchedSoFar(word) : words.unmatched(word)}{" "}
          {isPartial || nearest.length === 0 ? null : (
            <>
              {words.nearest}{" "}
              {nearest.map((other) => (
                <button
                  key={other}
                  type="button"
                  className="button-inline"
                  onClick={() => onQuery(replaceWord(query, word, other))}
                >
                  {other}
                </button>
              ))}
            </>
          )}
        </p>
      ))}
      {isPartial ? (
        <p className="list-note">
          {words.partial({ searched: format.count(answer.searched), outOf: format.count(answer.outOf) })}{" "}
          {search.moreSearchable ? (
            <button type="button" className="button-inline" onClick={search.again}>
              {words.again}
            </button>
          ) : null}
        </p>
      ) : search.isOutdated ? (
        <p className="list-note">
          {words.outdated}{" "}
          <button type="button" className="button-inline" onClick={search.again}>
            {words.again}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function replaceWord(query: string, word: string, other: string): string {
  const parts = query.split(/(\s+)/);
  const at = parts.findIndex((part) => part.toLocaleLowerCase() === word.toLocaleLowerCase());
  if (at < 0) return other;
  return parts.map((part, index) => (index === at ? other : part)).join("");
}
