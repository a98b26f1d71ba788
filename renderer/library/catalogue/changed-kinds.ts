import type { Changed, ChangedKind } from "../../model/changes.ts";
import type { Patch } from "./library-patch.ts";
import type { LibraryState } from "./library-state.ts";

/** Beyond this many the page asks for its lists anew anyway. */
const idsNamed = 200;

/** What a patch means for the page. To be asked before the patch is applied. */
export function changedBy(state: LibraryState, patch: Patch): Changed {
  const kinds = new Set<ChangedKind>();
  for (const [id, record] of patch.records) {
    const before = state.record(id);
    if (before === null || before.head !== record.head || before.deletion !== record.deletion) kinds.add("briefings");
    if (before === null || before.marks !== record.marks || before.unreadSince !== record.unreadSince) {
      kinds.add("reading-state");
    }
  }
  if (patch.references.size > 0) kinds.add("briefings").add("reading-state");
  if (patch.sources.size > 0 || patch.cursors.size > 0) kinds.add("sources");
  if (patch.deliveries.size > 0) kinds.add("deliveries");
  if (patch.names.size > 0) kinds.add("names");
  if (patch.gettingRules !== null || patch.traffic.length > 0) kinds.add("getting");
  if (patch.savedSearches.size > 0 || patch.readers.size > 0) kinds.add("saved-searches");
  if (patch.settings.size > 0) kinds.add("settings");
  if (patch.looked.size > 0) kinds.add("reading-state");
  if (patch.readers.size > 0 || patch.chosen.size > 0) kinds.add("readers");
  if (patch.chosen.size > 0) {
    // Another reader has other settings and has read other things.
    kinds.add("settings").add("reading-state").add("saved-searches");
    return { sequence: patch.sequence, kinds: [...kinds], ids: "many" };
  }
  const ids = patch.records.size > idsNamed ? "many" : [...patch.records.keys(), ...patch.references.keys()];
  return { sequence: patch.sequence, kinds: [...kinds], ids };
}
