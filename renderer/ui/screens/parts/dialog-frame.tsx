import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from "react";
import { type Panes, usePanes } from "../../state/panes.tsx";
import { useText } from "../../text/use-text.tsx";

export interface DialogFrameProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons that stay in sight at the bottom. */
  readonly actions?: ReactNode;
  readonly size?: "narrow" | "wide";
  /** Print shows this dialog alone, not the page behind it. */
  readonly printsAlone?: boolean;
  /** Nothing inside takes the focus, so the text itself must, or it can't be scrolled by keys. */
  readonly isTextOnly?: boolean;
}

/**
 * A modal dialog: focus goes to what is marked `data-first-focus`, else to its title, and back to where it came from.
 * Esc asks to close.
 */
export function DialogFrame(props: DialogFrameProps) {
  const { title, onClose, children, actions, size = "narrow", printsAlone, isTextOnly } = props;
  const text = useText();
  const panes = usePanes();
  const titleId = useId();
  const dialogRef = useRef<HTMLDialogElement>(null);
  const titleRef = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => {
    const dialog = dialogRef.current;
    const opener = document.activeElement;
    dialog?.showModal();
    const first = dialog?.querySelector<HTMLElement>("[data-first-focus]") ?? titleRef.current;
    // Zoomed far in, the whole dialog scrolls: then it is read from its beginning.
    const scrolls = dialog !== null && dialog.scrollHeight > dialog.clientHeight + 1;
    (scrolls ? titleRef.current : first)?.focus();
    return () => {
      dialog?.close();
      if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
      // What it was opened from is gone, as the welcome is after a first import. Hidden panes leave the focus alone.
      else requestAnimationFrame(() => focusMainScreen(panes));
    };
  }, [panes]);

  function onCancel(event: SyntheticEvent<HTMLDialogElement>): void {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    onClose();
  }

  // A second Esc in a row closes a dialog without asking; the state has to follow.
  function onClosed(event: SyntheticEvent<HTMLDialogElement>): void {
    if (event.target === event.currentTarget && !event.currentTarget.open) onClose();
  }

  return (
    <dialog
      ref={dialogRef}
      className={`dialog dialog-${size}${printsAlone ? " dialog-prints-alone" : ""}`}
      aria-labelledby={titleId}
      onCancel={onCancel}
      onClose={onClosed}
    >
      <div className="dialog-head">
        <h2 id={titleId} ref={titleRef} tabIndex={-1} className="dialog-title">
          {title}
        </h2>
        <button type="button" className="dialog-close" aria-label={text.dialogs.close} onClick={onClose}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.6" fill="none" strokeLinecap="round" />
          </svg>
        </button>
      </div>
      {isTextOnly ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keys
        <section className="dialog-body" tabIndex={0} aria-labelledby={titleId}>
          {children}
        </section>
      ) : (
        <div className="dialog-body">{children}</div>
      )}
      {actions === undefined ? null : <div className="dialog-actions">{actions}</div>}
    </dialog>
  );
}

/** As many frames as a list or a briefing that was just brought in may take to stand there. */
const mostFrames = 60;

function focusMainScreen(panes: Panes, frame = 0): void {
  const isTaken = document.activeElement !== null && document.activeElement !== document.body;
  if (isTaken || frame > mostFrames || document.querySelector("dialog:modal") !== null) return;
  panes.list?.focus();
  if (document.activeElement === document.body) panes.reader?.focus();
  requestAnimationFrame(() => focusMainScreen(panes, frame + 1));
}
