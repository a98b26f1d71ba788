import { replaceWord, wordAsCondition } from "../../../model/query/edit-query.ts";
import type { UnmatchedWord } from "../../../model/view.ts";
import type { Search } from "../../queries/use-search.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { placeValue, placeWords } from "./query-chips.tsx";
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
      {unmatched.map((one) => (
        <UnmatchedNote key={one.word} unmatched={one} isPartial={isPartial} query={query} onQuery={onQuery} />
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

/** Offers what may have been meant; nothing is replaced by itself. */
function UnmatchedNote({
  unmatched: { word, nearest, places },
  isPartial,
  query,
  onQuery,
}: {
  readonly unmatched: UnmatchedWord;
  readonly isPartial: boolean;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}) {
  const text = useText();
  const words = text.reading.search;
  const offers = [
    ...nearest.map((other) => ({ label: other, query: replaceWord(query, word, other) })),
    ...places.map((place) => ({
      label: placeWords(place, text),
      query: wordAsCondition(query, word, { key: "place", value: placeValue(place, text) }, text.language),
    })),
  ];
  // What hasn't been searched yet may well have the word; a place is one whatever was searched.
  const offered = isPartial ? offers.slice(nearest.length) : offers;
  return (
    <p className="list-note">
      {isPartial ? words.unmatchedSoFar(word) : words.unmatched(word)}{" "}
      {offered.length === 0 ? null : (
        <>
          {words.nearest}{" "}
          {offered.map((offer) => (
            <button key={offer.label} type="button" className="button-inline" onClick={() => onQuery(offer.query)}>
              {offer.label}
            </button>
          ))}
        </>
      )}
    </p>
  );
}
