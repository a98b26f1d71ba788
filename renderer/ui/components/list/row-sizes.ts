import type { Settings } from "../../../model/settings.ts";

type Density = Settings["density"];

/** In rem, so that they grow with the text. `styles/list.css` sets lines to match. */
const rowRem: Readonly<Record<Density, { readonly row: number; readonly hit: number }>> = {
  comfortable: { row: 5.25, hit: 6.5 },
  compact: { row: 3.25, hit: 4.5 },
};
const deliveryRem = 3;

export interface RowSizes {
  readonly row: number;
  readonly hit: number;
  readonly delivery: number;
}

/** In CSS pixels; rounded, so that rows start on whole pixels and hairlines stay sharp. */
export function rowSizesOf(density: Density, rootPx: number): RowSizes {
  const { row, hit } = rowRem[density];
  return {
    row: Math.round(row * rootPx),
    hit: Math.round(hit * rootPx),
    delivery: Math.round(deliveryRem * rootPx),
  };
}
