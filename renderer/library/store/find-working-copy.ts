import type { BriefingRecord } from "../catalogue/briefing-record.ts";
import { type OwnBytes, toHex } from "../crypto/byte-arrays.ts";
import type { VaultKeys } from "../crypto/keys.ts";
import type { JournalHead } from "../journal/journal-head.ts";
import type { MetaRows } from "./meta-rows.ts";
import { WorkingCopy } from "./working-copy.ts";
import { databasesNamed, deleteDatabase, openDatabase, workingCopySchema } from "./working-copy-database.ts";

export interface WorkingCopyPlace {
  readonly indexedDB: IDBFactory;
  readonly keys: VaultKeys;
  readonly randomBytes: (count: number) => OwnBytes;
  /** False where the disk is too full to write to the browser's database. */
  readonly isWritable: boolean;
  /** The database went away under us. */
  readonly onLost: () => void;
}

export interface FoundWorkingCopy {
  readonly copy: WorkingCopy;
  readonly meta: MetaRows;
  /** Enough to show the first page. */
  readonly newest: { readonly records: readonly BriefingRecord[]; readonly deliveries: readonly string[] };
}

/**
 * The working copy whose cursor the journal confirms, if there is one. Anything else – unfinished, ahead, of another
 * branch, damaged, of another schema – isn't worth more than its deletion.
 */
export async function findWorkingCopy(
  place: WorkingCopyPlace,
  holdsCursor: (cursor: JournalHead) => Promise<boolean>,
): Promise<FoundWorkingCopy | null> {
  for (const name of await databasesNamed(place.indexedDB, ownPrefixOf(place.keys))) {
    const tried = await tryWorkingCopy(place, name);
    if (tried === null) continue;
    const { copy, meta } = tried;
    try {
      // Read while the journal is asked: nothing of a copy that it doesn't confirm is used.
      const [isConfirmed, records, deliveries] = await Promise.all([
        holdsCursor(meta.cursor),
        copy.readBlocks(meta.blockIds.slice(0, 1)),
        copy.readDeliveries(meta.deliveryCount),
        place.isWritable ? copy.claim() : null,
      ]);
      if (isConfirmed) return { copy, meta, newest: { records, deliveries } };
    } catch (error) {
      copy.database.close();
      throw error;
    }
    copy.database.close();
  }
  return null;
}

async function tryWorkingCopy(
  place: WorkingCopyPlace,
  name: string,
): Promise<{ readonly copy: WorkingCopy; readonly meta: MetaRows } | null> {
  let copy: WorkingCopy | null = null;
  try {
    copy = new WorkingCopy(await openDatabase(place.indexedDB, name, place.onLost), place.keys, place.randomBytes);
    const meta = await copy.readMeta();
    if (meta !== null) return { copy, meta };
  } catch {
    // Whatever is wrong with it, the journal has it all.
  }
  copy?.database.close();
  return null;
}

/** An empty one, under a name that no other tab or earlier try has used. */
export async function makeWorkingCopy(place: WorkingCopyPlace): Promise<WorkingCopy> {
  const name = `${ownPrefixOf(place.keys)}${toHex(place.randomBytes(6))}`;
  const database = await openDatabase(place.indexedDB, name, place.onLost);
  const copy = new WorkingCopy(database, place.keys, place.randomBytes);
  await copy.claim();
  return copy;
}

export async function deleteOtherWorkingCopies(place: WorkingCopyPlace, kept: WorkingCopy): Promise<void> {
  for (const name of await databasesNamed(place.indexedDB, prefixOf(place.keys))) {
    if (name !== kept.database.name) await deleteDatabase(place.indexedDB, name);
  }
}

/** The schema is part of the name: Dexie would open a newer one without a word. */
function ownPrefixOf(keys: VaultKeys): string {
  return `${prefixOf(keys)}s${workingCopySchema}-`;
}

function prefixOf(keys: VaultKeys): string {
  return `field-reader-${keys.vaultId}-`;
}
