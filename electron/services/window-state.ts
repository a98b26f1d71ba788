import { renameSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import * as v from "valibot";

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  /** null = wherever the system puts it. */
  readonly position: { readonly x: number; readonly y: number } | null;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
}

export const smallestWindow = { width: 400, height: 320 };
const firstSize = { width: 1280, height: 800 };
// So much of the title bar must be on some screen that a person can take hold of the window.
const graspable = { width: 120, height: 32 };

const pixel = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const stored = v.strictObject({ x: pixel, y: pixel, width: pixel, height: pixel, maximised: v.boolean() });
export type StoredWindow = v.InferOutput<typeof stored>;

/** The window as it was left, mended where the screen it stood on is gone or has become smaller. */
export function mendWindowState(left: StoredWindow | null, screens: readonly Area[]): WindowState {
  const primary = screens[0] ?? { x: 0, y: 0, ...firstSize };
  if (left === null) return { position: null, ...fitInto(firstSize, primary), maximised: false };
  const screen = screens.find((candidate) => canBeGrasped(left, candidate));
  const size = fitInto(left, screen ?? primary);
  return {
    position: screen === undefined ? null : { x: left.x, y: left.y },
    ...size,
    maximised: left.maximised,
  };
}

function fitInto(size: { width: number; height: number }, screen: Area): { width: number; height: number } {
  return {
    width: Math.max(smallestWindow.width, Math.min(size.width, screen.width)),
    height: Math.max(smallestWindow.height, Math.min(size.height, screen.height)),
  };
}

function canBeGrasped(window: Area, screen: Area): boolean {
  const visibleWidth = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const titleBarOnScreen = window.y >= screen.y && window.y + graspable.height <= screen.y + screen.height;
  return visibleWidth >= graspable.width && titleBarOnScreen;
}

/** null = never kept, or not readable: the window then opens as if for the first time. */
export async function readWindowState(file: string): Promise<StoredWindow | null> {
  try {
    const parsed = v.safeParse(stored, JSON.parse(await readFile(file, "utf8")));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** At once, because a window that closes leaves no time. A full disk must not stop it from closing. */
export function keepWindowState(file: string, state: StoredWindow): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // The window then opens where it stood the time before.
  }
}
