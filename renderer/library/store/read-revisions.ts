import type { RevisionContent } from "../../model/briefing.ts";
import type { BriefingId } from "../../model/ids.ts";
import type { StoredRevision } from "../catalogue/briefing-record.ts";
import type { LibraryState } from "../catalogue/library-state.ts";
import type { VaultKeys } from "../crypto/keys.ts";
import { unsealRevision } from "../crypto/seal-revision.ts";
import type { JournalWriter } from "../journal/journal-writer.ts";
import { inTurns, readGroup } from "../journal/replay.ts";
import type { Surroundings } from "../surroundings.ts";
import type { RecentContents } from "./recent-contents.ts";
import type { WorkingCopyHolder } from "./working-copy-holder.ts";

export interface BodySources {
  readonly surroundings: Surroundings;
  readonly keys: VaultKeys;
  readonly state: LibraryState;
  readonly writer: JournalWriter;
  readonly holder: WorkingCopyHolder;
  readonly recent: RecentContents;
}

interface Wanted {
  readonly id: BriefingId;
  readonly stored: StoredRevision;
}

/** From the working copy, else from the journal. null = not here or damaged. Newest revision where none is named. */
export async function readRevisionOf(
  sources: BodySources,
  id: BriefingId,
  revision: number | null,
): Promise<RevisionContent | null> {
  const stored = wantedOf(sources.state, id, revision);
  return stored === null ? null : ((await readAll(sources, [stored]))[0] ?? null);
}

export async function readRevisionsOf(
  sources: BodySources,
  ids: readonly BriefingId[],
): Promise<readonly (RevisionContent | null)[]> {
  const wanted = ids.map((id) => wantedOf(sources.state, id, null));
  const contents = await readAll(
    sources,
    wanted.filter((one) => one !== null),
  );
  let read = 0;
  return wanted.map((one) => (one === null ? null : (contents[read++] ?? null)));
}

/** The same ones, last come first, so that bodies which lie together are read together. */
export function inReadingOrder(state: Pick<LibraryState, "record">, ids: readonly BriefingId[]): BriefingId[] {
  const placed = ids.map((id) => {
    const place = wantedOf(state, id, null)?.stored.place;
    return { id, offset: place?.offset ?? 0, index: place?.index ?? 0 };
  });
  return placed.sort((a, b) => b.offset - a.offset || a.index - b.index).map(({ id }) => id);
}

function wantedOf(state: Pick<LibraryState, "record">, id: BriefingId, revision: number | null): Wanted | null {
  const revisions = state.record(id)?.revisions ?? [];
  const stored = revision === null ? revisions.at(-1) : revisions.find((one) => one.revision === revision);
  return stored === undefined ? null : { id, stored };
}

async function readAll(sources: BodySources, wanted: readonly Wanted[]): Promise<(RevisionContent | null)[]> {
  const { keys, holder, recent } = sources;
  const sought = wanted.map((one) => ({ ...one, atHand: recent.get(one.id, one.stored.revision) }));
  const places = sought.filter(({ atHand }) => atHand === null).map(({ stored }) => stored.place);
  const kept = places.length === 0 ? null : await holder.read((copy) => copy.readBodies(places));
  const sealedAt = new Map(places.map((place, index) => [place, kept?.[index] ?? null]));
  const groups = new Map<number, ReturnType<typeof readGroup>>();
  return inTurns(sought, async ({ id, stored, atHand }) => {
    if (atHand !== null) return atHand;
    const sealed = sealedAt.get(stored.place) ?? null;
    const content = sealed === null ? null : await unsealRevision(keys, { id, revision: stored.revision, sealed });
    return content ?? readFromJournal(sources, groups, id, stored);
  });
}

async function readFromJournal(
  { surroundings, keys, writer }: BodySources,
  groups: Map<number, ReturnType<typeof readGroup>>,
  id: BriefingId,
  { revision, place }: StoredRevision,
): Promise<RevisionContent | null> {
  // Bodies that came together lie together: each group is read once.
  const reading = groups.get(place.offset) ?? readGroup(surroundings.host, keys, writer.head.generation, place);
  groups.set(place.offset, reading);
  const changes = await reading;
  const change = changes?.[place.index]?.change;
  if (change?.kind !== "revision-arrived" || change.head.id !== id) return null;
  return unsealRevision(keys, { id, revision, sealed: change.body });
}
