import { useMemo } from "react";
import { type BriefingId, brandId, type SourceId } from "../../../model/ids.ts";
import { type ActorName, actorLabel, type PlaceName, placeLabel } from "../../../model/names.ts";
import { withOperator } from "../../../model/query/edit-query.ts";
import type { OperatorKey } from "../../../model/query/query-operators.ts";
import type { NamedItem } from "../../../model/saved-search.ts";
import { commandById, commands } from "../../commands/registry.ts";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useCommanding } from "../../state/command-context.tsx";
import { useUiSteering } from "../../state/ui-context.tsx";
import { placeFor } from "../../state/ui-state.ts";
import type { Text } from "../../text/text.ts";
import { useText } from "../../text/use-text.tsx";
import { placeValue } from "../list/query-chips.tsx";
import type { PanelRow } from "./search-panel.tsx";

const mostRows = 12;

export interface PaletteRows {
  readonly rows: readonly PanelRow[];
  /** They are for what is typed now, not for the letters before. */
  readonly areCurrent: boolean;
}

/** What a half-typed name can do or lead to; null = the palette is closed or has no answer yet. */
export function usePaletteRows(typed: string | null): PaletteRows | null {
  const text = useText();
  const { context, run } = useCommanding();
  const { dispatch } = useUiSteering();
  const isOpen = typed !== null;
  // What can't be done now isn't offered; asked anew each time the palette is opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening it is when it is asked
  const offered = useMemo(
    () =>
      commands
        .filter(({ id, isEnabled }) => id !== "open-palette" && (isEnabled?.(context) ?? true))
        .map((command) => ({ id: command.id, label: command.label(text) })),
    [context, text, isOpen],
  );
  const { answer: items, isSettled } = useLibraryQuery(
    "findNamed",
    { typed: typed ?? "", commands: isOpen ? offered : [], limit: mostRows },
    { dependsOn: [], enabled: isOpen },
  );
  const { answer: saved } = useLibraryQuery(
    "listSavedSearches",
    {},
    { dependsOn: ["saved-searches"], enabled: isOpen },
  );
  if (!isOpen || items === null) return null;

  const searchFor = (key: OperatorKey, value: string): void =>
    dispatch({ event: "query-typed", query: withOperator("", key, value, text.language) });
  const chooseOf = (item: NamedItem): (() => void) => {
    const { id } = item;
    switch (item.kind) {
      case "command":
        return () => {
          const command = commandById(id);
          if (command !== null) void run(command);
        };
      case "source":
        return () => dispatch({ event: "view-chosen", view: { kind: "source", sourceId: brandId<SourceId>(id) } });
      case "saved-search": {
        const search = saved?.find((row) => row.search.id === id)?.search;
        return () => {
          if (search !== undefined) dispatch({ event: "search-opened", query: search.query, filters: search.filters });
        };
      }
      case "place":
        return () => searchFor("place", placeValue(item.place, text));
      case "actor":
        return () => searchFor("actor", actorLabel(item.actor, text.language).short);
      case "briefing":
        return () => {
          dispatch({ event: "briefing-opened", place: placeFor(brandId<BriefingId>(id), "") });
          dispatch({ event: "pane-shown", pane: "reader" });
        };
    }
  };
  const rows = items.map((item) => ({
    key: `${item.kind} ${item.id}`,
    label: labelOf(item, text),
    kind: text.finding.palette.kinds[item.kind],
    choose() {
      dispatch({ event: "palette-typed", text: null });
      chooseOf(item)();
    },
  }));
  return { rows, areCurrent: isSettled };
}

function labelOf(item: NamedItem, text: Text): string {
  if (item.kind === "place") return placeRow(item.place, text);
  return item.kind === "actor" ? actorRow(item.actor, text) : item.label;
}

/** Two places may have one name: the territory tells them apart. */
function placeRow(place: PlaceName, text: Text): string {
  return text.finding.palette.place(
    placeLabel(place, text.language),
    place.territories.map((territory) => text.narrow.territory[territory]),
  );
}

function actorRow(actor: ActorName, text: Text): string {
  const { name, short } = actorLabel(actor, text.language);
  return short === name ? name : `${short} — ${name}`;
}
