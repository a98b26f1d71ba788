import type { InterfaceLanguage } from "./settings.ts";
import type { PlainDate } from "./time.ts";

/** What a text of the reference shelf says of itself: written by us, kept apart from news, to be checked again. */
export interface ReferenceLabel {
  /** Of the version shown. */
  readonly language: InterfaceLanguage;
  /** The same item in these languages, French first: it is the one the others were made from. */
  readonly versions: readonly InterfaceLanguage[];
  readonly checked: PlainDate;
  readonly reviewBefore: PlainDate;
  /** Names of publications and organisations, at least two. */
  readonly sources: readonly string[];
  /** False = no speaker of this language from Goma has read it yet. */
  readonly isReviewed: boolean;
}

/** How many there are, beside what the lists count. */
export interface ShelfCounts {
  readonly onShelf: number;
  readonly removed: number;
}
