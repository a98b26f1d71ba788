import type { ReaderNameFailure } from "./failure.ts";
import type { ReaderId } from "./ids.ts";
import { cleanLine } from "./plain-characters.ts";
import { fail, type Result, succeed } from "./result.ts";

/** Someone, or a shift, who reads in this library. A name tells states apart and protects nothing. */
export interface Reader {
  readonly id: ReaderId;
  /** "" = nobody has given a name yet. */
  readonly name: string;
}

export interface ReaderList {
  readonly sequence: number;
  /** In the order in which they were added. */
  readonly readers: readonly Reader[];
  /** Who reads on this computer now; null while the library isn't open. */
  readonly current: ReaderId | null;
}

/** Fits the views pane on two lines. */
export const longestReaderName = 60;

/** The name as it is kept. Two names that differ only by capitals, accents or spaces would be taken for one another. */
export function checkReaderName(typed: string, others: readonly string[]): Result<string, ReaderNameFailure> {
  const name = cleanLine(typed);
  if (name === "") return fail({ kind: "reader-name-empty" });
  if (name.length > longestReaderName) return fail({ kind: "reader-name-long", limit: longestReaderName });
  const taken = others.find((other) => foldName(other) === foldName(name));
  return taken === undefined ? succeed(name) : fail({ kind: "reader-name-taken", name: taken });
}

/** The name, or where somebody else is called so by now the name with a number that tells the two apart. */
export function nameApart(name: string, others: readonly string[]): string {
  const taken = new Set(others.map(foldName));
  if (name === "" || !taken.has(foldName(name))) return name;
  const bare = name.replace(/ \(\d+\)$/, "");
  let number = 2;
  while (taken.has(foldName(`${bare} (${number})`))) number++;
  return `${bare} (${number})`;
}

function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\s]/gu, "")
    .toLowerCase();
}
