import { addSource } from "./add-source.ts";
import { removeShelf, restoreShelf } from "./change-shelf.ts";
import { largerText, smallerText } from "./change-text-size.ts";
import { chooseReader } from "./choose-reader.ts";
import { chooseSources } from "./choose-sources.ts";
import type { Command } from "./command.ts";
import { copyWithSource } from "./copy-with-source.ts";
import { deleteBriefing } from "./delete-briefing.ts";
import { exportSources } from "./export-sources.ts";
import { getNew } from "./get-new.ts";
import { goBack } from "./go-back.ts";
import { goForward } from "./go-forward.ts";
import { markLooked } from "./mark-looked.ts";
import { markOlderRead } from "./mark-older-read.ts";
import { nextBriefing } from "./next-briefing.ts";
import { nextMatch } from "./next-match.ts";
import { nextUnread } from "./next-unread.ts";
import { openBriefing } from "./open-briefing.ts";
import { openFiles } from "./open-files.ts";
import { openFolder } from "./open-folder.ts";
import { openPalette } from "./open-palette.ts";
import { openSettings } from "./open-settings.ts";
import { pasteText } from "./paste-text.ts";
import { previousBriefing } from "./previous-briefing.ts";
import { previousMatch } from "./previous-match.ts";
import { printBriefing } from "./print-briefing.ts";
import { restoreBriefing } from "./restore-briefing.ts";
import { saveSearch } from "./save-search.ts";
import { search } from "./search.ts";
import { showAbout } from "./show-about.ts";
import { showAll } from "./show-all.ts";
import { showArrivals } from "./show-arrivals.ts";
import { showDeleted } from "./show-deleted.ts";
import { showReferences } from "./show-references.ts";
import { showSaved } from "./show-saved.ts";
import { showShortcuts } from "./show-shortcuts.ts";
import { showSinceLooked } from "./show-since-looked.ts";
import { showUnread } from "./show-unread.ts";
import { stepOut } from "./step-out.ts";
import { stopGetting } from "./stop-getting.ts";
import { toggleCopies } from "./toggle-copies.ts";
import { toggleRead } from "./toggle-read.ts";
import { toggleSaved } from "./toggle-saved.ts";
import { undo } from "./undo.ts";

/** Every command, in the order of menus and of the shortcut sheet. */
export const commands: readonly Command[] = [
  getNew,
  stopGetting,
  pasteText,
  openFiles,
  openFolder,
  addSource,
  chooseSources,
  exportSources,
  chooseReader,
  removeShelf,
  restoreShelf,
  openSettings,

  undo,
  toggleRead,
  toggleSaved,
  copyWithSource,
  printBriefing,
  markOlderRead,
  markLooked,
  deleteBriefing,
  restoreBriefing,

  search,
  openPalette,
  saveSearch,
  nextBriefing,
  previousBriefing,
  nextUnread,
  openBriefing,
  stepOut,
  goBack,
  goForward,
  nextMatch,
  previousMatch,

  showSinceLooked,
  showAll,
  showUnread,
  showSaved,
  showArrivals,
  showReferences,
  showDeleted,
  toggleCopies,
  largerText,
  smallerText,

  showShortcuts,
  showAbout,
];

export function commandById(id: string): Command | null {
  return commands.find((command) => command.id === id) ?? null;
}
