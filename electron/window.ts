import { app, BrowserWindow, nativeTheme, screen } from "electron";
import { pageAddress } from "./app-protocol.ts";
import { keepWindowState, mendWindowState, readWindowState, smallestWindow } from "./services/window-state.ts";

export interface WindowWish {
  /** Kept with Electron's own files: it belongs to this screen, not to the library. */
  readonly stateFile: string;
  readonly preload: string;
  readonly title: string;
  readonly onShown: () => void;
  /** The page can't be shown, or went away again and again. */
  readonly onFailed: () => void;
}

// What the page paints first, so that nothing flashes on a dark screen at night.
const paper = { light: "#faf8f4", dark: "#101214" };
const crashAgainMs = 60_000;

/** Opens the one window: without Node, isolated, sandboxed, on our page. */
export async function openWindow({ stateFile, preload, title, onShown, onFailed }: WindowWish): Promise<void> {
  const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const { position, width, height, maximised } = mendWindowState(await readWindowState(stateFile), screens);

  const window = new BrowserWindow({
    ...(position ?? {}),
    width,
    height,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });

  keepStateOf(window, stateFile);
  comeBackAfterCrash(window, onFailed);
  window.once("ready-to-show", () => {
    if (maximised) window.maximize();
    window.show();
    onShown();
  });
  await window.loadURL(pageAddress).catch(onFailed);
}

/** A second start asks for the window that is already there. */
export function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function keepStateOf(window: BrowserWindow, stateFile: string): void {
  let waiting: NodeJS.Timeout | undefined;
  const keep = () => {
    clearTimeout(waiting);
    waiting = undefined;
    if (!window.isDestroyed() && !window.isMinimized()) {
      keepWindowState(stateFile, { ...window.getNormalBounds(), maximised: window.isMaximized() });
    }
  };
  const keepSoon = () => {
    waiting ??= setTimeout(keep, 500);
  };
  window.on("resize", keepSoon);
  window.on("move", keepSoon);
  window.on("maximize", keepSoon);
  window.on("unmaximize", keepSoon);
  window.on("close", keep);
}

/** A page that crashed is opened anew; what it had saved is in the journal. */
function comeBackAfterCrash(window: BrowserWindow, onFailed: () => void): void {
  let lastCrashAt = Number.NEGATIVE_INFINITY;
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit" || window.isDestroyed()) return;
    const isAgain = performance.now() - lastCrashAt < crashAgainMs;
    lastCrashAt = performance.now();
    if (isAgain) onFailed();
    else window.webContents.reload();
  });
}
