import type { Bytes } from "./measure.ts";
import type { RefusedRow } from "./own-names.ts";

/** Why the machine couldn't bring an address. Facts only; the sentences live in `ui/text`. */
export type FetchFailure =
  | { readonly kind: "no-link" }
  | { readonly kind: "name-not-found"; readonly host: string }
  | { readonly kind: "refused"; readonly host: string }
  | { readonly kind: "timeout"; readonly phase: "connect" | "first-byte" | "idle" | "total"; readonly seconds: number }
  | { readonly kind: "certificate"; readonly host: string }
  | { readonly kind: "insecure-address"; readonly host: string }
  | { readonly kind: "local-address"; readonly host: string }
  | { readonly kind: "own-address" }
  | { readonly kind: "bad-address"; readonly address: string }
  | { readonly kind: "too-many-redirects"; readonly limit: number }
  | { readonly kind: "http-status"; readonly status: number; readonly host: string }
  | { readonly kind: "too-large"; readonly limit: Bytes }
  | { readonly kind: "expands-too-much" }
  | { readonly kind: "unreadable-encoding"; readonly encoding: string }
  | { readonly kind: "connection-cut"; readonly received: Bytes }
  | { readonly kind: "cancelled" }
  | DocumentFailure;

/** Why bytes aren't a feed. Decided by parsing, never by status or content type. */
export type DocumentFailure =
  | { readonly kind: "empty-document" }
  | { readonly kind: "login-page"; readonly host: string | null }
  | { readonly kind: "bot-wall"; readonly host: string | null }
  | { readonly kind: "error-page"; readonly host: string | null }
  | { readonly kind: "web-page"; readonly title: string }
  | { readonly kind: "broken-feed" }
  | { readonly kind: "not-a-feed" }
  | { readonly kind: "entity-bomb" };

/** Why a page isn't the article behind an extract. */
export type ArticleFailure =
  | { readonly kind: "article-not-found" }
  /** No more text than the extract has, or too little to be one. */
  | { readonly kind: "article-too-short" }
  /** The page is about something else. */
  | { readonly kind: "article-other" }
  | Extract<
      FetchFailure,
      {
        readonly kind:
          | "empty-document"
          | "login-page"
          | "bot-wall"
          | "error-page"
          | "http-status"
          | "too-large"
          | "expands-too-much"
          | "bad-address"
          | "insecure-address"
          | "local-address"
          | "own-address";
      }
    >;
export type FullTextFailure = FetchFailure | ArticleFailure | CommitFailure | MissingFailure;

/** Why one item of a feed was left out while the others came in. */
export interface ItemFailure {
  /** The item's title, or its number in the feed where it has none; a range of numbers for those past the limit. */
  readonly label: string;
  readonly reason: "unreadable" | "empty" | "too-large" | "duplicate-id" | "too-many";
}

export type ImportFailure =
  | { readonly kind: "empty-file" }
  | { readonly kind: "binary-file" }
  | { readonly kind: "unsupported-file"; readonly extension: string }
  | { readonly kind: "file-too-large"; readonly limit: Bytes }
  | { readonly kind: "no-text" }
  | { readonly kind: "unreadable-file" }
  /** A dropped folder of which the system tells nothing, or only a part. */
  | { readonly kind: "closed-folder" }
  | { readonly kind: "password-protected" }
  /** An e-mail that only its receiver's program opens. */
  | { readonly kind: "encrypted-mail" }
  | { readonly kind: "damaged-file" }
  /** A small archive that unpacks to more than any document has. */
  | { readonly kind: "expanding-archive" }
  /** Its names lead out of the folder that it is unpacked into. */
  | { readonly kind: "unsafe-archive" }
  | { readonly kind: "nested-archive" }
  /** A zip that is neither a document nor a chat. */
  | { readonly kind: "plain-archive" }
  /** It ended the reading program twice and isn't opened again by itself. */
  | { readonly kind: "quarantined-file" }
  /** What was read but not yet saved fills what memory bears. */
  | { readonly kind: "too-much-at-once"; readonly limit: Bytes }
  | NotReadyFailure;

/** Why not all files that were brought at once are read. */
export interface TooManyFilesFailure {
  readonly kind: "too-many-files";
  readonly taken: number;
}

/** The person ended the reading before all was read. */
export interface ReadingStoppedFailure {
  readonly kind: "reading-stopped";
}

