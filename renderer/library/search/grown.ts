/** The same with twice the room. */
export function grown<Column extends Uint16Array | Uint32Array | Int32Array | Uint8Array>(
  column: Column,
  Kind: new (length: number) => Column,
): Column {
  const larger = new Kind(column.length * 2);
  larger.set(column);
  return larger;
}
