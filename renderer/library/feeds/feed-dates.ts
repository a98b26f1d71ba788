import type { Instant } from "../../model/time.ts";

/** Years 1970 to 2200: a date outside is a mistake. */
const latest: Instant = 7_258_118_400_000;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const otherMonths: Readonly<Record<string, number>> = {
  fév: 1,
  fev: 1,
  avr: 3,
  mai: 4,
  juin: 5,
  juil: 6,
  aoû: 7,
  aou: 7,
  déc: 11,
};

const zoneHours: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 1,
  wat: 1,
  bst: 1,
  cet: 1,
  cest: 2,
  cat: 2,
  sast: 2,
  eet: 2,
  eest: 3,
  eat: 3,
  msk: 3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

const rfc822 =
  /^(?:[\p{L}.]+,?\s+)?(\d{1,2})[\s-]+([\p{L}]{3,9})\.?[\s-]+(\d{2,4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(?:([+-])(\d{2}):?(\d{2})|\(?([a-z]{1,5})\)?)?/iu;
const iso =
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT)?(?:([+-])(\d{2}):?(\d{2})?)?)?/i;

function monthOf(name: string): number | null {
  const lower = name.toLowerCase();
  const other = otherMonths[lower.slice(0, 4)] ?? otherMonths[lower.slice(0, 3)];
  if (other !== undefined) return other;
  const month = months.indexOf(lower.slice(0, 3));
  return month < 0 ? null : month;
}

/** RFC 822 writes two digits for the year; 70 to 99 are the last century's. */
function fullYear(written: string): number {
  const year = Number(written);
  if (written.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function offsetMs(sign: string | undefined, hours: string | undefined, minutes: string | undefined): number {
  if (sign === undefined) return 0;
  const ms = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === "-" ? -ms : ms;
}

/** Any date a feed writes → an instant; null for none, nonsense and years outside 1970 to 2200. No zone = UTC. */
export function readFeedDate(written: string | null | undefined): Instant | null {
  const text = written?.trim().slice(0, 80) ?? "";
  if (text === "") return null;
  const instant = readIso(text) ?? readRfc822(text) ?? Date.parse(text);
  return Number.isNaN(instant) || instant < 0 || instant > latest ? null : instant;
}

function readIso(text: string): number | null {
  const match = iso.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, , sign, hours, minutes] = match;
  // A day alone means that day, wherever it is read: noon keeps it so.
  return (
    utc(Number(year), Number(month) - 1, Number(day ?? 1), hour ?? "12", minute, second) -
    offsetMs(sign, hours, minutes)
  );
}

function readRfc822(text: string): number | null {
  const match = rfc822.exec(text);
  if (match === null) return null;
  const [, day, monthName, year, hour, minute, second, sign, hours, minutes, zone] = match;
  const month = monthOf(monthName ?? "");
  if (month === null) return null;
  const zoneMs = zone === undefined ? offsetMs(sign, hours, minutes) : (zoneHours[zone.toLowerCase()] ?? 0) * 3_600_000;
  return utc(fullYear(year ?? ""), month, Number(day), hour ?? "12", minute, second) - zoneMs;
}

function utc(year: number, month: number, day: number, hour: string, minute = "0", second = "0"): number {
  if (month < 0 || month > 11 || day < 1 || day > 31 || Number(hour) > 24) return Number.NaN;
  return Date.UTC(year, month, day, Number(hour), Number(minute), Math.min(Number(second), 59));
}
