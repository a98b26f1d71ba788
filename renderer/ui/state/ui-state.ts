import type { BriefingId, UndoToken } from "../../model/ids.ts";
import type { InterfaceLanguage } from "../../model/settings.ts";
import { type Filters, noFilters, type View } from "../../model/view.ts";
import { isAside, type OpenDialog } from "./dialogs.ts";
import { givesWayTo, type Notice } from "./notice.ts";

/** Which pane shows where not all fit. */
export type Pane = "views" | "list" | "reader";

/** What the reader shows. null revision = the newest; a query brings its matches along. */
export interface Place {
  readonly id: BriefingId;
  readonly revision: number | null;
  readonly query: string | null;
  /** The language version of a reference that the person chose; left out = the one that suits. */
  readonly version?: InterfaceLanguage;
}

/** A briefing as it is opened from the list: its newest revision, with the matches of the search that found it. */
export function placeFor(id: BriefingId, query: string): Place {
  const searched = query.trim();
  return { id, revision: null, query: searched === "" ? null : searched };
}

/** Where the person stands. What the library holds is not in here. */
export interface UiState {
  readonly view: View;
  readonly filters: Filters;
  /** Also what lies outside the reader's own areas. */
  readonly everywhere: boolean;
  /** What stands in the search box; "" = not searching. */
  readonly query: string;
  /** What stands behind the ">" that opens the command palette; null = it is closed. The query stays as it was. */
  readonly palette: string | null;
  /** The row that keys move; it is open too where the reader stands beside the list. */
  readonly selected: BriefingId | null;
  readonly place: Place | null;
  /** Opened before and after this one, as a browser keeps them. */
  readonly past: readonly Place[];
  readonly future: readonly Place[];
  readonly pane: Pane;
  readonly dialog: OpenDialog | null;
  /** The dialog that an aside was opened from; it is there again when the aside closes. */
  readonly dialogBehind: OpenDialog | null;
  readonly notice: Notice | null;
  /** What the person did and can take back, the newest last; it outlives its notice. */
  readonly undoable: readonly UndoToken[];
}

export type UiEvent =
  | { readonly event: "view-chosen"; readonly view: View }
  | { readonly event: "filters-changed"; readonly filters: Filters }
  | { readonly event: "everywhere-set"; readonly everywhere: boolean }
  | { readonly event: "query-typed"; readonly query: string }
  | { readonly event: "palette-typed"; readonly text: string | null }
  /** A saved search, with the filters that belong to it. */
  | { readonly event: "search-opened"; readonly query: string; readonly filters: Filters }
  | { readonly event: "row-selected"; readonly id: BriefingId }
  | { readonly event: "briefing-opened"; readonly place: Place }
  | { readonly event: "went"; readonly where: "back" | "forward" }
  | { readonly event: "revision-chosen"; readonly revision: number | null }
  | { readonly event: "version-chosen"; readonly version: InterfaceLanguage }
  | { readonly event: "briefing-left"; readonly id: BriefingId }
  | { readonly event: "pane-shown"; readonly pane: Pane }
  | { readonly event: "dialog-opened"; readonly dialog: OpenDialog }
  | { readonly event: "dialog-closed"; readonly dialog: OpenDialog }
  | { readonly event: "notice-given"; readonly notice: Notice }
  | { readonly event: "notice-gone"; readonly number: number }
  /** Somebody else reads now: where the one before stood, and what they did, is none of their business. */
  | { readonly event: "reader-changed" }
  | { readonly event: "undo-used"; readonly token: UndoToken };

export const firstUiState: UiState = {
  view: { kind: "all" },
  filters: noFilters,
  everywhere: false,
  query: "",
  palette: null,
  selected: null,
  place: null,
  past: [],
  future: [],
  pane: "list",
  dialog: null,
  dialogBehind: null,
  notice: null,
  undoable: [],
};

const paneBefore: Record<Pane, Pane> = { reader: "list", list: "views", views: "views" };

/** One step back where one pane shows at a time. */
export function paneBehind(pane: Pane): Pane {
  return paneBefore[pane];
}

const mostPlaces = 50;
const mostUndoable = 20;

function remember(places: readonly Place[], place: Place): readonly Place[] {
  return [...places, place].slice(-mostPlaces);
}

function giveNotice(state: UiState, notice: Notice): UiState {
  const { facts, undo } = notice;
  const isOwnDeed = undo !== null && !(facts.kind === "marked-read" && facts.byItself === true);
  return {
    ...state,
    notice: givesWayTo(state.notice, notice) ? notice : state.notice,
    undoable: isOwnDeed ? [...state.undoable, undo].slice(-mostUndoable) : state.undoable,
  };
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.id === b.id && a.revision === b.revision;
}

function go(state: UiState, where: "back" | "forward"): UiState {
  const from = where === "back" ? state.past : state.future;
  const place = from.at(-1);
  if (place === undefined) return state;
  const left = from.slice(0, -1);
  const here = state.place === null ? [] : [state.place];
  return where === "back"
    ? { ...state, place, selected: place.id, past: left, future: [...state.future, ...here] }
    : { ...state, place, selected: place.id, past: [...state.past, ...here], future: left };
}

export function reduceUi(state: UiState, event: UiEvent): UiState {
  switch (event.event) {
    case "view-chosen":
      return {
        ...state,
        view: event.view,
        query: "",
        palette: null,
        filters: { ...state.filters, sourceId: null },
        pane: "list",
      };
    case "filters-changed":
      return { ...state, filters: event.filters };
    case "everywhere-set":
      return { ...state, everywhere: event.everywhere };
    case "query-typed":
      return { ...state, query: event.query, palette: null, pane: event.query === "" ? state.pane : "list" };
    case "palette-typed":
      return { ...state, palette: event.text };
    case "search-opened":
      return { ...state, query: event.query, filters: event.filters, palette: null, pane: "list" };
    case "row-selected":
      return { ...state, selected: event.id };
    case "briefing-opened":
      return {
        ...state,
        place: event.place,
        selected: event.place.id,
        past:
          state.place === null || isSamePlace(state.place, event.place)
            ? state.past
            : remember(state.past, state.place),
        future: [],
      };
    case "went":
      return go(state, event.where);
    case "revision-chosen":
      return state.place === null ? state : { ...state, place: { ...state.place, revision: event.revision } };
    case "version-chosen":
      return state.place === null ? state : { ...state, place: { ...state.place, version: event.version } };
    case "briefing-left":
      return {
        ...state,
        place: state.place?.id === event.id ? null : state.place,
        past: state.past.filter(({ id }) => id !== event.id),
        future: state.future.filter(({ id }) => id !== event.id),
      };
    case "pane-shown":
      return { ...state, pane: event.pane };
    case "dialog-opened":
      return { ...state, dialog: event.dialog, dialogBehind: isAside(event.dialog) ? state.dialog : null };
    case "dialog-closed":
      // What was closed already, by an earlier press, isn't there any more: what is open now stays.
      if (event.dialog === state.dialog) return { ...state, dialog: state.dialogBehind, dialogBehind: null };
      return event.dialog === state.dialogBehind ? { ...state, dialogBehind: null } : state;
    case "notice-given":
      return giveNotice(state, event.notice);
    case "notice-gone":
      return state.notice?.number === event.number ? { ...state, notice: null } : state;
    case "reader-changed":
      return { ...firstUiState, pane: state.pane === "reader" ? "list" : state.pane };
    case "undo-used":
      return {
        ...state,
        undoable: state.undoable.filter((token) => token !== event.token),
        notice: state.notice?.undo === event.token ? null : state.notice,
      };
  }
}
