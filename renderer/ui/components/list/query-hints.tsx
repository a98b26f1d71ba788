import type { PlaceName } from "../../../model/names.ts";
import { meantOperator, replaceCondition, smallButOrs, withoutCondition } from "../../../model/query/edit-query.ts";
import type { QueryHint, Silence } from "../../../model/query/query-hints.ts";
import { closedValues, writtenKey } from "../../../model/query/query-operators.ts";
import { dayMs } from "../../../model/time.ts";
import { useClock } from "../../queries/use-clock.tsx";
import type { Text } from "../../text/text.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { placeValue, placeWords } from "./query-chips.tsx";

const ownOr = { en: "OR", fr: "OU", sw: "AU" } as const;
/** A pasted page in small letters would be a page. */
const longestOffer = 80;

interface Offer {
  readonly label: string;
  readonly query: string;
}

/** How a query was read where that may surprise; each with what may have been meant, never in its place. */
export function QueryHints({
  hints,
  query,
  onQuery,
}: {
  readonly hints: readonly QueryHint[];
  readonly query: string;
  readonly onQuery: (query: string) => void;
}) {
  const text = useText();
  const format = useFormat();
  return hints
    .filter((hint) => isSurprise(hint, text))
    .map((hint) => {
      const offers = offersOf(hint, query, text);
      return (
        <p key={JSON.stringify(hint)} className="list-note">
          {sentenceOf(hint, text, format.count)}{" "}
          {offers.map((offer) => (
            <button key={offer.label} type="button" className="button-inline" onClick={() => onQuery(offer.query)}>
              {offer.label}
            </button>
          ))}
        </p>
      );
    });
}

/** Whoever writes their own language's "or" means it. */
function isSurprise(hint: QueryHint, { language }: Text): boolean {
  return hint.kind !== "or-read" || hint.typed !== ownOr[language];
}

function sentenceOf(hint: QueryHint, text: Text, count: (value: number) => string): string {
  const words = text.narrow.hint;
  switch (hint.kind) {
    case "open-quote":
    case "or-alone":
    case "query-cut":
    case "territory-too":
      return words[hint.kind];
    case "operator-meant":
    case "or-as-word":
    case "or-read":
      return words[hint.kind](hint.typed);
    case "value-missing":
      return words["value-missing"](`${writtenKey(hint.key, text.language)}:`);
    case "value-unknown":
      return words["value-unknown"](hint.value, closedValues(hint.key, text.language).join(", "));
    case "place-elsewhere":
    case "place-outside": {
      const places = hint.is.map((place) => placeWords(place, text)).join(", ");
      const asked =
        hint.kind === "place-elsewhere"
          ? hint.value
          : text.narrow.place(hint.value, [text.narrow.territory[hint.said]]);
      return withOffers(words["place-elsewhere"](asked, places), hint.near, words.nearest);
    }
    case "place-unknown":
      return withOffers(words["place-unknown"](hint.value), hint.near, words.nearest);
    case "source-unknown":
      return withOffers(words["source-unknown"](hint.value), hint.near, words.nearest);
    case "names-incomplete":
      return words["names-incomplete"]({ done: count(hint.done), outOf: count(hint.outOf) });
    case "date-unknown":
    case "place-several":
    case "territory-unknown":
    case "actor-unknown":
      return words[hint.kind](hint.value);
  }
}

function withOffers(sentence: string, offers: readonly unknown[], nearest: string): string {
  return offers.length === 0 ? sentence : `${sentence} ${nearest}`;
}

function offersOf(hint: QueryHint, query: string, text: Text): readonly Offer[] {
  const { language } = text;
  const places = (value: string, offered: readonly PlaceName[], within = query) =>
    offered.map((place) => ({
      label: placeWords(place, text),
      query: replaceCondition(
        within,
        { key: "place", value },
        { key: "place", value: placeValue(place, text) },
        language,
      ),
    }));
  switch (hint.kind) {
    case "operator-meant": {
      const meant = meantOperator(query, hint, language);
      return meant === null ? [] : [meant];
    }
    case "or-as-word":
    case "or-read": {
      const small = hint.kind === "or-read" ? query.toLowerCase() : smallButOrs(query);
      return query.length > longestOffer ? [] : [{ label: small.trim(), query: small }];
    }
    case "place-elsewhere":
      return places(hint.value, [...hint.is, ...hint.near]);
    case "place-outside": {
      const elsewhere = withoutCondition(query, { key: "territory", value: hint.territory });
      return [...places(hint.value, hint.is, elsewhere), ...places(hint.value, hint.near)];
    }
    case "place-unknown":
      return places(hint.value, hint.near);
    case "place-several":
      return places(hint.value, hint.places);
    case "territory-too": {
      const label = text.narrow.territory[hint.territory];
      const asked = { key: "place", value: hint.value } as const;
      return [{ label, query: replaceCondition(query, asked, { key: "territory", value: label }, language) }];
    }
    case "source-unknown":
      return hint.near.map((name) => ({
        label: name,
        query: replaceCondition(query, { key: "source", value: hint.value }, { key: "source", value: name }, language),
      }));
    default:
      return [];
  }
}

/** No news of a place is no good news. */
export function SilenceNote({ silence }: { readonly silence: Silence }) {
  const text = useText();
  const { now } = useClock();
  const { places, checkedSources, enabledSources } = silence;
  const said = places.map(({ place, newest }) => ({
    place: placeWords(place, text),
    days: newest === null ? null : Math.max(0, Math.floor((now - newest) / dayMs)),
  }));
  return (
    <p className="list-note list-note-silence">
      {text.narrow.silence({ places: said, checked: checkedSources, enabled: enabledSources })}
    </p>
  );
}
