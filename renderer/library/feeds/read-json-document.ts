import type { ItemFailure } from "../../model/failure.ts";
import { cutJsonItems } from "./cut-json-items.ts";
import type { DraftFeed, DraftItem, ReadDocument } from "./draft-item.ts";
import { itemLabel, itemsPast } from "./finish-items.ts";
import { readJsonFeed } from "./read-json-feed.ts";

/** A JSON Feed, whole or cut; null where nothing of it can be read. */
export function readJsonDocument(json: string, address: string, maxItems: number): ReadDocument | null {
  const whole = parseJson(json);
  if (isObject(whole)) return readObject(whole, address, maxItems);
  const cut = cutJsonItems(json);
  if (cut === null) return null;
  const head = parseJson(cut.head);
  const rest = isObject(head) ? head : {};
  const items: unknown[] = [];
  const failures: ItemFailure[] = [];
  cut.slices.forEach((slice, place) => {
    const item = slice.isWhole ? parseJson(slice.text) : undefined;
    if (item !== undefined) items.push(item);
    else if (slice.isWhole) failures.push({ label: labelOf(slice.text, place), reason: "unreadable" });
  });
  if (items.length === 0 && !isObject(head)) return null;
  const read = readObject({ ...rest, items }, address, maxItems);
  return read === null ? null : { ...read, failures: [...failures, ...read.failures], damaged: true };
}

function readObject(feed: Record<string, unknown>, address: string, maxItems: number): ReadDocument | null {
  const key = Object.keys(feed).find((name) => name.toLowerCase() === "items");
  const written = key === undefined ? [] : feed[key];
  const all = Array.isArray(written) ? written : [written];
  const list = all.slice(0, maxItems);
  const head = attempt(() => readJsonFeed({ ...feed, version: versionOf(feed), items: [] }, address));
  if (head === null) return null;
  const items: DraftItem[] = [];
  const failures: ItemFailure[] = [];
  list.forEach((item, place) => {
    // feedsmith drops items that aren't objects or hold nothing it knows, so each is read for itself.
    const read = isObject(item)
      ? attempt(() => readJsonFeed({ ...feed, version: versionOf(feed), items: [item] }, address))
      : null;
    const [first] = read?.items ?? [];
    if (first !== undefined) items.push(first);
    else failures.push({ label: itemLabel("", place), reason: isObject(item) ? "empty" : "unreadable" });
  });
  failures.push(...itemsPast(maxItems, all.length));
  return { feed: { ...head, items }, failures, damaged: false };
}

/** feedsmith wants to see a version; documents without one are read by their items. */
function versionOf(feed: Record<string, unknown>): unknown {
  const { version } = feed;
  return typeof version === "string" && version.includes("jsonfeed.org/version/")
    ? version
    : "https://jsonfeed.org/version/1.1";
}

function attempt(read: () => DraftFeed): DraftFeed | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function labelOf(text: string, place: number): string {
  return itemLabel(/"title"\s*:\s*"([^"\\]{1,120})/.exec(text.slice(0, 20_000))?.[1] ?? "", place);
}
