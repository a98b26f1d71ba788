import type { OpenFailure } from "../model/failure.ts";
import type { BlobName } from "../model/ids.ts";
import type { Bytes } from "../model/measure.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import { dayMs } from "../model/time.ts";
import { sweepBlobs } from "./attachments/sweep-blobs.ts";
import { changedBy } from "./catalogue/changed-kinds.ts";
import { readOn, standAt } from "./commit.ts";
import { applyJournal } from "./journal/apply-journal.ts";
import { startOf } from "./journal/journal-head.ts";
import { holdsHead } from "./journal/journal-writer.ts";
import type { JournalEnd } from "./journal/read-journal.ts";
import type { VaultSession } from "./opened-vault.ts";
import {
  deleteOtherWorkingCopies,
  type FoundWorkingCopy,
  findWorkingCopy,
  makeWorkingCopy,
  type WorkingCopyPlace,
} from "./store/find-working-copy.ts";
import { loadFirstBlock, loadOlderBlocks } from "./store/load-working-copy.ts";

/** A journal up to this size is read to its end before the library opens: it takes less than a blink. */
const readAtOnceBytes = 1024 * 1024;

/** Fills the memory: from the working copy if the journal confirms its cursor, else from the journal's start. */
export async function startLibrary(session: VaultSession, journalBytes: Bytes): Promise<Result<null, OpenFailure>> {
  const { disk } = session.parts;
  // One write on a full disk can make the browser delete its whole database: there it isn't even opened.
  const found = disk.level === "journal-only" ? null : await findOrNull(session);
  if (found !== null) {
    const started = await startFromCopy(session, found, journalBytes);
    if (started !== "damaged") return started;
  }
  return startFromJournal(session, journalBytes, found === null ? "no working copy" : "damaged working copy");
}

async function findOrNull(session: VaultSession): Promise<FoundWorkingCopy | null> {
  const { surroundings, writer } = session.parts;
  try {
    return await findWorkingCopy(
      placeOf(session),
      async (cursor) => cursor.generation === writer.head.generation && (await holdsHead(surroundings.host, cursor)),
    );
  } catch (error) {
    session.parts.onLog({ event: "working-copy-lost", name: error instanceof Error ? error.name : typeof error });
    return null;
  }
}

function placeOf(session: VaultSession): WorkingCopyPlace {
  const { surroundings, keys, holder, disk } = session.parts;
  return {
    isWritable: disk.level === "normal",
    indexedDB: surroundings.indexedDB,
    keys,
    randomBytes: surroundings.randomBytes,
    onLost: () => holder.lose("closed from outside"),
  };
}

async function startFromCopy(
  session: VaultSession,
  found: FoundWorkingCopy,
  journalBytes: Bytes,
): Promise<Result<null, OpenFailure> | "damaged"> {
  const { state, writer, holder, disk } = session.parts;
  const { cursor } = found.meta;
  try {
    loadFirstBlock(state, found);
    holder.hold(found.copy, { isWritable: disk.level === "normal" });
    writer.head = cursor;
    if (journalBytes > cursor.offset) {
      await loadOlderBlocks(state, found);
      const end = await readOn(session.parts);
      if (end.ended !== "read") return failToRead(end);
      finish(session);
      return succeed(null);
    }
  } catch (error) {
    dropCopy(session, found, error);
    return "damaged";
  }
  finishLater(session, found, journalBytes);
  return succeed(null);
}

/** The first page is painted meanwhile. */
function finishLater(session: VaultSession, found: FoundWorkingCopy, journalBytes: Bytes): void {
  loadOlderBlocks(session.parts.state, found)
    .then(
      () => finish(session),
      async (error: unknown) => {
        dropCopy(session, found, error);
        const rebuilt = await rebuild(session, journalBytes, "damaged working copy", () => {});
        if (!rebuilt.ok) session.closeWith(rebuilt.failure);
      },
    )
    .catch((error: unknown) => session.endInBackground(error));
}

function dropCopy({ parts }: VaultSession, { copy }: FoundWorkingCopy, error: unknown): void {
  copy.database.close();
  parts.holder.lose(error instanceof Error ? error.name : typeof error);
  parts.state.clear();
}

function finish(session: VaultSession): void {
  showAll(session);
  session.markReady();
  tidyLater(session);
}

function showAll({ parts }: VaultSession): void {
  parts.catalogue.markComplete();
  parts.onChanged({ sequence: parts.state.sequence, kinds: ["catalogue"], ids: "many" });
}

