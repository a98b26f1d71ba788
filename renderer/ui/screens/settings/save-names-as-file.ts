import type { AddedName } from "../../../model/names.ts";

/** As `readNameFile` takes it in on another computer. */
function namesAsText(names: readonly AddedName[]): string {
  const nameOf = new Map(names.map(({ id, name }) => [`own-${id}`, name]));
  // A row of this library's own has another number elsewhere until it is there: it is named.
  const rows = names.map(({ id: _id, means, ...row }) => ({ ...row, means: nameOf.get(means ?? "") ?? means }));
  return `${JSON.stringify({ format: "field-reader-names", version: 1, names: rows }, null, 2)}\n`;
}

export function saveNamesAsFile(names: readonly AddedName[]): void {
  const address = URL.createObjectURL(new Blob([namesAsText(names)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "field-reader-names.json";
  link.click();
  // The download has begun by then; the browser keeps what it still needs.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
