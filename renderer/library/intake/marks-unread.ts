import type { RevisionContent } from "../../model/briefing.ts";
import { textRunsOf } from "../../model/reading-order.ts";

const numbers = /\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?/g;
/** Capitalised words that don't open a sentence: places, people, organisations. */
const names = /(?<![.!?:…•]\s+|["“«(]\s*|^\s*)(?<=[\s('’-])\p{Lu}[\p{L}’'-]{2,}/gmu;

function wordsOf(content: RevisionContent): string {
  return textRunsOf(content.body)
    .map((run) => run.text)
    .join("\n");
}

function isSameSet(before: Iterable<string>, after: Iterable<string>): boolean {
  const one = new Set(before);
  const other = new Set(after);
  return one.size === other.size && [...one].every((entry) => other.has(entry));
}

function numbersIn(text: string): string[] {
  return (text.match(numbers) ?? []).map((number) => number.replace(/[\u00a0\u202f ]/g, "")).sort();
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** Whether an update is worth a second reading: title, key points, a number or a name changed. Spelling isn't. */
export function marksUnread(before: RevisionContent | null, after: RevisionContent): boolean {
  if (before === null) return true;
  if (plain(before.title) !== plain(after.title)) return true;
  if (before.keyPoints.map(plain).join("\n") !== after.keyPoints.map(plain).join("\n")) return true;
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  if (numbersIn(old).join(" ") !== numbersIn(fresh).join(" ")) return true;
  return !isSameSet(old.match(names) ?? [], fresh.match(names) ?? []);
}
