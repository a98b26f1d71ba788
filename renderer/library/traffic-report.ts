import type { Source } from "../model/source.ts";
import { monthBefore, monthIn, type SourceTraffic, type TrafficCount, type TrafficReport } from "../model/traffic.ts";

/** What came over the link this month and last, by source. What removed sources cost stands in one line. */
export function trafficReport(
  counts: readonly TrafficCount[],
  { sources, timeZone, now }: { readonly sources: readonly Source[]; readonly timeZone: string; readonly now: number },
): TrafficReport {
  const thisMonth = monthIn(timeZone, now);
  const lastMonth = monthBefore(thisMonth);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const rows = new Map<string, SourceTraffic>();
  for (const { sourceId, month, received } of counts) {
    if (month !== thisMonth && month !== lastMonth) continue;
    const name = sourceId === null ? null : (names.get(sourceId) ?? null);
    const key = sourceId === null ? "looked at" : name === null ? "removed" : sourceId;
    const row = rows.get(key) ?? { sourceId, name, thisMonth: 0, lastMonth: 0 };
    const sum = month === thisMonth ? { thisMonth: row.thisMonth + received } : { lastMonth: row.lastMonth + received };
    rows.set(key, { ...row, ...sum });
  }
  const dearestFirst = [...rows.values()].sort((a, b) => b.thisMonth - a.thisMonth || b.lastMonth - a.lastMonth);
  return {
    thisMonth: dearestFirst.reduce((sum, row) => sum + row.thisMonth, 0),
    lastMonth: dearestFirst.reduce((sum, row) => sum + row.lastMonth, 0),
    sources: dearestFirst,
  };
}
