import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";

export interface PopoverButtonProps {
  readonly icon: ReactNode;
  readonly label: string;
  /** Shown beside the icon where there is room; null = the icon alone, with the label as its name. */
  readonly words?: string | null;
  readonly className?: string;
  /** From which edge of the button the panel grows. */
  readonly align?: "start" | "end";
  readonly above?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

const gapPx = 4;
const marginPx = 8;

/** A button and the panel it opens, in the browser's top layer; Esc and a click elsewhere close it. */
export function PopoverButton(props: PopoverButtonProps) {
  const { icon, label, words = null, className = "button-icon", align = "end", above = false, children } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLFieldSetElement>(null);
  const [isOpen, setOpen] = useState(false);

  // Held by the edges it grows from, so that what comes into it later doesn't push it off the screen.
  useLayoutEffect(() => {
    if (!isOpen || button.current === null || panel.current === null) return;
    const at = button.current.getBoundingClientRect();
    const { style, offsetWidth, offsetHeight } = panel.current;
    if (align === "start") style.left = `${clamp(at.left, window.innerWidth - offsetWidth)}px`;
    else style.right = `${clamp(window.innerWidth - at.right, window.innerWidth - offsetWidth)}px`;
    if (above) style.bottom = `${window.innerHeight - at.top + gapPx}px`;
    else style.top = `${clamp(at.bottom + gapPx, window.innerHeight - offsetHeight)}px`;
    panel.current.querySelector<HTMLElement>("button, [href], select, input")?.focus({ preventScroll: true });
  }, [isOpen, align, above]);

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={words === null ? label : undefined}
        title={label}
        aria-expanded={isOpen}
        popoverTarget={id}
      >
        {icon}
        {words === null ? null : <span>{words}</span>}
      </button>
      <fieldset
        ref={panel}
        id={id}
        popover="auto"
        className="popover"
        aria-label={label}
        onBeforeToggle={(event) => setOpen(event.newState === "open")}
      >
        {isOpen ? children(() => panel.current?.hidePopover()) : null}
      </fieldset>
    </>
  );
}

function clamp(at: number, most: number): number {
  return Math.max(marginPx, Math.min(at, most - marginPx));
}
