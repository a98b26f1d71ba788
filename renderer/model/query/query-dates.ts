import { foldText } from "../fold-text.ts";
import { dayMs, type Instant, isPlainDate } from "../time.ts";
import { startOfDay } from "../zoned-days.ts";

const nearDays: readonly (readonly string[])[] = [
  ["today", "aujourd'hui", "aujourdhui", "leo"],
  ["yesterday", "hier", "jana"],
  ["avant-hier", "avanthier", "juzi"],
];
const ago = /^(\d{1,4}) ?(d|days?|j|jours?|siku|w|weeks?|sem|semaines?|wiki)$/;
const weeks = new Set(["w", "week", "weeks", "sem", "semaine", "semaines", "wiki"]);

export interface DateReading {
  readonly now: Instant;
  readonly timeZone: string;
}

/**
 * Where a written date begins: "2024", "2024-10", "2024-10-05", "5/10/2024", "yesterday", "30d". `before:` ends right
 * before it, `after:` begins with it. null = not a date.
 */
export function dateStart(value: string, { now, timeZone }: DateReading): Instant | null {
  const typed = foldText(value.trim());
  const daysAgo = nearDays.findIndex((words) => words.includes(typed));
  if (daysAgo >= 0) return startOfDay(dayBefore(dayIn(now, timeZone), daysAgo), timeZone);
  const [, count, unit = ""] = ago.exec(typed) ?? [];
  if (count !== undefined) return Math.max(0, now - Number(count) * (weeks.has(unit) ? 7 : 1) * dayMs);
  const day = plainDayOf(typed);
  return day === null ? null : startOfDay(day, timeZone);
}

function plainDayOf(typed: string): string | null {
  const [, year, month = "1", day = "1"] = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(typed) ?? [];
  if (year !== undefined) return checked(year, month, day);
  const [, ownDay = "", ownMonth = "", ownYear] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(typed) ?? [];
  return ownYear === undefined ? null : checked(ownYear, ownMonth, ownDay);
}

function checked(year: string, month: string, day: string): string | null {
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isPlainDate(written) ? written : null;
}

function dayIn(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);
}
