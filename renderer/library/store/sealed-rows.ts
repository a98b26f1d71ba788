import { fromUtf8, type OwnBytes, toUtf8 } from "../crypto/byte-arrays.ts";
import { hiddenKey, type VaultKeys } from "../crypto/keys.ts";
import { type SealedPlace, seal, unseal } from "../crypto/seal.ts";
import { type RowTable, type SealedRow, type WorkingCopyDatabase, workingCopySchema } from "./working-copy-database.ts";

/** The database lacks a row or has one that doesn't open: the whole working copy is made anew then. */
export class WorkingCopyDamaged extends Error {
  override readonly name = "WorkingCopyDamaged";
}

/** Names and texts on this side, HMACs and sealed bytes on the other. */
export interface SealedRows {
  sealText(table: RowTable, name: string, text: string): Promise<SealedRow>;
  sealBytes(table: RowTable, name: string, bytes: Uint8Array): Promise<SealedRow>;
  /** For bytes that are sealed already and fill their buffer: a window would be stored with all of what it looks on. */
  keepBytes(table: RowTable, name: string, sealed: OwnBytes): Promise<SealedRow>;
  remove(table: RowTable, name: string): Promise<SealedRow>;
  /** null where nothing is; throws `WorkingCopyDamaged` where something doesn't open. */
  readTexts(table: RowTable, names: readonly string[]): Promise<(string | null)[]>;
  readBytes(table: RowTable, name: string): Promise<OwnBytes | null>;
  /** As they are, still sealed. */
  readKept(table: RowTable, names: readonly string[]): Promise<(OwnBytes | null)[]>;
}

export function sealedRowsOver(
  database: WorkingCopyDatabase,
  keys: VaultKeys,
  randomBytes: (count: number) => OwnBytes,
): SealedRows {
  const placeOf = (table: RowTable, name: string): SealedPlace => ({
    store: table,
    key: name,
    version: workingCopySchema,
  });
  const keyOf = (table: RowTable, name: string) => hiddenKey(keys, table, name);

  async function readKept(table: RowTable, names: readonly string[]): Promise<(OwnBytes | null)[]> {
    const rows = await database.read(table, await Promise.all(names.map((name) => keyOf(table, name))));
    return rows.map((row) => row ?? null);
  }

  async function readOne(table: RowTable, name: string, kept: OwnBytes | null): Promise<OwnBytes | null> {
    if (kept === null) return null;
    const plain = await unseal(keys.workingCopy, placeOf(table, name), kept);
    if (plain === null) throw new WorkingCopyDamaged();
    return plain;
  }

  async function sealBytes(table: RowTable, name: string, bytes: Uint8Array): Promise<SealedRow> {
    const value = await seal(keys.workingCopy, placeOf(table, name), bytes, randomBytes);
    return { table, key: await keyOf(table, name), value };
  }

  return {
    sealBytes,
    sealText: (table, name, text) => sealBytes(table, name, toUtf8(text)),
    keepBytes: async (table, name, sealed) => ({ table, key: await keyOf(table, name), value: sealed }),
    remove: async (table, name) => ({ table, key: await keyOf(table, name), value: null }),
    async readTexts(table, names) {
      const kept = await readKept(table, names);
      const plain = await Promise.all(names.map((name, index) => readOne(table, name, kept[index] ?? null)));
      return plain.map((bytes) => (bytes === null ? null : fromUtf8(bytes)));
    },
    async readBytes(table, name) {
      const [kept] = await readKept(table, [name]);
      return readOne(table, name, kept ?? null);
    },
    readKept,
  };
}
