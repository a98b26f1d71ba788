import { useEffect, useRef, useState } from "react";
import { type NamedPlace, placeLabel } from "../../../model/names.ts";
import { withOperator } from "../../../model/query/edit-query.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import type { Text } from "../../text/text.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { placeValue, placeWords } from "../list/query-chips.tsx";

const mostPlaces = 6;

/** Where it is about, each place with its territory; what stands here leads to all that is known of the place. */
export function PlacesLine({ places }: { readonly places: readonly NamedPlace[] }) {
  const text = useText();
  const format = useFormat();
  const words = text.reading.meta;
  const { dispatch } = useUiSteering();
  const [isWhole, setWhole] = useState(false);
  const firstMore = useRef<HTMLButtonElement | null>(null);
  // The button that had the focus is gone.
  useEffect(() => {
    if (isWhole) firstMore.current?.focus();
  }, [isWhole]);
  if (places.length === 0) return null;
  const shown = isWhole ? places : places.slice(0, mostPlaces);
  const more = places.length - shown.length;
  return (
    <ul className="meta-places" aria-label={words.places}>
      {shown.map((place, index) => {
        const said = saidOf(place, text);
        return (
          <li key={said}>
            <button
              ref={index === mostPlaces ? firstMore : undefined}
              type="button"
              title={words.placeSearch(said)}
              onClick={() => dispatch({ event: "query-typed", query: queryFor(place, text) })}
            >
              {said}
            </button>
          </li>
        );
      })}
      {more === 0 ? null : (
        <li>
          <button type="button" aria-label={words.placesMore(more)} onClick={() => setWhole(true)}>
            + {format.count(more)}
          </button>
        </li>
      )}
    </ul>
  );
}

function saidOf(place: NamedPlace, text: Text): string {
  if (!place.isDoubtful) return placeWords(place, text);
  const territories = place.territories.map((territory) => text.narrow.territory[territory]);
  return text.reading.meta.placeDoubtful(placeLabel(place, text.language), territories);
}

/** A doubtful place is searched by its name alone: the search finds all of that name and offers each. */
function queryFor(place: NamedPlace, text: Text): string {
  return withOperator("", "place", place.isDoubtful ? place.name : placeValue(place, text), text.language);
}
