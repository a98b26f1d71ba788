import type { Territory } from "./names.ts";

/** The languages of the interface. */
export type InterfaceLanguage = "fr" | "sw" | "en";
export type Theme = "system" | "light" | "dark" | "high-contrast";
export type TextSize = 1 | 2 | 3 | 4 | 5;

/** One reader's settings. null language = the system's. */
export interface Settings {
  readonly language: InterfaceLanguage | null;
  readonly theme: Theme;
  readonly textSize: TextSize;
  readonly bodyFont: "serif" | "sans";
  readonly density: "comfortable" | "compact";
  /** Single-letter keys (j, k, s, m …); the others always work. */
  readonly letterKeys: boolean;
  /** IANA name; instants are shown in it, never silently in the laptop's. */
  readonly timeZone: string;
  /** "My areas": lists and searches begin with these; empty = everywhere. */
  readonly areas: readonly Territory[];
  /** Under the empty search box stand the last searches. Off: it would show what the last shift asked for. */
  readonly searchHistory: boolean;
  /** The system tells of new results of saved searches, how many and nothing else. */
  readonly searchNotifications: boolean;
}

export const defaultSettings: Settings = {
  language: null,
  theme: "system",
  textSize: 3,
  bodyFont: "serif",
  density: "comfortable",
  letterKeys: true,
  timeZone: "Africa/Lubumbashi",
  areas: [],
  searchHistory: false,
  searchNotifications: false,
};
