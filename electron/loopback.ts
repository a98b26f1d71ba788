import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { createInterface } from "node:readline";
import { openInWindow } from "./app-window.ts";
import { readLaunchOptions } from "./launch-options.ts";
import { builtRendererFolder, startLoopbackHost } from "./loopback-host.ts";
import type { LoopbackServer } from "./loopback-server.ts";
import { launcherWords } from "./loopback-text.ts";
import { findBrowser, isProgramFile } from "./services/find-browser.ts";
import { openExternalWith, startDetached } from "./services/open-external.ts";
import { findVaultPlaces, makeVaultFolder } from "./services/vault-folder.ts";
import { interfaceLanguage } from "./text.ts";

/** Fixed where it is free, because a browser keeps what it stores by address and port. */
const usualPort = 47_613;

const { env, platform } = process;
const { DISPLAY, WAYLAND_DISPLAY } = env;
const locale = Intl.DateTimeFormat().resolvedOptions().locale;
const words = launcherWords[interfaceLanguage([locale])];
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

const read = readLaunchOptions(process.argv.slice(2));
if (!read.ok) stop(`${words.unknownOption(read.failure)}\n${words.usage}`, 2);
const { mode, vault, port: wantedPort } = read.value;
const places = findVaultPlaces({ vault, computer: { platform, home: homedir(), env } });
const vaultFolder = attempt(() => makeVaultFolder(places.vaultFolder));
const hasDisplay = platform !== "linux" || Boolean(DISPLAY || WAYLAND_DISPLAY);
const browser = mode === "serve" ? null : findBrowser({ platform, env, isProgram: isProgramFile });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(0));

if (browser !== null && hasDisplay) {
  const isRootOnLinux = platform === "linux" && process.getuid?.() === 0;
  const outcome = await openInWindow({
    browser,
    places: { ...places, vaultFolder },
    home: homedir(),
    isRootOnLinux,
    words,
    say,
    startServer: () => startServer({ inEverydayBrowser: false }),
  });
  if (outcome.ended !== "not-shown") process.exit(0);
} else if (mode !== "serve") {
  say(hasDisplay ? words.noBrowser : words.noDisplay);
}
serveAddress(await startServer({ inEverydayBrowser: true }));

/** For a person who opens the address themselves, in whatever browser there is. Serves until Ctrl-C. */
function serveAddress(server: LoopbackServer): void {
  const tell = () => say(words.openThisAddress({ address: server.launchAddress("direct") }));
  tell();
  if (process.stdin.isTTY) {
    say(words.addressOpensOnce);
    createInterface({ input: process.stdin }).on("line", tell);
  }
  say(words.stopWithCtrlC);
}

async function startServer({ inEverydayBrowser }: { inEverydayBrowser: boolean }): Promise<LoopbackServer> {
  const start = (port: number) =>
    startLoopbackHost({
      vaultFolder,
      hostKeyPath: places.hostKeyPath,
      rendererFolder: builtRendererFolder(import.meta.url),
      port,
      version: readVersion(),
      locale,
      inEverydayBrowser,
      openExternal: openExternalWith(startDetached),
    });
  try {
    return await start(wantedPort ?? usualPort);
  } catch (error) {
    const code = codeOf(error);
    if (code === "EADDRINUSE" && wantedPort === null) return start(0);
    if (code === "EADDRINUSE" || code === "EACCES") stop(words.portTaken({ port: wantedPort ?? usualPort }), 1);
    throw error;
  }
}

function attempt<Value>(action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    return stop(words.folderUnusable({ folder: places.vaultFolder, code }), 1);
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

function stop(sentence: string, code: number): never {
  say(sentence);
  process.exit(code);
}

function readVersion(): string {
  const described: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return typeof described === "object" && described !== null && "version" in described
    ? String(described.version)
    : "0";
}
