type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const columnKinds = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const;
type ColumnKind = keyof typeof columnKinds;

/** Raise it with any change to what is kept or how words are folded: an older index is then built anew. */
const indexFormatVersion = 1;

const magic = 0x49535246; // "FRSI"
const headerBytes = 16;
const alignment = 8;

export interface PackedPart {
  readonly facts: unknown;
  readonly columns: Readonly<Record<string, Column>>;
}

interface Described {
  readonly facts: unknown;
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind; readonly length: number }[];
}

/** magic, version, checksum, length of the description; the description; the columns, each on a full 8 bytes. */
export function packPart({ facts, columns }: PackedPart): Uint8Array<ArrayBuffer> {
  const named = Object.entries(columns);
  const described: Described = {
    facts,
    columns: named.map(([name, column]) => ({ name, kind: kindOf(column), length: column.length })),
  };
  const description = new TextEncoder().encode(JSON.stringify(described));
  let length = aligned(headerBytes + description.length);
  for (const [, column] of named) length += aligned(column.byteLength);
  const bytes = new Uint8Array(length);
  bytes.set(description, headerBytes);
  let at = aligned(headerBytes + description.length);
  for (const [, column] of named) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += aligned(column.byteLength);
  }
  const header = new DataView(bytes.buffer);
  header.setUint32(0, magic, true);
  header.setUint32(4, indexFormatVersion, true);
  header.setUint32(12, description.length, true);
  header.setUint32(8, checksumOf(bytes), true);
  return bytes;
}

/** null = another version, damaged, or no part of an index at all. The columns are views of the given bytes. */
export function unpackPart(given: Uint8Array): PackedPart | null {
  if (given.length < headerBytes) return null;
  const bytes = given.byteOffset % alignment === 0 ? given : given.slice();
  const buffer = bytes.buffer as ArrayBuffer;
  const header = new DataView(buffer, bytes.byteOffset, bytes.byteLength);
  if (header.getUint32(0, true) !== magic || header.getUint32(4, true) !== indexFormatVersion) return null;
  if (bytes.length % alignment !== 0 || header.getUint32(8, true) !== checksumOf(bytes)) return null;
  const descriptionEnd = headerBytes + header.getUint32(12, true);
  const description = new TextDecoder().decode(bytes.subarray(headerBytes, descriptionEnd));
  // Past its checksum a part is what this very format wrote.
  const described = JSON.parse(description) as Described;
  const columns: Record<string, Column> = {};
  let at = aligned(descriptionEnd);
  for (const { name, kind, length } of described.columns) {
    const Kind = columnKinds[kind];
    columns[name] = new Kind(buffer, bytes.byteOffset + at, length);
    at += aligned(length * Kind.BYTES_PER_ELEMENT);
  }
  return { facts: described.facts, columns };
}

/** Of everything but the checksum's own place. Against damage; the seal is against people. */
function checksumOf(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let i = 0; i < words.length; i++) {
    if (i === 2) continue;
    low = Math.imul(low ^ (words[i] as number), 0x01000193);
    high = (Math.imul(high, 31) + low) | 0;
  }
  return (low ^ (high >>> 7) ^ bytes.length) >>> 0;
}

function aligned(length: number): number {
  return Math.ceil(length / alignment) * alignment;
}

function kindOf(column: Column): ColumnKind {
  if (column instanceof Uint8Array) return "u8";
  if (column instanceof Uint16Array) return "u16";
  return column instanceof Uint32Array ? "u32" : "f64";
}
