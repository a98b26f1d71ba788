import type { StoreFailure } from "../contracts/host.ts";
import { ChannelClosed } from "../contracts/rpc.ts";
import type { Change, Changed } from "../model/changes.ts";
import type { CommitFailure } from "../model/failure.ts";
import type { DeviceId, ReaderId } from "../model/ids.ts";
import type { LogFact } from "../model/log-event.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import { changedBy } from "./catalogue/changed-kinds.ts";
import type { Patch } from "./catalogue/library-patch.ts";
import type { LibraryState } from "./catalogue/library-state.ts";
import { planChanges } from "./catalogue/plan-changes.ts";
import { areEqualBytes } from "./crypto/byte-arrays.ts";
import type { VaultKeys } from "./crypto/keys.ts";
import { type SealedBatch, sealBatch } from "./journal/append-batch.ts";
import { applyJournal } from "./journal/apply-journal.ts";
import type { JournalHead } from "./journal/journal-head.ts";
import { type AppendFailure, holdsHead, type JournalWriter } from "./journal/journal-writer.ts";
import type { JournalEnd } from "./journal/read-journal.ts";
import type { WorkingCopyHolder } from "./store/working-copy-holder.ts";
import type { Surroundings } from "./surroundings.ts";

export interface CommitParts {
  readonly surroundings: Surroundings;
  readonly keys: VaultKeys;
  readonly deviceId: DeviceId;
  readonly state: LibraryState;
  readonly writer: JournalWriter;
  readonly holder: WorkingCopyHolder;
  /** Who reads from the first start on. */
  readonly firstReader: { readonly id: ReaderId; readonly name: string };
  readonly onChanged: (changed: Changed) => void;
  readonly onLog: (fact: LogFact) => void;
}

export type CommitOutcome = Result<{ readonly sequence: number }, CommitFailure>;

/**
 * The only place that appends and applies. One batch at a time: seal everything, append, write the working copy's rows
 * and cursor in one transaction, change the memory at once, tell.
 */
export async function commitBatch(parts: CommitParts, asked: readonly Change[]): Promise<CommitOutcome> {
  const { state } = parts;
  if (asked.length === 0) return succeed({ sequence: state.sequence });
  const startedAt = parts.surroundings.clock();
  const changes = withReader(parts, asked);
  const outcome = await unlessHostGone(() => appendOnce(parts, changes));
  if (!outcome.ok) return fail(commitFailureOf(outcome.failure));
  const ms = parts.surroundings.clock() - startedAt;
  parts.onLog({ event: "batch-applied", sequence: state.sequence, changes: changes.length, ms });
  return succeed({ sequence: state.sequence });
}

async function appendOnce(parts: CommitParts, changes: readonly Change[]): Promise<Result<null, AppendFailure>> {
  const outcome = await appendAndApply(parts, withTraffic(parts, changes));
  if (outcome.ok || outcome.failure.kind !== "head-moved") return outcome;
  // Somebody's words, perhaps our own that we heard no answer to, stand there already.
  const caughtUp = await catchUp(parts);
  return caughtUp.ok ? appendAndApply(parts, withTraffic(parts, changes)) : caughtUp;
}

/** A host that goes away in the middle may or may not have written: nobody is told that it has. */
export async function unlessHostGone<Value, Failure extends { readonly kind: string } = AppendFailure>(
  work: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | Extract<AppendFailure, { readonly kind: "no-answer" }>>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ChannelClosed) return fail({ kind: "no-answer" });
    throw error;
  }
}

async function appendAndApply(parts: CommitParts, changes: readonly Change[]): Promise<Result<null, AppendFailure>> {
  const { state, writer, holder, deviceId } = parts;
  const batch = await sealNext(parts, changes);
  const patch = planChanges(state, batch.groups, deviceId);
  const prepared = await holder.write((copy) => copy.prepareUpdate(state, patch, batch.end));
  const appended = await writer.append(batch);
  if (appended.ok) {
    if (prepared !== null) await holder.write((copy) => copy.write(prepared));
    showPatch(parts, patch);
    return appended;
  }
  return (await stoodThereAlready(parts, batch)) ? succeed(null) : appended;
}

