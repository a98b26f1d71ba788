import type { Library } from "../../contracts/library.ts";
import type { BriefingRow } from "../../model/briefing.ts";
import type { UndoToken } from "../../model/ids.ts";
import type { Settings } from "../../model/settings.ts";
import type { Filters, View } from "../../model/view.ts";
import type { Shown } from "../state/panes.tsx";
import type { UiSteering } from "../state/ui-context.tsx";
import type { Text } from "../text/text.ts";

/** What the commands can do to the screen beside opening dialogs and telling; the main screen implements it. */
export interface ScreenActions extends Pick<UiSteering, "openDialog" | "tell" | "forgetUndo"> {
  readonly showView: (view: View) => void;
  readonly select: (which: "next" | "previous" | "next-unread") => void;
  readonly openSelected: () => void;
  /** One step out: an open menu, a search, the reader on a narrow window. */
  readonly stepOut: () => void;
  readonly go: (where: "back" | "forward") => void;
  readonly stepMatch: (which: "next" | "previous") => void;
  readonly focusSearch: () => void;
  /** The search box, ready for the name of something to go to or do. */
  readonly openPalette: () => void;
  /** Copies the open briefing, or what is selected in it, with its source. */
  readonly copyWithSource: () => void;
  readonly print: () => void;
  readonly chooseFiles: () => void;
  readonly chooseFolder: () => void;
  /** Shows or hides what stands behind the selected row. */
  readonly toggleCopies: () => void;
  /** What of the view stands in the list, once it is here; never where the person goes on to something else before. */
  readonly shown: () => Promise<Shown | null>;
}

/** All that a command may look at or use when it runs. */
export interface CommandContext {
  readonly library: Library;
  readonly text: Text;
  readonly settings: Settings;
  readonly view: View;
  readonly filters: Filters;
  /** What stands in the search box; "" = not searching. */
  readonly query: string;
  /** The row that the list has selected; the reader shows it. */
  readonly briefing: BriefingRow | null;
  readonly isSyncing: boolean;
  /** There is no link, and now and then it is asked whether it is back. */
  readonly isWaitingForLink: boolean;
  /** The list shows what a search found, not the view. */
  readonly isSearching: boolean;
  /** The newest thing that the person did and can take back. */
  readonly undoable: UndoToken | null;
  readonly screen: ScreenActions;
}

/** The menus, in their order; also the groups of the shortcut sheet. */
export const commandGroups = ["library", "briefing", "go", "view", "help"] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Something a person can do, known once: menu, keys, buttons and search read it from here. */
export interface Command {
  readonly id: string;
  readonly label: (text: Text) => string;
  readonly group: CommandGroup;
  /**
   * Electron's notation with modifiers ("CmdOrCtrl+K"), a key's own name without ("j", "?", "ArrowDown"), and a space
   * between the keys of a sequence ("g u"). The first is the one that is shown most.
   */
  readonly keys: readonly string[];
  /** The browser itself handles the keys (pasting); they are only shown. */
  readonly keysAreNative?: true;
  /** A field has a meaning of its own for these keys (taking back what was typed), so they are left to it. */
  readonly keysBelongToFields?: true;
  /** Meant for the row that the keys before it lead to: where they wait for rows to come, its key waits behind them. */
  readonly keysFollowOthers?: true;
  readonly isEnabled?: (context: CommandContext) => boolean;
  readonly run: (context: CommandContext) => void | Promise<void>;
}
