import type { BriefingId, SourceId } from "../../model/ids.ts";
import type { Instant } from "../../model/time.ts";
import { type BodyPlace, type BriefingRecord, compareOrder, idOf, orderKeyOf } from "../catalogue/briefing-record.ts";
import type { Patch } from "../catalogue/library-patch.ts";
import type { LibraryState } from "../catalogue/library-state.ts";
import { type OwnBytes, toHex } from "../crypto/byte-arrays.ts";
import type { VaultKeys } from "../crypto/keys.ts";
import type { JournalHead } from "../journal/journal-head.ts";
import { type BlockLayout, layOut, type Placement, placeInBlocks } from "./block-layout.ts";
import { readRecords, writeHeads, writeStates } from "./block-rows.ts";
import { bodyIn, packBodies, packNameOf } from "./body-packs.ts";
import {
  deliveryChunk,
  type MetaRows,
  readCursor,
  readGetting,
  readSmall,
  writeCursor,
  writeGetting,
  writeSmall,
} from "./meta-rows.ts";
import { type SealedRows, sealedRowsOver, WorkingCopyDamaged } from "./sealed-rows.ts";
import type { SealedRow, WorkingCopyDatabase } from "./working-copy-database.ts";

/** Rows that are sealed and ready, and what to believe once they are written. */
export interface PreparedUpdate {
  readonly rows: readonly SealedRow[];
  readonly placement: Placement | null;
}

/** The disposable copy of the journal: blocks of the catalogue, bodies, and how far it has come. */
export class WorkingCopy {
  readonly database: WorkingCopyDatabase;
  readonly rows: SealedRows;
  readonly #randomBytes: (count: number) => OwnBytes;
  #layout: { blocks: BlockLayout["blocks"]; blockOf: Map<BriefingId, string> } = { blocks: [], blockOf: new Map() };

  constructor(database: WorkingCopyDatabase, keys: VaultKeys, randomBytes: (count: number) => OwnBytes) {
    this.database = database;
    this.rows = sealedRowsOver(database, keys, randomBytes);
    this.#randomBytes = randomBytes;
  }

