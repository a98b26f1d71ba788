import { Dexie } from "dexie";
import { areEqualBytes, type OwnBytes } from "../crypto/byte-arrays.ts";

export type RowTable = "meta" | "blocks" | "bodies" | "buffers";

/** One row as it lies in the database: key and value tell nothing. null = deleted. */
export interface SealedRow {
  readonly table: RowTable;
  readonly key: OwnBytes;
  readonly value: OwnBytes | null;
}

/** The only user of Dexie. Everything that comes here is sealed already: crypto inside a transaction loses atomicity. */
export interface WorkingCopyDatabase {
  readonly name: string;
  read(table: RowTable, keys: readonly OwnBytes[]): Promise<readonly (OwnBytes | undefined)[]>;
  /** All of the rows or none; none if another session has claimed the database meanwhile. */
  write(rows: readonly SealedRow[]): Promise<void>;
  /** Makes this session the only one that may write, also against a tab that lost the lease in mid-write. */
  claim(row: SealedRow): Promise<void>;
  close(): void;
}

/** Another session writes to this database now. */
export class ClaimedElsewhere extends Error {
  override readonly name = "ClaimedElsewhere";
}

/** Raised with every change of tables or of what the rows hold. An older database is made anew, never migrated. */
export const workingCopySchema = 2;

/** `onLost`: the database was deleted or closed under us. */
export async function openDatabase(
  indexedDB: IDBFactory,
  name: string,
  onLost: () => void,
): Promise<WorkingCopyDatabase> {
  const db = dexieOver(indexedDB, name);
  await db.open();
  let isClosing = false;
  const lose = () => {
    if (!isClosing) onLost();
  };
  db.on("close", lose);
  db.on("versionchange", () => {
    db.close();
    lose();
  });
  let claimed: SealedRow | null = null;
  const tables = ["meta", "blocks", "bodies", "buffers"] as const;
  return {
    name,
    read: (table, keys) => db.table<OwnBytes, OwnBytes>(table).bulkGet([...keys]),
    async write(rows) {
      await db.transaction("rw", tables, async () => {
        if (claimed !== null) {
          const standing = await db.table<OwnBytes, OwnBytes>(claimed.table).get(claimed.key);
          const isOurs = standing !== undefined && claimed.value !== null && areEqualBytes(standing, claimed.value);
          if (!isOurs) throw new ClaimedElsewhere();
        }
        for (const table of tables) {
          const put = rows.filter((row) => row.table === table && row.value !== null);
          const gone = rows.filter((row) => row.table === table && row.value === null);
          const target = db.table<OwnBytes | null, OwnBytes>(table);
          if (put.length > 0) {
            await target.bulkPut(
              put.map((row) => row.value),
              put.map((row) => row.key),
            );
          }
          if (gone.length > 0) await target.bulkDelete(gone.map((row) => row.key));
        }
      });
    },
    async claim(row) {
      await db.table<OwnBytes | null, OwnBytes>(row.table).put(row.value, row.key);
      claimed = row;
    },
    close() {
      isClosing = true;
      db.close();
    },
  };
}

/** Names of the databases of one vault. */
export async function databasesNamed(indexedDB: IDBFactory, prefix: string): Promise<string[]> {
  const all = await indexedDB.databases();
  return all.flatMap(({ name }) => (name?.startsWith(prefix) === true ? [name] : [])).sort();
}

export async function deleteDatabase(indexedDB: IDBFactory, name: string): Promise<void> {
  await dexieOver(indexedDB, name).delete();
}

function dexieOver(indexedDB: IDBFactory, name: string): Dexie {
  const db = new Dexie(name, {
    autoOpen: false,
    indexedDB,
    // Only the journal has to outlive a power cut.
    chromeTransactionDurability: "relaxed",
    cache: "disabled",
  });
  db.version(workingCopySchema).stores({ meta: "", blocks: "", bodies: "", buffers: "" });
  return db;
}
