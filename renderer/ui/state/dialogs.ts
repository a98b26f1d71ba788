import type { ReadingStoppedFailure, TooManyFilesFailure } from "../../model/failure.ts";
import type { SavedSearchId, SourceId } from "../../model/ids.ts";
import type { FileOutcome } from "../../model/import-draft.ts";
import type { FilesTaken } from "../reading/files-in-folders.ts";
import type { ImportState } from "../screens/import/import-state.ts";
import type { SaveCopyProps } from "../screens/save-copy-dialog.tsx";

/** Every dialog and what it is opened with. `screens/dialogs.tsx` renders the one that is open. */
export interface DialogPayloads {
  /** "" = nothing typed or pasted yet. */
  readonly "add-source": { readonly address: string };
  /**
   * Drafts to look through before saving; the failed ones are named in the same preview. `lists` of sources that came
   * with them are looked at next. `cut` = not all files that were brought were read. `left` = as it was closed.
   */
  readonly import: {
    readonly outcomes: readonly FileOutcome[];
    readonly lists?: readonly File[];
    readonly cut?: TooManyFilesFailure | ReadingStoppedFailure | null;
    readonly left?: ImportState;
  };
  /** Reads the files with progress and a way to stop, then goes on as "import" does. */
  readonly "import-files": FilesTaken;
  /** What colleagues' lists of sources hold, to tick what comes in. */
  readonly "source-list": { readonly files: readonly File[] };
  /** Sources that we know of, to tick. */
  readonly "choose-sources": null;
  readonly "export-sources": null;
  /** A box to paste or type a text (or an address) into, for people who don't use Ctrl-V on the list. */
  readonly paste: null;
  readonly "source-details": { readonly sourceId: SourceId };
  readonly "saved-search": { readonly searchId: SavedSearchId };
  /** `asks`: at a start, because more than one person reads here. */
  readonly readers: { readonly asks: boolean };
  readonly settings: null;
  readonly about: null;
  readonly "recovery-code": null;
  readonly shortcuts: null;
  /** A kept file is about to leave the library. */
  readonly "save-copy": SaveCopyProps;
  readonly "confirm-link": { readonly address: string };
}

export type DialogName = keyof DialogPayloads;

export type OpenDialog = {
  [Name in DialogName]: { readonly name: Name; readonly payload: DialogPayloads[Name] };
}[DialogName];

/** Dialogs that only show or ask something in between, over whatever is open: closing them loses nothing there. */
const asides: ReadonlySet<DialogName> = new Set<DialogName>([
  "confirm-link",
  "recovery-code",
  "shortcuts",
  "about",
  "export-sources",
]);

export function isAside({ name }: OpenDialog): boolean {
  return asides.has(name);
}
