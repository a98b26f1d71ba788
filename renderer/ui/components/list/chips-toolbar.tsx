import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  ArrowUp: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

/**
 * Many buttons that are one step of the Tab key: arrows go from one to the next. A button that goes when it is pressed,
 * as a chip does, leaves the focus to the one that takes its place.
 */
export function ChipsToolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement | null>(null);
  const at = useRef(0);
  const hasFocus = useRef(false);

  function buttons(): HTMLButtonElement[] {
    return [...(box.current?.querySelectorAll("button") ?? [])];
  }

  function settle(): void {
    const all = buttons();
    at.current = Math.max(0, Math.min(at.current, all.length - 1));
    for (const [number, button] of all.entries()) button.tabIndex = number === at.current ? 0 : -1;
  }

  // With every paint: chips come and go with the counts, and the page marks no button itself.
  useLayoutEffect(() => {
    const focused = buttons().indexOf(document.activeElement as HTMLButtonElement);
    if (focused >= 0) at.current = focused;
    settle();
    if (hasFocus.current && document.activeElement === document.body) buttons()[at.current]?.focus();
  });

  function onKeyDown(event: KeyboardEvent): void {
    const all = buttons();
    const next = steps[event.key]?.(at.current, all.length - 1);
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    all[next]?.focus();
  }

  return (
    <div
      ref={box}
      role="toolbar"
      aria-label={label}
      className="chips"
      data-owns-arrows
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        hasFocus.current = true;
        at.current = Math.max(0, buttons().indexOf(event.target as unknown as HTMLButtonElement));
        settle();
      }}
      onBlur={() => {
        hasFocus.current = false;
      }}
    >
      {children}
    </div>
  );
}
