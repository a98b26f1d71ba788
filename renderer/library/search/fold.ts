/**
 * What one UTF-16 unit means to search. Values from `firstLetter` on are the folded letter itself; lower ones say how
 * the unit joins or parts words.
 */
export const separator = 0;
/** Accents, soft hyphens, direction marks: as if they weren't there. */
export const dropped = 1;
export const apostrophe = 2;
export const hyphen = 3;
export const slash = 4;
export const dot = 5;
/** Between the thousands of a number, otherwise a separator. */
export const thousands = 6;
/** Folds to more than one letter: see `expansionOf`. */
export const expanded = 7;
export const highSurrogate = 8;
/** Not looked up yet: ask `learnMeaning`. */
export const unknown = 9;
export const firstLetter = 10;

// What Unicode's own decomposition doesn't take apart, but a keyboard in a hurry does.
const foldedByHand: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ɛ: "e",
  ɔ: "o",
  ɓ: "b",
  ɗ: "d",
  // What is left of ŉ beside its n: an apostrophe that Unicode counts as a letter.
  ʼ: "",
};

const joiners: readonly (readonly [units: string, meaning: number])[] = [
  ["'`´‘’ʼ′＇ꞌꞋ", apostrophe],
  ["-‐‑_", hyphen],
  ["/", slash],
  [".", dot],
  [", \u00a0\u2009\u202f", thousands],
];

const isLetterOrDigit = /^[\p{L}\p{N}]+$/u;
const isIgnorable = /^[\p{M}\p{Cf}]$/u;
const marksAndIgnorables = /[\p{M}\p{Cf}]/gu;

/** Letters and digits in small letters without accents; anything else gives "". */
function foldCharacter(character: string): string {
  const decomposed = character.normalize("NFKD").toLowerCase().normalize("NFKD").replace(marksAndIgnorables, "");
  let folded = "";
  for (const part of decomposed) folded += foldedByHand[part] ?? part;
  return isLetterOrDigit.test(folded) ? folded : "";
}

/** By unit; the tokeniser's inner loop reads it directly. */
export const meanings = new Uint16Array(65_536).fill(unknown);
const blockSize = 256;
const expansions = new Map<number, string>();

/** Looks a whole block of neighbours up: all 65,536 at once would cost a start 50 ms. */
export function learnMeaning(unit: number): number {
  const first = unit - (unit % blockSize);
  for (let other = first; other < first + blockSize; other++) meanings[other] = learnUnit(other);
  return meanings[unit] as number;
}

export function meaningOf(unit: number): number {
  const meaning = meanings[unit] as number;
  return meaning === unknown ? learnMeaning(unit) : meaning;
}

function learnUnit(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return highSurrogate;
  if (unit >= 0xdc00 && unit <= 0xdfff) return separator;
  const character = String.fromCharCode(unit);
  for (const [units, meaning] of joiners) if (units.includes(character)) return meaning;
  if (isIgnorable.test(character)) return dropped;
  const folded = foldCharacter(character);
  if (folded.length === 1 && folded.charCodeAt(0) >= firstLetter) return folded.charCodeAt(0);
  if (folded.length === 0) return separator;
  expansions.set(unit, folded);
  return expanded;
}

/** The letters of a unit or of a code point beyond the first 65,536; "" for what is no letter. */
export function expansionOf(codePoint: number): string {
  const known = expansions.get(codePoint);
  if (known !== undefined) return known;
  const folded = foldCharacter(String.fromCodePoint(codePoint));
  // Emoji and rare scripts: worth remembering, but a hostile text must not fill the memory.
  if (expansions.size < 10_000) expansions.set(codePoint, folded);
  return folded;
}

/** One word as the index knows it: small letters, no accents, nothing that isn't a letter or digit. */
export function foldWord(word: string): string {
  let folded = "";
  for (const character of word) folded += foldCharacter(character);
  return folded;
}
