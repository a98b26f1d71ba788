import { useId, useState } from "react";
import type { FacetCounts } from "../../../model/facets.ts";
import type { PlaceName } from "../../../model/names.ts";
import { type ConditionPiece, conditionPieces } from "../../../model/query/condition-pieces.ts";
import { withOperator, withoutPiece } from "../../../model/query/edit-query.ts";
import { type OperatorKey, writtenValue } from "../../../model/query/query-operators.ts";
import type { InterfaceLanguage } from "../../../model/settings.ts";
import { monthAfter, monthName } from "../../format/month-name.ts";
import type { Text } from "../../text/text.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { ClearIcon } from "../icons.tsx";

export interface QueryChipsProps {
  readonly query: string;
  readonly facets: FacetCounts | null;
  readonly onQuery: (query: string) => void;
}

/** The conditions of a search as chips that go at a click, and below them those that could be added. */
export function QueryChips({ query, facets, onQuery }: QueryChipsProps) {
  const text = useText();
  const words = text.narrow;
  const pieces = conditionPieces(query);
  return (
    <div className="chips">
      {pieces.length === 0 ? null : (
        <ul className="chips-row" aria-label={words.chips}>
          {pieces.map(({ piece, isJoined }) => {
            const said = pieceWords(piece, text);
            return (
              <li key={`${piece.start} ${said}`}>
                {isJoined ? <span className="chip-or">{words.or}</span> : null}
                <button
                  type="button"
                  className="chip chip-on"
                  aria-label={words.remove(said)}
                  title={words.remove(said)}
                  onClick={() => onQuery(withoutPiece(query, piece))}
                >
                  <span className="chip-name">{said}</span>
                  <ClearIcon />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <FacetGroups query={query} facets={facets} onQuery={onQuery} />
    </div>
  );
}

function pieceWords(piece: ConditionPiece, text: Text): string {
  const { narrow } = text;
  const said = piece.kind === "operator" ? `${narrow.operator[piece.key]} ${piece.value}` : piece.text;
  return piece.negated ? narrow.without(said) : said;
}

export function placeWords({ name, territories }: Pick<PlaceName, "name" | "territories">, text: Text): string {
  return text.narrow.place(
    name,
    territories.map((territory) => text.narrow.territory[territory]),
  );
}

/** As it stands behind `place:`: one territory is enough to tell places apart. */
export function placeValue({ name, territories }: Pick<PlaceName, "name" | "territories">, text: Text): string {
  return placeWords({ name, territories: territories.slice(0, 1) }, text);
}

interface Facet {
  readonly name: string;
  readonly count: number | null;
  readonly conditions: readonly (readonly [OperatorKey, string])[];
}

function facetsIn(
  facets: FacetCounts,
  text: Text,
): readonly (readonly [keyof Text["narrow"]["group"], readonly Facet[]])[] {
  const { narrow, terms, language } = text;
  const state = (key: "is" | "has" | "in", value: string, name: string): Facet => ({
    name,
    count: null,
    conditions: [[key, writtenValue(key, value, language)]],
  });
  const groups: readonly (readonly [keyof Text["narrow"]["group"], readonly Facet[]])[] = [
    [
      "places",
      facets.places.map(({ place, count }) => ({
        name: placeWords(place, text),
        count,
        conditions: [["place", placeValue(place, text)]],
      })),
    ],
    [
      "territories",
      facets.territories.map(({ territory, count }) => ({
        name: narrow.territory[territory],
        count,
        conditions: [["territory", narrow.territory[territory]]],
      })),
    ],
    ["sources", facets.sources.map(({ name, count }) => ({ name, count, conditions: [["source", name]] }))],
    [
      "actors",
      facets.actors.map(({ actor, count }) => ({ name: actor.short, count, conditions: [["actor", actor.short]] })),
    ],
    [
      "languages",
      facets.languages.map(({ language: of, count }) => ({
        name: terms.language[of],
        count,
        conditions: [["lang", writtenValue("lang", of, language)]],
      })),
    ],
    [
      "months",
      facets.months.map(({ month, count }) => ({
        name: monthName(month, language),
        count,
        conditions: [
          ["after", month],
          ["before", monthAfter(month)],
        ],
      })),
    ],
    [
      "more",
      [
        state("is", "unread", narrow.unread),
        state("is", "saved", narrow.saved),
        state("is", "reference", narrow.reference),
        state("has", "attachment", narrow.attachment),
        state("in", "title", narrow.inTitle),
      ],
    ],
  ];
  return groups.filter(([, ofGroup]) => ofGroup.length > 0);
}

function withConditions(query: string, { conditions }: Facet, language: InterfaceLanguage): string {
  return conditions.reduce((longer, [key, value]) => withOperator(longer, key, value, language), query);
}

function FacetGroups({ query, facets, onQuery }: QueryChipsProps) {
  const text = useText();
  const words = text.narrow;
  const format = useFormat();
  const [open, setOpen] = useState<keyof Text["narrow"]["group"] | null>(null);
  const panelId = useId();
  if (facets === null || facets.total === 0) return null;
  const groups = facetsIn(facets, text);
  const shown = groups.find(([name]) => name === open) ?? null;
  return (
    <>
      <fieldset className="chips-groups">
        <legend className="visually-hidden">{words.groups}</legend>
        {groups.map(([name]) => (
          <button
            key={name}
            type="button"
            className="chips-group"
            aria-expanded={shown?.[0] === name}
            aria-controls={panelId}
            onClick={() => setOpen(open === name ? null : name)}
          >
            {words.group[name]}
          </button>
        ))}
      </fieldset>
      <ul
        className="chips-row"
        id={panelId}
        aria-label={shown === null ? undefined : words.group[shown[0]]}
        hidden={shown === null}
      >
        {(shown?.[1] ?? []).map((facet) => (
          <li key={facet.name}>
            <button
              type="button"
              className="chip"
              aria-label={facet.count === null ? facet.name : words.chip(facet.name, facet.count)}
              onClick={() => onQuery(withConditions(query, facet, text.language))}
            >
              <span className="chip-name">{facet.name}</span>
              {facet.count === null ? null : <span className="chip-count">{format.count(facet.count)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
