import { app, BrowserWindow, dialog } from "electron";
import type { ShellWords } from "./text.ts";

/** The one thing said outside the page: that there is none. A launcher that never saw a window opens the browser. */
export function giveUp(words: ShellWords): void {
  const isLaunchersTurn = process.env.FIELD_READER_LAUNCHER === "1" && !BrowserWindow.getAllWindows().some(isShown);
  if (!isLaunchersTurn) dialog.showErrorBox(words.appName, words.startFailed);
  app.exit(1);
}

const isShown = (window: BrowserWindow) => window.isVisible();
