import { join } from "node:path";
import { app, session } from "electron";
import { setUpPageFiles, setUpPageScheme } from "./app-protocol.ts";

import { giveUp } from "./dialogs.ts";
import { openClient } from "./host-clients.ts";
import { setUpHostPorts } from "./ipc.ts";
import { openMachine } from "./machine.ts";
import { setUpMinimalMenu } from "./menu.ts";
import { setUpNavigationGuards } from "./navigation-guards.ts";
import { noteBug } from "./services/note-bug.ts";
import { openPageFiles } from "./services/page-files.ts";
import { setUpSessionGuards } from "./session-guards.ts";
import { setUpLifetime, setUpProfile, setUpSandbox, setUpSingleInstance, tellLauncher } from "./start-up.ts";
import { interfaceLanguage, shellWords } from "./text.ts";
import { openWindow } from "./window.ts";

const here = import.meta.dirname;

const places = setUpProfile();
setUpSandbox();
setUpPageScheme();
setUpNavigationGuards();
setUpLifetime();
// Never awaited here: Electron is only ready once this file has run to its end.
if (setUpSingleInstance()) app.whenReady().then(openApp).catch(failToOpen);

async function openApp(): Promise<void> {
  const words = systemWords();
  const machine = openMachine(places);
  setUpSessionGuards(session.defaultSession);
  setUpPageFiles(session.defaultSession, openPageFiles(join(here, "..", "renderer")));
  setUpMinimalMenu({ words, platform: process.platform });
  setUpHostPorts({ openClient: (tell) => openClient(machine, words, tell), onBug: noteBug });
  await openWindow({
    title: words.appName,
    preload: join(here, "preload.cjs"),
    stateFile: join(places.electronSession, "window-state.json"),
    onShown: tellLauncher,
    onFailed: () => giveUp(words),
  });
}

function failToOpen(error: unknown): void {
  noteBug(error, "start");
  giveUp(systemWords());
}

function systemWords() {
  return shellWords[interfaceLanguage(app.getPreferredSystemLanguages())];
}
