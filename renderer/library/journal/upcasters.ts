import type { Change } from "../../model/changes.ts";

/** Of the changes that this version writes. Never edit a shape that has shipped: raise this and add an upcaster. */
export const changeFormat = 1;

/** Brings a change of one format into the next. */
type Upcaster = (change: unknown) => unknown;

/** Number n brings format n + 1 to format n + 2; each has a stored fixture beside its test. */
const upcasters: readonly Upcaster[] = [];

export function upcastChange(change: unknown, fromFormat: number): Change {
  let current = change;
  for (const upcast of upcasters.slice(fromFormat - 1)) current = upcast(current);
  return current as Change;
}
