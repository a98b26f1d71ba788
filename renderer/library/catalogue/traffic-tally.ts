import type { TrafficCount } from "../../model/traffic.ts";

/** One count for each source and month. */
export function addCounts(before: readonly TrafficCount[], more: readonly TrafficCount[]): readonly TrafficCount[] {
  if (more.length === 0) return before;
  const sums = new Map(before.map((count) => [keyOf(count), count]));
  for (const count of more) {
    const known = sums.get(keyOf(count));
    sums.set(keyOf(count), { ...count, received: (known?.received ?? 0) + count.received });
  }
  return [...sums.values()];
}

/** Less than nothing is nothing: what is taken may have been counted before this working copy was made. */
export function takeCounts(before: readonly TrafficCount[], gone: readonly TrafficCount[]): readonly TrafficCount[] {
  if (gone.length === 0 || before.length === 0) return before;
  const sums = new Map(addCounts([], gone).map((count) => [keyOf(count), count.received]));
  return before.flatMap((count) => {
    const received = count.received - (sums.get(keyOf(count)) ?? 0);
    return received > 0 ? [{ ...count, received }] : [];
  });
}

function keyOf({ sourceId, month }: TrafficCount): string {
  return `${month} ${sourceId}`;
}
