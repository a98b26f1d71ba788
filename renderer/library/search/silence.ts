import type { BriefingId } from "../../model/ids.ts";
import type { Silence, SilentPlace } from "../../model/query/query-hints.ts";
import { dayMs, type Instant, orderTimeOf } from "../../model/time.ts";
import type { Catalogue } from "../vault.ts";
import { type CurrentNames, placeAt } from "./names/names-in-briefings.ts";

/** Younger than this a report is recent: what ageing calls fresh where nothing else is known. */
const recentMs = 3 * dayMs;
const checkedWithinMs = dayMs;

/** More places than one name has; who asks for many by OR reads the list. */
const mostPlaces = 4;

/** Says on which of these places nothing recent reports, each for itself. null = on all of them something does. */
export function silenceOn(
  rows: readonly number[],
  { catalogue, names, now }: { readonly catalogue: Catalogue; readonly names: CurrentNames; readonly now: Instant },
): Silence | null {
  const newest = newestAbout(rows, catalogue, names);
  const places = [...new Set(rows)].flatMap((row): SilentPlace[] => {
    const last = newest.get(row) ?? null;
    const isSilent = last === null || now - last >= recentMs;
    return isSilent ? placeAt(names.tables, row).map((place) => ({ place, newest: last })) : [];
  });
  if (places.length === 0) return null;
  const enabled = catalogue.sources().filter((source) => source.enabled);
  const checked = enabled.filter(({ id }) => now - (catalogue.lastCheckedAt(id) ?? 0) < checkedWithinMs);
  return { places: places.slice(0, mostPlaces), checkedSources: checked.length, enabledSources: enabled.length };
}

/** By row; a report that may mean several places of one name counts for each of them. */
function newestAbout(
  rows: readonly number[],
  catalogue: Catalogue,
  { facets }: CurrentNames,
): ReadonlyMap<number, Instant> {
  const missing = new Set(rows);
  const newest = new Map<number, Instant>();
  if (missing.size === 0) return newest;
  for (const id of catalogue.allIds()) {
    const found = facets.get(id);
    if (found === null) continue;
    for (const row of missing) {
      if (!found.places.includes(row) && !found.doubtful.includes(row)) continue;
      const head = catalogue.head(id as BriefingId);
      if (head === null) continue;
      newest.set(row, orderTimeOf(head.times));
      missing.delete(row);
    }
    if (missing.size === 0) break;
  }
  return newest;
}
