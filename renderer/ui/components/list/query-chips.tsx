import { memo, useDeferredValue, useId, useMemo, useState } from "react";
import type { CountedState, FacetCounts } from "../../../model/facets.ts";
import { actorLabel, type PlaceName, placeLabel } from "../../../model/names.ts";
import { type ConditionPiece, conditionPieces } from "../../../model/query/condition-pieces.ts";
import { conditionsIn, withOperator, withoutPiece } from "../../../model/query/edit-query.ts";
import { type OperatorKey, writtenValue } from "../../../model/query/query-operators.ts";
import type { InterfaceLanguage } from "../../../model/settings.ts";
import { monthAfter, monthName } from "../../format/month-name.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import type { Text } from "../../text/text.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { ClearIcon } from "../icons.tsx";
import { ChipsToolbar } from "./chips-toolbar.tsx";

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
  const [open, setOpen] = useState<GroupName | null>(null);
  const laterQuery = useDeferredValue(query);
  return (
    <ChipsToolbar label={words.groups}>
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
      <FacetGroups query={laterQuery} facets={facets} onQuery={onQuery} open={open} onOpen={setOpen} />
    </ChipsToolbar>
  );
}

function pieceWords(piece: ConditionPiece, text: Text): string {
  const { narrow } = text;
  const said = piece.kind === "operator" ? `${narrow.operator[piece.key]} ${piece.value}` : piece.text;
  return piece.negated ? narrow.without(said) : said;
}

type ShownPlace = Pick<PlaceName, "name" | "labels" | "territories">;

export function placeWords(place: ShownPlace, text: Text): string {
  return text.narrow.place(
    placeLabel(place, text.language),
    place.territories.map((territory) => text.narrow.territory[territory]),
  );
}

/** As it stands behind `place:`: one territory is enough to tell places apart. */
export function placeValue(place: ShownPlace, text: Text): string {
  return placeWords({ ...place, territories: place.territories.slice(0, 1) }, text);
}

const keyOfState = { unread: "is", saved: "is", reference: "is", attachment: "has", title: "in" } as const;
const stateOrder: readonly CountedState[] = ["unread", "saved", "reference", "attachment", "title"];

type GroupName = keyof Text["narrow"]["group"];

interface Facet {
  readonly name: string;
  readonly count: number;
  readonly conditions: readonly (readonly [OperatorKey, string])[];
}

function facetsIn(facets: FacetCounts, text: Text): readonly (readonly [GroupName, readonly Facet[]])[] {
  const { narrow, terms, language } = text;
  const words = { ...narrow, title: narrow.inTitle };
  const groups: readonly (readonly [GroupName, readonly Facet[]])[] = [
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
      facets.actors.map(({ actor, count }) => {
        const { short } = actorLabel(actor, language);
        return { name: short, count, conditions: [["actor", short]] };
      }),
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
      stateOrder.flatMap((state) =>
        facets.states
          .filter((counted) => counted.state === state)
          .map(({ count }) => ({
            name: words[state],
            count,
            conditions: [[keyOfState[state], writtenValue(keyOfState[state], state, language)]] as const,
          })),
      ),
    ],
  ];
  return groups;
}

function withConditions(query: string, { conditions }: Facet, language: InterfaceLanguage): string {
  return conditions.reduce((longer, [key, value]) => withOperator(longer, key, value, language), query);
}

/** What could be added comes after the hits: of each key that is typed, first those are shown. */
const FacetGroups = memo(function FacetGroups({
  query,
  facets,
  onQuery,
  open,
  onOpen,
}: QueryChipsProps & { readonly open: GroupName | null; readonly onOpen: (name: GroupName | null) => void }) {
  const { now } = useUiSteering();
  const text = useText();
  const words = text.narrow;
  const format = useFormat();
  const panelId = useId();
  const all = useMemo(() => (facets === null ? [] : facetsIn(facets, text)), [facets, text]);
  if (facets === null || facets.total === 0) return null;
  // What stands in the search already would leave what is there.
  const isAsked = conditionsIn(query);
  const groups = all
    .map(([name, ofGroup]) => {
      const others = ofGroup.filter(({ conditions }) => !conditions.every(([key, value]) => isAsked(key, value)));
      return [name, others] as const;
    })
    .filter(([, ofGroup]) => ofGroup.length > 0);
  const shown = groups.find(([name]) => name === open) ?? null;
  return (
    <>
      <div className="chips-groups">
        {groups.map(([name]) => (
          <button
            key={name}
            type="button"
            className="chips-group"
            aria-expanded={shown?.[0] === name}
            aria-controls={panelId}
            onClick={() => onOpen(open === name ? null : name)}
          >
            {words.group[name]}
          </button>
        ))}
      </div>
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
              aria-label={words.chip(facet.name, facet.count)}
              onClick={() => onQuery(withConditions(now().query, facet, text.language))}
            >
              <span className="chip-name">{facet.name}</span>
              <span className="chip-count">{format.count(facet.count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
});
