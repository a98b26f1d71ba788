import type { LibraryState } from "../catalogue/library-state.ts";
import type { FoundWorkingCopy } from "./find-working-copy.ts";
import { readDeliveries } from "./meta-rows.ts";

const blocksAtOnce = 8;

/** Everything small and the newest block: enough to show the first page. */
export function loadFirstBlock(state: LibraryState, { meta, newest }: FoundWorkingCopy): void {
  const { small } = meta;
  for (const source of small.sources) state.sources.set(source.id, source);
  for (const [id, cursor] of small.cursors) state.cursors.set(id, cursor);
  for (const [id, name] of small.readers) state.readers.set(id, name);
  for (const [id, settings] of small.settings) state.settings.set(id, settings);
  for (const [id, name] of small.names) state.names.set(id, name);
  for (const [id, search] of small.savedSearches) state.savedSearches.set(id, search);
  for (const [id, choice] of small.chosen) state.chosen.set(id, choice);
  for (const [id, look] of small.looked) state.looked.set(id, look);
  for (const [id, marks] of small.references) state.references.set(id, marks);
  for (const [id, at] of meta.lastChecked) state.lastChecked.set(id, at);
  const { uncounted, ...notes } = meta.getting;
  state.gettingRules = small.gettingRules;
  state.gettingNotes = notes;
  state.traffic = small.traffic;
  state.uncounted = uncounted;
  for (const text of newest.deliveries)
    for (const delivery of readDeliveries(text)) state.deliveries.set(delivery.id, delivery);
  state.damage.push(...small.damage);
  state.sequence = meta.cursor.sequence;
  state.lamport = meta.lamport;
  state.seq = meta.seq;
  state.put(newest.records);
}

/** The older blocks, a few at a time, so that questions are answered in between. */
export async function loadOlderBlocks(state: LibraryState, { copy, meta }: FoundWorkingCopy): Promise<void> {
  for (let at = 1; at < meta.blockIds.length; at += blocksAtOnce) {
    state.put(await copy.readBlocks(meta.blockIds.slice(at, at + blocksAtOnce)));
  }
}
