import type { Host } from "../../contracts/host.ts";
import type { DamageNote } from "../../model/library-status.ts";
import type { LibraryState } from "../catalogue/library-state.ts";
import { damageNotes } from "./apply-journal.ts";
import { type JournalHead, startOf } from "./journal-head.ts";
import { readJournal } from "./read-journal.ts";
import type { Damage } from "./replay.ts";

/** Reads the whole journal for damage only. Titles are known from the memory: that is where they are named from. */
export async function findJournalDamage(host: Host, state: LibraryState, head: JournalHead): Promise<DamageNote[]> {
  const damages: Damage[] = [];
  const pieces = readJournal(host, startOf(head.generation));
  let next = await pieces.next();
  while (next.done !== true) {
    if (next.value.piece === "damage") damages.push(next.value);
    next = await pieces.next();
  }
  const { value: end } = next;
  // What was acknowledged before this began and can't be reached now is lost too, not torn.
  if (end.ended === "read" && end.end.sequence < head.sequence) damages.push(lostEnd(end.end, head));
  return damages.flatMap((damage) => damageNotes(damage, titlesIn(state, damage)));
}

function lostEnd(end: JournalHead, head: JournalHead): Damage {
  const sequences = Array.from({ length: head.sequence - end.sequence }, (_, index) => end.sequence + 1 + index);
  return { sequences, offset: end.offset, bytes: head.offset - end.offset };
}

function titlesIn(state: LibraryState, { offset, bytes }: Damage): string[] {
  return state
    .newestFirst()
    .flatMap(({ record }) => record.revisions)
    .filter(({ place }) => place.offset < offset + bytes && place.offset + place.bytes > offset)
    .map(({ title }) => title);
}