/** Why a file is no list of sources that can be taken over. */
export type ListFailure =
  | { readonly kind: "not-a-list" }
  | { readonly kind: "broken-list" }
  | { readonly kind: "empty-list" }
  | Extract<DocumentFailure, { readonly kind: "entity-bomb" }>
  | Extract<ImportFailure, { readonly kind: "empty-file" | "file-too-large" }>
  | NotReadyFailure;

/** The library isn't open yet, or no longer. */
export interface NotReadyFailure {
  readonly kind: "not-ready";
}

/** Why a change couldn't be kept. What was there before is untouched in each of these. */
export type CommitFailure =
  | { readonly kind: "disk-low"; readonly freeBytes: Bytes }
  | { readonly kind: "disk-full" }
  | { readonly kind: "open-elsewhere" }
  | { readonly kind: "write-failed"; readonly code: string }
  | NotReadyFailure;

/** Why the library can't be opened. Nothing is deleted in any of these. */
export type OpenFailure =
  | { readonly kind: "open-elsewhere" }
  | { readonly kind: "newer-library" }
  | { readonly kind: "key-missing" }
  | { readonly kind: "wrong-recovery-code" }
  | { readonly kind: "damaged-header" }
  | { readonly kind: "host-unreachable" }
  | { readonly kind: "read-failed"; readonly code: string }
  /** Making a library, or a slot for this computer's key, needs a little room. */
  | Extract<CommitFailure, { readonly kind: "disk-low" | "disk-full" | "write-failed" }>
  | BugFailure;

/** Why a reader can't be called that. */
export type ReaderNameFailure =
  | { readonly kind: "reader-name-empty" }
  | { readonly kind: "reader-name-long"; readonly limit: number }
  | { readonly kind: "reader-name-taken"; readonly name: string };
export type NameReaderFailure = CommitFailure | ReaderNameFailure;

export type AddSourceFailure = CommitFailure | { readonly kind: "already-added"; readonly name: string };
/** A text that was read but not saved is in memory only, and went with the library that held it. */
export type SaveDraftsFailure = CommitFailure | { readonly kind: "draft-gone" };
export type LookFailure = FetchFailure | NotReadyFailure | { readonly kind: "no-feed-on-page"; readonly title: string };
export type LinkFailure = { readonly kind: "link-refused" } | { readonly kind: "no-browser" };
export type UndoFailure = CommitFailure | { readonly kind: "nothing-to-undo" };
export type MissingFailure = { readonly kind: "not-here" };

/** Why a kept file can't be had. Its briefing's text is untouched. */
export type AttachmentFailure =
  | MissingFailure
  | NotReadyFailure
  | { readonly kind: "cancelled" }
  /** Bytes of it are gone or changed on this disk. */
  | { readonly kind: "attachment-damaged"; readonly name: string }
  /** The disk didn't give it, and may later. */
  | { readonly kind: "attachment-not-read"; readonly name: string; readonly code: string };

/** Why a kept picture isn't shown. The file itself can still be saved out. */
export type PictureFailure =
  | AttachmentFailure
  /** Damaged, or in a form that this computer can't draw. */
  | { readonly kind: "picture-unreadable"; readonly name: string }
  | { readonly kind: "picture-too-large"; readonly name: string; readonly megapixels: number };

/** Why a name isn't added to the tables. */
export type NameFailure = { readonly kind: "name-refused"; readonly why: RefusedRow } | NotReadyFailure;
export type NameFileFailure =
  | { readonly kind: "not-a-names-file" }
  | Extract<ImportFailure, { readonly kind: "file-too-large" }>
  | NotReadyFailure;

/** A bug, on either side of a seam: nothing of its message crosses, only a number that the log also has. */
export interface BugFailure {
  readonly kind: "bug";
  readonly reference: string;
}

/** Why one source wasn't synced: the link, the document, this disk, or a bug of ours. */
export type SyncFailure = FetchFailure | CommitFailure | BugFailure;

export type Failure =
  | FetchFailure
  | ArticleFailure
  | ImportFailure
  | TooManyFilesFailure
  | ReadingStoppedFailure
  | ListFailure
  | CommitFailure
  | OpenFailure
  | AddSourceFailure
  | NameReaderFailure
  | SaveDraftsFailure
  | LookFailure
  | LinkFailure
  | UndoFailure
  | MissingFailure
  | PictureFailure
  | NameFailure
  | NameFileFailure
  | BugFailure;

export type FailureKind = Failure["kind"];
