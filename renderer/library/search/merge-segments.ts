import { maxSegmentSize, type Segment, type SegmentEntry, SegmentWriter } from "./segment.ts";
import type { TermDictionary } from "./term-dictionary.ts";

// About a millisecond of work between two chances to give way.
const postingsPerStep = 40_000;

// Eight at a time: a briefing is rewritten a few times in its life, not with every one that comes after it.
const segmentsPerMerge = 8;

/** Fixed segments that should become one: several small ones, or one that is mostly deleted. */
export function chooseMerge(segments: readonly Segment[]): readonly Segment[] | null {
  const mostlyDeleted = segments.find((segment) => segment.size > 256 && segment.aliveCount * 2 < segment.size);
  if (mostlyDeleted !== undefined) return [mostlyDeleted];
  const bySize = segments.filter((s) => s.aliveCount < maxSegmentSize / 2).sort((a, b) => a.aliveCount - b.aliveCount);
  const chosen: Segment[] = [];
  let alive = 0;
  for (const segment of bySize) {
    if (alive + segment.aliveCount > maxSegmentSize) break;
    // A large one isn't rewritten for the sake of a few small ones.
    if (chosen.length >= segmentsPerMerge && segment.aliveCount > alive) break;
    chosen.push(segment);
    alive += segment.aliveCount;
  }
  return chosen.length >= segmentsPerMerge ? chosen : null;
}

/**
 * Writes the living briefings of some segments into a new one, step by step. The old ones stay in use until it is
 * done; what is deleted meanwhile has to be marked again by the caller.
 */
export function* mergeSegments(
  serial: number,
  segments: readonly Segment[],
  dictionary: TermDictionary,
): Generator<void, Segment> {
  const entries: SegmentEntry[] = [];
  const newPlaces = segments.map((segment) => renumber(segment, entries));
  const writer = new SegmentWriter(segments.reduce((sum, segment) => sum + segment.columns.postings.length, 0));
  const rows = segments.map(() => 0);
  const places = new Uint16Array(maxSegmentSize);
  const counts = new Uint8Array(maxSegmentSize);
  let sinceStep = 0;
  for (let term = lowestTerm(segments, rows); term !== null; term = lowestTerm(segments, rows)) {
    let before = -1;
    let gone = 0;
    for (const [index, segment] of segments.entries()) {
      if (segment.columns.terms[rows[index] as number] !== term) continue;
      rows[index] = (rows[index] as number) + 1;
      const found = segment.read(term, places, counts);
      sinceStep += found;
      const newPlaceOf = newPlaces[index] as Int32Array;
      for (let i = 0; i < found; i++) {
        const place = newPlaceOf[places[i] as number] as number;
        if (place < 0) {
          gone++;
          continue;
        }
        if (before < 0) writer.startTerm(term);
        writer.write(place - before - 1, counts[i] as number);
        before = place;
      }
    }
    dictionary.documentCounts[term] = (dictionary.documentCounts[term] as number) - gone;
    if (sinceStep > postingsPerStep) {
      sinceStep = 0;
      yield;
    }
  }
  return writer.finish(serial, entries, new Uint8Array(entries.length).fill(1));
}

function renumber(segment: Segment, entries: SegmentEntry[]): Int32Array {
  const { ids, revisions, times, lengths, alive } = segment.columns;
  return Int32Array.from(ids, (id, place) => {
    if (alive[place] === 0) return -1;
    const revision = revisions[place] as number;
    return entries.push({ id, revision, time: times[place] as number, length: lengths[place] as number }) - 1;
  });
}

function lowestTerm(segments: readonly Segment[], rows: readonly number[]): number | null {
  let lowest: number | null = null;
  for (const [index, segment] of segments.entries()) {
    const term = segment.columns.terms[rows[index] as number];
    if (term !== undefined && (lowest === null || term < lowest)) lowest = term;
  }
  return lowest;
}
