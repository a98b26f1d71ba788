import type { SourceId } from "./ids.ts";
import { cleanLine, shorten } from "./plain-characters.ts";

/** A source as a list names it: nothing of it was fetched. */
export interface ListedSource {
  readonly address: string;
  readonly name: string;
  readonly folder: string | null;
  readonly homePage: string | null;
}

export interface ListEntry extends ListedSource {
  /** What it has here, or will have. */
  readonly id: SourceId;
  /** "insecure" = plain http: it comes in switched off, until it is allowed after its warning. */
  readonly standing: "new" | "insecure" | "already-here";
}

/** Why something in a list doesn't become a source. */
export type LeftOutReason =
  | "local-address"
  | "bad-address"
  | "no-address"
  | "twice"
  | "other-list"
  | "commented-out"
  | "too-many";

export interface LeftOutEntry {
  /** Its name, or what stands for it. */
  readonly label: string;
  readonly reason: LeftOutReason;
}

/** What a list holds, against what is here. */
export interface SourceListPreview {
  readonly entries: readonly ListEntry[];
  readonly leftOut: readonly LeftOutEntry[];
}

const longestFolder = 120;
const betweenFolders = " / ";

/** A folder by one spelling; null = none. */
export function folderName(written: string): string | null {
  const parts = written.split("/").map(cleanLine);
  const name = shorten(parts.filter((part) => part !== "").join(betweenFolders), longestFolder);
  return name === "" ? null : name;
}

/** The folders on the way to this one, from the outermost. */
export function folderPath(folder: string | null): readonly string[] {
  return folder === null ? [] : folder.split(betweenFolders);
}
