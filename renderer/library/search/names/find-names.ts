import type { Care } from "../../../model/names.ts";
import {
  dropped,
  expanded,
  expansionOf,
  firstLetter,
  highSurrogate,
  learnMeaning,
  meaningOf,
  meanings,
  unknown,
} from "../fold.ts";
import { chooseHomonyms, type PlaceOccurrence } from "./choose-homonyms.ts";
import { everydayWords } from "./look-up-name.ts";
import { foldName, type NameTables, namesOfActor, namesOfPlace } from "./name-tables.ts";
import { NameTrie } from "./name-trie.ts";

/** Rows of the tables, by number, that a briefing names. */
export interface FoundNames {
  readonly places: readonly number[];
  /** A name of several places stands there, and nothing near it says which is meant. */
  readonly doubtful: readonly number[];
  readonly actors: readonly number[];
}

interface Meaning {
  readonly table: "place" | "actor";
  readonly row: number;
  readonly care: Care | "capitals" | "capitals-among-small" | null;
}

// Words that stand right before a place: "à Luke", "from Luke", "kutoka Luke".
const placePrepositions = new Set(
  `à a d de vers près depuis dans sur entre et in at near from to towards between and katika huko kutoka hadi karibu na`.split(
    " ",
  ),
);
const wordBefore = /([\p{L}]+)[’' ]$/u;
const capitalNext = /^\s+\p{Lu}\p{Ll}/u;
/** A line's worth of letters says whether it is all in capitals. */
const nearby = 24;
/** An acronym is written in capitals in the table, and counts only so. */
const acronym = /^(?=.*\p{Lu})[\p{Lu}\p{N}&/. -]+$/u;

/** Finds the names of the tables in texts: whole words, accents and capitals aside, the longest name first. */
export class NameFinder {
  readonly #trie = new NameTrie();
  readonly #meanings: Meaning[][] = [];
  readonly #tables: NameTables;

  constructor(tables: NameTables) {
    this.#tables = tables;
    const numbers = new Map<string, number>();
    const learn = (written: string, meaning: Meaning): void => {
      const folded = foldName(written);
      if (folded.length < 2) return;
      const known = numbers.get(folded);
      if (known === undefined) {
        numbers.set(folded, this.#meanings.length);
        this.#trie.add(folded, this.#meanings.length);
        this.#meanings.push([meaning]);
      } else if (!this.#meanings[known]?.some(({ table, row }) => table === meaning.table && row === meaning.row)) {
        this.#meanings[known]?.push(meaning);
      }
    };
    tables.places.forEach((place, row) => {
      for (const name of namesOfPlace(place)) learn(name, { table: "place", row, care: place.careful[name] ?? null });
    });
    tables.actors.forEach((actor, row) => {
      for (const name of namesOfActor(actor)) {
        const care = actor.careful[name] ?? careOfActor(name);
        learn(name, { table: "actor", row, care });
      }
    });
  }

  find(texts: readonly string[]): FoundNames {
    const occurrences: PlaceOccurrence[] = [];
    const actors = new Set<number>();
    texts.forEach((text, textNumber) => {
      this.#scan(text, (meanings, start, end) => {
        const meant = meanings.filter((meaning) => isMeant(meaning, text, start, end));
        for (const { table, row } of meant) if (table === "actor") actors.add(row);
        const rows = meant.filter(({ table }) => table === "place").map(({ row }) => row);
        if (rows.length > 0) occurrences.push({ rows, text: textNumber, start, end });
      });
    });
    return { ...chooseHomonyms(occurrences, this.#tables.places), actors: [...actors].sort((a, b) => a - b) };
  }

  #scan(text: string, tell: (meanings: readonly Meaning[], start: number, end: number) => void): void {
    const trie = this.#trie;
    const walk: Walk = { node: 0, end: 0 };
    for (let at = 0; at < text.length; ) {
      const first = meaningOf(text.charCodeAt(at));
      if (first < expanded && first !== dropped) {
        at++;
        continue;
      }
      readWord(trie, text, at, 0, walk);
      const wordEnd = walk.end;
      let name = -1;
      let nameEnd = wordEnd;
      while (walk.node !== 0) {
        const ending = trie.nameAt(walk.node);
        if (ending >= 0) {
          name = ending;
          nameEnd = walk.end;
        }
        const next = overJoint(text, walk.end);
        const node = next < 0 ? 0 : trie.stepOverSpace(walk.node);
        if (node === 0) break;
        readWord(trie, text, next, node, walk);
      }
      if (name >= 0) tell(this.#meanings[name] as Meaning[], at, nameEnd);
      at = Math.max(nameEnd, at + 1);
    }
  }
}

/** Where a walk stands: its node (0 = no name goes on so), and the end of the word it read. */
interface Walk {
  node: number;
  end: number;
}

function readWord(trie: NameTrie, text: string, from: number, node: number, walk: Walk): void {
  let at = from;
  let reached = node;
  let isLost = false;
  const { length } = text;
  for (; at < length; at++) {
    const unit = text.charCodeAt(at);
    let meaning = meanings[unit] as number;
    if (meaning === unknown) meaning = learnMeaning(unit);
    if (meaning >= firstLetter) {
      if (isLost) continue;
      reached = trie.step(reached, meaning);
      isLost = reached === 0;
    } else if (meaning === expanded || meaning === highSurrogate) {
      const codePoint = text.codePointAt(at) as number;
      const letters = expansionOf(codePoint);
      for (let i = 0; i < letters.length && !isLost; i++) {
        reached = trie.step(reached, letters.charCodeAt(i));
        isLost = reached === 0;
      }
      if (letters === "") isLost = true;
      if (codePoint > 0xffff) at++;
    } else if (meaning !== dropped) break;
  }
  walk.node = isLost ? 0 : reached;
  walk.end = at;
}

/** Where the next word of a name may begin: behind spaces, a hyphen, an apostrophe or a slash; -1 = the name ends. */
function overJoint(text: string, at: number): number {
  let next = at;
  while (next < text.length && next - at < 3 && isJoint(text.charCodeAt(next))) next++;
  if (next === at || next >= text.length) return -1;
  return meaningOf(text.charCodeAt(next)) >= expanded ? next : -1;
}

function isJoint(unit: number): boolean {
  return (
    unit === 32 ||
    unit === 45 ||
    unit === 39 ||
    unit === 0x2019 ||
    unit === 47 ||
    unit === 0xa0 ||
    unit === 10 ||
    unit === 0x2010 ||
    unit === 0x2011 ||
    unit === 0x202f ||
    unit === 38
  );
}

function careOfActor(name: string): Meaning["care"] {
  if (!acronym.test(name)) return null;
  return everydayWords.has(foldName(name)) ? "capitals-among-small" : "capitals";
}

/** "UN MORT À SAKE" names no United Nations. */
function hasSmallLetters(text: string, start: number, end: number): boolean {
  return /\p{Ll}/u.test(text.slice(Math.max(0, start - nearby), end + nearby));
}

function isMeant({ care, table }: Meaning, text: string, start: number, end: number): boolean {
  if (care === null) return true;
  const written = text.slice(start, end);
  if (care === "asked") return false;
  if (care === "capitals") return written === written.toUpperCase();
  if (care === "capitals-among-small") return written === written.toUpperCase() && hasSmallLetters(text, start, end);
  const first = written.charAt(0);
  if (first === first.toLowerCase()) return false;
  if (care === "case") return true;
  if (table === "actor") return false;
  const before = wordBefore.exec(text.slice(Math.max(0, start - 16), start))?.[1]?.toLowerCase() ?? "";
  return placePrepositions.has(before) && !capitalNext.test(text.slice(end, end + 4));
}
