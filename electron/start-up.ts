import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { app } from "electron";
import { findVaultPlaces, type VaultPlaces } from "./services/vault-folder.ts";
import { appName } from "./text.ts";
import { focusWindow } from "./window.ts";

/** Where this start's library and Electron's own files lie; decided before Electron makes any. */
export function setUpProfile(): VaultPlaces {
  const vault = process.argv.find((argument) => argument.startsWith("--vault="))?.slice("--vault=".length) ?? null;
  const computer = { platform: process.platform, home: homedir(), env: process.env };
  const places = findVaultPlaces({ vault, computer });
  mkdirSync(places.electronSession, { recursive: true, mode: 0o700 });
  // The keystore and the menu know the program by this name, packaged or not.
  app.setName(appName);
  // Two vaults are two profiles, and so two programs that may run beside each other.
  app.setPath("userData", places.electronSession);
  app.setPath("sessionData", places.electronSession);
  return places;
}

/**
 * Every renderer in the sandbox, whatever a window asks for. Root can't have Chromium's own sandbox, and this call
 * would take back the switch without which nothing starts there; the window's own `sandbox: true` still stands.
 */
export function setUpSandbox(): void {
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
}

/** False = another window of this library is open: it comes to the front, and this start ends. */
export function setUpSingleInstance(): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on("second-instance", focusWindow);
  return true;
}

export function setUpLifetime(): void {
  app.on("window-all-closed", () => app.quit());
}

/** `npm start` opens the browser instead unless it hears this line. */
export function tellLauncher(): void {
  if (process.env.FIELD_READER_LAUNCHER === "1") process.stdout.write("field-reader: window shown\n");
}
