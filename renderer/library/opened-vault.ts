import type { DiskState, HostKey, LeaseToken } from "../contracts/host.ts";
import { ChannelClosed } from "../contracts/rpc.ts";
import type { RevisionContent, RevisionNote } from "../model/briefing.ts";
import type { Change } from "../model/changes.ts";
import type { CommitFailure, OpenFailure } from "../model/failure.ts";
import type { BriefingId, ReaderId, SourceId } from "../model/ids.ts";
import type { DamageNote, LibraryStatus } from "../model/library-status.ts";
import type { Bytes } from "../model/measure.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import type { Instant } from "../model/time.ts";
import { monthIn } from "../model/traffic.ts";
import type { VaultBlobs } from "./attachments/attachments.ts";
import { type BlobParts, readBlob, writeBlob } from "./attachments/blob-store.ts";
import type { MemoryCatalogue } from "./catalogue/catalogue.ts";
import { addCounts } from "./catalogue/traffic-tally.ts";
import { type CommitOutcome, type CommitParts, commitBatch, commitFailureOf, unlessHostGone } from "./commit.ts";
import type { HeaderFile } from "./crypto/header-file.ts";
import { writeRecoveryCode } from "./crypto/recovery-code.ts";
import { unseal } from "./crypto/seal.ts";
import { sealRevision } from "./crypto/seal-revision.ts";
import { recoveryCodePlace } from "./crypto/unlock-vault.ts";
import { findJournalDamage } from "./journal/verify-journal.ts";
import { type BodySources, inReadingOrder, readRevisionOf, readRevisionsOf } from "./store/read-revisions.ts";
import { RecentContents } from "./store/recent-contents.ts";
import type { GettingNotes, Vault } from "./vault.ts";

export interface SessionParts extends CommitParts {
  readonly lease: LeaseToken;
  readonly headerFile: HeaderFile;
  readonly keyProtection: HostKey["protection"];
  readonly catalogue: MemoryCatalogue;
  readonly disk: DiskState;
  readonly onStatus: (status: LibraryStatus) => void;
}

/** Sealed buffers of other parts of the library (the search index), kept in the working copy and as disposable. */
export interface KeptBuffers {
  /** null = none, or the working copy is gone: make it anew. */
  read(name: string): Promise<Uint8Array | null>;
  write(buffers: ReadonlyMap<string, Uint8Array | null>): Promise<void>;
}

export interface OpenedVault extends Vault {
  readonly sequence: number;
  readonly status: LibraryStatus;
  /** Parts of the journal that can't be read any more. */
  readonly damage: readonly DamageNote[];
  readonly keyProtection: HostKey["protection"];
  readonly recoveryCodeWrittenDown: boolean;
  readonly journalBytes: Bytes;
  readonly buffers: KeptBuffers;
  readonly blobs: VaultBlobs;
  /** Who reads from the first kept change on, where nobody has read yet. */
  readonly firstReader: { readonly id: ReaderId; readonly name: string };
  /** Many newest revisions at once, in the order asked. null = not here or damaged. */
  readRevisions(ids: readonly BriefingId[]): Promise<readonly (RevisionContent | null)[]>;
  /** The same ones in the order in which so many are read soonest, last come first. */
  inReadingOrder(ids: readonly BriefingId[]): readonly BriefingId[];
  /** null once the person said that it is written down. */
  getRecoveryCode(): Promise<string | null>;
  confirmRecoveryCodeWritten(): Promise<Result<null, CommitFailure>>;
  /** Reads the whole journal for damage; what is found joins `damage`. */
  verifyJournal(): Promise<void>;
  /** Asks how much room there is and tells by the status whether anything can be written. */
  recheckDisk(): Promise<DiskState>;
  /** Another window, tab or program took the library: nothing is written any more. */
  markLeaseLost(): void;
  /** After what is under way has ended. */
  close(): Promise<void>;
}

/** Two batches of a large feed: the index has read one when the next is written. */
const recentContents = 200;

export class VaultSession implements OpenedVault {
  readonly parts: SessionParts;
  /** Resolves when the whole journal is applied and the working copy is in step: from then on batches are taken. */
  readonly whenReady: Promise<void>;
  status: LibraryStatus = { at: "opening" };
  #markReady: () => void = () => {};
  #queue: Promise<unknown>;
  #closedBy: CommitFailure | null = null;
  readonly #recent = new RecentContents(recentContents);
  readonly #bodies: BodySources;
  readonly #stopListening: readonly (() => void)[];