async function startFromJournal(
  session: VaultSession,
  journalBytes: Bytes,
  why: string,
): Promise<Result<null, OpenFailure>> {
  let showFirst: () => void = () => {};
  const firstShown = new Promise<null>((resolve) => {
    showFirst = () => resolve(null);
  });
  const rebuilding = rebuild(session, journalBytes, why, showFirst);
  const soon = journalBytes <= readAtOnceBytes ? await rebuilding : await Promise.race([rebuilding, firstShown]);
  if (soon !== null) return soon;
  rebuilding
    .then((rebuilt) => {
      if (!rebuilt.ok) session.closeWith(rebuilt.failure);
    })
    .catch((error: unknown) => session.endInBackground(error));
  return succeed(null);
}

/** Reads the whole journal into the memory and, where there is room, into a new working copy. */
async function rebuild(
  session: VaultSession,
  journalBytes: Bytes,
  why: string,
  onFirst: () => void,
): Promise<Result<null, OpenFailure>> {
  const { surroundings, keys, deviceId, state, writer, holder, disk, onChanged, onLog } = session.parts;
  const startedAt = surroundings.clock();
  const from = startOf(writer.head.generation);
  if (disk.level === "normal") await holdNewCopy(session);
  if (journalBytes > 0) session.tell({ at: "rebuilding", done: 0, total: journalBytes });
  let bodiesWritten: Promise<unknown> = Promise.resolve();
  const end = await applyJournal({
    host: surroundings.host,
    keys,
    deviceId,
    state,
    from,
    take: async (patch) => {
      for (const { sequence } of patch.damage) onLog({ event: "entry-damaged", sequence });
      const changed = changedBy(state, patch);
      state.apply(patch);
      onChanged({ ...changed, kinds: ["catalogue"], ids: "many" });
      onFirst();
      // The last stretch is written while this one was unsealed.
      await bodiesWritten;
      const [rows, { level }] = await Promise.all([
        holder.write((copy) => copy.packBodies(patch)),
        surroundings.host.diskState({}),
      ]);
      if (level !== "normal") holder.stopWriting();
      bodiesWritten = rows === null ? Promise.resolve() : holder.write((copy) => copy.writeRows(rows));
    },
    onRead: (done) => session.tell({ at: "rebuilding", done, total: journalBytes }),
  });
  await bodiesWritten;
  if (end.ended !== "read") return failToRead(end);
  if (session.isClosed) return succeed(null);
  await standAt(session.parts, end);
  showAll(session);
  await holder.write((copy) => copy.writeWhole(state, end.end));
  onLog({ event: "replayed", entries: end.end.sequence, ms: surroundings.clock() - startedAt, why });
  session.markReady();
  tidyLater(session);
  return succeed(null);
}

async function holdNewCopy(session: VaultSession): Promise<void> {
  try {
    session.parts.holder.hold(await makeWorkingCopy(placeOf(session)), { isWritable: true });
  } catch (error) {
    session.parts.onLog({ event: "working-copy-lost", name: error instanceof Error ? error.name : typeof error });
  }
}

/** In the background: deleting a large database takes seconds, reading a large journal for damage too. */
function tidyLater(session: VaultSession): void {
  tidy(session).catch((error: unknown) => session.endInBackground(error));
}

async function tidy(session: VaultSession): Promise<void> {
  const { surroundings, holder, state, catalogue } = session.parts;
  const namedAtStart = new Set(catalogue.kept().map(({ blob }) => blob));
  // What can't be deleted now is tried again at the next start.
  await holder.write((copy) => deleteOtherWorkingCopies(placeOf(session), copy).catch(() => {}));
  const now = surroundings.clock();
  // Where entries are lost, so may be the names of blobs: nothing is deleted then.
  if (state.damage.length === 0) {
    // One that was removed since the start can still be had back.
    const isNamed = (blob: BlobName) => namedAtStart.has(blob) || catalogue.kept().some((kept) => kept.blob === blob);
    await sweepBlobs(session.blobParts, { isNamed, now });
  }
  const verifiedAt = await holder.read((copy) => copy.readVerified());
  if (verifiedAt === null) await session.inTurn(() => holder.write((copy) => copy.writeVerified(state, now)));
  else if (now - verifiedAt > verifyEveryMs) await session.verifyJournal();
}

const verifyEveryMs = 7 * dayMs;

function failToRead(end: Exclude<JournalEnd, { ended: "read" }>): Result<never, OpenFailure> {
  return fail(end.ended === "newer" ? { kind: "newer-library" } : end.failure);
}