  async claim(): Promise<void> {
    await this.database.claim(await this.rows.sealBytes("meta", "claim", this.#randomBytes(16)));
  }

  /** null = it was never finished, or belongs to another form of the working copy. */
  async readMeta(): Promise<MetaRows | null> {
    const [cursor, directory, small, checked, getting] = await this.rows.readTexts("meta", metaNames);
    if (cursor == null || directory == null || small == null) return null;
    return {
      ...readCursor(cursor),
      blockIds: JSON.parse(directory) as string[],
      small: readSmall(small),
      lastChecked: JSON.parse(checked ?? "[]") as [SourceId, Instant][],
      getting: readGetting(getting ?? null),
    };
  }

  async readDeliveries(count: number): Promise<string[]> {
    const names = Array.from({ length: Math.ceil(count / deliveryChunk) }, (_, chunk) => `deliveries ${chunk}`);
    const texts = await this.rows.readTexts("meta", names);
    return texts.filter((text) => text !== null);
  }

  /** Reads blocks by their ids and remembers what stood in which. */
  async readBlocks(ids: readonly string[]): Promise<BriefingRecord[]> {
    const [heads, states] = await Promise.all([
      this.rows.readTexts(
        "blocks",
        ids.map((id) => `heads ${id}`),
      ),
      this.rows.readTexts(
        "blocks",
        ids.map((id) => `states ${id}`),
      ),
    ]);
    return ids.flatMap((id, index) => {
      const headsText = heads[index] ?? null;
      const statesText = states[index] ?? null;
      if (headsText === null || statesText === null) throw new WorkingCopyDamaged();
      const records = readRecords(headsText, statesText);
      this.#remember(id, records);
      return records;
    });
  }

  #remember(id: string, records: readonly BriefingRecord[]): void {
    const last = records.at(-1);
    if (last === undefined) return;
    this.#layout.blocks = [...this.#layout.blocks, { id, ids: records.map(idOf), oldest: orderKeyOf(last) }];
    for (const record of records) this.#layout.blockOf.set(idOf(record), id);
  }

  /** Seals all that a patch changes, before anything is written. `cursor` is where the journal will stand then. */
  async prepareUpdate(state: LibraryState, patch: Patch, cursor: JournalHead): Promise<PreparedUpdate> {
    const recordOf = (id: BriefingId) => patch.records.get(id) ?? state.record(id);
    const placed: { id: BriefingId; key: ReturnType<typeof orderKeyOf> }[] = [];
    const headsTouched = new Set<string>();
    const statesTouched = new Set<string>();
    for (const [id, record] of patch.records) {
      const before = state.record(id);
      if (before === null || compareOrder(orderKeyOf(before), orderKeyOf(record)) !== 0) {
        placed.push({ id, key: orderKeyOf(record) });
        continue;
      }
      const block = this.#layout.blockOf.get(id);
      if (block === undefined) continue;
      if (before.head !== record.head || before.revisions !== record.revisions) headsTouched.add(block);
      statesTouched.add(block);
    }
    const keyOf = (id: BriefingId) => {
      const record = recordOf(id);
      return record === null ? { time: 0, tie: 0 } : orderKeyOf(record);
    };
    const makeId = () => this.#makeBlockId();
    const placement = placed.length === 0 ? null : placeInBlocks(this.#layout, placed, keyOf, makeId);
    for (const id of placement?.touched ?? []) {
      headsTouched.add(id);
      statesTouched.add(id);
    }
    const blocks = placement?.blocks ?? this.#layout.blocks;
    const rows = blocks.flatMap((block) => {
      if (!statesTouched.has(block.id) && !headsTouched.has(block.id)) return [];
      const records = block.ids.flatMap((id) => recordOf(id) ?? []);
      const states = this.rows.sealText("blocks", `states ${block.id}`, writeStates(records));
      return headsTouched.has(block.id)
        ? [states, this.rows.sealText("blocks", `heads ${block.id}`, writeHeads(records))]
        : [states];
    });
    for (const id of placement?.dropped ?? []) {
      rows.push(this.rows.remove("blocks", `heads ${id}`), this.rows.remove("blocks", `states ${id}`));
    }
    if (placement !== null) rows.push(this.#sealDirectory(placement.blocks));
    const meta = await this.#sealMeta(state, patch, cursor);
    return { rows: [...(await Promise.all(rows)), ...meta, ...(await this.packBodies(patch))], placement };
  }

  async #sealMeta(state: LibraryState, patch: Patch, cursor: JournalHead): Promise<SealedRow[]> {
    const texts = writeSmall(state, patch);
    texts.push(["cursor", writeCursor(cursor, patch, state.deliveries.size + newDeliveries(state, patch))]);
    return Promise.all(texts.map(([name, text]) => this.rows.sealText("meta", name, text)));
  }

  packBodies(patch: Patch): Promise<SealedRow[]> {
    return Promise.all(packBodies(patch.bodies).map(({ name, bytes }) => this.rows.keepBytes("bodies", name, bytes)));
  }

  /** One transaction. What it doesn't write isn't believed. */
  async write({ rows, placement }: PreparedUpdate): Promise<void> {
    await this.database.write(rows);
    if (placement === null) return;
    this.#layout.blocks = placement.blocks;
    for (const [id, block] of placement.moves) this.#layout.blockOf.set(id, block);
  }

  async writeRows(rows: readonly SealedRow[]): Promise<void> {
    await this.database.write(rows);
  }

  /** The end of a rebuild: all blocks from the memory, the cursor last, so that a half-written copy is none. */
  async writeWhole(state: LibraryState, cursor: JournalHead): Promise<void> {
    const placed = state.newestFirst().map(({ record }) => ({ id: idOf(record), key: orderKeyOf(record) }));
    const { blocks, blockOf } = layOut(placed, () => this.#makeBlockId());
    let written: Promise<void> = Promise.resolve();
    for (let at = 0; at < blocks.length; at += blocksAtOnce) {
      const next = blocks.slice(at, at + blocksAtOnce).flatMap((block) => this.#sealBlock(state, block));
      // These are sealed while the last ones are written.
      const [rows] = await Promise.all([Promise.all(next), written]);
      written = this.database.write(rows);
    }
    await written;
    this.#layout = { blocks, blockOf: new Map(blockOf) };
    const texts = writeSmall(state, null);
    texts.push(["checked", JSON.stringify([...state.lastChecked])]);
    texts.push(["cursor", writeCursor(cursor, state, state.deliveries.size)]);
    const meta = await Promise.all(texts.map(([name, text]) => this.rows.sealText("meta", name, text)));
    await this.database.write([await this.#sealDirectory(blocks), ...meta]);
  }

  #sealBlock(state: LibraryState, block: BlockLayout["blocks"][number]): Promise<SealedRow>[] {
    const records = block.ids.flatMap((id) => state.record(id) ?? []);
    return [
      this.rows.sealText("blocks", `heads ${block.id}`, writeHeads(records)),
      this.rows.sealText("blocks", `states ${block.id}`, writeStates(records)),
    ];
  }

  #sealDirectory(blocks: BlockLayout["blocks"]): Promise<SealedRow> {
    return this.rows.sealText("meta", "directory", JSON.stringify(blocks.map(({ id }) => id)));
  }

  async writeChecked(lastChecked: ReadonlyMap<SourceId, Instant>): Promise<void> {
    await this.database.write([await this.rows.sealText("meta", "checked", JSON.stringify([...lastChecked]))]);
  }

  async writeGetting(state: LibraryState): Promise<void> {
    await this.database.write([await this.rows.sealText("meta", "getting", writeGetting(state))]);
  }

  /** When the whole journal was last read for damage. */
  async readVerified(): Promise<Instant | null> {
    const [text] = await this.rows.readTexts("meta", ["verified"]);
    return text == null ? null : Number(text);
  }

  async writeVerified(state: LibraryState, at: Instant): Promise<void> {
    const [small] = writeSmall(state, null);
    const texts = [["verified", String(at)], ...(small === undefined ? [] : [small])] as const;
    await this.database.write(
      await Promise.all(texts.map(([name = "", text = ""]) => this.rows.sealText("meta", name, text))),
    );
  }

  async writeBuffers(buffers: ReadonlyMap<string, Uint8Array | null>): Promise<void> {
    const rows = [...buffers].map(([name, bytes]) =>
      bytes === null ? this.rows.remove("buffers", name) : this.rows.sealBytes("buffers", name, bytes),
    );
    await this.database.write(await Promise.all(rows));
  }

  /** Still sealed; null where the working copy doesn't have it. */
  async readBodies(places: readonly BodyPlace[]): Promise<(OwnBytes | null)[]> {
    const names = [...new Set(places.map(packNameOf))];
    const packs = new Map((await this.rows.readKept("bodies", names)).map((pack, at) => [names[at], pack]));
    return places.map((place) => {
      const pack = packs.get(packNameOf(place)) ?? null;
      return pack === null ? null : bodyIn(pack, place.index);
    });
  }

  #makeBlockId(): string {
    return toHex(this.#randomBytes(8));
  }
}

const blocksAtOnce = 8;
const metaNames = ["cursor", "directory", "small", "checked", "getting"];

function newDeliveries(state: LibraryState, patch: Patch): number {
  return [...patch.deliveries.keys()].filter((id) => !state.deliveries.has(id)).length;
}
