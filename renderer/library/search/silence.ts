import type { BriefingId } from "../../model/ids.ts";
import type { Silence } from "../../model/query/query-hints.ts";
import { dayMs, type Instant, orderTimeOf } from "../../model/time.ts";
import type { Catalogue } from "../vault.ts";
import { type CurrentNames, placeAt } from "./names/names-in-briefings.ts";

/** Younger than this a report is recent: what ageing calls fresh where nothing else is known. */
const recentMs = 3 * dayMs;
const checkedWithinMs = dayMs;

/** Says so when nothing recent names a place. null = something does. */
export function silenceOn(
  rows: readonly number[],
  { catalogue, names, now }: { readonly catalogue: Catalogue; readonly names: CurrentNames; readonly now: Instant },
): Silence | null {
  const [place] = rows.flatMap((row) => placeAt(names.tables, row));
  if (place === undefined) return null;
  const newest = newestAbout(rows, catalogue, names);
  if (newest !== null && now - newest < recentMs) return null;
  const enabled = catalogue.sources().filter((source) => source.enabled);
  const checked = enabled.filter(({ id }) => now - (catalogue.lastCheckedAt(id) ?? 0) < checkedWithinMs);
  return { place, newest, checkedSources: checked.length, enabledSources: enabled.length };
}

function newestAbout(rows: readonly number[], catalogue: Catalogue, { facets }: CurrentNames): Instant | null {
  for (const id of catalogue.allIds()) {
    const found = facets.get(id);
    if (found === null || !rows.some((row) => found.places.includes(row) || found.doubtful.includes(row))) continue;
    const head = catalogue.head(id as BriefingId);
    if (head !== null) return orderTimeOf(head.times);
  }
  return null;
}
