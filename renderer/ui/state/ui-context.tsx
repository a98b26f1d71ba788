import { createContext, type Dispatch, type ReactNode, use, useMemo, useRef, useState } from "react";
import type { UndoToken } from "../../model/ids.ts";
import type { DialogName, DialogPayloads, OpenDialog } from "./dialogs.ts";
import type { NoticeFacts } from "./notice.ts";
import { firstUiState, reduceUi, type UiEvent, type UiState } from "./ui-state.ts";

export interface UiSteering {
  readonly dispatch: Dispatch<UiEvent>;
  openDialog<Name extends DialogName>(name: Name, payload: DialogPayloads[Name]): void;
  closeDialog(): void;
  /** Says what happened in the line above the status line, with an undo where there is one. */
  tell(facts: NoticeFacts, undo?: UndoToken | null): void;
  /** Says that a dialog was closed with something in it, and offers it back. */
  tellClosed(facts: NoticeFacts, reopens: OpenDialog): void;
  /** A token that was just used: it is offered no more. */
  forgetUndo(token: UndoToken): void;
  /** The state at this moment, for code that runs outside a render. */
  now(): UiState;
}

const UiStateContext = createContext<UiState | null>(null);
const UiSteeringContext = createContext<UiSteering | null>(null);

export function UiProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState(firstUiState);
  const latest = useRef(state);
  const steering = useMemo<UiSteering>(() => {
    let notices = 0;
    // Reduced here and not while rendering, so that `now` already knows of an event that was just sent.
    const dispatch = (event: UiEvent) => {
      latest.current = reduceUi(latest.current, event);
      setState(latest.current);
    };
    return {
      dispatch,
      openDialog: (name, payload) =>
        dispatch({ event: "dialog-opened", dialog: { name, payload } as unknown as OpenDialog }),
      closeDialog: () => dispatch({ event: "dialog-closed" }),
      tell: (facts, undo = null) => dispatch({ event: "notice-given", notice: { number: ++notices, facts, undo } }),
      tellClosed: (facts, reopens) =>
        dispatch({ event: "notice-given", notice: { number: ++notices, facts, undo: null, reopens } }),
      forgetUndo: (token) => dispatch({ event: "undo-used", token }),
      now: () => latest.current,
    };
  }, []);
  return (
    <UiSteeringContext value={steering}>
      <UiStateContext value={state}>{children}</UiStateContext>
    </UiSteeringContext>
  );
}

export function useUi(): UiState {
  const state = use(UiStateContext);
  if (state === null) throw new Error("useUi stands outside UiProvider");
  return state;
}

/** Never changes, so that using it re-renders nothing. */
export function useUiSteering(): UiSteering {
  const steering = use(UiSteeringContext);
  if (steering === null) throw new Error("useUiSteering stands outside UiProvider");
  return steering;
}
