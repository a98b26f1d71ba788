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
  const { hints, silence, unmatched, rare } = answer;
  if (!isPartial && !search.isOutdated && hints.length + unmatched.length + rare.length === 0 && silence === null)
    return null;
  return (
    <div className="list-notes">
      {silence === null ? null : <SilenceNote silence={silence} />}
      <QueryHints hints={hints} query={query} onQuery={onQuery} />
      {unmatched.map((one) => (
        <UnmatchedNote
          key={one.word}
          unmatched={one}
          said={isPartial ? words.unmatchedSoFar : words.unmatched}
          // What hasn't been searched yet may well have the word; a place is one whatever was searched.
          offersWords={!isPartial}
          query={query}
          onQuery={onQuery}
        />
      ))}
      {isPartial
        ? null
        : rare.map((one) => (
            <UnmatchedNote key={one.word} unmatched={one} said={words.rare} query={query} onQuery={onQuery} />
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
  said,
  offersWords = true,
  query,
  onQuery,
}: {
  readonly unmatched: UnmatchedWord;
  readonly said: (word: string) => string;
  readonly offersWords?: boolean;
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
  const offered = offersWords ? offers : offers.slice(nearest.length);
  return (
    <p className="list-note">
      {said(word)}{" "}
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
