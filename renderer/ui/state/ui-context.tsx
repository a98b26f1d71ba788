import { createContext, type Dispatch, type ReactNode, use, useState, useSyncExternalStore } from "react";
import type { UndoToken } from "../../model/ids.ts";
import type { DialogName, DialogPayloads, OpenDialog } from "./dialogs.ts";
import type { NoticeFacts } from "./notice.ts";
import { firstUiState, reduceUi, type UiEvent, type UiState } from "./ui-state.ts";

export interface UiSteering {
  readonly dispatch: Dispatch<UiEvent>;
  openDialog<Name extends DialogName>(name: Name, payload: DialogPayloads[Name]): void;
  /** Says what happened in the line above the status line, with an undo where there is one. */
  tell(facts: NoticeFacts, undo?: UndoToken | null): void;
  /** Says that a dialog was closed with something in it, and offers it back. */
  tellClosed(facts: NoticeFacts, reopens: OpenDialog): void;
  /** A token that was just used: it is offered no more. */
  forgetUndo(token: UndoToken): void;
  /** The state at this moment, for code that runs outside a render. */
  now(): UiState;
}

interface UiStore extends UiSteering {
  /** Answers how to stop listening. */
  subscribe(listener: () => void): () => void;
}

const UiContext = createContext<UiStore | null>(null);

export function UiProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(createUiStore);
  return <UiContext value={store}>{children}</UiContext>;
}

function createUiStore(): UiStore {
  let state = firstUiState;
  let notices = 0;
  const listeners = new Set<() => void>();
  // Reduced here and not while rendering, so that `now` already knows of an event that was just sent.
  const dispatch = (event: UiEvent) => {
    state = reduceUi(state, event);
    for (const listener of listeners) listener();
  };
  return {
    dispatch,
    openDialog: (name, payload) =>
      dispatch({ event: "dialog-opened", dialog: { name, payload } as unknown as OpenDialog }),
    tell: (facts, undo = null) => dispatch({ event: "notice-given", notice: { number: ++notices, facts, undo } }),
    tellClosed: (facts, reopens) =>
      dispatch({ event: "notice-given", notice: { number: ++notices, facts, undo: null, reopens } }),
    forgetUndo: (token) => dispatch({ event: "undo-used", token }),
    now: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function useUiStore(): UiStore {
  const store = use(UiContext);
  if (store === null) throw new Error("the state of the page is asked for outside UiProvider");
  return store;
}

/**
 * A part of the state: what uses it is rendered again only when that part is another, not with every letter typed.
 * `select` answers something that is kept in the state, or a plain value.
 */
export function useUiPart<Part>(select: (state: UiState) => Part): Part {
  const { subscribe, now } = useUiStore();
  return useSyncExternalStore(subscribe, () => select(now()));
}

/** All of it: rendered again with every event. */
export function useUi(): UiState {
  return useUiPart(whole);
}

function whole(state: UiState): UiState {
  return state;
}

/** Never changes, so that using it re-renders nothing. */
export function useUiSteering(): UiSteering {
  return useUiStore();
}
