import { createContext, use, useCallback } from "react";
import type { OpenDialog } from "./dialogs.ts";
import { useUiSteering } from "./ui-context.tsx";

/** The dialog that a component stands in. */
export const OwnDialog = createContext<OpenDialog | null>(null);

/** Closes the dialog that this stands in. Where the person closed it before and opened another, that one stays. */
export function useCloseDialog(): () => void {
  const own = use(OwnDialog);
  const { dispatch } = useUiSteering();
  return useCallback(() => {
    if (own !== null) dispatch({ event: "dialog-closed", dialog: own });
  }, [own, dispatch]);
}