/**
 * An answer can be lost although the bytes are written. Then they are read back, and an empty entry is appended: its
 * acknowledgement says that all before it is on disk too.
 */
async function stoodThereAlready(parts: CommitParts, batch: SealedBatch): Promise<boolean> {
  const { writer } = parts;
  const before = writer.head.sequence;
  const length = await parts.surroundings.host.journalLength({ generation: writer.head.generation });
  // The first part of a batch may stand there too: it is read in, so that the memory never lags behind the journal.
  if (!length.ok || (length.value ?? 0) <= writer.head.offset || !(await catchUp(parts)).ok) return false;
  if (writer.head.sequence === before || !areEqualBytes(writer.head.hash, batch.end.hash)) return false;
  return (await writer.append(await sealNext(parts, []))).ok;
}

function sealNext(parts: CommitParts, changes: readonly Change[]): Promise<SealedBatch> {
  const { surroundings, keys, deviceId, state, writer, firstReader } = parts;
  const { clock, randomBytes, limits } = surroundings;
  return sealBatch(
    keys,
    {
      head: writer.head,
      deviceId,
      readerId: state.currentReader ?? firstReader.id,
      at: clock(),
      firstSeq: state.seq + 1,
      firstLamport: state.lamport + 1,
      changes,
      entryBytes: limits.entryBytes,
    },
    randomBytes,
  );
}

async function catchUp(parts: CommitParts): Promise<Result<null, Extract<AppendFailure, { kind: "write-failed" }>>> {
  if (!(await holdsHead(parts.surroundings.host, parts.writer.head))) {
    return fail({ kind: "write-failed", code: "journal-replaced" });
  }
  const end = await readOn(parts);
  if (end.ended === "failed") return fail({ kind: "write-failed", code: end.failure.code });
  if (end.ended === "newer") return fail({ kind: "write-failed", code: "newer-library" });
  return succeed(null);
}

/** Reads and applies what stands in the journal beyond our place, and cuts a torn tail off. */
export async function readOn(parts: CommitParts): Promise<JournalEnd> {
  const { surroundings, keys, deviceId, state, writer, holder } = parts;
  const take = async (patch: Patch, cursor: JournalHead) => {
    const prepared = await holder.write((copy) => copy.prepareUpdate(state, patch, cursor));
    if (prepared !== null) await holder.write((copy) => copy.write(prepared));
    showPatch(parts, patch);
  };
  const { host } = surroundings;
  const end = await applyJournal({ host, keys, deviceId, state, from: writer.head, take, onRead: () => {} });
  if (end.ended === "read") await standAt(parts, end);
  return end;
}

/** From here on entries are appended. A tail that can't be cut now is met again by the next append, and cut then. */
export async function standAt(
  { writer, onLog }: CommitParts,
  { end, tornBytes }: Extract<JournalEnd, { ended: "read" }>,
): Promise<void> {
  writer.head = end;
  if (tornBytes > 0 && (await writer.cut(end.offset)).ok) onLog({ event: "tail-cut", bytes: tornBytes });
}

function showPatch({ state, onChanged, onLog }: CommitParts, patch: Patch): void {
  for (const { sequence } of patch.damage) onLog({ event: "entry-damaged", sequence });
  const changed = changedBy(state, patch);
  state.apply(patch);
  onChanged(changed);
}

/** Reading states need a reader: the first change of all brings one. */
function withReader({ state, firstReader }: CommitParts, changes: readonly Change[]): readonly Change[] {
  if (state.currentReader !== null) return changes;
  return [{ kind: "reader-added", readerId: firstReader.id, name: firstReader.name }, ...changes];
}

/** What fetching cost since the last change goes along, so that counting never costs a write of its own. */
function withTraffic({ state: { uncounted } }: CommitParts, changes: readonly Change[]): readonly Change[] {
  return uncounted.length === 0 ? changes : [...changes, { kind: "traffic-counted", counts: uncounted }];
}

export function commitFailureOf(failure: AppendFailure | StoreFailure): CommitFailure {
  switch (failure.kind) {
    case "lease-lost":
      return { kind: "open-elsewhere" };
    case "head-moved":
    case "no-answer":
      return { kind: "write-failed", code: failure.kind };
    default:
      return failure;
  }
}
