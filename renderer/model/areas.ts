import type { Territory } from "./names.ts";

/** A briefing that names no place can't be said to lie outside anybody's areas. */
export function isOutsideAreas(named: readonly Territory[], areas: readonly Territory[]): boolean {
  return areas.length > 0 && named.length > 0 && !named.some((territory) => areas.includes(territory));
}
