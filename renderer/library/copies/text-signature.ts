/** Shorter texts say too little to tell a copy from a coincidence: "Please see the attached file." */
const fewestWords = 25;
const wordsPerShingle = 3;
export const signatureSlots = 32;

/** Odd, so that each gives the runs an order of its own without two of them falling together. */
const factors = Uint32Array.from({ length: signatureSlots }, (_, slot) => mix(slot + 1) | 1);

/**
 * What a text shares with its copies: of all runs of three words, by 32 different orders, the first one each, 8 bits of
 * it. Two texts agree in about as large a part of the slots as they have runs in common. 64 hex digits; null = too short.
 */
export function textSignature(texts: readonly string[]): string | null {
  const hashes: number[] = [];
  for (const text of texts) hashWords(foldLetters(text), hashes);
  if (hashes.length < fewestWords) return null;
  const smallest = new Uint32Array(signatureSlots).fill(0xffff_ffff);
  for (let at = wordsPerShingle - 1; at < hashes.length; at++) {
    const run = mix((hashes[at - 2] as number) ^ mix((hashes[at - 1] as number) ^ mix(hashes[at] as number)));
    for (let slot = 0; slot < signatureSlots; slot++) {
      const placed = Math.imul(run, factors[slot] as number) >>> 0;
      if (placed < (smallest[slot] as number)) smallest[slot] = placed;
    }
  }
  return Array.from(smallest, (hash) => (hash & 0xff).toString(16).padStart(2, "0")).join("");
}

function foldLetters(text: string): string {
  const apart = text.normalize("NFKD");
  return (hasOnlyLatin(text) ? apart.replace(latinMarks, "") : apart.replace(/\p{M}/gu, "")).toLowerCase();
}

/** All that Latin letters come apart into; to ask for any script's marks takes ten times as long. */
const latinMarks = /[\u0300-\u036f]+/g;

function hasOnlyLatin(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x300) return false;
  return true;
}

const firstHash = 0x811c_9dc5;

/** Of each run of letters and numbers, without making a string of it. */
function hashWords(folded: string, hashes: number[]): void {
  let hash = firstHash;
  let isInWord = false;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if (code < 0x80 ? isPlainWordCode(code) : isWordAt(folded, at)) {
      hash = Math.imul(hash ^ code, 0x0100_0193);
      isInWord = true;
    } else if (isInWord) {
      hashes.push(hash >>> 0);
      hash = firstHash;
      isInWord = false;
    }
  }
  if (isInWord) hashes.push(hash >>> 0);
}

const isPlainWordCode = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

/** Some scripts' letters are two codes long: the second is what the first is. */
function isWordAt(text: string, at: number): boolean {
  const isSecond = /[\udc00-\udfff]/.test(text[at] ?? "") && /[\ud800-\udbff]/.test(text[at - 1] ?? "");
  return /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at) ?? 0));
}

/** Each bit of the answer hangs on every bit asked. */
function mix(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
