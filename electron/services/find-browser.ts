import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

export interface BrowserSearch {
  readonly platform: string;
  readonly env: {
    readonly PATH?: string | undefined;
    readonly ProgramFiles?: string | undefined;
    readonly "ProgramFiles(x86)"?: string | undefined;
    readonly LOCALAPPDATA?: string | undefined;
    readonly HOME?: string | undefined;
  };
  readonly isProgram: (path: string) => boolean;
}

const linuxNames = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
];
const linuxFolders = ["/usr/bin", "/usr/local/bin", "/snap/bin"];

const windowsPaths = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
  ["Chromium", "Application", "chrome.exe"],
];

const macPrograms = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "Chromium.app/Contents/MacOS/Chromium",
];

/** An installed browser that can show the app in a window of its own, or null. */
export function findBrowser({ platform, env, isProgram }: BrowserSearch): string | null {
  return candidates({ platform, env }).find(isProgram) ?? null;
}

function candidates({ platform, env }: Omit<BrowserSearch, "isProgram">): readonly string[] {
  if (platform === "win32") {
    const roots = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return windowsPaths.flatMap((parts) => roots.map((root) => [root, ...parts].join("\\")));
  }
  if (platform === "darwin") {
    const roots = ["/Applications", ...(env.HOME === undefined ? [] : [`${env.HOME}/Applications`])];
    return macPrograms.flatMap((program) => roots.map((root) => `${root}/${program}`));
  }
  const onPath = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const folders = new Set([...onPath, ...linuxFolders]);
  return linuxNames.flatMap((name) => [...folders].map((folder) => join(folder, name)));
}

export function isProgramFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
