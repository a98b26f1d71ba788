import * as v from "valibot";
import type { CleanPicture } from "../model/attachment.ts";
import type { OpenBriefing } from "../model/briefing.ts";
import type { Changed } from "../model/changes.ts";
import type { FacetCounts } from "../model/facets.ts";
import type {
  AddSourceFailure,
  AttachmentFailure,
  CommitFailure,
  FullTextFailure,
  ImportFailure,
  LinkFailure,
  ListFailure,
  LookFailure,
  MissingFailure,
  NameFailure,
  NameFileFailure,
  NameReaderFailure,
  OpenFailure,
  PictureFailure,
  SaveDraftsFailure,
  UndoFailure,
} from "../model/failure.ts";
import type { FullTextOffer } from "../model/full-text.ts";
import type { GettingRules, GettingStatus } from "../model/getting.ts";
import type { SourceId, UndoToken } from "../model/ids.ts";
import type { FileOutcome, ImportDraft, SaveOutcome } from "../model/import-draft.ts";
import type { ClockState, DamageNote, LibraryStatus } from "../model/library-status.ts";
import type { LogEvent } from "../model/log-event.ts";
import type { Bytes } from "../model/measure.ts";
import type { NameFileOutcome, OwnNameRow } from "../model/own-names.ts";
import type { ReaderList } from "../model/reader.ts";
import type { ShelfCounts } from "../model/reference.ts";
import type { Result } from "../model/result.ts";
import type { RevisionDiff } from "../model/revision-diff.ts";
import type { NamedItem, NewHits, SavedSearchRow } from "../model/saved-search.ts";
import type { Settings } from "../model/settings.ts";
import type { SourceRow } from "../model/source.ts";
import type { SourceListPreview } from "../model/source-list.ts";
import type { AddressLook } from "../model/source-preview.ts";
import type { SyncStatus } from "../model/sync-status.ts";
import type { TrafficReport } from "../model/traffic.ts";
import type { ListPage, SearchFindings, SinceLooked, ViewCounts } from "../model/view.ts";
import { type ClientOf, defineCall, type HandlersOf } from "./calls.ts";
import * as guard from "./guards.ts";
import type { Connection } from "./rpc.ts";

/** An action that can be taken back: `affected` says how many briefings or sources it touched. */
export interface Done {
  readonly undo: UndoToken;
  readonly affected: number;
}

export interface VaultFacts {
  /** The folder on this computer, as the host names it. */
  readonly folder: string;
  readonly host: "electron" | "loopback";
  /** What guards the key at rest: a real keystore, or a file that protects nothing on a shared account. */
  readonly keyProtection: "keystore" | "key-file";
  readonly recoveryCodeWrittenDown: boolean;
  readonly journalBytes: Bytes;
  /** Of files kept with briefings, each content counted once. */
  readonly attachmentBytes: Bytes;
  readonly freeBytes: Bytes;
  readonly briefings: number;
  readonly damage: readonly DamageNote[];
  /** In a person's everyday browser (not an app window of its own) the browser may keep what is read. */
  readonly inEverydayBrowser: boolean;
}

