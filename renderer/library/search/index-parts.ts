import { type PackedPart, packPart, unpackPart } from "./index-format.ts";
import { Segment, type SegmentColumns } from "./segment.ts";
import { TermDictionary } from "./term-dictionary.ts";

/** A piece of the kept index, ready to be sealed. A segment's piece never changes under its name. */
export interface IndexPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface IndexState {
  readonly dictionary: TermDictionary;
  readonly segments: readonly Segment[];
}

const dictionaryName = "dictionary";
/** Which segments belong together, and which of their briefings are still there. */
export const manifestName = "manifest";
const segmentName = (serial: number): string => `segment-${serial}`;

/** Names of all pieces of this state, and the bytes of those that aren't `kept` already. */
export function partsOf(
  { dictionary, segments }: IndexState,
  kept: ReadonlySet<string>,
): { names: string[]; parts: IndexPart[] } {
  const aliveColumns = Object.fromEntries(segments.map((segment) => [segmentName(segment.serial), segment.alive]));
  const facts = { serials: segments.map((segment) => segment.serial), terms: dictionary.size };
  const parts: IndexPart[] = [
    { name: manifestName, bytes: packPart({ facts, columns: aliveColumns }) },
    { name: dictionaryName, bytes: packPart({ facts: null, columns: { ...dictionary.columns() } }) },
  ];
  for (const segment of segments) {
    const name = segmentName(segment.serial);
    if (!kept.has(name)) parts.push({ name, bytes: packSegment(segment) });
  }
  return { names: [manifestName, dictionaryName, ...segments.map(({ serial }) => segmentName(serial))], parts };
}

function packSegment({ columns }: Segment): Uint8Array<ArrayBuffer> {
  const { ids, revisions, times, lengths, terms, starts, postings } = columns;
  return packPart({ facts: { ids }, columns: { revisions, times, lengths, terms, starts, postings } });
}

/** Which pieces a manifest holds together: null where it can't be read. */
export function partNamesIn(manifest: Uint8Array): readonly string[] | null {
  const packed = unpackPart(manifest);
  if (packed === null) return null;
  const { serials } = packed.facts as { serials: number[] };
  return [manifestName, dictionaryName, ...serials.map(segmentName)];
}

/** null where anything is missing, damaged, of another version, or doesn't fit together. */
export function stateOf(parts: readonly IndexPart[]): IndexState | null {
  const byName = new Map(parts.map(({ name, bytes }) => [name, bytes]));
  const open = (name: string): PackedPart | null => {
    const bytes = byName.get(name);
    return bytes === undefined ? null : unpackPart(bytes);
  };
  const manifest = open(manifestName);
  const words = open(dictionaryName);
  if (manifest === null || words === null) return null;
  const { serials, terms } = manifest.facts as { serials: number[]; terms: number };
  const dictionary = TermDictionary.fromColumns(words.columns as unknown as ReturnType<TermDictionary["columns"]>);
  if (dictionary.size !== terms) return null;
  const segments: Segment[] = [];
  for (const serial of serials) {
    const name = segmentName(serial);
    const packed = open(name);
    const alive = manifest.columns[name];
    if (packed === null || alive === undefined) return null;
    const { ids } = packed.facts as { ids: string[] };
    if (alive.length !== ids.length) return null;
    const columns = packed.columns as unknown as SegmentColumns;
    // The manifest's bytes belong to whoever gave them: deletions are marked in a copy.
    segments.push(new Segment(serial, { ...columns, ids, alive: Uint8Array.from(alive) }));
  }
  return { dictionary, segments };
}
