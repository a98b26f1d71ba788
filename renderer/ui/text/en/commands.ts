import type { CommandGroup } from "../../commands/command.ts";
import type { KeyNames } from "../../commands/keys.ts";

/** Names of commands and menus. */
export const commands = {
  groups: {
    library: "Library",
    briefing: "Briefing",
    go: "Go",
    view: "Show",
    help: "Help",
  } satisfies Record<CommandGroup, string> as Readonly<Record<CommandGroup, string>>,
  keyNames: {
    ctrl: "Ctrl",
    shift: "Shift",
    alt: "Alt",
    enter: "Enter",
    escape: "Esc",
    delete: "Del",
    space: "Space",
  } satisfies KeyNames as KeyNames,
  /** Between two ways to the same command. */
  keyOr: "or",
  /** Between the keys of a sequence. */
  keyThen: "then",

  getNew: "Get new",
  stopGetting: "Stop getting",
  pasteText: "Paste a text or an address",
  openFiles: "Open files…",
  openFolder: "Open a folder…",
  addSource: "Add a source…",
  chooseSources: "Choose sources…",
  exportSources: "Export the list of sources…",
  chooseReader: "Who is reading?…",
  openSettings: "Settings…",
  removeShelf: "Remove the shelf of references",
  restoreShelf: "Put back removed references",

  undo: "Undo",
  toggleRead: "Mark as read or unread",
  toggleSaved: "Save or stop saving",
  copyWithSource: "Copy with its source",
  print: "Print…",
  markOlderRead: "Mark this and everything older as read",
  markLooked: "I have seen this",
  deleteBriefing: "Delete",
  restoreBriefing: "Put back in the list",

  search: "Search",
  nextBriefing: "Next briefing",
  previousBriefing: "Previous briefing",
  nextUnread: "Next unread",
  openBriefing: "Open",
  stepOut: "One step out",
  goBack: "Back",
  goForward: "Forward",
  nextMatch: "Next match",
  previousMatch: "Previous match",

  showSinceLooked: "Since I last looked",
  showAll: "All briefings",
  showUnread: "Unread",
  showSaved: "Saved",
  showArrivals: "Arrivals",
  showDeleted: "Deleted",
  toggleCopies: "Show or hide the copies of this text",
  showReferences: "References",
  largerText: "Larger text",
  smallerText: "Smaller text",

  showShortcuts: "Keys",
  showAbout: "About Field Reader",
};

export type CommandsText = typeof commands;