/** Everything the page can ask of the library. All of it answers offline but `lookAtAddress`, `getFullText` and `syncNow`. */
export const libraryCalls = {
  // — where it stands
  getStatus: defineCall<LibraryStatus>()(guard.nothing),
  /** Takes the library from the window, tab or program that holds it. */
  useHere: defineCall<Result<null, OpenFailure>>()(guard.nothing),
  /** Opens it where nobody holds it any more. What comes of it is told as the status. */
  openIfFree: defineCall<null>()(guard.nothing),
  unlockWithRecoveryCode: defineCall<Result<null, OpenFailure>>()(v.strictObject({ code: guard.line })),
  /** null once the person said that it is written down. */
  getRecoveryCode: defineCall<string | null>()(guard.nothing),
  confirmRecoveryCodeWritten: defineCall<Result<null, CommitFailure>>()(guard.nothing),
  getVaultFacts: defineCall<VaultFacts>()(guard.nothing),
  getClock: defineCall<ClockState>()(guard.nothing),
  exportLog: defineCall<readonly LogEvent[]>()(guard.nothing),

  // — who reads
  listReaders: defineCall<ReaderList>()(guard.nothing),
  /** On this computer, until another is chosen. What the reader before could take back can't be any more. */
  chooseReader: defineCall<Result<null, CommitFailure>>()(v.strictObject({ readerId: guard.readerId })),
  /** Chooses them too. They begin with the settings of who added them. */
  addReader: defineCall<Result<null, NameReaderFailure>>()(v.strictObject({ name: guard.line })),
  renameReader: defineCall<Result<Done, NameReaderFailure | MissingFailure>>()(
    v.strictObject({ readerId: guard.readerId, name: guard.line }),
  ),
  /** One who doesn't read now. Their marks stay written, unseen, for as long as they can be had back. */
  removeReader: defineCall<Result<Done, CommitFailure | MissingFailure>>()(
    v.strictObject({ readerId: guard.readerId }),
  ),

  // — settings of the current reader
  getSettings: defineCall<Settings>()(guard.nothing),
  changeSettings: defineCall<Result<null, CommitFailure>>()(v.strictObject({ settings: guard.settings })),

  // — lists
  listBriefings: defineCall<ListPage>()(
    v.strictObject({
      view: guard.view,
      filters: guard.filters,
      offset: guard.count,
      limit: v.pipe(guard.count, v.maxValue(200)),
      /** Rows below which the copies they stand for are listed. */
      opened: v.optional(v.pipe(v.array(guard.briefingId), v.maxLength(1_000))),
      /** Of the references in it; left out = French. */
      language: v.optional(guard.interfaceLanguage),
    }),
  ),
  countSinceLooked: defineCall<SinceLooked>()(guard.nothing),
  /** The current reader has seen what a list answered with this `upTo` showed. */
  setLooked: defineCall<Result<Done, CommitFailure>>()(v.strictObject({ upTo: guard.count })),
  /** With areas, what comes in by itself is counted as its list shows it: without what lies outside them. */
  countViews: defineCall<ViewCounts>()(v.strictObject({ areas: v.optional(guard.areas) })),
  /** What fits on a screen is told on the way, before the texts are read for their best passages. */
  search: defineCall<SearchFindings, SearchFindings>()(
    v.strictObject({
      query: guard.line,
      filters: guard.filters,
      limit: v.pipe(guard.count, v.maxValue(200)),
      /** Of the references found, where theirs matches; left out = French. */
      language: v.optional(guard.interfaceLanguage),
    }),
  ),
  /** How the hits of a search divide; asked after a pause in typing. null = cancelled meanwhile. */
  countFacets: defineCall<FacetCounts | null>()(v.strictObject({ query: guard.line, filters: guard.filters })),

  // — searches that are kept
  listSavedSearches: defineCall<readonly SavedSearchRow[]>()(v.strictObject({ areas: v.optional(guard.areas) })),
  /** Without an id a new one; with one, what it is called and asks for now. */
  saveSearch: defineCall<Result<Done, CommitFailure>>()(
    v.strictObject({
      id: v.nullable(guard.savedSearchId),
      name: guard.line,
      query: guard.line,
      filters: guard.filters,
    }),
  ),
  removeSearch: defineCall<Result<Done, CommitFailure>>()(v.strictObject({ id: guard.savedSearchId })),
  /** Newest first; empty where the reader hasn't switched it on. */
  listSearchHistory: defineCall<readonly string[]>()(guard.nothing),
  noteSearch: defineCall<null>()(v.strictObject({ query: guard.line })),
  clearSearchHistory: defineCall<null>()(guard.nothing),
  /** What a half-typed name may mean, best first: the page's commands and what the library knows by name. */
  findNamed: defineCall<readonly NamedItem[]>()(
    v.strictObject({
      typed: guard.line,
      commands: v.pipe(v.array(v.strictObject({ id: guard.line, label: guard.line })), v.maxLength(500)),
      limit: v.pipe(guard.count, v.maxValue(50)),
    }),
  ),

  // — one briefing
  /** With a query, the answer says where its matches stand. */
  openBriefing: defineCall<Result<OpenBriefing, MissingFailure>>()(
    v.strictObject({
      id: guard.briefingId,
      revision: v.nullable(guard.count),
      query: v.nullable(guard.line),
      /** A reference is shown in this language, or where only another version holds the query, in that one. */
      language: v.optional(guard.interfaceLanguage),
      /** The version of a reference that the person chose. */
      version: v.optional(guard.interfaceLanguage),
    }),
  ),
  compareRevisions: defineCall<Result<RevisionDiff, MissingFailure>>()(
    v.strictObject({ id: guard.briefingId, from: guard.count, to: guard.count }),
  ),
  /** What fetching the article behind an extract would cost; null = there is none to fetch. */
  getFullTextOffer: defineCall<FullTextOffer | null>()(v.strictObject({ id: guard.briefingId })),
  /** Fetches it now and keeps it as the next revision. */
  getFullText: defineCall<Result<null, FullTextFailure>, { received: Bytes }>()(
    v.strictObject({ id: guard.briefingId }),
  ),
  setRead: defineCall<Result<Done, CommitFailure>>()(v.strictObject({ ids: guard.briefingIds, read: v.boolean() })),
  setSaved: defineCall<Result<Done, CommitFailure>>()(v.strictObject({ ids: guard.briefingIds, saved: v.boolean() })),
  deleteBriefings: defineCall<Result<Done, CommitFailure>>()(v.strictObject({ ids: guard.briefingIds })),
  restoreBriefings: defineCall<Result<Done, CommitFailure>>()(v.strictObject({ ids: guard.briefingIds })),
  correctLanguage: defineCall<Result<Done, CommitFailure>>()(
    v.strictObject({ id: guard.briefingId, language: guard.language }),
  ),
  /** Everything in this view that is as old as this briefing or older, by the list's order. */
  markOlderRead: defineCall<Result<Done, CommitFailure>>()(
    v.strictObject({ view: guard.view, filters: guard.filters, id: guard.briefingId }),
  ),

  // — files kept with a briefing
  /** The file as it came, its metadata in it. */
  readAttachment: defineCall<Result<Uint8Array<ArrayBuffer>, AttachmentFailure>, { done: Bytes; total: Bytes }>()(
    v.strictObject({ briefingId: guard.briefingId, attachmentId: guard.attachmentId }),
  ),
  /** A kept picture, decoded and written anew without its metadata. */
  readPicture: defineCall<Result<CleanPicture, PictureFailure>, { done: Bytes; total: Bytes }>()(
    v.strictObject({
      briefingId: guard.briefingId,
      attachmentId: guard.attachmentId,
      size: v.picklist(["screen", "full"]),
    }),
  ),
  /** Its room on the disk is free a day and a start later: until then it can be had back. */
  removeAttachment: defineCall<Result<Done, CommitFailure>>()(
    v.strictObject({ briefingId: guard.briefingId, attachmentId: guard.attachmentId }),
  ),

  /** null = not read in yet. */
  countShelf: defineCall<ShelfCounts | null>()(guard.nothing),
  /** The whole reference shelf at once; single ones are deleted and restored like briefings. */
  setShelfRemoved: defineCall<Result<Done, CommitFailure>>()(v.strictObject({ removed: v.boolean() })),
  undo: defineCall<Result<null, UndoFailure>>()(v.strictObject({ token: guard.undoToken })),

  // — sources and sync
  listSources: defineCall<readonly SourceRow[]>()(guard.nothing),
  lookAtAddress: defineCall<Result<AddressLook, LookFailure>, { received: Bytes }>()(
    v.strictObject({ address: guard.line, permissions: guard.permissions }),
  ),
  /** The address must have been looked at in this session; what came then is stored at once. */
  addSource: defineCall<Result<{ sourceId: SourceId; added: number }, AddSourceFailure>>()(
    v.strictObject({ address: guard.line, name: guard.line, rank: guard.rank, permissions: guard.permissions }),
  ),
  changeSource: defineCall<Result<Done, CommitFailure>>()(
    v.strictObject({
      sourceId: guard.sourceId,
      name: v.optional(guard.line),
      rank: v.optional(guard.rank),
      enabled: v.optional(v.boolean()),
      folder: v.optional(v.nullable(guard.line)),
      fullText: v.optional(v.picklist(["never", "ask", "always"])),
      insecure: v.optional(v.boolean()),
    }),
  ),
  /** What a colleague's list (OPML) holds, against what is here. Nothing is fetched. Takes the bytes over. */
  readSourceList: defineCall<Result<SourceListPreview, ListFailure>>()(v.strictObject({ bytes: guard.bytes })),
  /** The same for sources that the page names itself. */
  judgeSources: defineCall<SourceListPreview>()(
    v.strictObject({ sources: v.pipe(v.array(guard.listedSource), v.maxLength(1_000)) }),
  ),
  /** All at once, with one undo. The first sync finds out what they are. */
  addListedSources: defineCall<Result<Done, CommitFailure>>()(
    v.strictObject({
      sources: v.pipe(v.array(guard.listedSource), v.minLength(1), v.maxLength(1_000)),
    }),
  ),
  /** As OPML: names, addresses and folders. `leftOut` = those on the own network, which mean nothing elsewhere. */
  exportSourceList: defineCall<{ text: string; count: number; leftOut: number }>()(guard.nothing),
  /** Its briefings stay. */
  removeSource: defineCall<Result<Done, CommitFailure>>()(v.strictObject({ sourceId: guard.sourceId })),
  getSyncStatus: defineCall<SyncStatus>()(guard.nothing),
  /** Answers when the sync has ended; events tell what happens meanwhile. null = all that are switched on. */
  syncNow: defineCall<SyncStatus>()(v.strictObject({ sources: v.nullable(v.array(guard.sourceId)) })),
  /** Ends at once and keeps what came. null = all of it. */
  cancelSync: defineCall<null>()(v.strictObject({ sourceId: v.nullable(guard.sourceId) })),

  // — getting by itself
  getGettingRules: defineCall<GettingRules>()(guard.nothing),
  changeGettingRules: defineCall<Result<Done, CommitFailure>>()(v.strictObject({ rules: guard.gettingRules })),
  getGettingStatus: defineCall<GettingStatus>()(guard.nothing),
  /** Not now: there is none for an hour. */
  dismissOffer: defineCall<null>()(guard.nothing),
  getTraffic: defineCall<TrafficReport>()(guard.nothing),

  // — names that people add to the tables of places and actors
  listOwnNames: defineCall<readonly OwnNameRow[]>()(guard.nothing),
  addName: defineCall<Result<Done, NameFailure | CommitFailure>>()(guard.wantedName),
  removeName: defineCall<Result<Done, CommitFailure>>()(v.strictObject({ id: guard.line })),
  addNamesFromFile: defineCall<Result<NameFileOutcome & Done, NameFileFailure | CommitFailure>>()(
    v.strictObject({ bytes: guard.bytes }),
  ),

  // — import
  /** Reads files into drafts; nothing is saved yet. Takes the bytes over. */
  readFiles: defineCall<readonly FileOutcome[], { done: number; total: number }>()(
    v.strictObject({
      files: v.pipe(
        v.array(v.strictObject({ name: guard.line, bytes: guard.bytes })),
        v.minLength(1),
        v.maxLength(500),
      ),
    }),
  ),
  readPaste: defineCall<Result<{ draft: ImportDraft } | { address: string }, ImportFailure>>()(
    v.strictObject({ text: v.string(), html: v.nullable(v.string()) }),
  ),
  saveDrafts: defineCall<Result<SaveOutcome & Done, SaveDraftsFailure>>()(
    v.strictObject({
      drafts: v.pipe(
        v.array(v.strictObject({ id: guard.draftId, fields: guard.draftFields })),
        v.minLength(1),
        v.maxLength(500),
      ),
    }),
  ),
  dropDrafts: defineCall<null>()(v.strictObject({ ids: v.array(guard.draftId) })),

  // — the machine, through the library
  /** Whether the system can show a line of ours; false = this host has no way of its own. */
  canNotify: defineCall<boolean>()(guard.nothing),
  notify: defineCall<boolean>()(v.strictObject({ title: guard.line, text: guard.line })),
  /** In the system's browser; the page asks the person first and shows the host. */
  openLink: defineCall<Result<null, LinkFailure>>()(v.strictObject({ address: guard.line })),
  /** null answer = this host has no menu of its own. */
  setMenu: defineCall<boolean>()(
    v.strictObject({
      /** Of the page, for the words that the system shows between its items; left out = the system's. */
      language: v.optional(v.picklist(["fr", "sw", "en"])),
      menus: v.array(
        v.strictObject({
          label: guard.line,
          items: v.array(
            v.strictObject({
              commandId: guard.line,
              label: guard.line,
              /** Electron's notation ("CmdOrCtrl+K"); null = none. */
              accelerator: v.nullable(guard.line),
              enabled: v.boolean(),
            }),
          ),
        }),
      ),
    }),
  ),
};

export type LibraryCalls = typeof libraryCalls;

/** What the library tells on its own. */
export interface LibraryEvents {
  readonly status: LibraryStatus;
  readonly changed: Changed;
  readonly sync: SyncStatus;
  readonly getting: GettingStatus;
  /** A sync has brought briefings that saved searches find. */
  readonly "new-hits": readonly NewHits[];
  /** The person chose a command in the host's own menu. */
  readonly "menu-chosen": { readonly commandId: string };
}

export type Library = ClientOf<LibraryCalls>;
export type LibraryHandlers = HandlersOf<LibraryCalls>;

/** The page's end: calls and what the library tells on its own. */
export type LibraryConnection = Connection<LibraryCalls, LibraryEvents>;
