import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

export interface AppWindow {
  readonly browser: string;
  readonly address: string;
  readonly profile: string;
  /** The port that the browser's traffic goes through; null = the address is direct. */
  readonly proxyPort: number | null;
  readonly isRootOnLinux: boolean;
}

/** What the browser is told: our window, our profile, and no errands of its own. */
export function browserArguments({ address, profile, proxyPort, isRootOnLinux }: Omit<AppWindow, "browser">): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    // Gives the page an origin that doesn't change with our port, and lets nothing else out: we answer 403.
    ...(proxyPort === null ? [] : [`--proxy-server=http://127.0.0.1:${proxyPort}`, "--proxy-bypass-list=<-loopback>"]),
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-background-mode",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-breakpad",
    // A library that a laptop holds for weeks must not be what a browser clears when it wants room.
    "--disable-features=Translate,OptimizationHints,MediaRouter",
    ...(isRootOnLinux ? ["--no-sandbox"] : []),
  ];
}

/** Ubuntu's packaged Chromium may not write into hidden folders, where a profile would lie. */
export function profileFor(browser: string, profile: string, home: string): string {
  return browser.startsWith("/snap/") ? join(home, "snap", "chromium", "common", "field-reader") : profile;
}

/** Starts the browser; the child ends when its last window is closed. */
export function openAppWindow(wish: AppWindow): ChildProcess {
  mkdirSync(wish.profile, { recursive: true, mode: 0o700 });
  return spawn(wish.browser, browserArguments(wish), { stdio: "ignore", shell: false });
}
