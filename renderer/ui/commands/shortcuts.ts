import type { Command } from "./command.ts";
import { isLetterPress, isSamePress, type KeyFacts, parseKeys } from "./keys.ts";

/** Where a key was pressed. */
export interface KeyPlace {
  /** A field that takes text, or one that is being composed (IME). */
  readonly inField: boolean;
  /** A button, link or the like, which Enter and the arrows belong to. */
  readonly onControl: boolean;
  /** A part of the page that scrolls or walks by arrows itself. */
  readonly ownsArrows: boolean;
}

export interface ShortcutRules {
  readonly letterKeys: boolean;
  readonly isMac: boolean;
}

export type ShortcutMatch =
  | { readonly match: "command"; readonly command: Command }
  /** The first key of a sequence; the next one decides. */
  | { readonly match: "begun"; readonly first: KeyFacts }
  | { readonly match: "none" };

const none: ShortcutMatch = { match: "none" };
const arrowKeys = new Set(["ArrowUp", "ArrowDown"]);

/** Decides what a key press means. `begun` is the first key of a sequence, if one was just pressed. */
export function matchShortcut(
  commands: readonly Command[],
  event: KeyFacts,
  { place, rules, begun }: { readonly place: KeyPlace; readonly rules: ShortcutRules; readonly begun: KeyFacts | null },
): ShortcutMatch {
  let starts = false;
  for (const command of commands) {
    if (command.keysAreNative || (command.keysBelongToFields && place.inField)) continue;
    for (const notation of command.keys) {
      const [first, second] = parseKeys(notation);
      if (first === undefined || !isAllowed(first, place, rules)) continue;
      if (second === undefined) {
        if (begun === null && isSamePress(first, event, rules)) return { match: "command", command };
      } else if (begun === null) {
        starts ||= isSamePress(first, event, rules);
      } else if (isSamePress(first, begun, rules) && isSamePress(second, event, rules)) {
        return { match: "command", command };
      }
    }
  }
  return starts ? { match: "begun", first: event } : none;
}

function isAllowed(press: ReturnType<typeof parseKeys>[number], place: KeyPlace, rules: ShortcutRules): boolean {
  if (isLetterPress(press)) return rules.letterKeys && !place.inField;
  if (press.mod || press.alt) return !(place.inField && press.alt);
  if (press.key.startsWith("F") && press.key.length > 1) return true;
  if (place.inField) return false;
  if (press.key === "Enter") return !place.onControl;
  if (arrowKeys.has(press.key)) return !place.ownsArrows;
  return true;
}
