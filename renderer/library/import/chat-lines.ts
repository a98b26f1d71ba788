import { dayMs, isPlainDate, type PlainDate } from "../../model/time.ts";

export interface ChatMessage {
  readonly day: PlainDate;
  /** As the phone wrote it, without seconds. */
  readonly time: string;
  /** null = the app itself says it: who joined, that messages are encrypted. */
  readonly sender: string | null;
  readonly text: string;
  /** The name of a picture or document that was sent; null = none, or the export left it out. */
  readonly media: string | null;
}

const date = String.raw`(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})`;
const time = String.raw`(\d{1,2})[:h.](\d{2})(?:[:.]\d{2})?[\s\u202f\u00a0]?([ap]\.?[\s\u00a0]?m\.?)?`;
const between = String.raw`,?[\s\u202f\u00a0]+(?:à |at |saa )?`;
/** "[21/10/2026, 14:05:33] Name: text" */
const onApple = new RegExp(String.raw`^[\u200e\u200f]?\[${date}${between}${time}\] (.*)$`, "iu");
/** "21/10/2026, 14:05 - Name: text" */
const onAndroid = new RegExp(String.raw`^[\u200e\u200f]?${date}${between}${time} [-–] (.*)$`, "iu");
const attachedApple = /<(?:attached|pièce jointe|joint|ficha iliyoambatishwa)\s*:\s*([^<>]+)>/iu;
const attachedAndroid = /^[\u200e]?(\S[^\n]*?\.\w{2,5}) \((?:file attached|fichier joint|faili limeambatishwa)\)/iu;
/** How an export begins that a person may have cut at its top. */
const linesLookedAt = 40;

interface Stamp {
  readonly numbers: readonly [number, number, number];
  readonly time: string;
  readonly rest: string;
}

function stampOf(line: string): Stamp | null {
  const found = onApple.exec(line) ?? onAndroid.exec(line);
  if (found === null) return null;
  const [, first, second, third, hour = "", minute = "", half, rest = ""] = found;
  const shift = /^p/i.test(half ?? "") && Number(hour) < 12 ? 12 : /^a/i.test(half ?? "") && hour === "12" ? -12 : 0;
  return {
    numbers: [Number(first), Number(second), Number(third)],
    time: `${String(Number(hour) + shift).padStart(2, "0")}:${minute}`,
    rest,
  };
}

/** Whether a text is a chat's export: its first lines carry the app's stamps. */
export function looksLikeChat(text: string): boolean {
  const lines = text.slice(0, 20_000).split(/\r?\n/, linesLookedAt);
  const stamped = lines.filter((line) => stampOf(line) !== null).length;
  return stamped >= 2 && stampOf(lines.find((line) => line.trim() !== "")?.replace(/^\ufeff/, "") ?? "") !== null;
}

type DateOrder = "day-first" | "month-first" | "year-first";

/** Phones write dates as their language does: numbers above 12 tell which one is the day. */
function orderOf(stamps: readonly Stamp[]): DateOrder {
  if (stamps.some(({ numbers }) => numbers[0] > 31)) return "year-first";
  if (stamps.some(({ numbers }) => numbers[0] > 12)) return "day-first";
  if (stamps.some(({ numbers }) => numbers[1] > 12)) return "month-first";
  // Where both may be, time doesn't run back, and people who talk leave no months between.
  const costOf = (order: DateOrder) => {
    const days = stamps.map((stamp) => Date.parse(dayOf(stamp, order) ?? "") / dayMs || 0);
    return days.reduce((cost, day, at) => cost + (at === 0 ? 0 : Math.abs(day - (days[at - 1] ?? day))), 0);
  };
  return costOf("month-first") < costOf("day-first") ? "month-first" : "day-first";
}

function dayOf({ numbers: [first, second, third] }: Stamp, order: DateOrder): PlainDate | null {
  const [year, month, day] =
    order === "year-first"
      ? [first, second, third]
      : order === "day-first"
        ? [third, second, first]
        : [third, first, second];
  const full = year < 100 ? 2000 + year : year;
  const written = `${full}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isPlainDate(written) ? written : null;
}

/** The messages of an export, in its order. Lines without a stamp go on with the message before. */
export function readChatLines(text: string): readonly ChatMessage[] {
  const found: { stamp: Stamp; more: string[] }[] = [];
  for (const line of text.replace(/^\ufeff/, "").split(/\r?\n/)) {
    const stamp = stampOf(line);
    if (stamp !== null) found.push({ stamp, more: [] });
    else found.at(-1)?.more.push(line);
  }
  const order = orderOf(found.map(({ stamp }) => stamp));
  return found.flatMap(({ stamp, more }) => {
    const day = dayOf(stamp, order);
    return day === null ? [] : [{ day, time: stamp.time, ...saidIn([stamp.rest, ...more].join("\n").trimEnd()) }];
  });
}

function saidIn(written: string): Pick<ChatMessage, "sender" | "text" | "media"> {
  const [, name, said] = /^([^:\n]{1,80}): ?([\s\S]*)$/.exec(written) ?? [];
  const media = attachedApple.exec(said ?? "")?.[1] ?? attachedAndroid.exec(said ?? "")?.[1] ?? null;
  // On Apple's phones the app speaks under the group's name, behind a mark that shows nothing.
  const isFromApp = name === undefined || said === undefined || (media === null && said.startsWith("\u200e"));
  if (isFromApp && !isMediaLeftOut(said)) return { sender: null, text: withoutMarks(said ?? written), media: null };
  return {
    sender: withoutMarks(name ?? ""),
    text: withoutMarks(withoutAttachment(said ?? "")),
    media: media?.trim() ?? null,
  };
}

/** "image omitted" stands behind the same mark as what the app says, but a person sent it. */
function isMediaLeftOut(said: string | undefined): boolean {
  return said !== undefined && /^\u200e\S[^.:]{0,40}(?:omitted|omise?s?|absente?)$/iu.test(said.trim());
}

function withoutAttachment(said: string): string {
  return said.replace(attachedApple, "").replace(attachedAndroid, "");
}

function withoutMarks(text: string): string {
  return text.replace(/[\u200e\u200f\u202a-\u202e]/g, "").trim();
}
