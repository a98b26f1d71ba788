import type { MouseEvent, ReactNode } from "react";
import { useUiSteering } from "../state/ui-context.tsx";

/** A link out of the app: a click of any kind only asks, and the question shows the host. */
export function OutsideLink({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const { openDialog } = useUiSteering();
  const ask = (event: MouseEvent) => {
    event.preventDefault();
    openDialog("confirm-link", { address });
  };
  const refuse = (event: MouseEvent) => event.preventDefault();
  return (
    <a href={address} rel="noreferrer noopener" draggable={false} onClick={ask} onAuxClick={refuse}>
      {children}
    </a>
  );
}
