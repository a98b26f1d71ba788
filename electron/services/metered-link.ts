import { execFile } from "node:child_process";
import type { Instant } from "../../renderer/model/time.ts";

/** null = this system doesn't say. */
export type AskMetered = () => Promise<boolean | null>;
/** What a program prints; null = it isn't there, failed or took too long. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<string | null>;

/** Asking starts a program, so its answer holds for a while. */
const keptMs = 60_000;

const networkManager = "org.freedesktop.NetworkManager";
const linuxQuestion = [
  "--system",
  "get-property",
  networkManager,
  "/org/freedesktop/NetworkManager",
  networkManager,
  "Metered",
];
// Windows PowerShell alone reaches WinRT, and it is on every Windows 10.
const windowsQuestion = [
  "-NoProfile",
  "-NonInteractive",
  "-Command",
  "$i = [Windows.Networking.Connectivity.NetworkInformation,Windows.Networking.Connectivity,ContentType=WindowsRuntime]; " +
    "$p = $i::GetInternetConnectionProfile(); if ($p) { $p.GetConnectionCost().NetworkCostType }",
];

/** Whether the link is paid by volume, as the person told the system or it knows by itself. */
export function askMeteredWith(run: RunProgram, clock: () => Instant, platform: string = process.platform): AskMetered {
  let kept: { readonly at: Instant; readonly answer: Promise<boolean | null> } | null = null;

  async function ask(): Promise<boolean | null> {
    switch (platform) {
      case "linux":
        return meaningOf(await run("busctl", linuxQuestion), linuxWords);
      case "win32":
        return meaningOf(await run("powershell.exe", windowsQuestion), windowsWords);
      default:
        return null;
    }
  }

  return () => {
    const now = clock();
    if (kept === null || Math.abs(now - kept.at) > keptMs) kept = { at: now, answer: ask() };
    return kept.answer;
  };
}

/** NetworkManager's NMMetered: yes, no, and its two guesses. */
const linuxWords = new Map([
  ["u 1", true],
  ["u 2", false],
  ["u 3", true],
  ["u 4", false],
]);
const windowsWords = new Map([
  ["Fixed", true],
  ["Variable", true],
  ["Unrestricted", false],
]);

function meaningOf(printed: string | null, words: ReadonlyMap<string, boolean>): boolean | null {
  return printed === null ? null : (words.get(printed.trim()) ?? null);
}

export const runQuietly: RunProgram = (program, args) =>
  new Promise((resolve) => {
    const options = { timeout: 10_000, maxBuffer: 64 * 1024, windowsHide: true } as const;
    execFile(program, [...args], options, (error, printed) => resolve(error === null ? printed : null));
  });
