import { useLayoutEffect, useRef } from "react";
import type { Command, CommandContext } from "./command.ts";
import { isMac } from "./is-mac.ts";
import type { KeyFacts } from "./keys.ts";
import { type KeyPlace, matchShortcut } from "./shortcuts.ts";

/** After the first key of a sequence ("g"), this long for the second. */
const sequenceMs = 1_500;

export interface ShortcutSurroundings {
  readonly context: CommandContext;
  /** Runs a command that may run now, and tells what goes wrong. */
  readonly run: (command: Command) => void;
  /** Does it after what earlier keys asked of rows that are still coming; false = none of them waits. */
  readonly behindWaitingKeys: (act: () => void) => boolean;
}

/**
 * Listens for the commands' keys while the main screen stands. Nothing fires while a dialog is open. Mark what walks
 * or scrolls by arrow keys itself with `data-owns-arrows`.
 */
export function useShortcuts(commands: readonly Command[], surroundings: ShortcutSurroundings): void {
  const latest = useRef({ commands, ...surroundings });
  // Before the paint: whoever sees the screen may press a key at once.
  useLayoutEffect(() => {
    latest.current = { commands, ...surroundings };
  });

  useLayoutEffect(() => {
    let begun: { readonly facts: KeyFacts; readonly until: number } | null = null;

    function onKeyDown(event: KeyboardEvent): void {
      // 229 is what a key has while an input method still composes a word.
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      if (isModifierAlone(event.key) || document.querySelector("dialog:modal") !== null) return;
      const { commands, context, run, behindWaitingKeys } = latest.current;
      const found = matchShortcut(commands, factsOf(event), {
        place: placeOf(event.target),
        rules: { letterKeys: context.settings.letterKeys, isMac: isMac() },
        begun: begun !== null && event.timeStamp <= begun.until ? begun.facts : null,
      });
      begun = found.match === "begun" ? { facts: found.first, until: event.timeStamp + sequenceMs } : null;
      if (found.match !== "command") return;
      const { command } = found;
      const waits = command.keysFollowOthers === true && behindWaitingKeys(() => run(command));
      if (!waits && command.isEnabled?.(context) === false) return;
      event.preventDefault();
      if (!waits) run(command);
    }

    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function isModifierAlone(key: string): boolean {
  return ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Dead"].includes(key);
}

function factsOf(event: KeyboardEvent): KeyFacts {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  return { key, ctrlKey, metaKey, altKey, shiftKey, altGraph: event.getModifierState("AltGraph") };
}

const fields = "input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select";
const controls = "button, a[href], summary, [role=menuitem], [role=button], input, select";

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return { inField: false, onControl: false, ownsArrows: false };
  return {
    inField: target.isContentEditable || target.matches(fields),
    onControl: target.closest(controls) !== null,
    ownsArrows: target.closest("[data-owns-arrows], [role=menu], input[type=radio]") !== null,
  };
}
