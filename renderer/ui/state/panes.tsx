import { createContext, type ReactNode, use, useState } from "react";
import type { BriefingRow } from "../../model/briefing.ts";
import type { BriefingId } from "../../model/ids.ts";

/** What somebody has in front of them when they say that they have seen it. */
export interface Shown {
  readonly upTo: number;
  readonly count: number;
}

/** What the list on screen can be asked, whether it shows a view or a search. */
export interface ListPane {
  /** At once where the rows are those that are asked for now; else as soon as they are, if the person stays here. */
  whenHere(act: () => void): void;
  /** After what waits for the rows; false = nothing does. */
  behindWaitingKeys(act: () => void): boolean;
  rowOf(id: BriefingId): BriefingRow | null;
  /** null = there is none, or it isn't loaded yet. Without an id: the first or the last. */
  idBeside(id: BriefingId | null, by: 1 | -1): BriefingId | null;
  /** The next unread one below, wrapping round once. */
  nextUnread(after: BriefingId | null): Promise<BriefingId | null>;
  /** False = this row has no copies. */
  toggleCopies(id: BriefingId): boolean;
  /** How far the rows on screen go, and how many they are; null = not all of this view is shown. */
  shown(): Shown | null;
  /** Scrolls only as far as needed. */
  reveal(id: BriefingId): void;
  focus(): void;
}

export interface ReaderPane {
  readonly row: BriefingRow | null;
  copyText(): string | null;
  print(): void;
  stepMatch(which: "next" | "previous"): void;
  focus(): void;
}

/** Where the panes leave what others may ask of them. Read when something happens, never while rendering. */
export interface Panes {
  list: ListPane | null;
  reader: ReaderPane | null;
  searchBox: HTMLInputElement | null;
  filePicker: HTMLInputElement | null;
  folderPicker: HTMLInputElement | null;
}

const PanesContext = createContext<Panes | null>(null);

export function PanesProvider({ children }: { readonly children: ReactNode }) {
  const [panes] = useState<Panes>(() => ({
    list: null,
    reader: null,
    searchBox: null,
    filePicker: null,
    folderPicker: null,
  }));
  return <PanesContext value={panes}>{children}</PanesContext>;
}

export function usePanes(): Panes {
  const panes = use(PanesContext);
  if (panes === null) throw new Error("usePanes stands outside PanesProvider");
  return panes;
}