  constructor(parts: SessionParts) {
    this.parts = parts;
    this.#bodies = { ...parts, recent: this.#recent };
    this.whenReady = new Promise((resolve) => {
      this.#markReady = resolve;
    });
    this.#queue = this.whenReady;
    const { host } = parts.surroundings;
    this.#stopListening = [
      host.on("lease-lost", () => this.markLeaseLost()),
      host.on("gone", () => this.closeWith({ kind: "host-unreachable" })),
    ];
  }

  get catalogue() {
    return this.parts.catalogue;
  }

  get sequence(): number {
    return this.parts.state.sequence;
  }

  get damage(): readonly DamageNote[] {
    return this.parts.state.damage;
  }

  get firstReader() {
    return this.parts.firstReader;
  }

  get keyProtection() {
    return this.parts.keyProtection;
  }

  get journalBytes(): Bytes {
    return this.parts.writer.head.offset;
  }

  get isClosed(): boolean {
    return this.#closedBy !== null;
  }

  /** Lets batches through. A status that closed the session stays. */
  markReady(): void {
    if (!this.isClosed) this.showWritable(this.parts.disk);
    this.#markReady();
  }

  tell(status: LibraryStatus): void {
    if (JSON.stringify(status) === JSON.stringify(this.status)) return;
    this.status = status;
    this.parts.onStatus(status);
  }

  showWritable({ level, freeBytes }: DiskState): void {
    this.tell(level === "normal" ? { at: "ready" } : { at: "read-only", why: { kind: "disk-low", freeBytes } });
  }

  commit(changes: readonly Change[]): Promise<CommitOutcome> {
    return this.inTurn(async () => {
      if (this.#closedBy !== null) return fail(this.#closedBy);
      this.#recent.keep(changes);
      const outcome = await commitBatch(this.parts, changes);
      if (!outcome.ok) this.#recent.drop(changes);
      this.#tellOutcome(outcome);
      return outcome;
    });
  }

  #tellOutcome(outcome: CommitOutcome): void {
    if (outcome.ok) {
      if (this.status.at === "read-only") this.tell({ at: "ready" });
      return;
    }
    const { failure } = outcome;
    this.parts.onLog({ event: "failure", kind: failure.kind, doing: "commit" });
    if (failure.kind === "open-elsewhere") this.markLeaseLost();
    if (failure.kind !== "disk-low" && failure.kind !== "disk-full") return;
    this.parts.holder.stopWriting();
    this.tell({ at: "read-only", why: failure });
  }

  /** One thing at a time, and none before the library is ready. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => {});
    return turn;
  }

  async sealRevision(id: BriefingId, revision: number, content: RevisionContent): Promise<Uint8Array> {
    const { keys, surroundings } = this.parts;
    const sealed = await sealRevision(keys, { id, revision, content }, surroundings.randomBytes);
    this.#recent.noteSealed(sealed, content);
    return sealed;
  }

  readRevision(id: BriefingId, revision: number | null): Promise<RevisionContent | null> {
    return readRevisionOf(this.#bodies, id, revision);
  }

  readRevisions(ids: readonly BriefingId[]): Promise<readonly (RevisionContent | null)[]> {
    return readRevisionsOf(this.#bodies, ids);
  }

  inReadingOrder(ids: readonly BriefingId[]): readonly BriefingId[] {
    return inReadingOrder(this.parts.state, ids);
  }

  async listRevisions(id: BriefingId): Promise<readonly RevisionNote[]> {
    const revisions = this.parts.state.record(id)?.revisions ?? [];
    return revisions.map(({ revision, fetched, title }) => ({ revision, fetched, title }));
  }

  async noteChecked(sourceId: SourceId, at: Instant): Promise<void> {
    const { state, holder, onChanged } = this.parts;
    state.lastChecked.set(sourceId, at);
    onChanged({ sequence: state.sequence, kinds: ["sources"], ids: [] });
    await this.inTurn(() => holder.write((copy) => copy.writeChecked(state.lastChecked)));
  }

  /** In its turn, because what the journal has of this device's is taken off what waits while it is read. */
  async noteTraffic(sourceId: SourceId | null, received: Bytes, at: Instant): Promise<void> {
    if (received === 0) return;
    const { state, catalogue, onChanged } = this.parts;
    await this.inTurn(async () => {
      const month = monthIn(catalogue.settings().timeZone, at);
      state.uncounted = addCounts(state.uncounted, [{ sourceId, month, received }]);
      onChanged({ sequence: state.sequence, kinds: ["getting"], ids: [] });
      await this.parts.holder.write((copy) => copy.writeGetting(state));
    });
  }

  async noteGetting(notes: Partial<GettingNotes>): Promise<void> {
    const { state, holder } = this.parts;
    state.gettingNotes = { ...state.gettingNotes, ...notes };
    await this.inTurn(() => holder.write((copy) => copy.writeGetting(state)));
  }

  readonly buffers: KeptBuffers = {
    read: (name) => this.parts.holder.read((copy) => copy.rows.readBytes("buffers", name)),
    write: async (buffers) => {
      const { level } = await this.parts.surroundings.host.diskState({});
      if (level !== "normal") this.parts.holder.stopWriting();
      await this.parts.holder.write((copy) => copy.writeBuffers(buffers));
    },
  };

  readonly blobs: VaultBlobs = {
    read: (kept, options) => readBlob(this.blobParts, kept, options),
    // Not in turn: a long film must not keep a mark as read waiting. The host takes one chunk at a time.
    write: async (bytes, options) => {
      await this.whenReady;
      if (this.#closedBy !== null) return fail(this.#closedBy);
      const written = await unlessHostGone(() => writeBlob(this.blobParts, bytes, options));
      if (written.ok) return written;
      const { failure } = written;
      if (failure.kind === "cancelled") return fail(failure);
      const failed = fail(commitFailureOf(failure));
      this.#tellOutcome(failed);
      return failed;
    },
    remove: async (unwanted) => {
      if (this.#closedBy !== null) return;
      const { host, lease } = this.blobParts;
      await unlessHostGone(() => host.deleteBlobs({ lease, blobs: [...unwanted] }));
    },
  };

  get blobParts(): BlobParts {
    const { surroundings, lease, keys } = this.parts;
    return { host: surroundings.host, lease, key: keys.blobs, randomBytes: surroundings.randomBytes };
  }

  get recoveryCodeWrittenDown(): boolean {
    return this.parts.headerFile.header.recoveryCode === null;
  }

  async getRecoveryCode(): Promise<string | null> {
    const { keys, headerFile } = this.parts;
    const sealed = headerFile.header.recoveryCode;
    const secret = sealed === null ? null : await unseal(keys.header, recoveryCodePlace, sealed);
    return secret === null ? null : writeRecoveryCode(secret);
  }

  confirmRecoveryCodeWritten(): Promise<Result<null, CommitFailure>> {
    return this.inTurn(async () => {
      if (this.#closedBy !== null) return fail(this.#closedBy);
      if (this.recoveryCodeWrittenDown) return succeed(null);
      const written = await unlessHostGone(() => this.parts.headerFile.change({ recoveryCode: null }));
      return written.ok ? written : fail(commitFailureOf(written.failure));
    });
  }

  /** Reads the whole journal for damage; what is found joins `damage`. */
  async verifyJournal(): Promise<void> {
    await this.whenReady;
    const { surroundings, state, writer, holder, onLog } = this.parts;
    const found = await findJournalDamage(surroundings.host, state, writer.head);
    await this.inTurn(async () => {
      const known = new Set(state.damage.map(({ sequence }) => sequence));
      const added = found.filter(({ sequence }) => !known.has(sequence));
      for (const { sequence } of added) onLog({ event: "entry-damaged", sequence });
      state.damage.push(...added);
      await holder.write((copy) => copy.writeVerified(state, surroundings.clock()));
    });
  }

  async recheckDisk(): Promise<DiskState> {
    const disk = await this.parts.surroundings.host.diskState({});
    // A browser that writes to a full disk can lose its whole database.
    if (disk.level !== "normal") this.parts.holder.stopWriting();
    if (this.status.at === "ready" || this.status.at === "read-only") this.showWritable(disk);
    return disk;
  }

  markLeaseLost(): void {
    if (this.isClosed) return;
    this.#closedBy = { kind: "open-elsewhere" };
    this.parts.onLog({ event: "lease", what: "lost" });
    this.abandon();
    this.tell({ at: "open-elsewhere" });
  }

  closeWith(why: OpenFailure): void {
    if (this.isClosed) return;
    this.#closedBy = { kind: "not-ready" };
    this.abandon();
    this.tell({ at: "closed", why });
  }

  /** Work in the background was cut short: by a host that went away, or by a bug. */
  endInBackground(error: unknown): void {
    this.closeWith({ kind: "host-unreachable" });
    if (!(error instanceof ChannelClosed)) throw error;
  }

  /** Lets go of everything at once; what is in memory can still be read. */
  abandon(): void {
    this.#closedBy ??= { kind: "not-ready" };
    for (const stop of this.#stopListening) stop();
    this.parts.holder.close();
    this.#markReady();
  }

  async close(): Promise<void> {
    await this.#queue;
    if (this.isClosed) return;
    this.abandon();
    const { surroundings, lease } = this.parts;
    try {
      await surroundings.host.releaseLease({ lease });
    } catch (error) {
      // A host that is gone has let go of the lease already.
      if (!(error instanceof ChannelClosed)) throw error;
    }
  }
}
